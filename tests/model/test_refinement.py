"""What a mask leaves open is settled by colour; what it says plainly stays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.refinement import refined

SIDE = 48

Floats = NDArray[np.float32]

unit = st.floats(0, 1, width=32)


def scene(garment: str, ground: str) -> tuple[Floats, NDArray[np.bool_]]:
    """A garment in the middle of a ground, both with a camera's noise."""
    colours = {"navy": (0.1, 0.1, 0.35), "tan": (0.8, 0.7, 0.5), "white": (0.95, 0.95, 0.95)}
    inside = np.zeros((SIDE, SIDE), bool)
    inside[12:36, 16:32] = True
    picture = np.where(inside[..., None], colours[garment], colours[ground])
    noise = np.random.default_rng(1).normal(0, 0.03, picture.shape)
    return np.clip(picture + noise, 0, 1).astype(np.float32), inside


@pytest.mark.parametrize(
    ("garment", "ground"), [("navy", "tan"), ("tan", "navy"), ("white", "tan")]
)
def test_haze_before_the_ground_goes_and_a_pale_piece_of_the_garment_comes_back(
    garment: str, ground: str
) -> None:
    picture, inside = scene(garment, ground)
    mask = np.where(inside, 0.95, 0.05).astype(np.float32)
    mask[12:36, 32:40] = 0.65  # ground that is taken for garment
    mask[28:36, 16:32] = 0.35  # a hem that is taken for ground
    assert ((mask > 0.5) == inside).mean() < 0.87
    assert ((refined(picture, mask) > 0.5) == inside).mean() > 0.98


def test_where_colours_are_alike_the_mask_decides() -> None:
    picture, inside = scene("white", "white")
    mask = np.where(inside, 0.8, 0.2).astype(np.float32)
    np.testing.assert_array_equal(refined(picture, mask) > 0.5, inside)


@given(
    arrays(np.float32, (9, 7, 3), elements=unit),
    arrays(np.float32, (9, 7), elements=unit),
)
def test_any_mask_stays_one_and_mirrors_with_its_picture(picture: Floats, mask: Floats) -> None:
    found = refined(picture, mask)
    assert found.shape == mask.shape
    assert found.dtype == np.float32
    assert 0 <= found.min() <= found.max() <= 1
    mirrored = refined(picture[:, ::-1], mask[:, ::-1])
    np.testing.assert_allclose(mirrored[:, ::-1], found, atol=1e-5)


def test_colours_of_neither_side_say_nothing() -> None:
    rng = np.random.default_rng(1)
    picture, inside = scene("navy", "tan")
    mask = np.where(inside, 0.95, 0.05).astype(np.float32)
    unseen = np.zeros_like(inside)
    unseen[2:8, 36:44] = True
    picture[unseen] = 0.2, 0.9, 0.3  # a leaf on the ground, which the segmenter doubts
    for doubt in (0.3, 0.7):
        mask[unseen] = doubt
        assert ((refined(picture, mask)[unseen] > 0.5) == (doubt > 0.5)).all()
    doubtful = np.full((SIDE, SIDE), 0.2, np.float32)
    assert (refined(rng.random((SIDE, SIDE, 3), np.float32), doubtful) < 0.5).all()


def test_colour_alone_overturns_nothing_that_the_mask_is_sure_of() -> None:
    picture, inside = scene("navy", "tan")
    mask = np.where(inside, 0.95, 0.05).astype(np.float32)
    elsewhere = np.zeros_like(inside)
    elsewhere[2:8, 36:44] = True
    picture[elsewhere] = picture[14:20, 18:26].reshape(-1, 3)  # a toy of the garment's colour
    mask[elsewhere] = 0.1
    assert (refined(picture, mask)[elsewhere] < 0.5).all()
