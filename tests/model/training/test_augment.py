"""Variations stay pictures, differ, and follow from their seed."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.prepare import FLOOR, LARGE, SIDE
from model.training.augment import (
    cut_mixed,
    erased,
    light,
    negated,
    relit,
    strong,
    styled,
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
        assert abs(row - 10) <= 1
        assert min(abs(column - 12), abs(column - (SIDE - 1 - 12))) <= 1


@given(seeds)
def test_erasing_is_one_rectangle_of_limited_size(seed: int) -> None:
    picture = np.full((SIDE, SIDE), 2, np.float32)  # no patch holds a 2
    gone = erased(np.random.default_rng(seed), picture) != 2
    rows, columns = np.flatnonzero(gone.any(axis=1)), np.flatnonzero(gone.any(axis=0))
    assert 1 <= gone.sum() <= 0.31 * SIDE * SIDE
    assert gone.sum() == (np.ptp(rows) + 1) * (np.ptp(columns) + 1)


def test_erasing_reaches_every_edge() -> None:
    whole = np.full((SIDE, SIDE), 2, np.float32)
    rng = np.random.default_rng(5)
    often = sum(erased(rng, whole) != 2 for _ in range(2_000))
    for edge in (often[0], often[-1], often[:, 0], often[:, -1]):
        assert edge.max() > 0


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


def test_a_part_is_shown_larger_and_not_always_the_same_one() -> None:
    def areas(part: float) -> list[float]:
        rng = np.random.default_rng(1)
        return [float(warped(rng, picture, part).sum()) for _ in range(100)]

    picture = np.zeros((LARGE, LARGE), np.float32)
    picture[12:20, 24:32] = 1
    whole, half = areas(1), areas(0.5)
    assert min(whole) > 0
    assert max(half) > 3 * max(whole)  # four times, but for the chance in every zoom
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
