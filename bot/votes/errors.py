"""What can go wrong with correcting an answer, besides `bot.store.errors`."""

from bot.errors import BotError


class CorrectionsOff(BotError):
    """The server keeps no corrections, or there is no server."""
