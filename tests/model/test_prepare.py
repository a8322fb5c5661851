"""What views are made of: a garment in the middle of 56×56, lifted off a black background."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageChops

from model.crop import Cutout, cut_out
from model.prepare import FLOOR, LARGE, prepare, spread
from model.segmenter import SIDE as MASK_SIDE
from tests.model.files import shirt

levels = st.integers(0, 255)
turns = st.sampled_from([None, *Image.Transpose])


def cutout_of(rgb: NDArray[np.uint8], alpha: NDArray[np.float32] | None = None) -> Cutout:
    height, width, _ = rgb.shape
    if alpha is None:
        alpha = np.ones((height, width), np.float32)
    return Cutout(rgb, alpha, (0, 0, width, height))


def drawn(scene: Image.Image, garment: Image.Image) -> Cutout:
    """Cut a scene out along a drawn garment's outline."""
    mask = garment.resize((MASK_SIDE, MASK_SIDE), Image.Resampling.BOX)
    return cut_out(scene, np.asarray(mask, np.float32) / np.float32(255))


def extent(seen: NDArray[np.float32]) -> tuple[int, int, int, int]:
    """The rows and columns that hold the garment: top, bottom, left, right."""
    rows, columns = (
        np.flatnonzero((seen > FLOOR / 2).any(axis=1)),
        np.flatnonzero((seen > FLOOR / 2).any(axis=0)),
    )
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


@settings(max_examples=60)
@given(
    where=st.tuples(st.integers(0, 300), st.integers(0, 300)),
    size=st.tuples(st.integers(60, 180), st.integers(60, 180)),
    ground=st.tuples(levels, levels, levels),
    cloth=st.tuples(levels, levels, levels),
    noise=st.integers(0, 80),
    turn=turns,
)
def test_a_garment_on_any_background_lands_in_the_middle(
    *,
    where: tuple[int, int],
    size: tuple[int, int],
    ground: tuple[int, int, int],
    cloth: tuple[int, int, int],
    noise: int,
    turn: Image.Transpose | None,
) -> None:
    rng = np.random.default_rng(noise)
    scene = Image.new("RGB", (480, 480), ground)
    speckle = rng.integers(0, noise + 1, (480, 480, 3), np.uint8)
    scene = ImageChops.add(scene, Image.fromarray(speckle))
    outline = shirt("black", "white", size).convert("L")
    if turn is not None:
        outline = outline.transpose(turn)
    scene.paste(cloth, where, outline)
    garment = Image.new("L", scene.size)
    garment.paste(outline, where)
    seen = prepare(drawn(scene, garment))
    top, bottom, left, right = extent(seen)
    assert abs(top + bottom - (LARGE - 1)) <= 4
    assert abs(left + right - (LARGE - 1)) <= 4
    cell = LARGE * 480 / MASK_SIDE / max(size)  # a pixel of the mask, which may be half garment
    assert max(bottom - top, right - left) >= LARGE - max(6, 1 + 2 * cell)


