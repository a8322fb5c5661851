"""From a cut-out garment to what the network sees, as Fashion-MNIST's makers did it.

They trimmed the shop's photo, fitted its long edge to 28 pixels, centred it and negated it, so that
the background is black (Xiao et al. 2017, arXiv:1708.07747, section 2). A phone photo differs in
its light: here the garment's own light and dark are spread, and lifted clear of the background.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.crop import Cutout

SIDE: Final = 28
"""Height and width of the network's input."""

LARGE: Final = 2 * SIDE
"""Side of a prepared picture: it is turned and zoomed before it shrinks to the network's input."""

FLOOR: Final = 0.25
"""The darkest a garment gets; the background is 0."""

SPREAD: Final = 0.17
"""Standard deviation that a garment's brightness is brought towards."""

GAIN: Final = 3.0
"""The most that contrast is raised; beyond it the camera's noise would show."""

DESCRIPTION: Final = (
    "cut out by the segmenter and refined by colour, Rec. 601 gray negated, contrast spread within "
    f"the garment and lifted to {FLOOR}..1, long edge fitted to {LARGE}, centred on black, shown "
    f"in eight views of {SIDE} by {SIDE}"
)
"""How a photo becomes the network's input, in a sentence, for the card."""


def prepare(cutout: Cutout) -> NDArray[np.float32]:
    """Make a cut-out into what `model.views` shows the network.

    Returns
    -------
    ndarray of float32, shape (56, 56)
        0 (background) to 1.
    """
    gray = cutout.rgb.astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)
    negated = np.asarray(1 - gray / 255, np.float32)
    lifted = spread(negated, cutout.alpha) * cutout.alpha
    height, width = lifted.shape
    scale = LARGE / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = Image.fromarray(lifted).resize(
        size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR
    )
    prepared = np.zeros((LARGE, LARGE), np.float32)
    top, left = (LARGE - size[1]) // 2, (LARGE - size[0]) // 2
    prepared[top : top + size[1], left : left + size[0]] = np.asarray(small)
    return np.asarray(np.clip(prepared, 0, 1), np.float32)


def spread(value: NDArray[np.float32], alpha: NDArray[np.float32]) -> NDArray[np.float32]:
    """Spread brightness within a garment and lift it clear of the background.

    Parameters
    ----------
    value : ndarray of float32
        Brightness, 0..1.
    alpha : ndarray of float32, of the same shape
        How much of each pixel is garment, 0..1.

    Returns
    -------
    ndarray of float32, of the same shape
        In `FLOOR`..1.
    """
    weight = alpha / max(float(alpha.sum()), 1e-6)
    mean = float((value * weight).sum())
    deviation = float(np.sqrt(((value - mean) ** 2 * weight).sum()))
    gain = min(GAIN, max(1.0, SPREAD / max(deviation, 1e-6)))
    half = (1 - FLOOR) / 2
    centre = FLOOR + half + (mean - 0.5) * half  # half of the way to the middle
    return np.asarray(np.clip(centre + (value - mean) * gain, FLOOR, 1), np.float32)
