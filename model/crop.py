"""Cut the garment out of the picture: its box, and how much of each pixel is garment."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

STRAY: Final = 0.003
"""Share of the mask's mass that may lie beyond each edge of the box: specks, not garments."""

GARMENT: Final = 0.5
"""A mask above it says garment rather than background."""

DOUBT: Final = 0.2
"""Masks closer to `GARMENT` than this are left soft; beyond it they are taken at their word."""

LEAST: Final = 0.004
"""Share of the picture that a garment must fill; below it the whole picture is taken."""

LONG_EDGE: Final = 112
"""Long edge of a cut-out in pixels: four times what the network sees."""


@dataclass(frozen=True, slots=True, eq=False)
class Cutout:
    """A garment without its background.

    Attributes
    ----------
    rgb : ndarray of uint8, shape (height, width, 3)
        The picture inside the box, the long edge at most `LONG_EDGE` pixels.
    alpha : ndarray of float32, shape (height, width)
        0 for background to 1 for garment.
    box : tuple of int
        Left, top, right, bottom in pixels of the picture it was cut from.
    """

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.float32]
    box: tuple[int, int, int, int]


def cut_out(picture: Image.Image, mask: NDArray[np.float32]) -> Cutout:
    """Cut the garment out along a mask.

    Parameters
    ----------
    picture : PIL.Image.Image
        Upright RGB.
    mask : ndarray of float32, shape (m, n)
        0..1 over the whole picture, at any resolution.

    Returns
    -------
    Cutout
        What the garment's box holds, its long edge scaled down to `LONG_EDGE` pixels if it is
        longer; the whole picture, all of it garment, if the mask finds less than `LEAST`.
    """
    if (mask > GARMENT).mean() < LEAST:
        mask = np.ones_like(mask)
    mask = np.clip((mask - GARMENT) / (2 * DOUBT) + 0.5, 0, 1).astype(np.float32)
    rows, columns = mask.shape
    top, bottom = _extent(mask.sum(axis=1))
    left, right = _extent(mask.sum(axis=0))
    # In whole numbers: a rounding error would put an edge beyond the picture's.
    width, height = picture.size
    box = (
        left * width // columns,
        top * height // rows,
        -(-right * width // columns),
        -(-bottom * height // rows),
    )
    size = _fitted(box[2] - box[0], box[3] - box[1])
    rgb = picture.resize(size, Image.Resampling.BOX, box=box, reducing_gap=2.0)
    alpha = Image.fromarray(mask).resize(
        size,
        Image.Resampling.BILINEAR,
        box=(
            box[0] * columns / width,
            box[1] * rows / height,
            box[2] * columns / width,
            box[3] * rows / height,
        ),
    )
    return Cutout(np.asarray(rgb), np.clip(np.asarray(alpha), 0, 1), box)


def _extent(mass: NDArray[np.float32]) -> tuple[int, int]:
    """Find the range of rows, or columns, that holds all but the stray share at either end."""
    share = np.cumsum(mass) / mass.sum()
    first = int(np.searchsorted(share, STRAY, side="right"))
    last = int(np.searchsorted(share, 1 - STRAY, side="left"))
    return min(first, last), min(last + 1, len(mass))


def _fitted(width: int, height: int) -> tuple[int, int]:
    """Scale a size down until its long edge is at most `LONG_EDGE`."""
    scale = min(1.0, LONG_EDGE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))
