"""Studio scenes: a photo's garment before a plain ground, as shops show it; photos lack studios."""

import numpy as np
from PIL import Image

from model.scenes.grounds import cast_shadow, plain_ground
from model.scenes.layer import Layer
from model.scenes.scene import SIDE, SQUARE, Scene


def studio_scene(
    rng: np.random.Generator, garment: Layer, *, ground: Image.Image | None = None
) -> Scene:
    """Put a garment before a studio's ground, as shops show it.

    Parameters
    ----------
    garment : Layer
        What is to be found and named.
    ground : PIL.Image.Image, optional
        RGB of 128×128; a plain one if left out.
    """
    scene = (ground or plain_ground(rng)).copy()
    width, height = garment.alpha.size
    scale = min(SIDE * rng.uniform(0.5, 0.95) / height, SIDE * 0.92 / width)
    size = (max(4, round(width * scale)), max(4, round(height * scale)))
    garment = garment.resized(size)
    left = round((SIDE - size[0]) * rng.uniform(0.3, 0.7))
    top = round((SIDE - size[1]) * rng.random())
    cast_shadow(rng, scene, garment.alpha, (left, top))
    scene.paste(garment.picture, (left, top), garment.alpha)
    mask = Image.new("L", SQUARE)
    mask.paste(garment.alpha, (left, top))
    return Scene(scene, mask, Image.new("L", SQUARE, 255), presence=True)
