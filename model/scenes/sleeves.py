"""Sleeves, which are spread where a garment lies and hang where it is worn."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.scenes.layer import Layer

SHOULDER = 0.4
"""A sleeve begins in so much of a garment's height, and its root is no larger."""

HALF = 127
"""Above this a mask, of 255, says garment."""

RIM = 3
"""So many pixels beside what is solid of a trunk are faint."""


def hung(garment: Layer, angles: tuple[float, float]) -> tuple[Layer, int]:
    """Turn spread sleeves down, until they are spread by no more than `angles`, in radians.

    Returns
    -------
    garment : Layer
        With its sleeves behind its trunk, which is in the middle.
    trunk : int
        The trunk's width in pixels; a quarter of the garment's at least.
    """
    alpha = np.asarray(garment.alpha)
    height, width = alpha.shape
    lower = alpha[height * 11 // 20 : -(-height * 9 // 10)] > HALF
    filled = np.flatnonzero(lower.mean(axis=0) > 0.5)
    if not len(filled):
        return garment, width
    left, right = int(filled[0]), int(filled[-1]) + 1
    room = ((0, height // 2), (width // 2, width // 2))  # for sleeves longer than the trunk
    picture = Image.fromarray(np.pad(np.asarray(garment.picture), (*room, (0, 0)), mode="edge"))
    trunk = np.ones(alpha.shape, bool)
    hanging = Layer(picture, Image.new("L", picture.size))
    for edge, side, angle in ((left, -1, angles[0]), (right - 1, 1, angles[1])):
        sleeve, root = _sleeve(alpha > HALF, edge, side)
        trunk &= ~sleeve
        shape = Layer(picture, Image.fromarray(np.pad(alpha * sleeve, room)))
        hanging = hanging.under(_turned(shape, (edge + width // 2, root), side, angle))
    hanging = hanging.under(Layer(picture, Image.fromarray(np.pad(alpha * trunk, room))))
    middle = width // 2 + (left + right) // 2
    return hanging.trimmed(middle), max(_middle_run(filled, width), -(-width // 4))


def _middle_run(filled: NDArray[np.int64], width: int) -> int:
    """Count the columns that are filled without a gap around the middle; all, if that is none.

    Sleeves that lie straight down beside the trunk are filled, too.
    """
    runs = np.split(filled, np.flatnonzero(np.diff(filled) > 1) + 1)
    around = [len(run) for run in runs if run[0] <= width // 2 <= run[-1]]
    return around[0] if around else int(filled[-1] - filled[0]) + 1


def _sleeve(solid: NDArray[np.bool_], edge: int, side: int) -> tuple[NDArray[np.bool_], float]:
    """Tell a sleeve from a wide hem: it leaves the trunk above. Give how far down its root is.

    Whatever is faint beside the trunk goes with the sleeve; it would stay behind as its outline.
    """
    beside = np.s_[:, edge::side] if side > 0 else np.s_[:, edge::-1]
    reach = np.cumprod(solid[beside], axis=1).sum(axis=1)
    leaves = np.flatnonzero(reach > 1)
    sleeve = np.zeros_like(solid)
    if not len(leaves) or leaves[0] > SHOULDER * len(solid):
        return sleeve, 0.0
    gaps = np.flatnonzero(np.diff(leaves) > 1)
    root = leaves[: gaps[0] + 1] if len(gaps) else leaves
    reach += RIM
    reach[root[0] : root[-1] + 1] = 1
    sleeve[beside] = np.arange(solid[beside].shape[1]) >= reach[:, None]
    return sleeve, float(root[root <= root[0] + SHOULDER * len(solid)].mean())


def _turned(sleeve: Layer, joint: tuple[float, float], side: int, angle: float) -> Layer:
    """Turn a sleeve down around its joint, if it is spread by more than `angle`."""
    rows, columns = np.nonzero(np.asarray(sleeve.alpha) > HALF)
    if not len(rows):
        return sleeve
    spread = np.arctan2(side * (columns.mean() - joint[0]), rows.mean() - joint[1])
    turn = -side * np.rad2deg(max(0.0, spread - angle))
    parts = (sleeve.picture, sleeve.alpha)
    return Layer(*(part.rotate(turn, Image.Resampling.BILINEAR, center=joint) for part in parts))
