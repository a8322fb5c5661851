"""Every mode of colour, transparency and depth, and of moving pictures, becomes RGB."""

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageSequence

from model.decode import WORKING_EDGE, decode
from tests.model.files import COLORS, chunk, encode, quartered, quarters

# Pillow says what is odd about a file in warnings; whether it can be shown is for `decode` to say.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")


def gray(picture: Image.Image) -> Any:
    return np.asarray(picture.convert("L"), int)


def test_one_bit() -> None:
    stripes = Image.fromarray(np.tile([True, True, False, False], (8, 4)))
    assert stripes.mode == "1"
    for form in ("PNG", "TIFF", "BMP"):
        assert (gray(decode(encode(stripes, form))) == np.tile([255, 255, 0, 0], (8, 4))).all()


def test_a_large_picture_with_transparency_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encode(Image.new("RGBA", (2 * WORKING_EDGE, 10), (255, 0, 0, 0)), "PNG")
    monkeypatch.delattr(Image.Image, "copy")
    assert decode(data).getpixel((0, 0)) == (255, 255, 255)


def test_a_palette() -> None:
    picture = decode(encode(quartered().quantize(4), "PNG"))
    assert (np.array(quarters(picture)) == COLORS).all()


@pytest.mark.parametrize("hidden", [0, 255])
@pytest.mark.parametrize(("shade", "ground"), [(0, 255), (205, 255), (225, 128), (255, 128)])
def test_what_is_nearly_white_lies_on_gray(shade: int, ground: int, hidden: int) -> None:
    """On white it couldn't be seen; what is hidden has no say."""
    clear = Image.new("RGBA", (40, 30), (hidden, hidden, hidden, 0))
    clear.paste((shade, shade, shade, 255), (10, 10, 20, 20))
    picture = decode(encode(clear, "PNG"))
    assert picture.getpixel((0, 0)) == (ground,) * 3
    assert picture.getpixel((15, 15)) == (shade,) * 3


def test_a_clear_picture_lies_on_white() -> None:
    picture = decode(encode(Image.new("RGBA", (40, 30), (255, 255, 255, 0)), "PNG"))
    assert picture.getpixel((20, 15)) == (255, 255, 255)


def test_a_palette_with_a_transparent_colour_lies_on_white() -> None:
    palette = quartered().quantize(4)
    for form in ("PNG", "GIF"):
        hidden = palette.getpixel((1, 1))
        colors = quarters(decode(encode(palette, form, transparency=hidden)))
        assert (colors[0] == 255).all()
        assert (np.array(colors[1:]) == COLORS[1:]).all()


def test_a_transparent_colour_without_a_palette_lies_on_white() -> None:
    picture = decode(encode(quartered(), "PNG", transparency=(255, 0, 0)))
    assert (quarters(picture)[0] == 255).all()
    assert (quarters(picture)[1] == COLORS[1]).all()


@pytest.mark.parametrize("hidden", [0, 300])
def test_a_transparent_gray_of_sixteen_bits_lies_on_white(hidden: int) -> None:
    deep = np.repeat(np.array([[hidden, 30_000]], np.uint16), 8, axis=0)
    # Pillow reads such a PNG's transparency, and doesn't write it.
    plain = encode(Image.fromarray(deep), "PNG")
    header = 8 + 25  # the signature and IHDR
    data = plain[:header] + chunk(b"tRNS", hidden.to_bytes(2, "big")) + plain[header:]
    assert (gray(decode(data)) == [255, 30_000 * 255 // 65_535]).all()


@pytest.mark.parametrize("hidden", [0x1200, 0x00FF])
def test_a_transparent_colour_of_sixteen_bits_lies_on_white(hidden: int) -> None:
    row = b"\0" + struct.pack(">9H", *[hidden] * 3, *[0x3000] * 3, *[0x8000] * 3)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 1, 16, 2, 0, 0, 0))
    data += chunk(b"tRNS", struct.pack(">3H", *[hidden] * 3))
    data += chunk(b"IDAT", zlib.compress(row)) + chunk(b"IEND", b"")
    assert gray(decode(data)).tolist() == [[255, 0x30, 0x80]]


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_alpha_lies_on_white(form: str) -> None:
    picture = quartered().convert("RGBA")
    alpha = Image.new("L", picture.size, 255)
    alpha.paste(0, (0, 0, 48, 32))
    alpha.paste(128, (48, 0, 96, 32))
    picture.putalpha(alpha)
    lossless = {"WEBP": {"lossless": True}}.get(form, {})
    colors = np.array(quarters(decode(encode(picture, form, **lossless))))
    expected = np.array([[255, 255, 255], [127, 255, 127], [0, 0, 255], [255, 255, 0]])
    assert np.abs(colors - expected).max() < 12


