"""What the tests of scenes put together."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.scenes.scene import SIDE, Scene

RED = np.full((SIDE, SIDE, 3), (255, 0, 0), np.uint8)
BLUE = np.full((SIDE, SIDE, 3), (0, 0, 255), np.uint8)
GREEN = Image.new("RGB", (SIDE, SIDE), (0, 255, 0))


def patch() -> NDArray[np.uint8]:
    """A mask of a garment in the middle."""
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[30:100, 40:90] = 255
    return mask


def planes(scene: Scene) -> tuple[NDArray[np.int_], NDArray[np.int_], NDArray[np.int_]]:
    return (
        np.asarray(scene.picture, int),
        np.asarray(scene.mask, int),
        np.asarray(scene.known, int),
    )


def assert_sound(scene: Scene) -> None:
    assert scene.picture.mode == "RGB"
    assert scene.mask.mode == scene.known.mode == "L"
    assert scene.picture.size == scene.mask.size == scene.known.size == (SIDE, SIDE)
