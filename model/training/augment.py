"""Variations of prepared pictures, so that the network has seen worse than what comes.

Raw Fashion-MNIST keeps its frame and is only shifted, mirrored and partly erased. Everything that
imitates a photo is turned, zoomed, relit and damaged as photos and their cut-outs are.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.prepare import FLOOR, LARGE, SIDE, spread

Picture = NDArray[np.float32]

CLOSE: Final = 0.2
"""How many of those that imitate photos show a part only: collars and zips need the scale."""


def light(rng: np.random.Generator, picture: Picture) -> Picture:
    """Shift, mirror and erase a raw Fashion-MNIST picture, shape (28, 28) in 0..1."""
    if rng.random() < 0.5:
        picture = picture[:, ::-1]
    down, right = rng.integers(0, 3, 2)
    picture = np.pad(picture, 1)[down : down + SIDE, right : right + SIDE]
    return erased(rng, picture) if rng.random() < 0.25 else picture


def strong(rng: np.random.Generator, picture: Picture) -> Picture:
    """Turn, zoom, relight and damage a photo's cut-out, shape (56, 56) in 0..1, to (28, 28)."""
    if rng.random() < 0.15:
        picture = negated(picture)
    part = rng.uniform(0.5, 0.8) if rng.random() < CLOSE else 1
    picture = warped(rng, relit(rng, picture), part)
    return erased(rng, picture) if rng.random() < 0.35 else picture


def styled(rng: np.random.Generator, picture: Picture, inside: Picture) -> Picture:
    """Make a raw Fashion-MNIST picture look like a photo's cut-out, before `strong`.

    Parameters
    ----------
    picture : ndarray of float32, shape (28, 28)
        In 0..1.
    inside : ndarray of float32, shape (28, 28)
        1 where the garment is, as `model.scenes.shop.fashion_mask` tells.

    Returns
    -------
    ndarray of float32, shape (56, 56)
        In 0..1, lifted off the background like a prepared photo.
    """
    value = 1 - picture if rng.random() < 0.4 else picture
    lifted = spread(value, inside) * inside
    return np.asarray(Image.fromarray(lifted).resize((LARGE, LARGE), Image.Resampling.BILINEAR))


def negated(picture: Picture) -> Picture:
    """Turn the garment's light into dark and back, and leave the background black."""
    return np.where(picture >= FLOOR, 1 + FLOOR - picture, picture)


def relit(rng: np.random.Generator, picture: Picture) -> Picture:
    """Change the garment's gamma, contrast and evenness of light."""
    inside = np.clip((picture - FLOOR) / (1 - FLOOR), 0, 1) ** np.float32(
        np.exp(rng.normal(0, 0.35))
    )
    inside = (inside - 0.5) * np.float32(rng.uniform(0.6, 1.3)) + np.float32(
        0.5 + rng.normal(0, 0.08)
    )
    slope = np.linspace(-1, 1, picture.shape[0], dtype=np.float32) * np.float32(rng.normal(0, 0.1))
    inside = inside + (slope if rng.random() < 0.5 else slope[:, None])
    lifted = FLOOR + np.clip(inside, 0, 1) * (1 - FLOOR)
    return np.where(picture >= FLOOR, lifted, picture).astype(np.float32)


def warped(rng: np.random.Generator, picture: Picture, part: float = 1) -> Picture:
    """Mirror, turn, zoom, shear and shift (56, 56) into (28, 28).

    Parameters
    ----------
    part : float
        Side of the square that is shown, as a share of the picture's; it lies anywhere in it.
    """
    angle = np.deg2rad(rng.normal(0, 8))
    if rng.random() < 0.06:
        angle += np.deg2rad(rng.uniform(-90, 90))
    zoom = part * np.exp(rng.normal(0.04, 0.07))
    stretch = np.exp(rng.normal(0, 0.08))
    shear = rng.normal(0, 0.06)
    mirror = rng.choice([-1, 1])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shape = np.array([[mirror * stretch, shear], [0, 1 / stretch]])
    matrix = turn @ shape * zoom * picture.shape[0] / SIDE
    centre = picture.shape[0] * (0.5 + (1 - part) * rng.uniform(-0.5, 0.5, 2))
    centre += rng.normal(0, 1.6, 2)
    offset = centre - matrix @ np.array([SIDE / 2, SIDE / 2])
    data = (*matrix[0], offset[0], *matrix[1], offset[1])
    small = Image.fromarray(picture).transform(
        (SIDE, SIDE), Image.Transform.AFFINE, data, Image.Resampling.BILINEAR
    )
    return np.asarray(small)


def erased(rng: np.random.Generator, picture: Picture) -> Picture:
    """Overwrite a rectangle: with noise, with nothing, or with one gray.

    Random erasing, Zhong et al. 2017, arXiv:1708.04896.
    """
    area = SIDE * SIDE * rng.uniform(0.02, 0.3)
    ratio = np.exp(rng.uniform(-1, 1))
    height, width = (int(min(SIDE - 1, np.sqrt(area * r))) for r in (ratio, 1 / ratio))
    top, left = rng.integers(0, SIDE - height + 1), rng.integers(0, SIDE - width + 1)
    picture = picture.copy()
    patch = picture[top : top + height, left : left + width]
    match rng.integers(3):
        case 0:
            patch[:] = rng.random(patch.shape)
        case 1:
            patch[:] = 0
        case _:
            patch[:] = rng.random()
    return picture


def cut_mixed(
    rng: np.random.Generator, pictures: Picture, targets: Picture, chance: float
) -> tuple[Picture, Picture]:
    """Put a piece of another garment into some pictures, and share the target by area.

    CutMix, Yun et al. 2019, arXiv:1905.04899.

    Parameters
    ----------
    pictures : ndarray of float32, shape (n, 28, 28)
        Of one kind.
    targets : ndarray of float32, shape (n, classes + 1)
        1 for each acceptable class; pictures of none of them are left as they are.
    chance : float
        Of each picture of clothing, 0..1.

    Returns
    -------
    pictures : ndarray of float32, shape (n, 28, 28)
    targets : ndarray of float32, shape (n, 2, classes + 1)
        As `model.training.loss` takes them: the target of the picture and that of the piece.
    """
    mixed = pictures.copy()
    shared = np.stack([targets, np.zeros_like(targets)], axis=1)
    others = rng.permutation(len(pictures))
    chosen = (rng.random(len(pictures)) < chance) & (targets[:, -1] + targets[others, -1] == 0)
    for row in np.flatnonzero(chosen):
        side = int(SIDE * np.sqrt(rng.uniform(0, 0.5)))
        top, left = rng.integers(0, SIDE - side + 1, 2)
        piece = (slice(top, top + side), slice(left, left + side))
        mixed[row][piece] = pictures[others[row]][piece]
        share = np.float32((side / SIDE) ** 2)
        shared[row] = (1 - share) * targets[row], share * targets[others[row]]
    return mixed, shared
