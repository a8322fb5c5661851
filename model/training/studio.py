"""Studio scenes: a photo's garment before a plain ground, alone or on a drawn body.

The photos know neither studios nor people. The body's head, arms and legs, and the trousers below a
top, do not belong to the garment.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

from model.training.grounds import cast_shadow, plain_ground
from model.training.scene import SIDE, Array, Scene, squeezed, squeezed_mask

BODY = ("T-shirt/top", "Pullover", "Dress", "Coat", "Shirt")
"""Classes that are worn below a head."""

LEGS = "Trouser"
"""The class that is worn below those."""


def product_shot(
    rng: np.random.Generator,
    picture: Image.Image,
    mask: NDArray[np.float32],
    *,
    trousers: tuple[Image.Image, NDArray[np.float32]] | None = None,
) -> Image.Image:
    """Put a photo's garment before a studio's ground, alone or on a drawn body, as shops show it.

    Parameters
    ----------
    picture : PIL.Image.Image
        RGB.
    mask : ndarray of float32, shape (m, n)
        The garment, 0..1 over the whole picture.
    trousers : tuple of picture and mask, optional
        What the body wears below it.

    Returns
    -------
    PIL.Image.Image
        RGB of 128×128.
    """
    scene = studio_scene(
        rng,
        squeezed(picture),
        squeezed_mask(mask),
        trousers=(squeezed(trousers[0]), squeezed_mask(trousers[1])) if trousers else None,
        proportion=picture.width / picture.height,
    )
    return scene.picture


def studio_scene(
    rng: np.random.Generator,
    picture: Array,
    mask: Array,
    *,
    trousers: tuple[Array, Array] | None,
    ground: Image.Image | None = None,
    proportion: float = 1.0,
) -> Scene:
    """Put a cut-out garment before a studio's ground, on a drawn body if `trousers` come along.

    Parameters
    ----------
    picture, mask : ndarray of uint8, shapes (128, 128, 3) and (128, 128)
        The garment's photo and its saliency.
    trousers : tuple of ndarray, optional
        Photo and saliency of the trousers worn below a top; arrays of another shape than the
        garment's are fitted.
    ground : PIL.Image.Image, optional
        RGB of 128×128; a plain one if left out.
    proportion : float
        Width by height that the garment's photo had before it was squeezed into a square.
    """
    scene = ground or plain_ground(rng)
    scene = scene.copy()
    garment, alpha = _trimmed(picture, mask)
    wide = garment.width * proportion
    target, known = Image.new("L", (SIDE, SIDE)), Image.new("L", (SIDE, SIDE), 255)
    high = rng.uniform(0.4, 0.75) if trousers else rng.uniform(0.5, 0.95)
    scale = min(SIDE * high / garment.height, SIDE * 0.92 / wide)
    squeeze = rng.uniform(0.65, 1.0) if trousers else 1.0  # worn sleeves hang, they don't spread
    size = (max(4, round(wide * scale * squeeze)), max(4, round(garment.height * scale)))
    garment, alpha = garment.resize(size), alpha.resize(size)
    left = round((SIDE - size[0]) * rng.uniform(0.3, 0.7))
    top = round((SIDE - size[1]) * (rng.uniform(0.25, 0.6) if trousers else rng.random()))
    figure = None
    if trousers:
        bare = scene.copy()
        _draw_body(rng, scene, known, (left, top, *size), trousers)
        drawn = ImageChops.difference(bare, scene).convert("L")
        figure = drawn.point(lambda v: 255 if v else 0)
        figure.paste(255, (left, top), alpha)
    cast_shadow(rng, scene, alpha, (left, top))
    scene.paste(garment, (left, top), alpha)
    target.paste(255, (left, top), alpha)
    known.paste(255, (left, top), alpha)
    return Scene(scene, target, known, presence=True, figure=figure)


def _draw_body(
    rng: np.random.Generator,
    scene: Image.Image,
    known: Image.Image,
    box: tuple[int, int, int, int],
    trousers: tuple[Array, Array],
) -> None:
    left, top, width, height = box
    skin = tuple(int(c) for c in np.array([0.95, 0.75, 0.62]) * rng.uniform(70, 255))
    hair = tuple(int(c) for c in rng.integers(10, 160, 3))
    draw = ImageDraw.Draw(scene)
    middle, head = left + width / 2, width * rng.uniform(0.14, 0.22)
    neck = top + head * 0.3
    draw.rectangle(
        (middle - head * 0.45, neck - head, middle + head * 0.45, neck + head), fill=skin
    )
    draw.ellipse(
        (middle - head * 0.95, neck - head * 3.3, middle + head * 0.95, neck - head * 0.3),
        fill=hair,
    )
    draw.ellipse(
        (middle - head * 0.75, neck - head * 2.9, middle + head * 0.75, neck - head * 0.4),
        fill=skin,
    )
    limb = max(2, int(width * rng.uniform(0.07, 0.13)))
    for side in (-1, 1):
        shoulder = (middle + side * width * 0.38, top + height * 0.2)
        hand = (
            middle + side * width * rng.uniform(0.3, 0.6),
            top + height * rng.uniform(0.6, 1.15),
        )
        draw.line((*shoulder, *hand), fill=skin, width=limb)
        hip = middle + side * width * 0.16
        draw.line((hip, top + height * 0.8, hip, SIDE), fill=skin, width=int(limb * 1.5))
    if rng.random() < 0.75:  # the others are bare-legged, as under a dress
        lower, alpha = _trimmed(*trousers)
        span = max(6, int(width * rng.uniform(0.5, 0.8)))
        size = (span, max(6, int(height * rng.uniform(0.9, 1.5))))
        lower, alpha = lower.resize(size), alpha.resize(size)
        at = (int(middle - span / 2), int(top + height * rng.uniform(0.75, 0.92)))
        scene.paste(lower, at, alpha)
        known.paste(0, at, alpha)


def _trimmed(picture: Array, mask: Array) -> tuple[Image.Image, Image.Image]:
    alpha = Image.fromarray(mask).point(lambda v: min(255, max(0, (v - 64) * 2)))
    box = alpha.getbbox() or (0, 0, SIDE, SIDE)
    return Image.fromarray(picture).crop(box), alpha.crop(box)
