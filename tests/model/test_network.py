"""Both classifiers: what goes in, what comes out, and how large they may be."""

import keras
import numpy as np
import pytest

from model import network as networks
from model.artifact import Artifact
from model.data.fashion_mnist import CLASSES
from model.network import INPUT, resnet, tutorial

LIMIT = 1_500_000
"""The most parameters of a classifier."""


@pytest.mark.parametrize("classes", [2, 10, 11])
def test_the_tutorials_network_gives_probabilities(classes: int) -> None:
    network = tutorial(classes)
    output = network.predict_on_batch(np.random.default_rng(1).random((3, 28, 28), np.float32))
    assert output.shape == (3, classes)
    np.testing.assert_allclose(output.sum(axis=1), 1, rtol=1e-5)


def test_the_tutorials_network_is_the_tutorials() -> None:
    assert tutorial().count_params() == 784 * 128 + 128 + 128 * 10 + 10


@pytest.mark.parametrize("classes", [2, 10, 11])
def test_the_shipped_architecture_gives_a_logit_for_each_class(classes: int) -> None:
    network = resnet(classes)
    assert network.input_shape == (None, *INPUT)
    output = network.predict_on_batch(np.random.default_rng(1).random((3, *INPUT), np.float32))
    assert output.shape == (3, classes)
    assert np.isfinite(output).all()
    assert not np.allclose(output.sum(axis=1), 1)  # logits, not probabilities


def test_the_networks_stay_small(trained: Artifact) -> None:
    assert resnet(len(CLASSES)).count_params() <= LIMIT
    assert trained.classifier.count_params() <= LIMIT


def test_a_network_that_was_read_back_answers_as_before(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("network") / "resnet.keras"
    network = resnet(11)
    network.save(path)
    pictures = np.random.default_rng(1).random((2, *INPUT), np.float32)
    again = keras.saving.load_model(path)
    np.testing.assert_array_equal(
        network.predict_on_batch(pictures), again.predict_on_batch(pictures)
    )


def test_many_pictures_go_through_in_chunks(
    trained: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = np.random.default_rng(3).random((7, 56, 56), np.float32)
    (together,) = trained.classify(pictures)
    monkeypatch.setattr(networks, "CHUNK", 3)
    (chunked,) = trained.classify(pictures)
    assert chunked.shape == (7, len(trained.card.classes))
    np.testing.assert_allclose(together, chunked, atol=1e-4)
