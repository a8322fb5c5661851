"""What can go wrong on a photo's way from a browser."""

from bot.errors import TransferTimeout


class UploadTimeout(TransferTimeout):
    """It didn't arrive from the browser in time."""
