"""Views show the same garment, and a mirrored picture has the same ones."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.views import VIEWS, mirrored, viewed

prepared = arrays(
    np.float32,
    st.tuples(st.integers(1, 3), st.just(28), st.just(28)),
    elements=st.floats(0, 1, width=32),
    fill=st.just(0),
)


@settings(deadline=None)
@given(prepared)
def test_views_are_pictures_like_the_first(pictures: NDArray[np.float32]) -> None:
    views = viewed(pictures)
    assert views.shape == (len(pictures), 2 + 2 * len(VIEWS), 28, 28)
    assert views.dtype == np.float32
    assert views.min() >= 0
    assert views.max() <= 1
    np.testing.assert_array_equal(views[:, 0], pictures)
    np.testing.assert_array_equal(views[:, 1], pictures[:, :, ::-1])


@settings(deadline=None)
@given(prepared)
def test_the_views_of_a_mirror_image_are_the_same(pictures: NDArray[np.float32]) -> None:
    straight, reversed_ = viewed(pictures), viewed(pictures[:, :, ::-1])
    for one, other in zip(straight, reversed_, strict=True):
        for view in one:
            assert min(np.abs(view - each).max() for each in other) < 1e-4


def test_a_garment_stays_in_the_middle() -> None:
    picture = np.zeros((28, 28), np.float32)
    picture[4:24, 10:18] = 1
    places = np.arange(28) + 0.5
    for view in viewed(picture[None])[0]:
        assert abs((view.sum(axis=0) * places).sum() / view.sum() - 14) < 0.1
        assert abs((view.sum(axis=1) * places).sum() / view.sum() - 14) < 0.1
    smaller, larger = (viewed(picture[None])[0, 2 + n].sum() for n in (1, 0))
    assert smaller < picture.sum() < larger


def test_mirrored_pairs() -> None:
    pictures = np.random.default_rng(1).random((2, 28, 28), np.float32)
    assert mirrored(pictures).shape == (2, 2, 28, 28)