@settings(max_examples=60)
@given(st.integers(1, 200), st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_any_cutout_is_prepared(width: int, height: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    rgb = rng.integers(0, 256, (height, width, 3), np.uint8)
    alpha = rng.random((height, width)).astype(np.float32)
    seen = prepare(cutout_of(rgb, alpha))
    assert seen.shape == (LARGE, LARGE)
    assert seen.dtype == np.float32
    assert seen.min() >= 0
    assert seen.max() <= 1
    assert np.isfinite(seen).all()
    assert (seen == prepare(cutout_of(rgb, alpha))).all()


@given(st.integers(1, 120), st.integers(1, 120))
def test_the_long_edge_fills_the_frame_and_the_short_one_is_centred(
    width: int, height: int
) -> None:
    seen = prepare(cutout_of(np.full((height, width, 3), 90, np.uint8)))
    top, bottom, left, right = extent(seen)
    tall, wide = bottom - top + 1, right - left + 1
    assert max(tall, wide) == LARGE
    assert tall == max(1, round(height * LARGE / max(width, height)))
    assert wide == max(1, round(width * LARGE / max(width, height)))
    assert 0 <= (LARGE - 1 - bottom) - top <= 1
    assert 0 <= (LARGE - 1 - right) - left <= 1


def test_beside_a_narrow_garment_it_is_black() -> None:
    seen = prepare(cutout_of(np.zeros((112, 56, 3), np.uint8)))
    assert seen.shape == (LARGE, LARGE)
    assert (seen[:, : LARGE // 4] == 0).all()
    assert (seen[:, LARGE // 4 : -LARGE // 4] > 0).all()
    assert (seen[:, -LARGE // 4 :] == 0).all()


@given(levels, levels, levels)
def test_background_stays_black_and_cloth_does_not(red: int, green: int, blue: int) -> None:
    rgb = np.empty((112, 112, 3), np.uint8)
    rgb[:] = (red, green, blue)
    alpha = np.zeros((112, 112), np.float32)
    alpha[28:84, 28:84] = 1
    seen = prepare(cutout_of(rgb, alpha))
    inside = np.zeros((LARGE, LARGE), bool)
    inside[14:42, 14:42] = True
    assert (seen[~inside] == 0).all()
    assert (seen[inside] >= FLOOR - 1e-6).all()


@given(levels)
def test_cloth_of_one_colour_stays_of_one_colour(level: int) -> None:
    seen = prepare(cutout_of(np.full((40, 40, 3), level, np.uint8)))
    assert np.ptp(seen) < 1e-5


def test_dark_cloth_is_bright_as_in_fashion_mnist() -> None:
    black, white = (
        prepare(cutout_of(np.full((40, 40, 3), level, np.uint8))).mean() for level in (0, 255)
    )
    assert black > white


def test_a_picture_that_shows_nothing_at_all() -> None:
    nothing = cutout_of(np.zeros((40, 40, 3), np.uint8), np.zeros((40, 40), np.float32))
    assert (prepare(nothing) == 0).all()


@pytest.mark.parametrize("size", [(1, 480), (480, 1), (1, 1)])
def test_a_thin_picture_fills_the_frame_along_its_length(size: tuple[int, int]) -> None:
    mask = np.zeros((MASK_SIDE, MASK_SIDE), np.float32)
    seen = prepare(cut_out(Image.new("RGB", size, "navy"), mask))
    top, bottom, left, right = extent(seen)
    assert max(bottom - top, right - left) + 1 == LARGE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # Negated 0.701 and 0.886, 0.0925 from their mean, are brought to 0.17 from a centre that
        # lies at 0.625 + 0.375 * (0.7935 - 0.5).
        ("red", "blue", (0.7350625 - 0.17, 0.7350625 + 0.17)),
        # Negated 0.9772 and 1, 0.0114 from their mean: no more than three times as far.
        ("#000033", "black", (0.808225 - 0.0342, 0.808225 + 0.0342)),
        # Negated 0.413 and 1, 0.2935 from their mean: no nearer.
        ("lime", "black", (0.7024375 - 0.2935, 0.7024375 + 0.2935)),
    ],
)
def test_prepared_by_hand(left: str, right: str, expected: tuple[float, float]) -> None:
    picture = Image.new("RGB", (112, 112), "white")
    picture.paste(left, (28, 0, 55, 112))
    picture.paste(right, (55, 0, 82, 112))
    alpha = np.zeros((112, 112), np.float32)
    alpha[:, 28:82] = 1
    seen = prepare(cutout_of(np.asarray(picture), alpha))
    # Two pixels become one; one of them is half of either colour.
    both = [expected[0]] * 13 + [sum(expected) / 2] + [expected[1]] * 13
    np.testing.assert_allclose(seen, [[0.0] * 14 + both + [0.0] * 15] * LARGE, rtol=0, atol=1e-6)


def test_faint_cloth_gets_contrast_and_strong_keeps_it() -> None:
    def range_of(low: int, high: int) -> float:
        rgb = np.full((28, 28, 3), low, np.uint8)
        rgb[:, ::2] = high
        return float(np.ptp(prepare(cutout_of(rgb))))

    assert range_of(120, 136) > 2 * 16 / 255
    assert range_of(100, 200) > range_of(120, 136)
    assert range_of(0, 255) <= 1 - FLOOR + 1e-6


@given(st.integers(0, 2**32 - 1))
def test_spreading_keeps_the_order_of_light_and_dark(seed: int) -> None:
    rng = np.random.default_rng(seed)
    value = rng.random((20, 20)).astype(np.float32)
    alpha = rng.random((20, 20)).astype(np.float32)
    spreaded = spread(value, alpha)
    assert spreaded.dtype == np.float32
    assert spreaded.min() >= FLOOR
    assert spreaded.max() <= 1
    assert (np.diff(spreaded.ravel()[np.argsort(value.ravel())]) >= 0).all()


def test_the_background_does_not_count_in_spreading() -> None:
    rng = np.random.default_rng(1)
    value = rng.random((20, 20)).astype(np.float32)
    alpha = np.zeros((20, 20), np.float32)
    alpha[:, :10] = 1
    other = value.copy()
    other[:, 10:] = rng.random((20, 10))
    assert np.allclose(spread(value, alpha)[:, :10], spread(other, alpha)[:, :10])


def test_a_small_garment_is_enlarged_without_steps() -> None:
    rgb = np.zeros((14, 14, 3), np.uint8)
    rgb[:, 7:] = 255
    row = prepare(cutout_of(rgb))[LARGE // 2]
    assert len(np.unique(row.round(4))) > 4
    assert (np.diff(row) <= 0).all()
