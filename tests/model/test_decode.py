"""Real files of every format, whole and damaged, become upright RGB or a `PictureError`."""

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageOps, ImageSequence

from model.decode import WORKING_EDGE, decode
from model.errors import (
    BrokenPicture,
    EmptyPicture,
    NotAPicture,
    PictureError,
    PictureTooLarge,
)
from tests.model.files import QUARTERS, encode, quartered, quarters

# Pillow says what is odd about a file in warnings; whether it can be shown is for `decode` to say.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

FORMATS = {
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

COLORS = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 0]])
NOISE = np.random.default_rng(5).integers(0, 256, (64, 96, 3), np.uint8)
"""A picture that compresses badly, so that half of its file is half of the picture."""


def written(form: str, picture: Image.Image) -> bytes:
    return encode(picture, form, **FORMATS[form])


def compressed_tiff(compression: str) -> bytes:
    return encode(Image.fromarray(NOISE), "TIFF", compression=compression)


WHOLE = [written(form, quartered()) for form in FORMATS]
WHOLE += [
    encode(quartered().quantize(4), "PNG", transparency=0),
    encode(quartered().convert("1"), "PNG"),
    encode(quartered().convert("F"), "TIFF"),
    encode(quartered(), "JPEG", progressive=True, exif=Image.Exif()),
    compressed_tiff("tiff_lzw"),
]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_read(form: str) -> None:
    picture = decode(written(form, quartered()))
    assert picture.mode == "RGB"
    assert picture.size == (96, 64)
    assert np.abs(np.array(quarters(picture)) - COLORS).max() < 12


def test_nothing_is_an_empty_picture() -> None:
    with pytest.raises(EmptyPicture):
        decode(b"")


@pytest.mark.parametrize(
    "data", [b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"\0" * 500]
)
def test_what_is_no_picture_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotAPicture):
        decode(data)


@pytest.mark.parametrize("form", ["PPM", "TGA", "ICO", "PCX", "DDS"])
def test_formats_off_the_list_are_not_even_tried(form: str) -> None:
    with pytest.raises(NotAPicture):
        decode(encode(quartered(), form))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "MPO"])
def test_a_cut_off_file_is_broken(form: str, share: float) -> None:
    data = written(form, Image.fromarray(NOISE))
    with pytest.raises(BrokenPicture):
        decode(data[: int(len(data) * share)])


@pytest.mark.parametrize("compression", ["tiff_lzw", "jpeg", "tiff_adobe_deflate"])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_cut_off_compressed_tiff_is_broken(compression: str, share: float) -> None:
    data = compressed_tiff(compression)
    with pytest.raises(BrokenPicture):
        decode(data[: int(len(data) * share)])


