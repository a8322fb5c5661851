"""Variations stay pictures, differ, and follow from their seed."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from model.prepare import FLOOR, LARGE, SIDE
from model.training.augment import (
    CELLS,
    cut_mixed,
    erased,
    folds,
    light,
    mesh,
    negated,
    relit,
    strong,
    styled,
    taken,
    warped,
)

Picture = NDArray[np.float32]
Variation = Callable[[np.random.Generator, Picture], Picture]

seeds = st.integers(0, 2**32 - 1)


def prepared(side: int) -> Picture:
    """Something like a prepared garment: lifted off black, lighter to the right."""
    picture = np.zeros((side, side), np.float32)
    quarter = side // 4
    ramp = np.linspace(FLOOR, 1, side - 2 * quarter, dtype=np.float32)
    picture[quarter // 2 : -quarter // 2, quarter:-quarter] = ramp
    return picture


@pytest.mark.parametrize(
    ("variation", "side"),
    [(light, SIDE), (strong, LARGE), (warped, LARGE), (erased, SIDE)],
)
@given(seed=seeds)
def test_every_variation_is_a_28_by_28_picture(variation: Variation, side: int, seed: int) -> None:
    before = prepared(side)
    picture = variation(np.random.default_rng(seed), before)
    assert picture.shape == (SIDE, SIDE)
    assert picture.dtype == np.float32
    assert picture.min() >= 0
    assert picture.max() <= 1
    assert np.isfinite(picture).all()
    np.testing.assert_array_equal(before, prepared(side))
    np.testing.assert_array_equal(picture, variation(np.random.default_rng(seed), before))


@pytest.mark.parametrize(
    ("variation", "side"), [(light, SIDE), (strong, LARGE), (warped, LARGE), (erased, SIDE)]
)
def test_variations_differ(variation: Variation, side: int) -> None:
    rng = np.random.default_rng(1)
    assert len({variation(rng, prepared(side)).tobytes() for _ in range(20)}) > 15


@given(seeds)
def test_light_ones_keep_the_pixels_and_move_them(seed: int) -> None:
    picture = np.zeros((SIDE, SIDE), np.float32)
    picture[10, 12] = 1
    rng = np.random.default_rng(seed)
    moved = light(rng, picture)
    if (moved > 0).sum() == 1:  # the others were partly erased
        row, column = np.argwhere(moved)[0]
        assert abs(row - 10) <= 2
        assert min(abs(column - 12), abs(column - (SIDE - 1 - 12))) <= 2


@given(seeds)
def test_erasing_is_one_rectangle_of_limited_size(seed: int) -> None:
    picture = np.full((SIDE, SIDE), 2, np.float32)  # no patch holds a 2
    gone = erased(np.random.default_rng(seed), picture) != 2
    rows, columns = np.flatnonzero(gone.any(axis=1)), np.flatnonzero(gone.any(axis=0))
    assert 1 <= gone.sum() <= 0.31 * SIDE * SIDE
    assert gone.sum() == (np.ptp(rows) + 1) * (np.ptp(columns) + 1)


def test_negation_turns_light_and_dark_and_back() -> None:
    picture = prepared(LARGE)
    turned = negated(picture)
    assert ((turned == 0) == (picture == 0)).all()
    inside = picture >= FLOOR
    assert turned[inside].min() >= FLOOR
    np.testing.assert_allclose(turned[inside], 1 + FLOOR - picture[inside])
    np.testing.assert_allclose(negated(negated(picture))[inside], picture[inside], atol=1e-6)


@given(seeds)
def test_relighting_leaves_the_background_and_the_outline(seed: int) -> None:
    picture = prepared(LARGE)
    lit = relit(np.random.default_rng(seed), picture)
    assert (lit[picture == 0] == 0).all()
    assert lit[picture > 0].min() >= FLOOR
    assert lit.max() <= 1


@given(seeds)
def test_turning_keeps_the_garment_in_view(seed: int) -> None:
    picture = warped(np.random.default_rng(seed), np.pad(np.ones((28, 28), np.float32), 14))
    rows, columns = np.nonzero(picture > 0.5)
    assert 0.12 < len(rows) / SIDE**2 < 0.5  # about the quarter that it was
    assert abs(rows.mean() - 13.5) < 6
    assert abs(columns.mean() - 13.5) < 6


@given(seeds)
def test_folds_are_smooth_light_and_shade(seed: int) -> None:
    light_and_shade = folds(np.random.default_rng(seed), LARGE)
    assert light_and_shade.shape == (LARGE, LARGE)
    assert light_and_shade.dtype == np.float32
    steps = max(abs(np.diff(light_and_shade, axis=axis)).max() for axis in (0, 1))
    assert 0 < steps < 0.5 * np.ptp(light_and_shade)


def residual(values: NDArray[np.floating[Any]], rows: NDArray[np.float64]) -> float:
    """How far values are off the best plane through them, at most."""
    rows = np.column_stack([rows, np.ones(len(rows))])
    return float(abs(values - rows @ np.linalg.lstsq(rows, values)[0]).max())


def test_a_flat_garment_gets_folds() -> None:
    flat = np.full((LARGE, LARGE), 0.6, np.float32)
    places = np.argwhere(flat).astype(np.float64)
    creased = [
        residual(relit(np.random.default_rng(seed), flat).ravel().astype(np.float64), places)
        for seed in range(20)
    ]
    assert np.median(creased) > 0.02


@given(seeds)
def test_a_mesh_that_is_only_turned_and_stretched_is_what_pillow_makes_of_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    picture = rng.random((LARGE, LARGE), np.float32)
    matrix, offset = rng.normal(0, 1.5, (2, 2)), rng.uniform(0, LARGE, 2)
    expected = Image.fromarray(picture).transform(
        (SIDE, SIDE),
        Image.Transform.AFFINE,
        (*matrix[0], offset[0], *matrix[1], offset[1]),
        Image.Resampling.BILINEAR,
    )
    found = taken(picture, mesh() @ matrix.T + offset)
    off = abs(found - np.asarray(expected)) > 1e-3
    assert off.mean() < 0.02  # where a pixel lies on the very edge, rounding decides


@given(st.integers(0, CELLS), st.integers(0, CELLS))
def test_a_corner_that_moves_takes_its_own_cells_along(row: int, column: int) -> None:
    picture = np.random.default_rng(1).random((LARGE, LARGE), np.float32)
    corners = 2 * mesh()
    straight = taken(picture, corners)
    corners[row, column] += 3
    moved = np.argwhere(taken(picture, corners) != straight) // (SIDE // CELLS)
    assert len(moved) > 0
    assert set(moved[:, 0].tolist()) <= {row - 1, row}
    assert set(moved[:, 1].tolist()) <= {column - 1, column}


def test_straight_edges_are_bent() -> None:
    half = np.zeros((LARGE, LARGE), np.float32)
    half[:, : LARGE // 2] = 1
    rows = np.arange(SIDE, dtype=np.float64)[4:-4, None]
    bends = [
        residual(warped(np.random.default_rng(seed), half)[4:-4].sum(axis=1), rows)
        for seed in range(40)
    ]
    assert np.median(bends) > 0.3  # pixels


def test_close_ups_are_bent_like_the_rest() -> None:
    ramp = np.tile(np.linspace(0, 1, LARGE, dtype=np.float32), (LARGE, 1))
    rows, columns = np.indices((SIDE, SIDE))
    middle = (abs(rows - 13.5) < 6) & (abs(columns - 13.5) < 6)
    places = np.argwhere(middle).astype(np.float64)

    def bend(part: float) -> float:
        """How many pixels the lines of equal gray are off straight ones."""
        off = [
            residual(warped(np.random.default_rng(seed), ramp, part)[middle] * LARGE, places)
            for seed in range(100)
        ]
        return float(np.median(off)) / (part * LARGE / SIDE)

    assert bend(0.6) == pytest.approx(bend(1), rel=0.25)


def test_a_part_is_shown_larger_and_not_always_the_same_one() -> None:
    def areas(part: float) -> list[float]:
        rng = np.random.default_rng(1)
        return [float(warped(rng, picture, part).sum()) for _ in range(100)]

    picture = np.zeros((LARGE, LARGE), np.float32)
    picture[12:20, 24:32] = 1
    whole, half = areas(1), areas(0.5)
    assert min(whole) > 0
    larger = np.quantile(half, 0.9) / np.quantile(whole, 0.9)
    assert 3 < larger < 5  # four times, but for the chance in every zoom and bend
    assert min(half) == 0


@given(seeds)
def test_fashion_mnist_in_a_photos_style(seed: int) -> None:
    picture, inside = np.zeros((2, SIDE, SIDE), np.float32)
    inside[4:24, 8:20] = 1
    picture[4:24, 8:20] = np.linspace(0, 1, 12, dtype=np.float32)
    seen = styled(np.random.default_rng(seed), picture, inside)
    assert seen.shape == (LARGE, LARGE)
    assert (seen[:6] == 0).all()
    assert (seen[:, :14] == 0).all()
    assert seen[12:44, 20:36].min() >= FLOOR - 1e-6
    assert seen.max() <= 1


def test_the_style_knows_both_polarities() -> None:
    picture, inside = np.zeros((2, SIDE, SIDE), np.float32)
    inside[:] = 1
    picture[:] = np.linspace(0, 1, SIDE, dtype=np.float32)
    rng = np.random.default_rng(1)
    rising = [np.diff(styled(rng, picture, inside)[30]).mean() > 0 for _ in range(100)]
    assert 20 < sum(rising) < 90


@given(seeds)
def test_a_picture_with_a_piece_of_another_is_both_by_area(seed: int) -> None:
    gray = np.linspace(0.1, 0.8, 8, dtype=np.float32)
    pictures = np.broadcast_to(gray[:, None, None], (8, SIDE, SIDE))
    rng = np.random.default_rng(seed)
    mixed, targets = cut_mixed(rng, pictures, np.eye(8, 9, dtype=np.float32), 0.3)
    assert (targets[range(8), 0, range(8)] >= 0.5).all()
    for picture, weights in zip(mixed, targets.sum(axis=1), strict=True):
        areas = [(picture == value).mean() for value in gray]
        np.testing.assert_allclose(weights, [*areas, 0], atol=1e-6)


def test_some_pictures_are_mixed_and_none_that_shows_no_class() -> None:
    rng = np.random.default_rng(1)
    pictures = rng.random((400, SIDE, SIDE), np.float32)
    labels = rng.integers(0, 4, 400)
    mixed, targets = cut_mixed(rng, pictures, np.eye(4, dtype=np.float32)[labels], 0.3)
    touched = (mixed != pictures).any(axis=(1, 2))
    np.testing.assert_array_equal(touched, targets[:, 1].any(axis=1))
    assert not targets[:, 1, -1].any()
    assert not touched[labels == 3].any()
    assert 0.1 < touched[labels != 3].mean() < 0.35
