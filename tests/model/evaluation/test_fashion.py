"""What is answered to Fashion-MNIST's test is measured, and its worst errors are drawn."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from model.artifact import Artifact
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES, FashionMnist
from model.evaluation.fashion import (
    WORST,
    FashionAnswers,
    answer_fashion,
    fashion_scores,
    worst_of_fashion,
)


def answers(labels: list[int], answered: list[int]) -> FashionAnswers:
    probabilities = np.full((len(labels), len(CLASSES)), 0.01, np.float32)
    probabilities[np.arange(len(labels)), answered] = 0.91
    return FashionAnswers(
        np.zeros((len(labels), 28, 28), np.uint8), np.array(labels, np.uint8), probabilities
    )


def test_it_is_answered_with_the_temperature_of_small_pictures(
    trained: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(1)
    images, labels = rng.integers(0, 256, (3, 28, 28), np.uint8), np.arange(3, dtype=np.uint8)
    monkeypatch.setattr(
        fashion_mnist, "load", lambda _: FashionMnist(images, labels, images, labels)
    )

    def sure(**temperatures: float) -> float:
        calibration = trained.card.calibration.model_copy(update=temperatures)
        card = trained.card.model_copy(update={"calibration": calibration})
        found = answer_fashion(replace(trained, card=card), None)
        assert found is not None
        return float(found.probabilities.max())

    assert sure(small_temperature=5.0) < sure(small_temperature=0.5)
    assert sure(small_temperature=1.0, temperature=5.0) == sure(small_temperature=1.0)


def test_the_labels_are_what_is_right(trained: Artifact) -> None:
    measured = fashion_scores(answers([0, 1, 2, 9], [0, 1, 2, 2]), trained.card, "so")
    assert measured.accuracy == 0.75
    assert measured.per_class == {"T-shirt/top": 1, "Trouser": 1, "Pullover": 1, "Ankle boot": 0}
    assert measured.confusion[9][2] == 1
    assert measured.how == "so (4 test images)"


def test_errors_are_drawn_and_no_more_than_fit(trained: Artifact) -> None:
    def height(errors: int) -> int:
        png = worst_of_fashion(answers([0] * errors, [1] * errors), trained.card)
        assert png is not None
        with Image.open(io.BytesIO(png)) as picture:
            return picture.height

    assert height(1) < height(WORST) == height(3 * WORST)


@pytest.mark.parametrize("labels", [[0], [1, 2, 3]])
def test_without_errors_there_is_nothing_to_draw(trained: Artifact, labels: list[int]) -> None:
    assert worst_of_fashion(answers(labels, labels), trained.card) is None
