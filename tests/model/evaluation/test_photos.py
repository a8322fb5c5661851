"""Photos are answered by the shipped networks, sorted by what they show, and measured."""

import asyncio
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.artifact import Artifact
from model.crop import Cutout
from model.data.photos import Part, Photo
from model.engine import Stages
from model.evaluation import photos as module
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
from model.prepare import prepare
from model.sheet import draw
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


def test_only_shoes_of_one_class_are_told_apart(answered: PhotoAnswers) -> None:
    (photo, stages), *_ = answered.named
    shown = [("Sneaker",), ("Coat",), ("Sandal", "Sneaker"), ("Bag",), ("Ankle boot",)]
    named = tuple((replace(photo, classes=classes), stages) for classes in shown)
    shoes = replace(answered, named=named).shoes
    assert [photo.classes for photo, _ in shoes] == [("Sneaker",), ("Ankle boot",)]


def test_what_was_trained_on_is_told(trained: Artifact, answered: PhotoAnswers) -> None:
    learned = tuple((replace(photo, part=Part.TRAIN), each) for photo, each in answered.named)
    measured = photo_scores(learned, trained.card, "so")
    assert measured.how == "so (3 photos of 2 senders, all of them trained on)"


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
    clothing = tuple(
        (photo, said(each, each.prediction.verdict, 0.8)) for each in (sure, unsure, sure, none)
    )
    others = (said(none, Verdict.NOT_CLOTHING, 0.9), unsure, none, none)
    measured = rejection(replace(answered, named=clothing, others=others), "so")
    assert measured.auroc == 0.75  # one of the four scores higher
    assert measured.false_clothing == 0.25
    assert measured.turned_away == 0.25
    assert measured.how == "so (4 photos of clothing, 4 pictures without)"


def test_only_sure_answers_to_other_kinds_are_faults(answered: PhotoAnswers) -> None:
    nameless = tuple(said(answered.nameless[0], verdict) for verdict in [*Verdict, Verdict.UNSURE])
    measured = other_kinds(replace(answered, nameless=nameless), "so")
    assert measured.pictures == 4
    assert measured.answered == 0.25
    assert measured.how == "so (4 photos of clothing that is none of the classes)"


@pytest.mark.parametrize(("cores", "told"), [({0}, "1 core"), ({0, 2}, "2 cores")])
def test_cutting_out_and_preparing_the_first_photos_is_timed(
    answered: PhotoAnswers,
    trained: Artifact,
    monkeypatch: pytest.MonkeyPatch,
    cores: set[int],
    told: str,
) -> None:
    """On a clock that only these steps move: the third photo takes four times as long."""
    clock, photos = [0.0], [0]

    def segment(pictures: NDArray[np.float32]) -> tuple[NDArray[np.float32], None]:
        photos[0] += 1
        clock[0] += 0.001 * (4 if photos[0] == 3 else 1)
        return np.ones((len(pictures), 96, 96), np.float32), None

    def timed(cutout: Cutout) -> NDArray[np.float32]:
        clock[0] += 0.002
        return prepare(cutout)

    monkeypatch.setattr(module, "TIMED", 3)
    monkeypatch.setattr(module, "prepare", timed)
    monkeypatch.setattr(time, "perf_counter", lambda: clock[0])
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: cores, raising=False)
    monkeypatch.setattr(Artifact, "segment", lambda _, pictures: segment(pictures))
    more = replace(answered, named=answered.named[:1] * 4)
    measured = crop_time(trained, more, "so")
    assert measured.milliseconds == pytest.approx(3)
    assert measured.how == f"so (median of 3 decoded photos, {told})"


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


def test_errors_are_drawn_below_each_other_with_all_that_would_be_right(
    answered: PhotoAnswers,
) -> None:
    (_, boot), _, (photo, shirt) = answered.named
    lines: list[str] = []
    both = tuple((replace(photo, classes=("Bag", "Dress")), each) for each in (boot, shirt))
    sheet = worst_of_photos(both, lines.append)
    assert sheet is not None
    drawn = [draw(each) for each in (boot, shirt)]
    drawn.sort(key=lambda each: each.tobytes())
    halves = [
        sheet.crop((0, top, sheet.width, top + sheet.height // 2)) for top in (0, sheet.height // 2)
    ]
    assert sorted(half.tobytes() for half in halves) == [each.tobytes() for each in drawn]
    assert all(line.endswith("%, is Bag or Dress") for line in lines)


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
