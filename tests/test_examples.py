"""The example picture is what the README says it is."""

import io

import numpy as np
import pytest
from PIL import Image

from model.data import fashion_mnist


def test_the_boot_is_test_image_0_light_again_and_enlarged(boot: bytes) -> None:
    if not fashion_mnist.DEBIAN.is_dir():
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    original = fashion_mnist.load().test_images[0].astype(int)
    picture = Image.open(io.BytesIO(boot))
    assert picture.size == (280, 280)
    shrunk = 255 - np.asarray(picture.convert("L").resize((28, 28), Image.Resampling.BOX), int)
    assert np.abs(shrunk - original).mean() < 5
    assert fashion_mnist.load().test_labels[0] == fashion_mnist.CLASSES.index("Ankle boot")
