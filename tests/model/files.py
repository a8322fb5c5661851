"""Pictures that tests draw, and the files they make of them."""

import io
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

QUARTERS = ("red", "lime", "blue", "yellow")
"""Top left, top right, bottom left, bottom right."""

COLORS = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 0]])
"""The same as numbers."""

FORMATS: dict[str, dict[str, Any]] = {
    "JPEG": {},
    "PNG": {},
    "WEBP": {},
    "GIF": {},
    "AVIF": {},
    "HEIF": {},
    "BMP": {},
    "TIFF": {},
    "MPO": {"save_all": True, "append_images": [Image.new("RGB", (96, 64), "black")]},
}
"""Each format that is promised, and how Pillow is asked to write it."""


def encode(picture: Image.Image, form: str, **options: Any) -> bytes:
    """Write a picture in one of Pillow's formats."""
    file = io.BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def written(form: str, picture: Image.Image) -> bytes:
    """Write a picture in one of the formats that are promised."""
    return encode(picture, form, **FORMATS[form])


def chunk(kind: bytes, content: bytes) -> bytes:
    """Make a chunk of a PNG."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def quartered(width: int = 96, height: int = 64) -> Image.Image:
    """Four quarters of different colours, so that every way of turning it shows."""
    picture = Image.new("RGB", (width, height), QUARTERS[0])
    picture.paste(QUARTERS[1], (width // 2, 0, width, height))
    picture.paste(QUARTERS[2], (0, height // 2, width // 2, height))
    picture.paste(QUARTERS[3], (width // 2, height // 2, width, height))
    return picture


def quarters(picture: Image.Image) -> list[NDArray[np.int_]]:
    """The colours in the middle of the four quarters."""
    width, height = picture.size
    return [
        np.asarray(picture.getpixel((width * x // 4, height * y // 4)))
        for y in (1, 3)
        for x in (1, 3)
    ]


def shirt(
    ground: str = "white", cloth: str = "navy", size: tuple[int, int] = (240, 320)
) -> Image.Image:
    """A T-shirt's outline on a plain ground."""
    picture = Image.new("RGB", size, ground)
    width, height = size
    outline = [
        (30, 22),
        (42, 18),
        (58, 18),
        (70, 22),
        (90, 40),
        (80, 50),
        (70, 42),
        (70, 85),
        (30, 85),
        (30, 42),
        (20, 50),
        (10, 40),
    ]
    points = [(x * width / 100, y * height / 100) for x, y in outline]
    ImageDraw.Draw(picture).polygon(points, fill=cloth)
    return picture