def test_an_mpo_needs_only_its_first_picture() -> None:
    data = written("MPO", Image.fromarray(NOISE))
    alone = len(encode(Image.fromarray(NOISE), "JPEG"))
    assert decode(data[: int(len(data) * 0.98)]).size == (96, 64)
    with pytest.raises(BrokenPicture):
        decode(data[: alone // 2])


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that declares any size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    with pytest.raises(PictureTooLarge) as refused:
        decode(bomb(30_000, 30_000))
    assert refused.value.megapixels == pytest.approx(900)
    assert refused.value.limit == 40
    assert "900 megapixels" in str(refused.value)


def test_a_bomb_is_not_decoded_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: Image.Image) -> None:
        pytest.fail("a pixel was decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    with pytest.raises(PictureTooLarge):
        decode(bomb(30_000, 30_000))


@pytest.mark.parametrize(
    "header",
    [b"\xff\xe1\x00\x08Exif\0\0" * 2_000, b"\xff" * 200_000],
    ids=["segments", "fill"],
)
def test_a_header_that_takes_minutes_to_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, header: bytes
) -> None:
    jpeg = encode(quartered(), "JPEG")

    def parse(*_: object, **__: object) -> None:
        pytest.fail("the header was read")

    monkeypatch.setattr(Image, "open", parse)
    with pytest.raises(BrokenPicture, match="longer than any camera writes"):
        decode(jpeg[:2] + header + jpeg[2:])


def test_a_recovered_file_with_padding_is_read() -> None:
    jpeg = encode(quartered(), "JPEG")
    padded = decode(jpeg + b"\xff" * 200_000)
    np.testing.assert_array_equal(np.asarray(padded), np.asarray(decode(jpeg)))


def test_the_limit_is_the_callers() -> None:
    data = encode(quartered(1000, 100), "PNG")
    assert decode(data, max_megapixels=0.1).size == (WORKING_EDGE, 48)
    with pytest.raises(PictureTooLarge):
        decode(data, max_megapixels=0.0999)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1, 1), (1, 1)),
        ((1, 9_000), (1, WORKING_EDGE)),
        ((9_000, 1), (WORKING_EDGE, 1)),
        ((480, 480), (480, 480)),
        ((481, 2), (480, 2)),
        ((4_000, 3_000), (480, 360)),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_long_edge_is_cut_down_and_none_vanishes(
    form: str, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert decode(encode(Image.new("RGB", size, "teal"), form)).size == expected


def test_a_large_jpeg_looks_like_its_small_copy() -> None:
    large = quartered(3_000, 2_000)
    reduced = np.asarray(decode(encode(large, "JPEG", quality=95)), int)
    wanted = np.asarray(large.resize((480, 320), Image.Resampling.BOX), int)
    assert np.abs(reduced - wanted).mean() < 3


def stored_for(orientation: int) -> Image.Image:
    """The picture as a camera held that way stores it, so that it is upright once turned."""
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    return quartered() if undo is None else quartered().transpose(undo)


def marked(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "a camera"
    exif[ExifTags.Base.Orientation] = orientation
    return exif


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "TIFF", "MPO"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_land_upright(form: str, orientation: int) -> None:
    data = encode(
        stored_for(orientation), form, **FORMATS[form], exif=marked(orientation).tobytes()
    )
    picture = decode(data)
    assert picture.size == (96, 64)
    assert np.abs(np.array(quarters(picture)) - COLORS).max() < 12


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_orientation_counts_after_reduction_and_conversion(form: str) -> None:
    stored = stored_for(6).resize((2_000, 3_000), Image.Resampling.NEAREST).convert("L")
    picture = decode(encode(stored, form, exif=marked(6)))
    assert picture.size == (480, 320)
    wanted = [ImageOps.grayscale(Image.new("RGB", (1, 1), c)).getpixel((0, 0)) for c in QUARTERS]
    assert [int(q[0]) for q in quarters(picture)] == pytest.approx(wanted, abs=6)


@pytest.mark.parametrize("orientation", [0, 9, 65_535])
def test_an_orientation_that_does_not_exist_is_ignored(orientation: int) -> None:
    picture = decode(encode(quartered(), "PNG", exif=marked(orientation)))
    assert np.abs(np.array(quarters(picture)) - COLORS).max() == 0


@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0",
        b"Exif\0\0garbage",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x05\0\0\0\x50",
        b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x05\0\x01\0\0\0\x08\0\0\0\0\0\0\0",
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_corrupt_exif_block_does_not_cost_the_picture(form: str, exif: bytes) -> None:
    picture = decode(encode(quartered(), form, exif=exif))
    assert np.abs(np.array(quarters(picture)) - COLORS).max() < 12


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_no_exif_block_costs_the_picture(block: bytes) -> None:
    picture = decode(encode(quartered(), "PNG", exif=b"Exif\0\0II*\0\x08\0\0\0" + block))
    assert sorted(picture.size) == [64, 96]


def gray(picture: Image.Image) -> Any:
    return np.asarray(picture.convert("L"), int)


def test_one_bit() -> None:
    stripes = Image.fromarray(np.tile([True, True, False, False], (8, 4)))
    assert stripes.mode == "1"
    for form in ("PNG", "TIFF", "BMP"):
        assert (gray(decode(encode(stripes, form))) == np.tile([255, 255, 0, 0], (8, 4))).all()


def test_a_palette() -> None:
    picture = decode(encode(quartered().quantize(4), "PNG"))
    assert (np.array(quarters(picture)) == COLORS).all()


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


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_picture_or_a_picture_error(data: bytes) -> None:
    assert_harmless(data)


@settings(max_examples=300)
@given(
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM", b"II*\0", b"MM\0*"]),
    st.binary(max_size=200),
)
def test_any_bytes_behind_a_picture_beginning(magic: bytes, rest: bytes) -> None:
    assert_harmless(magic + rest)


@settings(max_examples=600)
@given(st.data())
def test_any_damage_to_a_real_file_is_survived(draw: st.DataObject) -> None:
    data = bytearray(draw.draw(st.sampled_from(WHOLE)))
    for _ in range(draw.draw(st.integers(1, 6))):
        at = draw.draw(st.integers(0, min(len(data) - 1, draw.draw(st.sampled_from([40, 10**6])))))
        data[at : at + draw.draw(st.integers(0, 4))] = draw.draw(st.binary(max_size=4))
    assert_harmless(bytes(data))


def assert_harmless(data: bytes) -> None:
    try:
        picture = decode(data, max_megapixels=2)
    except PictureError:
        return
    assert picture.mode == "RGB"
    assert min(picture.size) >= 1
    assert max(picture.size) <= WORKING_EDGE
    picture.getpixel((0, 0))
