"""What can go wrong in the bot on purpose; `bot.desk` turns it into words.

::

    BotError
    ├── SettingsError         a setting's value is wrong; the host can correct it
    ├── TokenRefused          Discord doesn't know the token; the host can set another
    ├── NoPicture             asked about a message that holds no picture
    ├── MessageGone           the message to be answered was deleted meanwhile
    ├── NotAllowed            the bot lacks a permission in the channel
    ├── ChannelUnread         the bot may not read a channel's past
    ├── ContentUnseen         Discord doesn't show the bot what posts hold
    ├── CoolingDown           somebody asks too often
    ├── ShuttingDown          somebody asks while the bot finishes what it was asked before
    ├── UnknownButton         a custom id that no button of ours has, or has any more
    ├── RoomFull              other photos hold all of the page's places (`bot.web.errors`)
    ├── PanelClosed           a panel's button was pressed after the restart that closed it
    ├── PanelChanged          a panel's button was pressed as others took its place
    └── AttachmentError       an attachment can't be answered; the person can send another
        ├── WrongType         declared as something that is no picture
        ├── FileTooLarge      more bytes than the limit allows, declared or received
        ├── TransferTimeout   it didn't arrive in time
        │   ├── DownloadTimeout   from Discord
        │   └── UploadTimeout     from a browser (`bot.web.errors`)
        ├── DownloadBroken    it arrived in part or not at all
        └── PictureGone       Discord no longer has it

What can go wrong with what is kept is in `bot.store.errors`.
"""

import math
from typing import Final

import aiohttp
import discord

REQUEST_FAILURES: Final = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What a request to Discord may raise: its refusal, or that of the network on the way there.

discord.py hands on as it is what the network raises, say for a connection that was kept open for
too long. A `TimeoutError` is an `OSError`.
"""


class BotError(Exception):
    """Base of everything that `bot` raises on purpose."""


class SettingsError(BotError):
    """A setting's value is wrong."""


class TokenRefused(BotError):
    """Discord doesn't know the token."""


class NoPicture(BotError):
    """FitCheck was asked about a message that holds no picture."""


class MessageGone(BotError):
    """The message to be answered was deleted meanwhile."""


class NotAllowed(BotError):
    """FitCheck lacks a permission in the channel that it was asked in."""


class ChannelUnread(BotError):
    """FitCheck may not read a channel's past."""


class ContentUnseen(BotError):
    """Discord doesn't grant the message-content intent, so posts look empty."""


class ShuttingDown(BotError):
    """FitCheck is about to end, and begins nothing that it couldn't finish."""


class UnknownButton(BotError):
    """A button or menu was pressed whose custom id nobody knows, or knows any more."""


class PanelClosed(BotError):
    """A button was pressed in a panel that a restart closed."""


class PanelChanged(BotError):
    """A button was pressed that the panel had just replaced by others."""


class CoolingDown(BotError):
    """Somebody, or their server, asks more often than the host allows.

    Parameters
    ----------
    seconds : float
        How long they have to wait.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"for {seconds:.0f} seconds")
        self.seconds = float(math.ceil(seconds))


class AttachmentError(BotError):
    """An attachment can't be answered; its sender can send another."""


class WrongType(AttachmentError):
    """The attachment is declared as something that is no picture."""


class FileTooLarge(AttachmentError):
    """The file has more bytes than the limit allows.

    Parameters
    ----------
    size, limit : int
        In bytes.
    """

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} bytes; the limit is {limit}")
        self.mebibytes = math.ceil(size / 2**20 * 10) / 10  # as told, still more than the limit
        self.limit = limit / 2**20


class TransferTimeout(AttachmentError):
    """The file didn't arrive in time.

    Parameters
    ----------
    seconds : float
        How long it was waited for.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not there after {seconds:g} seconds")
        self.seconds = seconds


class DownloadTimeout(TransferTimeout):
    """It didn't arrive from Discord in time."""


class DownloadBroken(AttachmentError):
    """The file arrived in part or not at all."""


class PictureGone(AttachmentError):
    """Discord no longer has the file."""
