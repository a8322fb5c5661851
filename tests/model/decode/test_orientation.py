"""Photos land upright, whatever their EXIF block is worth."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageOps
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from model.decode import decode
from tests.model.files import COLORS, FORMATS, QUARTERS, encode, quartered, quarters

# Pillow says what is odd about a file in warnings; whether it can be shown is for `decode` to say.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")


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


XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>
</rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "MPO"])
def test_an_xmp_packet_alone_turns_nothing_as_in_browsers(form: str) -> None:
    options: dict[str, Any] = {"xmp": XMP}
    if form == "PNG":
        options = {"pnginfo": PngInfo()}
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode())
    if form == "TIFF":
        options = {"tiffinfo": ImageFileDirectory_v2()}
        options["tiffinfo"][700] = XMP
    picture = decode(encode(quartered(), form, **FORMATS[form], **options))
    assert picture.size == (96, 64)
    assert np.abs(np.array(quarters(picture)) - COLORS).max() < 12


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_no_exif_block_costs_the_picture(block: bytes) -> None:
    picture = decode(encode(quartered(), "PNG", exif=b"Exif\0\0II*\0\x08\0\0\0" + block))
    assert sorted(picture.size) == [64, 96]
