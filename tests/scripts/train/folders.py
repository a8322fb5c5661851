"""Folders of drawn garments, one for each class."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from model.data.photos import Part, part_of
from tests.model.files import shirt


def kilt(seed: int) -> Image.Image:
    """Pleats: nothing that Fashion-MNIST knows."""
    rng = np.random.default_rng(seed)
    picture = Image.new("RGB", (200, 200), "white")
    draw = ImageDraw.Draw(picture)
    color = tuple(int(c) for c in rng.integers(0, 200, 3))
    draw.polygon([(60, 40), (140, 40), (180, 170), (20, 170)], fill=color)
    for x in range(30, 180, 12):
        draw.line([(100, 0), (x, 200)], fill="black", width=2)
    return picture


def drawn_shirt(seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    return shirt("white", f"rgb{tuple(int(c) for c in rng.integers(0, 200, 3))}")


def write(folder: Path, draw: Callable[[int], Image.Image], parts: dict[Part, int]) -> None:
    """Fill a class's folder; a photo's part follows from its name."""
    folder.mkdir(parents=True)
    wanted = dict(parts)
    for number in range(1_000):
        part = part_of(f"{folder.name}/{number}.jpg")
        if wanted.get(part, 0) > 0:
            wanted[part] -= 1
            draw(number).save(folder / f"{number}.jpg")
