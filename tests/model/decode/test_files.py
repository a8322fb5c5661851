"""Real files of every format, whole and damaged, are decoded or a `PictureError`."""

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import STRIPOFFSETS

from model.decode import WORKING_EDGE, decode
from model.errors import (
    BrokenPicture,
    EmptyPicture,
    NotAPicture,
    PictureError,
    PictureTooLarge,
)
from tests.model.files import COLORS, FORMATS, encode, quartered, quarters, written

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


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


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
    with pytest.raises(
        BrokenPicture, match="more headers, scans, profiles or strips than programs"
    ):
        decode(jpeg[:2] + header + jpeg[2:])


def scanned(times: int) -> bytes:
    """Let a progressive JPEG repeat its last scan so often."""
    jpeg = encode(quartered().convert("L"), "JPEG", progressive=True)
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:last] + jpeg[last:-2] * times + jpeg[-2:]


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    assert decode(scanned(20)).size == quartered().size
    with pytest.raises(
        BrokenPicture, match="more headers, scans, profiles or strips than programs"
    ):
        decode(scanned(40))


def striped(strips: int, *, big: bool) -> bytes:
    """Write a gray TIFF of a row of eight pixels to the strip, all of them the same one."""
    entry, offset = ("<HHQQ", "<Q") if big else ("<HHII", "<I")
    head = b"II+\0\10\0\0\0\20\0\0\0\0\0\0\0" if big else b"II*\0\10\0\0\0"
    tags = {256: 8, 257: strips, 258: 8, 259: 1, 262: 1, 277: 1, 278: 1}
    count = struct.pack("<Q" if big else "<H", len(tags) + 1)
    end = len(head + count) + (len(tags) + 1) * struct.calcsize(entry) + struct.calcsize(offset)
    entries = [struct.pack(entry, tag, 4, 1, value) for tag, value in tags.items()]
    entries.insert(5, struct.pack(entry, STRIPOFFSETS, 4, strips, end + 8))
    directory = count + b"".join(entries) + bytes(struct.calcsize(offset))
    return head + directory + bytes(8) + struct.pack("<I", end) * strips


@pytest.mark.parametrize("big", [False, True])
def test_a_tiff_of_endless_strips_is_refused(big: bool) -> None:
    assert decode(striped(3_000, big=big)).size == (1, WORKING_EDGE)
    with pytest.raises(
        BrokenPicture, match="more headers, scans, profiles or strips than programs"
    ):
        decode(striped(60_000, big=big))


def test_a_video_behind_the_picture_is_no_part_of_it() -> None:
    """Phones put ten megabytes there, in which the bytes of every marker occur."""
    jpeg = encode(quartered(), "JPEG")
    moving = decode(jpeg + np.random.default_rng(1).bytes(20_000_000))
    np.testing.assert_array_equal(np.asarray(moving), np.asarray(decode(jpeg)))


def test_scans_behind_the_picture_do_not_count() -> None:
    assert decode(scanned(20) + b"\0\0" + b"\xff\xda\0\2" * 40).size == quartered().size


def test_a_recovered_file_with_padding_is_read() -> None:
    jpeg = encode(quartered(), "JPEG")
    padded = decode(jpeg + b"\xff" * 200_000)
    np.testing.assert_array_equal(np.asarray(padded), np.asarray(decode(jpeg)))


@pytest.mark.parametrize(
    "extra",
    [b"iCCPa\0\0", b"zTXta\0\0", b"iTXta\0\1\0\0\0"],
    ids=["profile", "text", "international text"],
)
def test_a_png_may_hold_a_large_profile_or_text_and_not_many(extra: bytes) -> None:
    png = encode(quartered(), "PNG")
    packed = chunk(extra[:4], extra[4:] + zlib.compress(bytes(4_000_000)))
    header = 8 + 25  # the signature and IHDR
    assert decode(png[:header] + packed + png[header:]).size == quartered().size
    with pytest.raises(
        BrokenPicture, match="more headers, scans, profiles or strips than programs"
    ):
        decode(png[:header] + packed * 40 + png[header:])


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
