"""What bodies are drawn with, in lengths of heads."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from model.scenes.scene import SIDE, SQUARE

FINE = 4
"""Bodies are drawn so many times as large, for smooth edges."""

Color = tuple[int, ...]
"""RGB, 0..255."""


def color(rgb: NDArray[np.float64]) -> Color:
    """Round to a colour."""
    return tuple(int(channel) for channel in np.clip(rgb, 0, 255))


@dataclass(frozen=True, slots=True)
class Frame:
    """Which part of a person a picture shows.

    Attributes
    ----------
    middle : float
        Where the person stands, in pixels from the left.
    top : float
        How far below the crown the picture begins, in heads.
    across, down : float
        Pixels per head; they differ in a picture that was squeezed into a square.
    """

    middle: float
    top: float
    across: float
    down: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Find a point, `x` beside the middle and `y` below the crown, in pixels."""
        return self.middle + x * self.across, (y - self.top) * self.down


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on a picture `FINE` times as large as its frame says; lengths in heads."""

    sheet: Image.Image
    frame: Frame

    @staticmethod
    def of(frame: Frame) -> "Pen":
        """Begin with nothing drawn."""
        return Pen(Image.new("RGBA", (SIDE * FINE, SIDE * FINE)), frame)

    def drawn(self) -> Image.Image:
        """Give what was drawn; RGBA of 128×128."""
        return self.sheet.resize(SQUARE, Image.Resampling.BOX)

    def shape(self, outline: list[tuple[float, float]], color: Color) -> None:
        """Fill a polygon."""
        ImageDraw.Draw(self.sheet).polygon([self._fine(x, y) for x, y in outline], fill=color)

    def oval(self, centre: tuple[float, float], radii: tuple[float, float], color: Color) -> None:
        """Fill an ellipse."""
        (x, y), (across, down) = centre, radii
        box = (*self._fine(x - across, y - down), *self._fine(x + across, y + down))
        ImageDraw.Draw(self.sheet).ellipse(box, fill=color)

    def limb(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        radii: tuple[float, float],
        color: Color,
    ) -> None:
        """Fill what lies between two circles."""
        along = np.subtract(end, start)
        across = np.array([-along[1], along[0]]) / max(float(np.hypot(*along)), 1e-6)
        corners = [
            tuple(np.array(point) + sign * radius * across)
            for point, radius, sign in (
                (start, radii[0], 1),
                (end, radii[1], 1),
                (end, radii[1], -1),
                (start, radii[0], -1),
            )
        ]
        self.shape(corners, color)
        for point, radius in zip((start, end), radii, strict=True):
            self.oval(point, (radius, radius), color)

    def _fine(self, x: float, y: float) -> tuple[float, float]:
        across, down = self.frame.point(x, y)
        return across * FINE, down * FINE
