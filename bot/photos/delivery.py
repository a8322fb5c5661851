"""Bringing an answer to the message it is for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import discord

from bot.errors import MessageGone, NotAllowed

_UNKNOWN_MESSAGE: Final = 10008
"""Discord's code for a reaction to a message that isn't there; a reply's names its reference."""


@contextmanager
def explained() -> Iterator[None]:
    """Turn what Discord says of a message that can't be answered into the error that says so.

    Raises
    ------
    NotAllowed
        If FitCheck lacks a permission there.
    MessageGone
        If the message was deleted meanwhile.
    """
    try:
        yield
    except discord.Forbidden as error:
        raise NotAllowed(str(error)) from error
    except discord.HTTPException as error:
        if error.code == _UNKNOWN_MESSAGE or "message_reference" in error.text:
            raise MessageGone(str(error)) from error
        raise
