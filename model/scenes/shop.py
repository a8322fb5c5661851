"""Product shots made of Fashion-MNIST, the only source of bags and of most shoes."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from model.data.fashion_mnist import CLASSES
from model.data.photos import SHOE_CLASSES
from model.scenes.grounds import cast_shadow, plain_ground
from model.scenes.scene import SIDE, Array, Scene

OPENWORK = frozenset({"Sandal", "Bag"})
"""Fashion-MNIST's classes whose holes show the ground."""

SHOES_AND_BAGS = (*SHOE_CLASSES, "Bag")
"""What product shots mostly show; Fashion-MNIST is the only source of bags."""


def shoes_and_bags(labels: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Find the rows of Fashion-MNIST that show those."""
    kinds = [CLASSES.index(name) for name in SHOES_AND_BAGS]
    return np.flatnonzero(np.isin(labels, kinds))


def fashion_scene(
    rng: np.random.Generator, image: Array, label: str, ground: Image.Image | None = None
) -> Scene:
    """Turn a Fashion-MNIST picture back into a product shot.

    Its makers shrank the shop's photo, took gray and negated it; its holes are ground for the
    classes in `OPENWORK` and pale cloth for the others.
    """
    side = int(rng.integers(40, 124))
    value = Image.fromarray(image).resize((side, side), Image.Resampling.BICUBIC)
    alpha = fashion_mask(image, label).resize((side, side), Image.Resampling.BICUBIC)
    alpha = alpha.point(lambda v: min(255, max(0, (v - 96) * 4)))
    dark = _detailed(rng, np.asarray(value, np.float32) / np.float32(255))[..., None]
    tint = rng.uniform(0, 1, 3) * rng.uniform(0, 1)
    shown = (1 - dark) * rng.uniform(0.7, 1) + dark * tint * rng.uniform(0, 0.8)
    if rng.random() < 0.3:  # pale garments, which the shop's white swallows
        shown = 0.6 + 0.4 * shown
    garment = Image.fromarray((np.clip(shown, 0, 1) * 255).astype(np.uint8))
    scene = (ground or plain_ground(rng)).copy()
    target = Image.new("L", (SIDE, SIDE))
    across, down = rng.integers(0, SIDE - side + 1, 2)
    at = (int(across), int(down))
    cast_shadow(rng, scene, alpha, at)
    scene.paste(garment, at, alpha)
    target.paste(alpha, at)
    return Scene(scene, target, Image.new("L", (SIDE, SIDE), 255), presence=True)


def _detailed(rng: np.random.Generator, dark: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give an enlarged picture the edges and the grain that it lost when it was small.

    Shops' pictures are sharp; if all of these were blurred, sharp would come to mean no clothing.
    """
    if rng.random() < 0.5:
        levels = np.float32(rng.uniform(2, 7))
        dark = np.asarray(np.round(dark * levels) / levels, np.float32)
    if rng.random() < 0.7:
        grain = rng.normal(0, rng.uniform(0.02, 0.15), dark.shape).astype(np.float32)
        coarse = Image.fromarray(grain).resize(
            (max(2, int(len(dark) * rng.uniform(0.1, 1))),) * 2, Image.Resampling.NEAREST
        )
        fine = coarse.resize(dark.shape, Image.Resampling.BICUBIC)
        dark = dark + np.asarray(fine, np.float32)
    return np.asarray(np.clip(dark, 0, 1), np.float32)


def fashion_mask(image: Array, label: str) -> Image.Image:
    """Tell a Fashion-MNIST garment, white cloth included, from its black ground.

    Returns
    -------
    PIL.Image.Image
        Mode L, 28×28, 0 or 255.
    """
    solid = np.where(image > 10, 255, 0).astype(np.uint8)  # below is JPEG noise
    if label in OPENWORK:
        return Image.fromarray(solid)
    padded = Image.fromarray(np.pad(solid, 1)).copy()  # an array's own memory is read-only
    ImageDraw.floodfill(padded, (0, 0), 128)
    return Image.fromarray(np.where(np.asarray(padded) == 128, 0, 255).astype(np.uint8)[1:-1, 1:-1])
