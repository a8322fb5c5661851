"""Which attachments count."""

from typing import Any
from unittest.mock import create_autospec

import discord
import pytest
from discord.http import HTTPClient
from discord.state import ConnectionState

from bot.errors import FileTooLarge, WrongType
from bot.photos.attachments import admit, is_picture


def attachment(name: str, declared: str | None, size: int = 1000) -> discord.Attachment:
    """An attachment as Discord declares it."""
    data: dict[str, Any] = {
        "id": "1",
        "filename": name,
        "size": size,
        "url": "https://cdn.example/1",
        "proxy_url": "https://media.example/1",
    }
    if declared is not None:
        data["content_type"] = declared
    state = create_autospec(ConnectionState, instance=True)
    state.http = create_autospec(HTTPClient, instance=True)
    return discord.Attachment(data=data, state=state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "declared", "counts"),
    [
        ("a.jpg", "image/jpeg", True),
        ("a.JPG", "IMAGE/JPEG; charset=binary", True),
        ("a", "image/png", True),
        ("a.heic", "image/heic", True),
        ("IMG_0001.HEIC", None, True),
        ("a.heic", "application/octet-stream", True),
        ("a.webp", "", True),
        ("a.svg", "image/svg+xml", False),
        ("a.mp4", "video/mp4", False),
        ("a.jpg", "text/plain", False),
        ("a", None, False),
        ("a.exe", "application/octet-stream", False),
    ],
)
def test_declared_type_decides_and_else_the_name(
    name: str, declared: str | None, *, counts: bool
) -> None:
    assert is_picture(attachment(name, declared)) is counts


def test_limit_itself_may_pass() -> None:
    admit(attachment("a.png", "image/png", size=100), max_bytes=100)


def test_more_than_the_limit_may_not() -> None:
    with pytest.raises(FileTooLarge) as caught:
        admit(attachment("a.png", "image/png", size=50 * 2**20), max_bytes=10 * 2**20)
    assert (caught.value.mebibytes, caught.value.limit) == (50.0, 10.0)


def test_what_is_no_picture_may_not() -> None:
    with pytest.raises(WrongType, match="video/mp4"):
        admit(attachment("a.mp4", "video/mp4"), max_bytes=100)
