"""Bytes to an upright RGB picture.

Only an allow-list of formats is tried, the declared size is checked before a pixel is decoded, and
JPEGs are decoded at a fraction of their size (`PIL.Image.Image.draft`), because nothing after this
needs more than a few hundred pixels.
"""

import io
import math
import struct
from typing import Final

import numpy as np
import pillow_heif
from PIL import ExifTags, Image, PngImagePlugin, UnidentifiedImageError
from PIL.TiffImagePlugin import (
    PHOTOMETRIC_INTERPRETATION,
    TILELENGTH,
    TILEWIDTH,
    TiffImageFile,
)

from model.bomb import JPEG, PNG, is_bomb
from model.errors import BrokenPicture, EmptyPicture, NotAPicture, PictureTooLarge

WORKING_EDGE: Final = 480
"""Long edge, in pixels, that a decoded picture is reduced to."""

MAX_MEGAPIXELS: Final = 40.0
"""Default limit on the declared size; a phone's 48-megapixel mode is shared at 12."""

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF", "BMP", "TIFF")
"""Pillow's names of the formats that are tried; its JPEG reader reads MPO as well."""

SUFFIXES: Final = frozenset(
    {".jpg", ".jpeg", ".jfif", ".mpo", ".png", ".webp", ".gif", ".avif"}
    | {".heic", ".heif", ".bmp", ".tif", ".tiff"}
)
"""How the names of such files end, in lower case."""

SAMPLES: Final = 64
"""Points to a side by which a transparent picture's brightness is measured."""

BRIGHT: Final = 215
"""Mean luma, in 0..255, above which what a transparent picture shows hardly stands out on white."""

DEEPEST: Final = 65535.0
"""White in 16 bits."""

DAMAGED: Final = (
    OSError,
    SyntaxError,
    ValueError,
    RuntimeError,
    EOFError,
    LookupError,
    TypeError,
    struct.error,
)
"""What Pillow and its plug-ins raise over damaged files."""

DEPTH: Final = 24
"""Where a PNG tells the bits of a sample (PNG, section 11.2.1)."""

UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its EXIF orientation (Exif 2.32, section 4.6.4)."""

EXIF: Final = ("exif", "Raw profile type exif")
"""Where Pillow keeps an EXIF block as it was read."""

pillow_heif.register_heif_opener()

# Pillow's own guard warns at one size and raises at twice that; the check below replaces it.
Image.MAX_IMAGE_PIXELS = None

# Unpacked, a screen's profile or a program's notes may exceed Pillow's megabyte.
PngImagePlugin.MAX_TEXT_CHUNK = 8 * 2**20


def decode(data: bytes, *, max_megapixels: float = MAX_MEGAPIXELS) -> Image.Image:
    """Decode a picture file to an upright RGB working copy.

    Parameters
    ----------
    data : bytes
        A whole JPEG, MPO, PNG, WebP, GIF, AVIF, HEIC, BMP or TIFF file.
    max_megapixels : float
        The most pixels, in millions, that the file may declare.

    Returns
    -------
    PIL.Image.Image
        Mode RGB, upright (EXIF orientation applied), the first frame, transparency over white (over
        gray, if the rest is nearly white), the long edge at most `WORKING_EDGE` pixels and both
        edges at least one.

    Raises
    ------
    EmptyPicture, NotAPicture, PictureTooLarge, BrokenPicture
    """
    if not data:
        raise EmptyPicture("the file is empty")
    if data.startswith(JPEG):
        data = data.rstrip(b"\xff")  # what recovered files are padded with, endless to Pillow
    try:
        if is_bomb(data):
            raise BrokenPicture(
                "it has more headers, scans, profiles or strips than programs write"
            )
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        if _begins_like_a_picture(data):
            raise BrokenPicture("it begins like a picture, but its header is damaged") from error
        raise NotAPicture("no picture format that FitCheck reads") from error
    except DAMAGED as error:
        raise BrokenPicture(str(error)) from error
    megapixels = _pixels(picture) / 1e6
    if megapixels > max_megapixels:
        raise PictureTooLarge(megapixels, max_megapixels)
    hidden = picture.info.get("transparency")
    if isinstance(hidden, tuple) and data.startswith(PNG) and data[DEPTH] == 2 * 8:
        # The one colour that isn't there. Pillow keeps the upper 8 bits of the picture's samples,
        # and would compare them with this one's lower 8.
        picture.info["transparency"] = tuple(level >> 8 for level in hidden)
    try:
        picture.draft("RGB", (WORKING_EDGE, WORKING_EDGE))
        picture.info.pop("xmp", None)  # by which Pillow would turn a TIFF
        picture.load()
        rgb, turn = _rgb(picture), UPRIGHT.get(_orientation(picture))
        return _reduced(rgb if turn is None else rgb.transpose(turn))
    except DAMAGED as error:
        raise BrokenPicture(str(error)) from error


def _pixels(picture: Image.Image) -> int:
    """Count what is decoded at once: a TIFF may have tiles that are larger than all of it."""
    pixels = picture.width * picture.height
    if not isinstance(picture, TiffImageFile):
        return pixels
    sides = (picture.tag_v2.get(tag, 0) for tag in (TILEWIDTH, TILELENGTH))
    return max(pixels, math.prod(side for side in sides if isinstance(side, int)))


def _begins_like_a_picture(data: bytes) -> bool:
    """Tell by the first bytes, as Pillow does before it tries a format."""
    accepts = (Image.OPEN[name][1] for name in FORMATS)
    return any(accept is not None and accept(data[:16]) for accept in accepts)


def _rgb(picture: Image.Image) -> Image.Image:
    """Convert any mode to RGB; copies nothing without need, for 40 megapixels are 120 MB."""
    if picture.mode.startswith(("I", "F")):
        return _from_deep(picture).convert("RGB")
    if picture.has_transparency_data:
        rgba = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        rgb = Image.new("RGB", picture.size, _ground(rgba))
        rgb.paste(rgba, mask=rgba.getchannel("A"))
        return rgb
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _ground(picture: Image.Image) -> str:
    """Choose what is behind an RGBA picture: white, as on most pages, unless that would hide it."""
    sample = picture.resize((SAMPLES, SAMPLES), Image.Resampling.NEAREST)
    luma, alpha = np.moveaxis(np.asarray(sample.convert("LA"), np.float32), -1, 0)
    return "gray" if (luma * alpha).sum() > BRIGHT * alpha.sum() else "white"


def _orientation(picture: Image.Image) -> int:
    """Read which way is up, 1..8; as stored where the EXIF block is damaged, as many are.

    Without one Pillow asks the XMP packet, which no browser does, nor Discord: programs that turn
    a picture and take its EXIF block away leave there how it lay before.
    """
    bare = Image.Image()
    bare.info = {name: value for name, value in picture.info.items() if name in EXIF}
    try:
        orientation = bare.getexif().get(ExifTags.Base.Orientation, 1)
    except DAMAGED:
        return 1
    return int(orientation) if orientation in range(1, 9) else 1


def _from_deep(picture: Image.Image) -> Image.Image:
    """Scale 16- and 32-bit grayscale to 8 bits; Pillow's own conversion clips instead.

    Of these only PNG knows transparency: it may name one gray that isn't there.
    """
    step = max(1, max(picture.size) // (2 * WORKING_EDGE))  # float32 of every pixel fills memory
    deep = np.asarray(picture)[::step, ::step].astype(np.float32)
    deep = np.nan_to_num(deep, copy=False, posinf=0)  # no number: black
    lightest = float(deep.max())
    top = DEEPEST if picture.mode.startswith("I") and lightest <= DEEPEST else lightest
    shades = np.clip(deep, 0, top) / np.float32(top) if top > 0 else np.zeros_like(deep)
    if isinstance(picture, TiffImageFile) and picture.tag_v2.get(PHOTOMETRIC_INTERPRETATION) == 0:
        shades = 1 - shades  # white is zero, which Pillow heeds in eight bits only
    shades[deep == picture.info.get("transparency")] = 1
    return Image.fromarray((shades * 255).astype(np.uint8))


def _reduced(picture: Image.Image) -> Image.Image:
    scale = WORKING_EDGE / max(picture.size)
    if scale >= 1:
        return picture.copy()  # without the file that it may hang on
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
