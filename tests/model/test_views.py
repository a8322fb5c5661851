"""Views show the same garment, and a mirrored picture has the same ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.views import VIEWS, front, mirrored, viewed

prepared = arrays(
    np.float32,
    st.tuples(st.integers(1, 3), st.just(56), st.just(56)),
    elements=st.floats(0, 1, width=32),
    fill=st.just(0),
)


@given(prepared)
def test_views_are_of_the_networks_size_and_in_range(pictures: NDArray[np.float32]) -> None:
    views = viewed(pictures)
    assert views.shape == (len(pictures), 2 * len(VIEWS), 28, 28)
    assert views.dtype == np.float32
    assert views.min() >= 0
    assert views.max() <= 1


@given(prepared)
def test_the_first_view_is_the_front_at_half_the_size(pictures: NDArray[np.float32]) -> None:
    halved = pictures.reshape(-1, 28, 2, 28, 2).mean(axis=(2, 4))
    np.testing.assert_allclose(viewed(pictures)[:, 0], halved, atol=1e-3)
    np.testing.assert_array_equal(viewed(pictures)[:, 0], np.stack(list(map(front, pictures))))


@given(prepared)
def test_the_views_of_a_mirror_image_are_the_same(pictures: NDArray[np.float32]) -> None:
    straight, reversed_ = viewed(pictures), viewed(pictures[:, :, ::-1])
    for one, other in zip(straight, reversed_, strict=True):
        for view in one:
            assert min(np.abs(view - each).max() for each in other) < 1e-3


def test_a_garment_stays_in_the_middle_shrinks_and_grows() -> None:
    picture = np.zeros((1, 56, 56), np.float32)
    picture[:, 8:48, 20:36] = 1
    places = np.arange(28) + 0.5
    views = viewed(picture)[0]
    for view in views:
        assert abs((view.sum(axis=0) * places).sum() / view.sum() - 14) < 0.1
        assert abs((view.sum(axis=1) * places).sum() / view.sum() - 14) < 0.1
    assert views[1].sum() < views[0].sum() < views[3].sum()


def test_mirrored_pairs() -> None:
    pictures = np.random.default_rng(1).random((2, 28, 28), np.float32)
    straight, reversed_ = mirrored(pictures).transpose(1, 0, 2, 3)
    np.testing.assert_array_equal(straight, pictures)
    np.testing.assert_array_equal(reversed_, pictures[:, :, ::-1])


def test_turned_views_are_turned_and_not_slanted() -> None:
    def lean(view: NDArray[np.float32]) -> float:
        """Degrees between a bar and the horizontal, clockwise."""
        y, x = np.nonzero(view > 0.5)
        (xx, xy), (_, yy) = np.cov(x, y)
        return float(np.rad2deg(np.arctan2(2 * xy, xx - yy)) / 2)

    lying = np.zeros((1, 56, 56), np.float32)
    lying[:, 26:30, 8:48] = 1
    leans = []
    for along, across in zip(viewed(lying)[0], viewed(lying.transpose(0, 2, 1))[0], strict=True):
        assert (lean(along) - lean(across)) % 180 == pytest.approx(90, abs=1)
        leans.append(lean(along))
    turned = [degrees for _, degrees in VIEWS]
    assert sorted(leans) == pytest.approx(sorted([*turned, *(-each for each in turned)]), abs=1)
