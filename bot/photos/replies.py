"""Taking an answer back together with the post that it answers."""

import logging
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

import discord
from discord.ext import commands

from bot.errors import REQUEST_FAILURES

log = logging.getLogger(__name__)

MOST: Final = 10_000
"""Messages whose answers are remembered; older answers stay until somebody deletes them."""


class Replies(commands.Cog):
    """Deletes a reply once a message that it answers is deleted: it shows what that showed.

    Which reply answers which message is remembered until the end of the process, and not stored.
    """

    def __init__(self) -> None:
        self._last: OrderedDict[int, list[discord.Message]] = OrderedDict()

    def remember(self, reply: discord.Message, *message_ids: int) -> None:
        """Remember what a reply answers: the message, and the one whose pictures were asked about.

        Parameters
        ----------
        reply : discord.Message
            FitCheck's own.
        message_ids : int
            Any of these takes it along.
        """
        for message_id in set(message_ids):
            self._last.setdefault(message_id, []).append(reply)
            self._last.move_to_end(message_id)
        while len(self._last) > MOST:
            self._last.popitem(last=False)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Take back the answer to a deleted message."""
        await self._take_back([event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Take back the answers to messages that a moderator deleted at once."""
        await self._take_back(event.message_ids)

    async def _take_back(self, message_ids: Iterable[int]) -> None:
        for message_id in message_ids:
            for reply in self._last.pop(message_id, ()):
                try:
                    await reply.delete()
                except discord.NotFound:  # somebody was faster
                    continue
                except REQUEST_FAILURES as error:
                    log.warning("The answer to message %d stays: %r", message_id, error)