def test_gray_with_alpha_lies_on_white() -> None:
    picture = Image.new("LA", (10, 10), (0, 0))
    picture.paste((40, 255), (0, 0, 5, 10))
    shown = gray(decode(encode(picture, "PNG")))
    assert (shown[:, :5] == 40).all()
    assert (shown[:, 5:] == 255).all()


def test_cmyk() -> None:
    for form in ("JPEG", "TIFF"):
        colors = quarters(decode(encode(quartered().convert("CMYK"), form)))
        assert np.abs(np.array(colors) - COLORS).max() < 12


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_sixteen_bits_are_scaled_not_clipped(form: str) -> None:
    deep = np.linspace(0, 65_535, 256).astype(np.uint16).reshape(16, 16)
    shown = gray(decode(encode(Image.fromarray(deep), form)))
    assert np.abs(shown - np.arange(256).reshape(16, 16)).max() <= 1


def test_sixteen_dim_bits_stay_dim() -> None:
    dim = Image.fromarray(np.full((8, 8), 13_107, np.uint16))
    assert np.abs(gray(decode(encode(dim, "PNG"))) - 51).max() <= 1


def test_large_deep_pictures_keep_their_proportions() -> None:
    deep = np.repeat(np.linspace(0, 65535, 3_000, dtype=np.uint16)[None], 1_500, axis=0)
    picture = decode(encode(Image.fromarray(deep), "PNG"))
    assert picture.size == (WORKING_EDGE, WORKING_EDGE // 2)
    row = np.asarray(picture)[WORKING_EDGE // 4, :, 0].astype(int)
    assert row[0] < 5
    assert row[-1] > 250
    assert (np.diff(row) >= 0).all()


def test_thirty_two_bits() -> None:
    deep = np.linspace(0, 2**31 - 1, 256).astype(np.int32).reshape(16, 16)
    shown = gray(decode(encode(Image.fromarray(deep), "TIFF")))
    assert np.abs(shown - np.arange(256).reshape(16, 16)).max() <= 1


@pytest.mark.parametrize("top", [1.0, 255.0, 1e-9, 1e30])
def test_a_float_tiff_is_scaled_to_its_lightest(top: float) -> None:
    values = np.linspace(0, top, 256, dtype=np.float32).reshape(16, 16)
    shown = gray(decode(encode(Image.fromarray(values), "TIFF")))
    assert np.abs(shown - np.arange(256).reshape(16, 16)).max() <= 1


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
def test_a_tiff_whose_white_is_zero_is_no_negative(kind: Any) -> None:
    top = 1 if kind is np.float32 else np.iinfo(kind).max
    values = np.linspace(0, top, 16).astype(kind).reshape(4, 4)
    plain = encode(Image.fromarray(values), "TIFF")
    tag = struct.Struct("<HHIHH").pack  # the photometric interpretation, a short: black is zero
    assert plain.count(tag(262, 3, 1, 1, 0)) == 1
    turned = decode(plain.replace(tag(262, 3, 1, 1, 0), tag(262, 3, 1, 0, 0)))
    assert np.abs(gray(turned) + gray(decode(plain)) - 255).max() <= 1


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf, -1.0])
def test_a_float_tiff_may_hold_what_is_no_brightness(odd: float) -> None:
    values = np.full((4, 4), 0.5, np.float32)
    values[0, 0] = odd
    shown = gray(decode(encode(Image.fromarray(values), "TIFF")))
    assert shown[0, 0] == 0
    assert (shown.ravel()[1:] == 255).all()
    dark = Image.fromarray(np.full((4, 4), odd, np.float32))
    assert (gray(decode(encode(dark, "TIFF"))) == 0).all()


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "TIFF"])
def test_of_a_moving_picture_the_first_frame_counts(form: str) -> None:
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "lime", "blue")]
    data = encode(frames[0], form, save_all=True, append_images=frames[1:])
    with Image.open(io.BytesIO(data)) as moving:
        assert len(list(ImageSequence.Iterator(moving))) == 3
    assert np.abs(np.asarray(decode(data), int) - COLORS[0]).max() < 12
