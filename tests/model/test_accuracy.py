"""The shipped networks are as good as their card says: on all of Fashion-MNIST, and on photos.

The floors come from the card, so another network is held to its own figures.
"""

import asyncio
from pathlib import Path

import numpy as np
import pytest

from model.artifact import Artifact
from model.data import fashion_mnist
from model.data.negatives import read_negatives
from model.data.photos import Part, read_photos
from model.evaluation.fashion import answer_fashion, fashion_scores
from model.evaluation.photos import (
    PhotoAnswers,
    answer_photos,
    other_kinds,
    photo_scores,
    rejection,
)
from model.prediction import Verdict

TENTH_OF_A_POINT = 0.001

LEAST = 0.78
"""Below it on phone photos no network is fit to ship, whatever its card says."""

SLACK = 0.04
"""Other builds of TensorFlow and Pillow round otherwise: a few photos may tip over."""


def test_the_full_test_set_is_answered_as_the_card_says(trained: Artifact) -> None:
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    claimed = trained.card.fashion_mnist
    assert claimed is not None
    assert claimed.pictures == 10_000
    found = answer_fashion(trained, None, Part.TEST)
    assert found is not None
    measured = fashion_scores(found, trained.card, "")
    assert measured.pictures == claimed.pictures
    assert measured.accuracy == pytest.approx(claimed.accuracy, abs=TENTH_OF_A_POINT)
    assert measured.mean_class_accuracy == pytest.approx(
        claimed.mean_class_accuracy, abs=TENTH_OF_A_POINT
    )
    assert measured.top3_accuracy == pytest.approx(claimed.top3_accuracy, abs=TENTH_OF_A_POINT)
    assert measured.ece == pytest.approx(claimed.ece, abs=0.005)
    assert measured.per_class == pytest.approx(claimed.per_class, abs=0.005)
    assert np.abs(np.array(measured.confusion) - claimed.confusion).max() <= 5


@pytest.fixture(scope="module")
def answered(trained: Artifact, shared: Path) -> PhotoAnswers:
    """The photos of the test senders, and groceries."""
    folder, negatives = shared / "photos", shared / "negatives"
    if not (folder / "images.csv").is_file():
        pytest.skip(f"{folder} isn't there")
    photos = [photo for photo in read_photos(folder) if photo.part is Part.TEST]
    groceries = read_negatives((negatives,)) if negatives.is_dir() else ()
    others = [grocery.path for grocery in groceries if grocery.part is Part.TEST]
    return asyncio.run(answer_photos(trained, photos, others))


def test_phone_photos_of_unseen_senders(trained: Artifact, answered: PhotoAnswers) -> None:
    claimed = trained.card.photos
    assert claimed is not None
    measured = photo_scores(answered.named, trained.card, "")
    assert measured.pictures == claimed.pictures
    assert measured.accuracy >= max(LEAST, claimed.accuracy - SLACK)
    assert measured.mean_class_accuracy >= claimed.mean_class_accuracy - SLACK
    assert measured.top3_accuracy >= claimed.top3_accuracy - SLACK
    assert measured.ece <= claimed.ece + SLACK


def test_phone_photos_are_no_bags(answered: PhotoAnswers) -> None:
    """Without cutting out, nearly every photo would be a bag; none of these is."""
    assert not any("Bag" in photo.classes for photo, _ in answered.named)
    assert np.mean([stages.prediction.label == "Bag" for _, stages in answered.named]) < 0.05


def test_sure_answers_are_better_than_unsure_ones(answered: PhotoAnswers) -> None:
    sure, unsure = (
        [
            stages.prediction.label in photo.classes
            for photo, stages in answered.named
            if stages.prediction.verdict is verdict
        ]
        for verdict in (Verdict.CLOTHING, Verdict.UNSURE)
    )
    assert len(sure) > len(unsure) > 0
    assert np.mean(sure) > np.mean(unsure) + 0.1


def test_hats_and_skirts_seldom_get_a_sure_answer(
    trained: Artifact, answered: PhotoAnswers
) -> None:
    claimed = trained.card.other_kinds
    assert claimed is not None
    measured = other_kinds(answered, "")
    assert measured.pictures == claimed.pictures
    assert measured.answered <= claimed.answered + SLACK


def test_clothing_is_told_from_the_rest(trained: Artifact, answered: PhotoAnswers) -> None:
    if not answered.others:
        pytest.skip("the folder of groceries isn't there")
    claimed = trained.card.rejection
    assert claimed is not None
    measured = rejection(answered, "")
    assert measured.auroc >= claimed.auroc - SLACK
    assert measured.turned_away <= claimed.turned_away + SLACK
    # The card was measured on more kinds of pictures than these groceries.
    assert measured.false_clothing <= claimed.false_clothing + 2 * SLACK
