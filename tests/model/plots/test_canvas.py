"""Plots are opaque, and as large as they were to be."""

import io

from PIL import Image, ImageColor

from model.plots.canvas import GROUND, canvas, png


def test_nothing_shines_through() -> None:
    with Image.open(io.BytesIO(png(canvas(2, 1))), formats=["PNG"]) as plot:
        assert plot.size == (240, 120)
        assert plot.convert("RGBA").getcolors() == [
            (240 * 120, ImageColor.getcolor(GROUND, "RGBA"))
        ]
