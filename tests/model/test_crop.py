"""A garment is cut out wherever it lies, whatever lies around it."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from model.crop import LONG_EDGE, cut_out
from model.segmenter import SIDE

Mask = NDArray[np.float32]

edges = st.integers(1, 480)
cells = st.integers(0, SIDE - 1)


def block(top: int, left: int, bottom: int, right: int) -> Mask:
    """A mask of one rectangle."""
    mask = np.zeros((SIDE, SIDE), np.float32)
    mask[top:bottom, left:right] = 1
    return mask


@st.composite
def blocks(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """Rectangles that are large enough to be a garment."""
    height, width = draw(st.integers(8, SIDE)), draw(st.integers(8, SIDE))
    top, left = draw(st.integers(0, SIDE - height)), draw(st.integers(0, SIDE - width))
    return top, left, top + height, left + width


@given(edges, edges, st.integers(64, 256), st.integers(0, 2**32 - 1))
@example(width=49, height=49, side=112, seed=0)
def test_whatever_the_mask_the_cutout_fits(width: int, height: int, side: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    mask = rng.random((side, side)).astype(np.float32) ** np.float32(rng.uniform(0.1, 30))
    cutout = cut_out(Image.new("RGB", (width, height), "teal"), mask)
    left, top, right, bottom = cutout.box
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert cutout.rgb.shape == (*cutout.alpha.shape, 3)
    assert cutout.rgb.dtype == np.uint8
    assert cutout.alpha.dtype == np.float32
    assert min(cutout.alpha.shape) >= 1
    assert max(cutout.alpha.shape) <= LONG_EDGE
    assert cutout.alpha.min() >= 0
    assert cutout.alpha.max() <= 1
    assert (cutout.rgb == (0, 128, 128)).all()


@given(blocks(), st.integers(20, 480), st.integers(20, 480))
def test_the_box_is_the_garments(where: tuple[int, int, int, int], width: int, height: int) -> None:
    top, left, bottom, right = where
    cutout = cut_out(Image.new("RGB", (width, height)), block(*where))
    exact = (left * width, top * height, right * width, bottom * height)
    # Up to a pixel of the mask at each edge may count as strays.
    slack = np.array([width, height, width, height]) / SIDE + 1
    assert (np.abs(np.array(cutout.box) - np.array(exact) / SIDE) <= slack).all()


@given(blocks())
def test_a_cutout_keeps_proportions(where: tuple[int, int, int, int]) -> None:
    cutout = cut_out(Image.new("RGB", (400, 300)), block(*where))
    left, top, right, bottom = cutout.box
    height, width = cutout.alpha.shape
    assert width / height == pytest.approx((right - left) / (bottom - top), rel=0.15)


def test_the_cutout_is_the_garment_and_its_mask() -> None:
    picture = Image.new("RGB", (480, 480), "white")
    picture.paste("red", (100, 50, 300, 250))
    cutout = cut_out(picture, block(10, 20, 50, 60))
    assert cutout.box == (100, 50, 300, 250)
    assert cutout.alpha.shape == (LONG_EDGE, LONG_EDGE)
    assert (cutout.rgb == (255, 0, 0)).all()
    assert (cutout.alpha[1:-1, 1:-1] > 0.99).all()


def test_a_hole_stays_transparent() -> None:
    mask = block(10, 10, 80, 80)
    mask[30:60, 30:60] = 0
    alpha = cut_out(Image.new("RGB", (480, 480)), mask).alpha
    assert alpha[56, 56] == 0
    assert alpha[5, 56] == 1


@pytest.mark.parametrize("turned", [False, True])
def test_alpha_and_colour_change_at_the_same_pixel(*, turned: bool) -> None:
    mask = block(40, 27, 60, 64)  # from 75.94 to 180 of 270 pixels
    mask[45:60, 27:32] = 0  # up to 90
    picture = Image.new("RGB", (270, 480), "white")
    picture.paste("red", (76, 200, 180, 300))
    picture.paste("white", (76, 225, 90, 300))
    if turned:
        picture, mask = picture.transpose(Image.Transpose.TRANSPOSE), mask.T
    cutout = cut_out(picture, mask)
    red, alpha = cutout.rgb[..., 1] == 0, cutout.alpha
    if turned:
        red, alpha = red.T, alpha.T
    assert alpha.shape == (100, 105)  # no longer than LONG_EDGE: no pixel is scaled
    for line in (np.s_[60, :], np.s_[:, 5]):
        assert ((alpha > 0.5)[line] == red[line]).all()
    # A pixel is 270 / 96 of the mask's wide, and its middle half a pixel from the edge.
    assert alpha[60, 14:16] == pytest.approx([0.5 - 0.5 * 96 / 270, 0.5 + 0.5 * 96 / 270])


def test_a_large_garment_is_averaged_on_its_way_to_a_small_one() -> None:
    stripes = np.zeros((480, 480, 3), np.uint8)
    stripes[:, ::2] = 255
    cutout = cut_out(Image.fromarray(stripes), block(0, 0, SIDE, SIDE))
    assert cutout.rgb.shape == (LONG_EDGE, LONG_EDGE, 3)
    assert cutout.rgb == pytest.approx(127.5, abs=1)


@pytest.mark.parametrize(("level", "alpha"), [(0.3, 0), (0.4, 0.25), (0.6, 0.75), (0.7, 1)])
def test_doubt_stays_soft(level: float, alpha: float) -> None:
    mask = block(10, 10, 80, 80)
    mask[30:60, 30:60] = level
    cutout = cut_out(Image.new("RGB", (480, 480)), mask)
    assert cutout.alpha[56, 56] == pytest.approx(alpha, abs=1e-6)


@pytest.mark.parametrize("picture", [(1, 480), (480, 1), (1, 1), (2, 3)])
def test_thin_and_tiny_pictures(picture: tuple[int, int]) -> None:
    cutout = cut_out(Image.new("RGB", picture, "red"), block(40, 40, 60, 60))
    assert (cutout.rgb == (255, 0, 0)).all()
    assert 0 < cutout.alpha.max() <= 1


def test_a_speck_far_away_does_not_widen_the_box() -> None:
    mask = block(30, 30, 80, 80)
    alone = cut_out(Image.new("RGB", (480, 480)), mask)
    mask[2:4, 2:4] = 1
    assert cut_out(Image.new("RGB", (480, 480)), mask).box == alone.box


def test_haze_does_not_widen_the_box() -> None:
    mask = block(30, 30, 80, 80)
    clear = cut_out(Image.new("RGB", (480, 480)), mask)
    hazy = cut_out(Image.new("RGB", (480, 480)), np.maximum(mask, np.float32(0.25)))
    assert hazy.box == clear.box
    assert hazy.alpha.tolist() == clear.alpha.tolist()


@pytest.mark.parametrize("level", [0.0, 0.2, 0.49])
def test_without_a_garment_the_whole_picture_is_taken(level: float) -> None:
    mask = np.full((SIDE, SIDE), level, np.float32)
    cutout = cut_out(Image.new("RGB", (320, 200), "red"), mask)
    assert cutout.box == (0, 0, 320, 200)
    assert (cutout.alpha == 1).all()


def test_a_garment_may_be_small_but_not_a_speck() -> None:
    picture = Image.new("RGB", (480, 480))
    assert cut_out(picture, block(40, 40, 47, 47)).box != (0, 0, 480, 480)
    assert cut_out(picture, block(40, 40, 45, 45)).box == (0, 0, 480, 480)


@given(blocks())
def test_nothing_is_changed_in_passing(where: tuple[int, int, int, int]) -> None:
    mask, picture = block(*where), Image.new("RGB", (96, 96), "red")
    before = mask.copy(), picture.tobytes()
    first, second = cut_out(picture, mask), cut_out(picture, mask)
    assert (mask == before[0]).all()
    assert picture.tobytes() == before[1]
    assert (first.rgb == second.rgb).all()
    assert (first.alpha == second.alpha).all()
    assert first.box == second.box
