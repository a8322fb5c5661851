"""Mask refinement: what the segmenter doubts is decided by the picture's own colours.

Before a carpet or a blanket that it has never seen, the segmenter leaves haze around the garment.
What it is sure of tells how the garment and how the ground are coloured in this very picture; every
pixel is then judged anew by both. The two histograms are those of Boykov and Jolly 2001,
"Interactive Graph Cuts for Optimal Boundary & Region Segmentation of Objects in N-D Images",
section 2.5, with the segmenter's mask in place of a person's strokes and of the graph.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

BINS: Final = 24
"""Steps of each colour channel."""

WEIGHT: Final = 0.5
"""How much a pixel's colour counts beside what the segmenter says of its place."""

ROUNDS: Final = 2
"""How often garment and ground are told apart, each time by what the last round found."""

MOST: Final = 4.0
"""The most that a colour says for either side before it is weighted, as a logarithm of odds."""

PRIOR: Final = 50.0
"""Pixels that either side has besides those it is sure of, so that a handful can't shout."""

Floats = NDArray[np.float32]


def refined(picture: Floats, mask: Floats) -> Floats:
    """Sharpen a mask by the colours of the garment and of the ground.

    Parameters
    ----------
    picture : ndarray of float32, shape (m, n, 3)
        RGB in 0..1.
    mask : ndarray of float32, shape (m, n)
        0 for background to 1 for garment.

    Returns
    -------
    ndarray of float32, shape (m, n)
        In 0..1.
    """
    levels = np.minimum((picture * BINS).astype(np.int64), BINS - 1)
    colours = np.ravel_multi_index(tuple(np.moveaxis(levels, -1, 0)), (BINS,) * 3).reshape(-1)
    likely = np.clip(mask, 0.01, 0.99)
    place = np.log(likely / (1 - likely))
    for _ in range(ROUNDS):
        sureness = np.clip((2 * mask - 1) * 2, -1, 1).reshape(-1)
        odds = _odds(colours, np.maximum(sureness, 0), np.maximum(-sureness, 0))
        mask = 1 / (1 + np.exp(-place - WEIGHT * odds.reshape(mask.shape)))
    return mask.astype(np.float32)


def _odds(colours: NDArray[np.int64], garment: Floats, ground: Floats) -> NDArray[np.float64]:
    """Tell how much likelier each pixel's colour is in the garment than in the ground."""
    least = 1 / len(colours)  # a colour that neither has says nothing
    ours, theirs = (
        np.log(_histogram(colours, side) / (side.sum() + PRIOR) + least)
        for side in (garment, ground)
    )
    return np.asarray(np.clip(ours - theirs, -MOST, MOST).reshape(-1)[colours], np.float64)


def _histogram(colours: NDArray[np.int64], weights: Floats) -> NDArray[np.float64]:
    """Count colours; each bin shares half of what it holds with its neighbours along a channel."""
    counts = np.asarray(np.bincount(colours, weights, BINS**3), np.float64).reshape((BINS,) * 3)
    for axis in range(3):
        wide = np.pad(np.moveaxis(counts, axis, 0), ((1, 1), (0, 0), (0, 0)), mode="edge")
        counts = np.moveaxis((wide[:-2] + 2 * wide[1:-1] + wide[2:]) / 4, 0, axis)
    return counts
