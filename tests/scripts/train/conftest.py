"""An empty folder to train in, with little to learn."""

from pathlib import Path

import keras
import pytest

from model import network
from model.data import fashion_mnist
from model.data.fashion_mnist import FashionMnist
from model.data.photos import Part
from model.training import lessons, sources
from tests.scripts.train.folders import drawn_shirt, kilt, write

HELD_OUT = 200
SIZE = 640 + HELD_OUT


@pytest.fixture(scope="module")
def fashion() -> FashionMnist:
    """The first of the real data set's pictures, enough for a few steps."""
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    whole = fashion_mnist.load()
    return FashionMnist(
        whole.train_images[:SIZE],
        whole.train_labels[:SIZE],
        whole.test_images[:100],
        whole.test_labels[:100],
    )


@pytest.fixture
def place(fashion: FashionMnist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and sizes that fit into seconds."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fashion_mnist, "load", lambda directory=None: directory or fashion)
    monkeypatch.setattr(fashion_mnist, "HELD_OUT", HELD_OUT)
    monkeypatch.setattr(lessons, "SCENES", 24)
    monkeypatch.setattr(lessons, "EMPTY_SCENES", 12)
    monkeypatch.setattr(sources, "DRAWN", 12)
    monkeypatch.setattr(network, "resnet", small)
    return tmp_path


def small(classes: int) -> keras.Model:
    """A network of the shipped one's shape that compiles in a second."""
    inputs = keras.Input(network.INPUT)
    x = keras.layers.AveragePooling2D(4)(inputs)
    return keras.Model(inputs, keras.layers.Dense(classes)(keras.layers.Flatten()(x)))


@pytest.fixture
def photos(place: Path) -> Path:
    folder = place / "my-photos"
    parts = {Part.TRAIN: 8, Part.VALIDATION: 4}
    write(folder / "Kilt", kilt, parts)
    write(folder / "Shirt", drawn_shirt, parts)
    return folder
