"""Files that are small and take minutes to read.

Those that only declare a size are refused by that, in `model.decode`.
"""

import io
import re
from typing import Final

from PIL.TiffImagePlugin import PREFIXES, STRIPOFFSETS, TILEOFFSETS, ImageFileDirectory_v2

JPEG: Final = b"\xff\xd8"
"""How a JPEG begins."""

PNG: Final = b"\x89PNG"
"""How a PNG begins."""

MOST_SEGMENTS: Final = 1_000
"""Exif and XMP segments that a JPEG may have; cameras write two."""

MOST_FILL: Final = 50_000
"""Pairs of fill bytes that a JPEG may have; cameras write none."""

MOST_SCANS: Final = 30
"""Scans that a JPEG may have; libjpeg writes ten, and eighteen for print."""

BIG: Final = 43
"""The third byte of a BigTIFF, whose header is twice as long, as Pillow has it."""

MOST_STRIPS: Final = 50_000
"""Strips or tiles that a TIFF may have; programs write one for some rows."""

PACKED: Final = (b"iCCP", b"iTXt", b"zTXt")
"""Chunks of a PNG that are unpacked as it is opened: colour profiles and texts."""

MOST_PACKED: Final = 30
"""Such chunks that a PNG may have; programs write a handful."""

MARKER: Final = re.compile(rb"\xff[\x02-\xcf\xd8-\xfe]")
"""What begins a JPEG's segment, or ends the scan before it (ITU-T T.81, section B.1.1)."""


def is_bomb(data: bytes) -> bool:
    """Tell a JPEG, PNG or TIFF that is small and takes minutes.

    Pillow's reader joins Exif segments in quadratic time and reads fill bytes one by one; each scan
    of a few bytes makes libjpeg go through all of the picture again. A PNG's profiles and texts
    unpack to a thousand times their size. Each of a TIFF's strips has a decoder set up for it.

    Raises
    ------
    OSError, SyntaxError, struct.error, and others of `model.decode.DAMAGED`
        If a TIFF's directory is damaged.
    """
    if data.startswith(tuple(PREFIXES)):
        return _strips(data) > MOST_STRIPS
    if data.startswith(PNG):
        return sum(map(data.count, PACKED)) > MOST_PACKED
    return data.startswith(JPEG) and (
        data.count(b"\xff\xe1") > MOST_SEGMENTS
        or data.count(b"\xff\xff") > MOST_FILL
        or _scans(data) > MOST_SCANS
    )


def _scans(data: bytes) -> int:
    """Count scans from segment to segment; a video behind the picture holds any bytes."""
    scans, at = 0, len(JPEG)
    while scans <= MOST_SCANS and (marker := MARKER.search(data, at)):
        if marker[0] == b"\xff\xd9":
            break
        scans += marker[0] == b"\xff\xda"
        at = marker.end() + int.from_bytes(data[marker.end() : marker.end() + 2], "big")
    return scans


def _strips(data: bytes) -> int:
    """Count the strips or tiles of a TIFF's first picture, before Pillow lists them all."""
    file = io.BytesIO(data)
    directory = ImageFileDirectory_v2(data[: 16 if data[2] == BIG else 8])
    file.seek(directory.next)
    directory.load(file)
    return len(directory.get(STRIPOFFSETS, directory.get(TILEOFFSETS, ())))
