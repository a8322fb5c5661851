"""What can go wrong on a photo's way from a browser."""

from bot.errors import AttachmentError


class UploadTimeout(AttachmentError):
    """The photo didn't arrive in time.

    Parameters
    ----------
    seconds : float
        How long it was waited for.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not there after {seconds:g} seconds")
        self.seconds = seconds
