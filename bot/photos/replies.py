"""Taking an answer back together with the post that it answers."""

import logging
from collections.abc import Collection
from typing import Final

import discord
from discord.ext import commands

from bot.bounded import Bounded
from bot.errors import REQUEST_FAILURES

log = logging.getLogger(__name__)

MOST: Final = 10_000
"""Messages whose answers are remembered; older answers stay until somebody deletes them."""


class Replies(commands.Cog):
    """Deletes a reply once a message that it answers is deleted: it shows what that showed.

    Which reply answers which message is remembered until the end of the process, and not stored.
    """

    def __init__(self) -> None:
        self._last: Bounded[int, list[discord.PartialMessage]] = Bounded(MOST)
        self._gone: Bounded[int, None] = Bounded(MOST)  # an answer may still be on its way

    async def remember(self, reply: discord.Message, *message_ids: int) -> None:
        """Remember what a reply answers: the message, and the one whose pictures were asked about.

        If one of them was deleted meanwhile, the reply is, too.

        Parameters
        ----------
        reply : discord.Message
            FitCheck's own.
        message_ids : int
            Any of these takes it along.
        """
        # Not the whole message, which holds what it refers to.
        partial = discord.PartialMessage(channel=reply.channel, id=reply.id)
        for message_id in set(message_ids):
            self._last[message_id] = [*self._last.get(message_id, ()), partial]
        await self._take_back([one for one in message_ids if one in self._gone])

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Take back the answer to a deleted message."""
        await self._deleted([event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Take back the answers to messages that a moderator deleted at once."""
        await self._deleted(event.message_ids)

    async def _deleted(self, message_ids: Collection[int]) -> None:
        self._gone.update(dict.fromkeys(message_ids))
        await self._take_back(message_ids)

    async def _take_back(self, message_ids: Collection[int]) -> None:
        for message_id in message_ids:
            for reply in self._last.pop(message_id, ()):
                try:
                    await reply.delete()
                except discord.NotFound:  # somebody was faster
                    continue
                except REQUEST_FAILURES as error:
                    log.warning("The answer to message %d stays: %r", message_id, error)
