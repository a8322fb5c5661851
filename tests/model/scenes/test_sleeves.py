"""Spread sleeves come to hang, and nothing else of a garment moves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from model.scenes.layer import Layer
from model.scenes.sleeves import hung


def cross(*, wide: int = 120, hem: int = 40) -> Layer:
    """A garment whose sleeves are spread: a trunk of 40×90 and a beam across it."""
    alpha = np.zeros((90, 120), np.uint8)
    alpha[:, 40:80] = 255
    alpha[5:25, 60 - wide // 2 : 60 + wide // 2] = 255
    alpha[80:, 60 - hem // 2 : 60 + hem // 2] = 255
    return Layer(Image.new("RGB", (120, 90), "red"), Image.fromarray(alpha)).trimmed()


@pytest.mark.parametrize("blur", [0, 1, 1.5])
def test_spread_sleeves_are_turned_down(blur: float) -> None:
    sharp = cross()
    alpha = sharp.alpha.filter(ImageFilter.GaussianBlur(blur))
    spread = Layer(sharp.picture, alpha).trimmed()
    hanging, trunk = hung(spread, (0.2, 0.2))
    assert trunk == 40
    assert hanging.alpha.width < 0.8 * spread.alpha.width
    assert hanging.alpha.height <= spread.alpha.height + 1
    covered = np.asarray(hanging.alpha) > 127
    assert covered.sum() == pytest.approx((np.asarray(spread.alpha) > 127).sum(), rel=0.15)
    middle = covered.shape[1] // 2
    assert covered[:, middle - 19 : middle + 19].all()
    assert (np.asarray(hanging.picture)[covered] == (255, 0, 0)).all()


def test_sleeves_are_turned_no_further_than_asked() -> None:
    little, _ = hung(cross(), (0.8, 0.8))
    much, _ = hung(cross(), (0.1, 0.1))
    assert much.alpha.width < little.alpha.width < cross().alpha.width
    spread, _ = hung(cross(), (np.pi, np.pi))
    assert spread.alpha.tobytes() == cross().alpha.tobytes()


def test_the_trunk_stays_in_the_middle() -> None:
    hanging, _ = hung(cross(), (0.05, 0.5))
    covered = np.asarray(hanging.alpha)[-5:] > 127
    columns = np.flatnonzero(covered.any(axis=0))
    assert columns.mean() + 0.5 == pytest.approx(hanging.alpha.width / 2, abs=1)


def test_sleeves_that_lie_beside_the_trunk_are_none_of_it() -> None:
    alpha = np.zeros((90, 120), np.uint8)
    alpha[:, 40:80] = 255
    alpha[5:25, 20:100] = alpha[5:85, 20:32] = alpha[5:85, 88:100] = 255
    garment = Layer(Image.new("RGB", (120, 90), "red"), Image.fromarray(alpha)).trimmed()
    hanging, trunk = hung(garment, (0.1, 0.1))
    assert trunk == 40
    assert hanging.alpha.tobytes() == garment.alpha.tobytes()


def test_a_wide_hem_is_no_sleeve() -> None:
    hemmed, _ = hung(cross(wide=40, hem=60), (0.1, 0.1))
    assert hemmed.alpha.tobytes() == cross(wide=40, hem=60).alpha.tobytes()


@given(seed=st.integers(0, 2**32 - 1), size=st.tuples(st.integers(1, 40), st.integers(1, 40)))
def test_whatever_was_cut_out_can_be_hung(seed: int, size: tuple[int, int]) -> None:
    rng = np.random.default_rng(seed)
    alpha = Image.fromarray((rng.random(size) < rng.random()).astype(np.uint8) * 255)
    hanging, trunk = hung(Layer(Image.new("RGB", alpha.size), alpha), (0.1, 0.3))
    assert hanging.picture.size == hanging.alpha.size
    assert alpha.width / 4 <= trunk <= alpha.width


def test_each_sleeve_hangs_as_its_own_arm_does() -> None:
    hanging, _ = hung(cross(), (0.1, 1.2))
    columns = np.flatnonzero((np.asarray(hanging.alpha) > 127).any(axis=0))
    left, right = columns[0], hanging.alpha.width - 1 - columns[-1]
    assert left > right + 10
    other, _ = hung(cross(), (1.2, 0.1))
    mirrored = np.asarray(other.alpha)[:, ::-1] > 127
    assert ((np.asarray(hanging.alpha) > 127) != mirrored).mean() < 0.03
