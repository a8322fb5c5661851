"""Small files that would take minutes are refused; what only looks like one is read."""

import struct
import zlib

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import STRIPOFFSETS

from model.decode import WORKING_EDGE, decode
from model.errors import BrokenPicture
from tests.model.files import chunk, encode, quartered


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
