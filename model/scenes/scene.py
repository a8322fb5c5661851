"""A scene: a training picture, where its garment is, and how others might have taken it."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 128
"""Height and width of the stored pictures; the network's input is cut from them."""

SQUARE = (SIDE, SIDE)

Array = NDArray[np.uint8]


def squeezed(picture: Image.Image) -> Array:
    """Squeeze a picture into the square that scenes are made from."""
    return np.asarray(picture.resize(SQUARE, Image.Resampling.BOX))


def squeezed_mask(mask: NDArray[np.float32]) -> Array:
    """Bring a mask of any size, 0..1, to the same square, 0..255."""
    sized = np.asarray(Image.fromarray(mask).resize(SQUARE, Image.Resampling.BILINEAR))
    return np.round(sized * 255).astype(np.uint8)


def stretched(picture: Image.Image, proportion: float) -> Image.Image:
    """Give a square picture back the width by height that it had."""
    width, height = max(1.0, proportion), max(1.0, 1 / proportion)
    return picture.resize((round(picture.width * width), round(picture.height * height)))


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One training picture.

    Attributes
    ----------
    picture : PIL.Image.Image
        RGB.
    mask : PIL.Image.Image
        Mode L, of the same size: the garment, 0..255.
    known : PIL.Image.Image
        Mode L: 255 where the mask is to be learned, 0 where it is anyone's guess.
    presence : bool
        Whether there is clothing.
    figure : PIL.Image.Image or None
        Mode L: the garment and whoever wears it, 0..255; None where nobody does.
    proportion : float
        Width by height of the picture before it was squeezed into a square.
    """

    picture: Image.Image
    mask: Image.Image
    known: Image.Image
    presence: bool
    figure: Image.Image | None = None
    proportion: float = 1.0

    def with_wearer(self) -> "Scene":
        """Take the whole figure for the garment, as a cut-out that goes wrong does."""
        return replace(self, mask=self.figure or self.mask)


def photo_scene(picture: Array, mask: Array, proportion: float = 1.0) -> Scene:
    """Take a photo and its saliency mask as they are."""
    image, known = Image.fromarray(picture), Image.new("L", SQUARE, 255)
    return Scene(image, Image.fromarray(mask), known, presence=True, proportion=proportion)


def empty_scene(picture: Image.Image, proportion: float = 1.0) -> Scene:
    """Take a picture without clothing; what to cut out of it is anyone's guess."""
    nothing = Image.new("L", picture.size)
    return Scene(picture, nothing, nothing, presence=False, proportion=proportion)


def varied(
    rng: np.random.Generator, scene: Scene, side: int
) -> tuple[NDArray[np.float32], NDArray[np.float32], float]:
    """Turn, flip, zoom and recolour a scene as another photographer might have taken it.

    Returns
    -------
    picture : ndarray of float32, shape (side, side, 3)
        In 0..1.
    target : ndarray of float32, shape (side, side, 2)
        The mask in 0..1, and the weight with which each pixel of it counts.
    proportion : float
        Width by height of the picture before it was squeezed: on its side it has the inverse.
    """
    layers = np.dstack([np.asarray(scene.picture), np.asarray(scene.mask), np.asarray(scene.known)])
    pad = SIDE // 4
    layers = np.pad(layers, ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    if rng.random() < 0.5:
        layers = layers[:, ::-1]
    lean, turn = rng.normal(0, 6), rng.choice([90, 180, 270]) if rng.random() < 0.05 else 0
    angle = np.deg2rad(lean + turn)
    proportion = 1 / scene.proportion if turn in (90, 270) else scene.proportion
    zoom = SIDE / side * np.exp(rng.uniform(-0.3, 0.15))
    stretch = np.exp(rng.normal(0, 0.08))
    cos, sin = np.cos(angle) * zoom, np.sin(angle) * zoom
    centre = layers.shape[0] / 2 + rng.uniform(-0.1, 0.1, 2) * SIDE
    a, b, d, e = cos * stretch, -sin, sin * stretch, cos
    data = (a, b, centre[0] - (a + b) * side / 2, d, e, centre[1] - (d + e) * side / 2)
    planes = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(part)).transform(
                (side, side), Image.Transform.AFFINE, data, Image.Resampling.BILINEAR
            ),
            np.float32,
        )
        / np.float32(255)
        for part in (layers[..., :3], layers[..., 3], layers[..., 4])
    ]
    return recoloured(rng, planes[0]), np.stack(planes[1:], -1), proportion


def recoloured(rng: np.random.Generator, picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """Change a picture's light, colour, contrast and noise."""
    if rng.random() < 0.1:
        picture = np.broadcast_to(picture.mean(-1, keepdims=True), picture.shape)
    picture = picture ** np.float32(np.exp(rng.normal(0, 0.3)))
    gain = rng.normal(1, 0.07, 3).astype(np.float32) * np.float32(rng.uniform(0.8, 1.15))
    picture = (picture - 0.5) * np.float32(rng.uniform(0.7, 1.2)) * gain + 0.5 * gain
    if rng.random() < 0.3:
        picture = picture + rng.normal(0, rng.uniform(0, 0.05), picture.shape).astype(np.float32)
    return np.clip(picture, 0, 1).astype(np.float32)
