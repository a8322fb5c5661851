"""Photos are answered by the shipped networks, sorted by what they show, and measured."""

import asyncio
import shutil
from pathlib import Path

import pytest

from model.artifact import Artifact
from model.data.photos import Part, Photo
from model.evaluation.photos import (
    PhotoAnswers,
    answer_photos,
    crop_time,
    photo_scores,
    rejection,
    worst_of_photos,
)
from tests.model.files import quartered, shirt

BOOT = Path(__file__).parents[3] / "examples" / "ankle-boot.png"


@pytest.fixture(scope="module")
def answered(trained: Artifact, tmp_path_factory: pytest.TempPathFactory) -> PhotoAnswers:
    """Two boots, one of them of any kind of shoe; a shirt called a sandal; a kilt; no clothing."""
    place = tmp_path_factory.mktemp("photos")

    def photo(name: str, *classes: str, sender: str = "ann") -> Photo:
        return Photo(place / name, sender, classes, Part.TEST)

    for name in ("boot.png", "shoe.png"):
        shutil.copy(BOOT, place / name)
    shirt().save(place / "shirt.png")
    shirt().save(place / "kilt.png")
    quartered().save(place / "quarters.png")
    (place / "broken.png").write_bytes(BOOT.read_bytes()[:2_000])
    photos = [
        photo("boot.png", "Ankle boot"),
        photo("shoe.png", "Sandal", "Sneaker", "Ankle boot", sender="ben"),
        photo("broken.png", "Ankle boot"),
        photo("shirt.png", "Sandal"),
        photo("kilt.png"),
    ]
    return asyncio.run(answer_photos(trained, photos, [place / "quarters.png"]))


def names(answered: PhotoAnswers) -> list[str]:
    return [photo.path.name for photo, _ in answered.named]


def test_answers_are_sorted_by_what_the_pictures_show(answered: PhotoAnswers) -> None:
    assert names(answered) == ["boot.png", "shoe.png", "shirt.png"]  # the broken one is left out
    assert len(answered.nameless) == len(answered.others) == 1
    assert [photo.path.name for photo, _ in answered.shoes] == ["boot.png", "shirt.png"]


def test_any_of_a_photos_classes_is_right(trained: Artifact, answered: PhotoAnswers) -> None:
    measured = photo_scores(answered.named, trained.card, "so")
    assert measured.accuracy == pytest.approx(2 / 3)
    assert measured.per_class == {"Ankle boot": 1, "Sandal": 0}
    assert measured.how == "so (3 photos of 2 senders, none of them trained on)"


def test_what_is_no_clothing_is_told_from_the_classes(answered: PhotoAnswers) -> None:
    measured = rejection(answered, "so")
    assert measured.auroc == 1
    assert measured.false_clothing == 0
    assert measured.turned_away == 0
    assert measured.how == "so (3 photos of clothing, 1 pictures without)"
    assert answered.nameless_answered in {0, 1}


def test_the_crop_is_timed_on_the_photos(trained: Artifact, answered: PhotoAnswers) -> None:
    measured = crop_time(trained, answered, "so")
    assert measured.milliseconds > 0
    assert measured.how.startswith("so (median of 3 decoded photos, ")


def test_errors_are_drawn_and_named(answered: PhotoAnswers) -> None:
    said: list[str] = []
    sheet = worst_of_photos(answered.named, said.append)
    assert sheet is not None
    assert min(sheet.size) > 100
    (line,) = said
    assert line.startswith("shirt.png: ")
    assert line.endswith("is Sandal")
    assert worst_of_photos(answered.named[:2], said.append) is None
    assert len(said) == 1
