"""The sheet and its panels, drawn from the real network's stages."""

import asyncio
import dataclasses
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.engine import Engine, Stages
from model.prediction import Verdict
from model.sheet import SIDE, draw, draw_cutout, draw_gray, draw_mask, draw_photo, enlarge


@pytest.fixture(scope="module")
def stages(engine: Engine, boot: bytes) -> Stages:
    return asyncio.run(engine.examine(boot))


def pixels(picture: Image.Image) -> NDArray[np.int_]:
    return np.asarray(picture.convert("RGB")).astype(int)


def test_enlarging_makes_a_square_of_each_pixel() -> None:
    seen = np.linspace(0, 1, 784, dtype=np.float32).reshape(28, 28)
    large = np.asarray(enlarge(seen))
    assert large.shape == (SIDE, SIDE)
    squares = large.reshape(28, 10, 28, 10)
    assert (squares == squares[:, :1, :, :1]).all()
    assert np.abs(squares[:, 0, :, 0] / 255 - seen).max() < 1 / 255


def test_enlarging_survives_values_beyond_the_range() -> None:
    seen = np.full((28, 28), 1.5, np.float32)
    seen[0, 0] = -0.5
    large = np.asarray(enlarge(seen))
    assert large[0, 0] == 0
    assert large[-1, -1] == 255


def test_every_panel_is_a_square(stages: Stages) -> None:
    for panel in (draw_photo, draw_mask, draw_cutout, draw_gray):
        assert panel(stages).size == (SIDE, SIDE)


def test_the_photo_shows_the_box_where_it_was_cropped(stages: Stages) -> None:
    box = (40, 100, 240, 200)
    moved = dataclasses.replace(stages, cutout=dataclasses.replace(stages.cutout, box=box))
    plain = pixels(stages.picture)
    drawn = (pixels(draw_photo(moved)) != plain).any(axis=2)
    rows, columns = np.nonzero(drawn)
    assert (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) == box
    assert not drawn[110:190, 50:230].any()


def test_the_mask_is_bright_where_the_garment_is(stages: Stages) -> None:
    mask = np.zeros((96, 96), np.float32)
    mask[:, 48:] = 1
    brightness = pixels(draw_mask(dataclasses.replace(stages, mask=mask))).sum(axis=2)
    assert brightness[:, SIDE // 2 + 10 :].min() > brightness[:, : SIDE // 2 - 10].max()


def test_the_cutout_keeps_the_garment_and_loses_the_rest(stages: Stages) -> None:
    rgb = np.full((56, 56, 3), (200, 30, 30), np.uint8)
    alpha = np.zeros((56, 56), np.float32)
    alpha[:, 28:] = 1
    cutout = dataclasses.replace(stages.cutout, rgb=rgb, alpha=alpha)
    cut = dataclasses.replace(stages, cutout=cutout)
    shown, gray = pixels(draw_cutout(cut)), pixels(draw_gray(cut))
    assert (shown[:, 160:] == (200, 30, 30)).all()
    assert (shown[:, :120] < 60).all()
    assert len(np.unique(gray[:, 160:])) == 1
    assert (gray[:, :120] == 0).all()


def test_the_sheet_tells_verdicts_apart(stages: Stages) -> None:
    kinds = [(Verdict.UNSURE, 0.4), *((verdict, 0.9) for verdict in Verdict)]
    answers = [
        dataclasses.replace(stages.prediction, verdict=verdict, known=known)
        for verdict, known in kinds
    ]
    sheets = [draw(dataclasses.replace(stages, prediction=answer)) for answer in answers]
    for one, other in combinations(sheets, 2):
        assert one.size == other.size
        below = -60  # the last panels, where the answer stands in words
        assert (pixels(one)[below:] != pixels(other)[below:]).any()


def test_the_sheet_holds_every_panel(stages: Stages) -> None:
    sheet = pixels(draw(stages))
    for panel in (draw_photo(stages), draw_mask(stages), draw_cutout(stages), draw_gray(stages)):
        assert holds(sheet, pixels(panel))
    assert holds(sheet, pixels(enlarge(stages.prediction.seen)))


def holds(sheet: NDArray[np.int_], panel: NDArray[np.int_]) -> bool:
    """Whether a panel lies anywhere on the sheet."""
    rows, columns = sheet.shape[0] - SIDE + 1, sheet.shape[1] - SIDE + 1
    return any(
        (sheet[top : top + SIDE, left : left + SIDE] == panel).all()
        for top in range(rows)
        for left in range(columns)
        if (sheet[top, left] == panel[0, 0]).all()
        and (sheet[top + 140, left + 140] == panel[140, 140]).all()
    )


@pytest.mark.parametrize("verdict", Verdict)
def test_more_classes_than_rows_and_long_names_fit(stages: Stages, verdict: Verdict) -> None:
    prediction = dataclasses.replace(
        stages.prediction,
        verdict=verdict,
        classes=tuple(f"a community's own class of garments, number {n}" for n in range(12)),
        probabilities=np.full(12, 1 / 12, np.float32),
    )
    sheet = draw(dataclasses.replace(stages, prediction=prediction))
    assert sheet.size == draw(stages).size
    margin = pixels(sheet)[:, -20:]
    assert (margin == margin[0, 0]).all()


def test_no_answer_is_certain(stages: Stages) -> None:
    def sure(probability: float) -> bytes:
        probabilities = np.zeros_like(stages.prediction.probabilities)
        probabilities[0] = probability
        prediction = dataclasses.replace(stages.prediction, probabilities=probabilities)
        return draw(dataclasses.replace(stages, prediction=prediction)).tobytes()

    # Their bars are as long.
    assert sure(0.99) == sure(0.9951)
    assert sure(0.98) != sure(0.9951)


def test_classes_are_named_in_other_letters_than_englands(stages: Stages) -> None:
    """Letters that a font lacks are all the same box."""

    def named(letter: str) -> Image.Image:
        classes = (letter, *stages.prediction.classes[1:])
        prediction = dataclasses.replace(stages.prediction, classes=classes)
        return draw(dataclasses.replace(stages, prediction=prediction))

    sheets = [named(letter).tobytes() for letter in "üßłШא"]
    assert len(set(sheets)) == len(sheets)


@pytest.mark.parametrize("size", [(480, 1), (1, 480), (1, 1)])
def test_thin_pictures_have_a_sheet_too(
    engine: Engine, size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "thin.png"
    Image.new("RGB", size, "white").save(path)
    thin = asyncio.run(engine.examine(path.read_bytes()))
    assert draw(thin).mode == "RGB"


@pytest.mark.parametrize(
    "names", [("着物", "浴衣"), ("裤子", "裤裙"), ("Schürze", "Schörze"), ("Кофта", "Кафта")]
)
def test_classes_are_legible_in_any_language(stages: Stages, names: tuple[str, str]) -> None:
    """Letters that a font lacks are all the same box."""

    def sheet(name: str) -> NDArray[np.int_]:
        prediction = stages.prediction
        first = prediction.classes.index(prediction.label)
        classes = (*prediction.classes[:first], name, *prediction.classes[first + 1 :])
        renamed = dataclasses.replace(prediction, classes=classes)
        return pixels(draw(dataclasses.replace(stages, prediction=renamed)))

    one, other = map(sheet, names)
    assert (one != other).any()
