"""Which attachments count, and whose, decided before a byte is read."""

from pathlib import PurePath
from typing import Final

import discord

from bot.errors import FileTooLarge, WrongType
from model.decode import SUFFIXES

# What `model.decode` opens, by the names that Discord gives it. SVG isn't among them.
_TYPES: Final = frozenset(
    {
        "image/jpeg",
        "image/jpg",
        "image/png",
        "image/apng",
        "image/webp",
        "image/gif",
        "image/avif",
        "image/heic",
        "image/heif",
        "image/bmp",
        "image/x-ms-bmp",
        "image/tiff",
        "image/mpo",
    }
)
_UNKNOWN_TYPES: Final = frozenset({"", "application/octet-stream"})


def is_picture(attachment: discord.Attachment) -> bool:
    """Whether an attachment is declared as a picture that can be read.

    Where Discord knows no type, as with some phones' HEIC, the file's name decides.
    """
    declared = (attachment.content_type or "").partition(";")[0].strip().lower()
    if declared in _UNKNOWN_TYPES:
        return PurePath(attachment.filename).suffix.lower() in SUFFIXES
    return declared in _TYPES


def pictures_of(message: discord.Message) -> list[discord.Attachment]:
    """List a message's own pictures and those of the messages that it forwards."""
    forwarded = (each for one in message.message_snapshots for each in one.attachments)
    return [one for one in (*message.attachments, *forwarded) if is_picture(one)]


def is_by_person(message: discord.Message) -> bool:
    """Whether somebody wrote a message: neither a bot, nor a webhook, nor Discord itself."""
    return not (message.author.bot or message.webhook_id is not None or message.is_system())


def replied_to(message: discord.Message) -> discord.Message | None:
    """Return the message that a message replies to, if it is known."""
    target = message.reference.resolved if message.reference else None
    return target if isinstance(target, discord.Message) else None


def admit(attachment: discord.Attachment, *, max_bytes: int) -> None:
    """Let an attachment pass that may be downloaded.

    Raises
    ------
    WrongType
        If it is declared as something that is no picture.
    FileTooLarge
        If it is declared larger than `max_bytes`.
    """
    if not is_picture(attachment):
        raise WrongType(attachment.content_type or "no type")
    if attachment.size > max_bytes:
        raise FileTooLarge(attachment.size, max_bytes)
