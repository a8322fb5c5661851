"""What is answered to Fashion-MNIST's test is measured, and its worst errors are drawn."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.artifact import Artifact
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES, FashionMnist
from model.data.photos import Part
from model.evaluation.fashion import (
    WORST,
    FashionAnswers,
    answer_fashion,
    fashion_scores,
    worst_of_fashion,
)
from model.plots import errors
from model.verdict import softmax


def answers(labels: list[int], answered: list[int]) -> FashionAnswers:
    """Later ones are surer."""
    probabilities = np.full((len(labels), len(CLASSES)), 0.01, np.float32)
    probabilities[np.arange(len(labels)), answered] = np.linspace(0.5, 0.91, len(labels))
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

    def sure(**temperatures: float | None) -> float:
        calibration = trained.card.calibration.model_copy(update=temperatures)
        card = trained.card.model_copy(update={"calibration": calibration})
        found = answer_fashion(replace(trained, card=card), None, Part.TEST)
        assert found is not None
        return float(found.probabilities.max())

    assert sure(small_temperature=5.0) < sure(small_temperature=0.5)
    assert sure(small_temperature=1.0, temperature=5.0) == sure(small_temperature=1.0)
    alone = sure(small_temperature=None, temperature=5.0)  # of photos, if it learned no others
    assert alone == sure(small_temperature=5.0)


@pytest.mark.parametrize(("part", "row"), [(Part.TRAIN, 0), (Part.VALIDATION, 1), (Part.TEST, 2)])
def test_the_pictures_of_the_part_are_answered(
    trained: Artifact, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, part: Part, row: int
) -> None:
    images = np.random.default_rng(1).integers(0, 256, (3, 28, 28), np.uint8)
    labels = np.arange(3, dtype=np.uint8)
    folders = {tmp_path: FashionMnist(images[:2], labels[:2], images[2:], labels[2:])}
    monkeypatch.setattr(fashion_mnist, "HELD_OUT", 1)
    monkeypatch.setattr(fashion_mnist, "load", folders.__getitem__)
    found = answer_fashion(trained, tmp_path, part)
    assert found is not None
    assert found.labels.tolist() == [row]
    np.testing.assert_array_equal(found.images, images[[row]])
    (logits,) = trained.classify_small(fashion_mnist.scale(images[[row]]))
    temperature = trained.card.calibration.small_temperature
    assert temperature is not None
    expected = softmax(logits / np.float32(temperature))
    np.testing.assert_allclose(found.probabilities, expected, atol=1e-5)


def test_a_network_of_a_further_class_is_asked_too(
    trained: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    images, labels = np.zeros((1, 28, 28), np.uint8), np.zeros(1, np.uint8)
    monkeypatch.setattr(
        fashion_mnist, "load", lambda _: FashionMnist(images, labels, images, labels)
    )

    def asked(*classes: str) -> bool:
        card = trained.card.model_copy(update={"classes": classes})
        return answer_fashion(replace(trained, card=card), None, Part.TEST) is not None

    assert asked(*CLASSES, "Kilt")
    assert not asked("Kilt", *CLASSES)


def test_the_labels_are_what_is_right(trained: Artifact) -> None:
    measured = fashion_scores(answers([0, 1, 2, 9], [0, 1, 2, 2]), trained.card, "so")
    assert measured.accuracy == 0.75
    assert measured.per_class == {"T-shirt/top": 1, "Trouser": 1, "Pullover": 1, "Ankle boot": 0}
    assert measured.confusion[9][2] == 1
    assert measured.how == "so (4 images)"


@pytest.mark.parametrize("count", [1, WORST, 3 * WORST])
def test_the_surest_errors_are_drawn_and_no_more_than_fit(
    trained: Artifact, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draw(pictures: NDArray[np.uint8], captions: list[str], *, title: str) -> bytes:
        drawn.extend(captions)
        return draw_errors(pictures, captions, title=title)

    draw_errors = errors.draw
    monkeypatch.setattr(errors, "draw", draw)
    png = worst_of_fashion(answers([0] * count, [1] * count), trained.card)
    assert png is not None
    with Image.open(io.BytesIO(png)) as picture:
        assert min(picture.size) > 100
    assert len(drawn) == min(count, WORST)
    assert drawn[0] == f"Trouser {50 if count == 1 else 91}%\nis T-shirt/top"
    assert drawn == sorted(drawn, reverse=True)


def test_each_error_is_drawn_above_what_was_answered_and_what_it_is(
    trained: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, str]] = []

    def draw(pictures: NDArray[np.uint8], captions: list[str], *, title: str) -> bytes:
        drawn.extend(zip(pictures[:, 0, 0].tolist(), captions, strict=True))
        return title.encode()

    monkeypatch.setattr(errors, "draw", draw)
    answered = answers([0, 2, 3, 4], [1, 1, 3, 1])
    levels = np.arange(4, dtype=np.uint8)[:, None, None]
    worst_of_fashion(replace(answered, images=answered.images + levels), trained.card)
    assert [level for level, _ in drawn] == [3, 1, 0]
    assert [caption.split("is ")[1] for _, caption in drawn] == ["Coat", "Pullover", "T-shirt/top"]


@pytest.mark.parametrize("labels", [[0], [1, 2, 3]])
def test_without_errors_there_is_nothing_to_draw(trained: Artifact, labels: list[int]) -> None:
    assert worst_of_fashion(answers(labels, labels), trained.card) is None
