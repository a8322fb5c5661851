"""Pictures without clothing that no camera took: screens, patterns, noise."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WORDS: Final = (
    "the",
    "of",
    "news",
    "price",
    "total",
    "menu",
    "file",
    "reply",
    "map",
    "week",
    "user",
)


def screen(rng: np.random.Generator, side: int) -> Image.Image:
    """Draw something like a screenshot: windows, buttons, lines of text."""
    ground, ink = (_color(rng) for _ in range(2))
    if rng.random() < 0.7:  # most screens are black on white or the reverse
        ground, ink = ((250, 250, 250), (20, 20, 20))[:: int(rng.choice([-1, 1]))]
    scale = 3
    picture = Image.new("RGB", (side * scale, side * scale), ground)
    draw = ImageDraw.Draw(picture)
    for _ in range(rng.integers(1, 9)):
        x, y = rng.integers(0, side * scale, 2)
        w, h = rng.integers(10, side * scale, 2) * rng.random(2) ** 2 + 6
        draw.rounded_rectangle((x, y, x + w, y + h), int(rng.integers(0, 12)), fill=_color(rng))
    y = int(rng.integers(0, 20))
    font = ImageFont.load_default(size=int(rng.integers(10, 26)))
    while y < side * scale:
        words = rng.choice(WORDS, rng.integers(1, 9))
        draw.text((int(rng.integers(4, 30)), y), " ".join(words), fill=ink, font=font)
        y += int(rng.integers(14, 50))
    return picture.resize((side, side), Image.Resampling.BOX)


def pattern(rng: np.random.Generator, side: int) -> Image.Image:
    """Draw stripes, checks, gradients, blobs or noise in two colours."""
    y, x = np.mgrid[0:side, 0:side] / side
    angle, frequency = rng.random() * np.pi, rng.uniform(0.5, 14)
    along = np.cos(angle) * x + np.sin(angle) * y
    match rng.integers(5):
        case 0:
            t = np.sin(along * frequency * 2 * np.pi) > rng.uniform(-0.6, 0.6)
        case 1:
            t = (np.sin(x * frequency * 6) > 0) ^ (np.sin(y * frequency * 6) > 0)
        case 2:
            t = along
        case 3:
            t = _clouds(rng, side)
        case _:
            t = rng.random((side, side)) ** rng.uniform(0.3, 3)
    t = np.asarray(t, dtype=np.float32)[..., None]
    mixed = np.array(_color(rng)) * t + np.array(_color(rng)) * (1 - t)
    return Image.fromarray(np.clip(mixed, 0, 255).astype(np.uint8))


def blob(rng: np.random.Generator, side: int) -> Image.Image:
    """Draw one smooth shape on a plain ground: an object that is no garment."""
    picture = Image.new("RGB", (side, side), _color(rng))
    n, radius = int(rng.integers(3, 9)), side * rng.uniform(0.15, 0.45)
    turn = np.sort(rng.random(n)) * 2 * np.pi
    reach = radius * rng.uniform(0.4, 1.1, n)
    points = np.stack([np.cos(turn), np.sin(turn)], 1) * reach[:, None] + side / 2
    shape = Image.new("L", (side, side))
    if rng.random() < 0.5:
        w, h = reach[:2]
        ImageDraw.Draw(shape).ellipse(
            (side / 2 - w, side / 2 - h, side / 2 + w, side / 2 + h), fill=255
        )
    else:
        ImageDraw.Draw(shape).polygon([tuple(p) for p in points], fill=255)
        shape = shape.filter(ImageFilter.GaussianBlur(rng.uniform(0, 4)))
    picture.paste(pattern(rng, side), mask=shape)
    return picture


def nothing(rng: np.random.Generator, side: int) -> Image.Image:
    """Draw any of the above."""
    return (screen, pattern, blob)[rng.integers(3)](rng, side)


def _clouds(rng: np.random.Generator, side: int) -> NDArray[np.float32]:
    total = np.zeros((side, side), np.float32)
    for octave in range(1, 6):
        grid = rng.random((2**octave, 2**octave)).astype(np.float32)
        total += (
            np.asarray(Image.fromarray(grid).resize((side, side), Image.Resampling.BICUBIC))
            / octave
        )
    return np.asarray((total - total.min()) / (np.ptp(total) or 1), np.float32)


def _color(rng: np.random.Generator) -> tuple[int, int, int]:
    r, g, b = rng.integers(0, 256, 3)
    if rng.random() < 0.4:  # many grounds are gray
        g = b = r
    return int(r), int(g), int(b)
