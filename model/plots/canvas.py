"""What every plot is drawn on, and with which colours."""

import io
from typing import Final

from matplotlib.figure import Figure

# An opaque ground of its own is readable in Discord's dark theme as well as in its light one.
GROUND: Final = "#ffffff"
INK: Final = "#1e1f22"
BAR: Final = "#4b6bfb"


def canvas(width: float, height: float) -> Figure:
    """Begin a plot of a size in inches."""
    return Figure(figsize=(width, height), dpi=120, facecolor=GROUND, layout="constrained")


def png(figure: Figure) -> bytes:
    """Give a plot as a PNG's bytes."""
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()
