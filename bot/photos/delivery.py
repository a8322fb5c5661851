"""Bringing an answer to the message it is for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import discord

from bot.errors import MessageGone, NotAllowed
from bot.find.reader import reads
from bot.store.schema import AnswerStyle

_LOCKED: Final = frozenset({50083, 160005})
"""Discord's codes for a thread that only those who may manage threads write in."""


def may_answer(message: discord.Message, style: AnswerStyle) -> bool:
    """Whether FitCheck has the permissions that answering a message takes, as far as is known."""
    guild, channel = message.guild, message.channel
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    if isinstance(channel, discord.Thread) and channel.parent is None:  # which has the permissions
        return True
    if not reads(channel, guild.me):
        return False
    allowed = channel.permissions_for(guild.me)
    if style is AnswerStyle.REACTION:
        return allowed.add_reactions
    if isinstance(channel, discord.Thread):  # Discord lets all react in locked ones
        writes = allowed.send_messages_in_threads and (allowed.manage_threads or not channel.locked)
    else:
        writes = allowed.send_messages
    return writes and (allowed.attach_files or style is AnswerStyle.LINE)


@contextmanager
def explained() -> Iterator[None]:
    """Turn what Discord says of a message that can't be answered into the error that says so.

    Raises
    ------
    NotAllowed
        If FitCheck lacks a permission there.
    MessageGone
        If the message was deleted meanwhile, or its channel.
    """
    try:
        yield
    except discord.Forbidden as error:
        raise NotAllowed(str(error)) from error
    except discord.HTTPException as error:
        if error.code in _LOCKED:
            raise NotAllowed(str(error)) from error
        # A reaction's refusal is a 404; a reply's names the message that it refers to.
        if isinstance(error, discord.NotFound) or "message_reference" in error.text:
            raise MessageGone(str(error)) from error
        raise
