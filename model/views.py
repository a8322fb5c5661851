"""Views of a prepared picture: the same garment as it might as well have been photographed.

The classifier's logits are averaged over them (Krizhevsky et al. 2012, "ImageNet Classification
with Deep Convolutional Neural Networks", section 4.1, did so with crops and mirror images).
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.prepare import LARGE, SIDE

Floats = NDArray[np.float32]

VIEWS: Final = ((1.0, 0.0), (1.04, -6.0), (1.04, 6.0), (0.8, 0.0))
"""How much smaller each view shows the garment, and how far it is turned, in degrees.

The last is a close-up of the middle: buttons and zips need the scale.
"""


def mirrored(pictures: Floats) -> Floats:
    """Put each picture beside its mirror image: (n, 28, 28) to (n, 2, 28, 28)."""
    return np.stack([pictures, pictures[:, :, ::-1]], axis=1)


def viewed(pictures: Floats) -> Floats:
    """Show each picture straight, turned and from close up, and all of that mirrored.

    Parameters
    ----------
    pictures : ndarray of float32, shape (n, 56, 56)
        Prepared pictures, 0..1, at twice the network's resolution: turned at its own they would
        blur, and it was never shown blurred ones.

    Returns
    -------
    ndarray of float32, shape (n, 8, 28, 28)
        In 0..1. A mirrored picture has the same views in another order.
    """
    views = np.array([[_turned(picture, *view) for view in VIEWS] for picture in pictures])
    return np.concatenate([views, views[..., ::-1]], axis=1)


def front(picture: Floats) -> Floats:
    """Show a prepared picture, (56, 56), as the first view does: straight and in full; (28, 28)."""
    return _turned(picture, *VIEWS[0])


def _turned(picture: Floats, zoom: float, degrees: float) -> Floats:
    scale = zoom * LARGE / SIDE
    cos, sin = np.cos(np.deg2rad(degrees)) * scale, np.sin(np.deg2rad(degrees)) * scale
    here, there = SIDE / 2, LARGE / 2
    rows = (cos, -sin, there - (cos - sin) * here, sin, cos, there - (sin + cos) * here)
    view = Image.fromarray(picture).transform(
        (SIDE, SIDE), Image.Transform.AFFINE, rows, Image.Resampling.BILINEAR
    )
    return np.asarray(view, np.float32)
