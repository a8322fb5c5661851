"""What garments and other things lie on or stand before, and the shadows they cast on it."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from model.scenes.scene import SIDE, SQUARE, Array, Scene, empty_scene

WHITE = 245
"""From this brightness on, of 255, a shop's ground counts as white."""

SURELY_GROUND = 40
"""Below this saliency, of 255, nothing of a garment is left."""

FOUND = 0.05
"""Share of a photo that saliency must mark before the rest of it passes for ground."""


def restaged(rng: np.random.Generator, scene: Scene) -> Scene:
    """Put a thing that stands before white somewhere before another studio's ground.

    Stamps and shops' pictures of things stand before white and fill the frame; if all of them did,
    whatever lies small on gray would come to mean clothing. Other pictures are left as they are.

    Parameters
    ----------
    scene : Scene
        Without clothing, of 128×128.

    Returns
    -------
    Scene
        A square picture without clothing, of 128×128, that shows the thing in its proportion.
    """
    picture, proportion = scene.picture, scene.proportion
    edge = np.asarray(picture)[[0, -1]], np.asarray(picture)[:, [0, -1]]
    if min(part.mean() for part in edge) < WHITE:
        return scene
    side = int(rng.integers(SIDE // 3, SIDE + 1))
    size = (max(1, round(side * min(1, proportion))), max(1, round(side * min(1, 1 / proportion))))
    thing = picture.resize(size, Image.Resampling.BILINEAR)
    left, top = (rng.integers(0, SIDE - length + 1) for length in size)
    at = (int(left), int(top))
    ground = plain_ground(rng)
    cast_shadow(rng, ground, thing.convert("L").point(lambda v: 0 if v > WHITE else 255), at)
    sheet = Image.new("RGB", SQUARE, "white")
    sheet.paste(thing, at)
    return empty_scene(ImageChops.multiply(ground, sheet))


def bare_ground(rng: np.random.Generator, picture: Array, mask: Array) -> Image.Image | None:
    """Enlarge a piece of what a garment lies on: carpets and blankets are no clothing.

    Parameters
    ----------
    picture, mask : ndarray of uint8, shapes (128, 128, 3) and (128, 128)
        The garment's photo and its saliency.

    Returns
    -------
    PIL.Image.Image or None
        RGB of 128×128; None where the garment leaves hardly any ground, or wasn't found.
    """
    if (mask > SURELY_GROUND).mean() < FOUND:
        return None
    for _ in range(12):
        side = int(rng.integers(SIDE // 5, SIDE // 2))
        top, left = rng.integers(0, SIDE - side + 1, 2)
        piece = (slice(top, top + side), slice(left, left + side))
        if mask[piece].max() < SURELY_GROUND:
            return Image.fromarray(picture[piece]).resize(SQUARE, Image.Resampling.BICUBIC)
    return None


def plain_ground(rng: np.random.Generator) -> Image.Image:
    """Draw a studio's ground: white or another colour, evenly or unevenly lit."""
    if rng.random() < 0.4:  # the commonest ground of shops
        return Image.new("RGB", (SIDE, SIDE), "white")
    level = rng.uniform(0.6, 1) if rng.random() < 0.7 else rng.random()
    color = np.clip(level + rng.normal(0, 0.05, 3), 0, 1)
    slope = np.linspace(rng.uniform(0.85, 1), rng.uniform(0.85, 1), SIDE)
    rows = slope[:, None, None] * color[None, None] * 255
    return Image.fromarray(np.broadcast_to(rows, (SIDE, SIDE, 3)).astype(np.uint8))


def cast_shadow(
    rng: np.random.Generator, scene: Image.Image, alpha: Image.Image, at: tuple[int, int]
) -> None:
    """Darken the ground beside what is about to be put there, half of the time."""
    if rng.random() < 0.5:
        return
    shadow = Image.new("L", scene.size)
    shift = rng.integers(-3, 5, 2)
    shadow.paste(
        alpha.point(lambda v: int(v * 0.35)), (at[0] + int(shift[0]), at[1] + int(shift[1]))
    )
    scene.paste((0, 0, 0), mask=shadow.filter(ImageFilter.GaussianBlur(rng.uniform(1, 5))))
