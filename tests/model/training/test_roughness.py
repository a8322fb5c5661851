"""Rough masks are wrong where the segmenter's are: at their edges."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from model.training.roughness import roughened

seeds = st.integers(0, 2**32 - 1)


@given(seeds)
def test_a_rough_mask_is_wrong_at_its_edge_only(seed: int) -> None:
    mask = np.zeros((96, 96), np.float32)
    mask[48:] = 1
    rough = roughened(np.random.default_rng(seed), mask)
    assert rough.shape == mask.shape
    assert rough.dtype == np.float32
    assert 0 <= rough.min() <= rough.max() <= 1
    np.testing.assert_array_equal(rough[:16], 0)
    np.testing.assert_array_equal(rough[80:], 1)
    np.testing.assert_array_equal(rough, roughened(np.random.default_rng(seed), mask))


def test_rough_masks_differ_and_keep_most_of_the_garment() -> None:
    rng = np.random.default_rng(1)
    mask = np.zeros((96, 96), np.float32)
    mask[20:76, 30:66] = 1
    rough = np.stack([roughened(rng, mask) for _ in range(100)])
    assert len({each.tobytes() for each in rough}) == 100
    found, wanted = rough > 0.5, mask > 0.5
    agreement = (found & wanted).sum((1, 2)) / (found | wanted).sum((1, 2))
    assert agreement.min() > 0.4
    assert 0.85 < agreement.mean() < 0.99
    for even in (np.zeros_like(mask), np.ones_like(mask)):
        np.testing.assert_array_equal(roughened(rng, even), even)
