"""Files that people send, and what they are told of the bad ones."""

import io
import struct
import zlib
from dataclasses import dataclass

from PIL import Image

TEN_MIB = 10 * 1024 * 1024


@dataclass(frozen=True)
class Bad:
    """A file that can't be answered.

    Attributes
    ----------
    name : str
        Its file name, from which Discord takes its type.
    data : bytes
        What it holds.
    told : str
        What somebody who asked is told; a part of it.
    fault : str
        How the server it comes from misbehaves, if it does.
    """

    name: str
    data: bytes
    told: str
    fault: str = ""


def picture(colour: str = "white") -> bytes:
    """A sound PNG."""
    file = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(file, "PNG")
    return file.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that declares 30,000 × 30,000 pixels."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def bad_files(boot: bytes) -> dict[str, Bad]:
    """Every bad file there is, by what is bad about it."""
    return {
        "lying type": Bad("lie.png", b"just words, whatever the name says", "isn't a picture"),
        "truncated": Bad("half.png", boot[: len(boot) // 2], "damaged or cut short"),
        "empty": Bad("empty.png", b"", "That file is empty"),
        "bomb": Bad("bomb.png", bomb(), "has 900 megapixels and I read up to 40"),
        "50 MB": Bad("big.png", bytes(50 * 2**20), "has 50 MiB and I read up to 10"),
        "stalls": Bad("stall.png", boot, "took longer than", "stall"),
        "breaks off": Bad("break.png", boot, "broke off", "break"),
        "gone": Bad("gone.png", boot, "no longer there", "gone"),
        "server fails": Bad("fail.png", boot, "broke off", "fail"),
    }
