"""What can go wrong on a photo's way from a browser."""

from bot.errors import BotError, TransferTimeout


class RoomFull(BotError):
    """Other photos held all places for too long."""


class UploadTimeout(TransferTimeout):
    """It didn't arrive from the browser in time."""
