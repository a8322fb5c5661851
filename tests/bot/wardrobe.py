"""Garments to post, drawn here: the pages show nobody's photos."""

import io
from collections.abc import Iterator
from itertools import combinations
from math import cos, sin
from typing import Final

from PIL import Image, ImageDraw

_SIDE: Final = 300
_FINE: Final = 3
"""They are drawn this much larger and shrunk, so that edges are smooth."""
_GROUND: Final = "#e9e6df"

Parts = tuple[tuple[str, str], ...]
"""Colours and outlines, in hundredths of the side, the hindmost first."""

_SLEEVED: Final = "34,6 44,5 56,5 66,6 79,15 91,72 80,75 72,42 75,97 25,97 28,42 20,75 9,72 21,15"
_BUTTONED: Final = (
    "34,10 44,8 56,8 66,10 80,18 90,76 79,79 71,45 72,90 28,90 29,45 21,79 10,76 20,18"
)
_CHECKS: Final = (
    *(("#5d7fa5", f"29,{y} 71,{y} 71,{y + 1.5} 29,{y + 1.5}") for y in range(22, 90, 8)),
    *(("#5d7fa5", f"{x},12 {x + 1.5},12 {x + 1.5},90 {x},90") for x in (34, 42, 58, 66)),
)

GARMENTS: Final[dict[str, Parts]] = {
    "T-shirt/top": (
        (
            "#c8453b",
            "30,14 40,13 50,19 60,13 70,14 92,32 82,46 72,39 73,88 27,88 28,39 18,46 8,32",
        ),
    ),
    "Trouser": (("#2f4a7c", "33,6 67,6 71,40 70,95 55,95 51,34 49,34 45,95 30,95 29,40"),),
    "Pullover": (
        (
            "#4d7a53",
            "34,12 42,10 58,10 66,12 79,20 93,80 81,84 71,46 71,89 29,89 29,46 19,84 7,80 21,20",
        ),
    ),
    "Dress": (
        (
            "#8d3f8f",
            "38,5 42,5 45,17 55,17 58,5 62,5 64,22 60,42 78,95 22,95 40,42 36,22",
        ),
        ("#5c2660", "40,41 60,41 60.5,45 39.5,45"),
        *(("#74317a", f"{50 + x},46 {50 + 3 * x},94 {52 + 3 * x},94") for x in (-7, -3, 1, 5)),
        *(("#a861aa", f"{52 + x},46 {53 + 3 * x},94 {56 + 3 * x},94") for x in (-7, -3, 1, 5)),
    ),
    "Coat": (
        ("#6b5a48", _SLEEVED),
        ("#3f3327", "44,5 56,5 50,14"),
        ("#584938", "44,5 36,14 48,46 50,40 50,14"),
        ("#584938", "56,5 64,14 52,46 50,40 50,14"),
        ("#3f3327", "49.5,40 50.5,40 50.5,97 49.5,97"),
        *(
            ("#2a2119", f"{x},{y} {x + 2.5},{y} {x + 2.5},{y + 2.5} {x},{y + 2.5}")
            for x in (44, 54)
            for y in (52, 64, 76)
        ),
    ),
    "Sandal": (
        ("#1f1f1f", "4,72 20,74 40,70 60,76 95,78 97,84 60,84 40,78 22,82 20,95 10,95 8,82"),
        ("#1f1f1f", "12,73 16,44 21,44 19,74"),
        ("#1f1f1f", "14,52 14,47 44,52 42,57"),
        ("#1f1f1f", "60,77 68,60 76,60 72,78"),
        ("#1f1f1f", "68,60 76,60 88,78 80,79"),
    ),
    "Shirt": (
        ("#a9c4e0", _BUTTONED),
        *_CHECKS,
        ("#3d5f85", "49.2,18 50.8,18 50.8,90 49.2,90"),
        ("#ffffff", "40,8 50,12 46,24"),
        ("#ffffff", "60,8 50,12 54,24"),
        ("#d7e2ee", "44,8 56,8 50,16"),
    ),
    "Sneaker": (
        ("#3b3b42", "6,50 14,47 24,54 36,46 44,44 62,58 86,62 95,68 95,74 5,74"),
        ("#f7f7f7", "5,73 96,73 95,81 6,81"),
    ),
    "Bag": (
        ("#8d3030", "4,40 96,40 92,86 8,86"),
        ("#5e1e1e", "4,40 96,40 96,45 4,45"),
        ("#5e1e1e", "28,40 32,22 68,22 72,40 68,40 64,27 36,27 32,40"),
    ),
}
_PLAIN_COAT: Final[Parts] = (
    (
        "#5a4636",
        "34,6 44,5 56,5 66,6 79,15 91,70 80,73 72,42 74,96 26,96 28,42 20,73 9,70 21,15",
    ),
    ("#2c211a", "49.4,16 50.6,16 50.6,96 49.4,96"),
    ("#2c211a", "44,5 56,5 50,18"),
)
_LANDSCAPE: Final[Parts] = (
    ("#9fd0ef", "0,0 100,0 100,100 0,100"),
    (
        "#ffd94a",
        " ".join(f"{76 + 9 * cos(turn / 9)},{19 + 9 * sin(turn / 9)}" for turn in range(57)),
    ),
    ("#5f7f6a", "0,69 28,37 53,67 72,47 100,71 100,100 0,100"),
    ("#8bb35a", "0,78 100,78 100,100 0,100"),
)


def garment(name: str) -> bytes:
    """Draw a garment of one of Fashion-MNIST's classes."""
    return _png(_draw(GARMENTS[name]))


def landscape() -> bytes:
    """Draw what is no garment."""
    return _png(_draw(_LANDSCAPE))


def doubtful() -> Iterator[bytes]:
    """Draw what may leave a network unsure: a coat without details, then halves of two garments."""
    yield _png(_draw(_PLAIN_COAT))
    for one, other in combinations(GARMENTS.values(), 2):
        yield _png(Image.blend(_draw(one), _draw(other), 0.5))


def _draw(parts: Parts) -> Image.Image:
    picture = Image.new("RGB", (_SIDE * _FINE, _SIDE * _FINE), _GROUND)
    brush = ImageDraw.Draw(picture)
    for colour, outline in parts:
        points = (point.split(",") for point in outline.split())
        scaled = [tuple(float(share) * _SIDE * _FINE / 100 for share in point) for point in points]
        brush.polygon([(x, y) for x, y in scaled], fill=colour)
    return picture.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
