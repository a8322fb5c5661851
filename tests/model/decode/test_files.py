"""Real files of every format, whole and damaged, are decoded or a `PictureError`."""

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from model.decode import WORKING_EDGE, decode
from model.errors import (
    BrokenPicture,
    EmptyPicture,
    NotAPicture,
    PictureError,
    PictureTooLarge,
)
from tests.model.files import COLORS, FORMATS, chunk, encode, quartered, quarters, written

# Pillow says what is odd about a file in warnings; whether it can be shown is for `decode` to say.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

NOISE = np.random.default_rng(5).integers(0, 256, (64, 96, 3), np.uint8)
"""A picture that compresses badly, so that half of its file is half of the picture."""


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


def test_a_tile_that_is_larger_than_its_picture_counts() -> None:
    """Pillow fills whole tiles: half a gigabyte for 64×64 pixels, if the file says so."""
    tags = [(256, 64), (257, 64), (258, 8), (259, 1), (262, 1), (277, 1)]
    tags += [(322, 32_768), (323, 16_384), (324, 8), (325, 64)]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    data = b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + b"\0" * 4
    with pytest.raises(PictureTooLarge) as refused:
        decode(data, max_megapixels=1)
    assert refused.value.megapixels > 500


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


def test_a_large_jpeg_is_decoded_at_a_fraction(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[Image.Image] = []

    def noted(picture: Image.Image) -> Image.Image:
        decoded.append(picture)
        return picture

    monkeypatch.setattr("model.decode._rgb", noted)
    decode(encode(Image.new("RGB", (4_000, 3_000)), "JPEG"))
    assert decoded[0].size == (1_000, 750)


def test_a_large_picture_is_averaged_on_its_way_to_a_small_one() -> None:
    stripes = np.zeros((20, 2 * WORKING_EDGE, 3), np.uint8)
    stripes[:, ::2] = 255
    reduced = np.asarray(decode(encode(Image.fromarray(stripes), "PNG")), int)
    assert reduced == pytest.approx(127.5, abs=1)


def test_a_png_may_say_a_handful_of_things_about_itself() -> None:
    said = PngInfo()
    for number in range(8):
        said.add_text(f"note {number}", "packed " * 9, zip=True)
    assert decode(encode(quartered(), "PNG", pnginfo=said)).size == (96, 64)


def test_a_large_jpeg_looks_like_its_small_copy() -> None:
    large = quartered(3_000, 2_000)
    reduced = np.asarray(decode(encode(large, "JPEG", quality=95)), int)
    wanted = np.asarray(large.resize((480, 320), Image.Resampling.BOX), int)
    assert np.abs(reduced - wanted).mean() < 3


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
