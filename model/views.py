"""Views of a prepared picture: the same garment as it might as well have been photographed.

The classifier's logits are averaged over them (Krizhevsky et al. 2012, "ImageNet Classification
with Deep Convolutional Neural Networks", section 4.1, did so with crops and mirror images).
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.prepare import SIDE

Floats = NDArray[np.float32]

VIEWS: Final = ((0.94, 0.0), (1.08, 0.0), (1.04, -6.0), (1.04, 6.0))
"""How much smaller each view shows the garment, and how far it is turned, in degrees."""


def mirrored(pictures: Floats) -> Floats:
    """Put each picture beside its mirror image: (n, 28, 28) to (n, 2, 28, 28)."""
    return np.stack([pictures, pictures[:, :, ::-1]], axis=1)


def viewed(pictures: Floats) -> Floats:
    """Show each picture as it is, smaller, larger and turned, and all of that mirrored.

    Parameters
    ----------
    pictures : ndarray of float32, shape (n, 28, 28)
        Prepared pictures, 0..1.

    Returns
    -------
    ndarray of float32, shape (n, 10, 28, 28)
        In 0..1. A mirrored picture has the same views in another order.
    """
    both = mirrored(pictures)
    turned = [[_turned(one, *view) for one in pair for view in VIEWS] for pair in both]
    return np.concatenate([both, np.array(turned, np.float32).reshape(-1, 8, SIDE, SIDE)], axis=1)


def _turned(picture: Floats, zoom: float, degrees: float) -> Floats:
    cos, sin = (f(np.deg2rad(degrees)) * zoom for f in (np.cos, np.sin))
    middle = SIDE / 2
    rows = (cos, -sin, middle - (cos - sin) * middle, sin, cos, middle - (sin + cos) * middle)
    view = Image.fromarray(picture).transform(
        picture.shape, Image.Transform.AFFINE, rows, Image.Resampling.BICUBIC
    )
    return np.asarray(np.clip(np.asarray(view), 0, 1), np.float32)
