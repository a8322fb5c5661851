"""Rough masks: training photos cut out no better than other people's.

The segmenter has learned the training photos by heart, so its masks of them are too good to learn
from.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from model.segmenter import Segmenter

ROUGH: Final = 0.5
"""Share of the masks whose edges are made to wander."""

Mask = NDArray[np.float32]


def roughly(rng: np.random.Generator, segment: Segmenter) -> Segmenter:
    """Make a segmenter rougher: some of its masks are `roughened`, presence stays."""

    def segmented(pictures: NDArray[np.float32]) -> tuple[Mask, NDArray[np.float32]]:
        masks, presence = segment(pictures)
        rough = [roughened(rng, mask) if rng.random() < ROUGH else mask for mask in masks]
        return np.stack(rough), presence

    return segmented


def roughened(rng: np.random.Generator, mask: Mask) -> Mask:
    """Let the edge of a mask wander, as the segmenter's does on grounds that it has never seen.

    Parameters
    ----------
    mask : ndarray of float32, shape (m, n)
        In 0..1.

    Returns
    -------
    ndarray of float32, shape (m, n)
        In 0..1.
    """
    image = Image.fromarray(np.round(mask * 255).astype(np.uint8))
    blurred = image.filter(ImageFilter.GaussianBlur(rng.uniform(1, 8)))
    soft = np.asarray(blurred, np.float32) / np.float32(255)
    cells = int(rng.integers(3, 12))
    coarse = rng.normal(0, rng.exponential(0.4), (cells, cells)).astype(np.float32)
    wander = np.asarray(Image.fromarray(coarse).resize(image.size, Image.Resampling.BICUBIC))
    return np.asarray(np.clip(mask + 4 * soft * (1 - soft) * wander, 0, 1), np.float32)
