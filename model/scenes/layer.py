"""A garment cut out of its photo, to be put before another ground."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.scenes.scene import Array, squeezed, squeezed_mask


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A garment without its ground, to be put before another.

    Attributes
    ----------
    picture : PIL.Image.Image
        RGB.
    alpha : PIL.Image.Image
        Mode L, of the same size: where it covers what is behind it, 0..255.
    """

    picture: Image.Image
    alpha: Image.Image

    def trimmed(self, middle: int | None = None) -> "Layer":
        """Leave out what is transparent around it; alike on both sides of a column, if given."""
        left, top, right, bottom = self.alpha.getbbox() or (0, 0, *self.alpha.size)
        if middle is not None:
            half = max(middle - left, right - middle)
            left, right = middle - half, middle + half
        box = (left, top, right, bottom)
        return Layer(self.picture.crop(box), self.alpha.crop(box))

    def resized(self, size: tuple[int, int]) -> "Layer":
        """Bring it to another width and height in pixels; nothing transparent is mixed in."""
        return _split(self.rgba().resize(size))

    def under(self, other: "Layer") -> "Layer":
        """Put another of the same size on top."""
        return _split(Image.alpha_composite(self.rgba(), other.rgba()))

    def rgba(self) -> Image.Image:
        """Both in one."""
        merged = self.picture.convert("RGBA")
        merged.putalpha(self.alpha)
        return merged


def layer(picture: Array, mask: Array, proportion: float) -> Layer:
    """Cut a garment out of its photo; all of the photo, if the garment wasn't found.

    Parameters
    ----------
    picture, mask : ndarray of uint8, shapes (128, 128, 3) and (128, 128)
        The garment's photo and its saliency.
    proportion : float
        Width by height that the photo had before it was squeezed into a square.
    """
    alpha = Image.fromarray(mask).point(lambda v: min(255, max(0, (v - 64) * 2)))
    if alpha.getbbox() is None:
        alpha = Image.new("L", alpha.size, 255)
    garment = Layer(Image.fromarray(picture), alpha).trimmed()
    width, height = garment.alpha.size
    return garment.resized((max(1, round(width * proportion)), height))


def photo_layer(picture: Image.Image, mask: NDArray[np.float32]) -> Layer:
    """Cut a garment out of a photo of any size, along a mask in 0..1 of the whole of it."""
    return layer(squeezed(picture), squeezed_mask(mask), picture.width / picture.height)


def _split(both: Image.Image) -> Layer:
    return Layer(both.convert("RGB"), both.getchannel("A"))
