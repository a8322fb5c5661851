"""Photos are answered by the shipped networks, sorted by what they show, and measured."""

import asyncio
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from model.artifact import Artifact
from model.data.photos import Part, Photo
from model.engine import Stages
from model.evaluation.photos import (
    WORST,
    PhotoAnswers,
    answer_photos,
    crop_time,
    other_kinds,
    photo_scores,
    rejection,
    worst_of_photos,
)
from model.prediction import Verdict
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


def test_pictures_without_clothing_keep_their_order(trained: Artifact, tmp_path: Path) -> None:
    """How they are staged follows from it, whichever is answered first."""
    large, small = tmp_path / "large.png", tmp_path / "small.png"
    Image.effect_noise((3_000, 3_000), 90).save(large)
    quartered().resize((40, 20)).save(small)
    for paths in ([large, small], [small, large]):
        others = asyncio.run(answer_photos(trained, [], paths)).others
        shapes = [stages.picture.width / stages.picture.height for stages in others]
        assert shapes == [1 if path == large else 2 for path in paths]


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


def said(stages: Stages, verdict: Verdict, score: float = 0.5) -> Stages:
    """As if another verdict had been given."""
    prediction = replace(stages.prediction, verdict=verdict, clothing_score=score)
    return replace(stages, prediction=prediction)


def test_what_is_no_clothing_is_told_from_the_classes(answered: PhotoAnswers) -> None:
    (photo, stages), *_ = answered.named
    sure, unsure, none = (said(stages, verdict) for verdict in Verdict)
    clothing = tuple((photo, said(each, each.prediction.verdict, 0.8)) for each in (sure, none))
    others = (said(none, Verdict.NOT_CLOTHING, 0.9), unsure, none, none)
    measured = rejection(replace(answered, named=clothing, others=others), "so")
    assert measured.auroc == 0.75  # one of the four scores higher
    assert measured.false_clothing == 0.25
    assert measured.turned_away == 0.5
    assert measured.how == "so (2 photos of clothing, 4 pictures without)"


def test_only_sure_answers_to_other_kinds_are_faults(answered: PhotoAnswers) -> None:
    nameless = tuple(said(answered.nameless[0], verdict) for verdict in [*Verdict, Verdict.UNSURE])
    measured = other_kinds(replace(answered, nameless=nameless), "so")
    assert measured.pictures == 4
    assert measured.answered == 0.25
    assert measured.how == "so (4 photos of clothing that is none of the classes)"


def test_the_crop_is_timed_on_the_photos(trained: Artifact, answered: PhotoAnswers) -> None:
    measured = crop_time(trained, answered, "so")
    assert measured.milliseconds > 0
    assert measured.how.startswith("so (median of 3 decoded photos, ")


def test_the_surest_errors_are_drawn_and_named(answered: PhotoAnswers) -> None:
    (photo, stages), *_ = answered.named
    count = WORST + 3

    def wrong(number: int) -> tuple[Photo, Stages]:
        probabilities = np.zeros(len(stages.prediction.classes), np.float32)
        probabilities[:2] = 0.5 + number / 100, 0.5 - number / 100
        prediction = replace(stages.prediction, probabilities=probabilities)
        return replace(photo, path=Path(f"{number}.png")), replace(stages, prediction=prediction)

    lines: list[str] = []
    sheet = worst_of_photos((*answered.named[:2], *map(wrong, range(count))), lines.append)
    assert sheet is not None
    single = worst_of_photos((wrong(0),), print)
    assert single is not None
    assert sheet.size == (single.width, WORST * single.height)
    assert lines[0] == f"{count - 1}.png: T-shirt/top {50 + count - 1}%, is Ankle boot"
    assert [int(line.split(".")[0]) for line in lines] == list(range(count - 1, 2, -1))


def test_without_errors_there_is_nothing_to_draw(answered: PhotoAnswers) -> None:
    assert worst_of_photos(answered.named[:2], print) is None


def test_an_error_whose_name_isnt_utf_8_is_named_as_far_as_it_goes(answered: PhotoAnswers) -> None:
    (photo, stages), *_ = answered.named
    odd = replace(photo, path=Path(os.fsdecode(b"b\xf6\xf6t.png")), classes=("Bag",))
    lines: list[str] = []
    worst_of_photos(((odd, stages),), lines.append)
    assert lines[0].encode().startswith(b"b??t.png: ")


def test_a_broken_picture_whose_name_isnt_utf_8_is_named_as_far_as_it_goes(
    trained: Artifact, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / os.fsdecode(b"b\xf6\xf6t.png")
    broken.write_bytes(b"\x89PNG")
    answered = asyncio.run(answer_photos(trained, (), [broken]))
    assert answered.others == ()
    assert "left out" in capsys.readouterr().out.encode().decode()
