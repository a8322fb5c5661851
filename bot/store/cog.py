"""What is deleted on Discord is forgotten here."""

import logging
from typing import Final

import discord
from discord.ext import commands

from bot.errors import REQUEST_FAILURES
from bot.photos.attachments import pictures_of
from bot.store.errors import StoreUnavailable
from bot.store.forgetting import Forgetting

log = logging.getLogger(__name__)

_ANOTHER_BOTS: Final = (
    "FitCheck is in none of the servers that the database knows, as if it were another bot's:"
    " nothing is forgotten. Give each bot its own DATA_DIR or DATABASE_URL."
)


class Deletions(commands.Cog):
    """Passes deletions on.

    Parameters
    ----------
    client : discord.AutoShardedClient
        Whose answers are no posts, and which knows its servers and what it sees of posts.
    forgetting : Forgetting
        What forgets.
    """

    def __init__(self, client: discord.AutoShardedClient, forgetting: Forgetting) -> None:
        self._client = client
        self._forgetting = forgetting

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Forget a message; of direct messages nothing is kept."""
        if event.guild_id is not None:
            self._forgetting.messages(event.message_id)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Forget a message that pictures were taken out of."""
        # Without the intent every message looks empty, and FitCheck's own cards may look so.
        message, own = event.message, event.message.author == self._client.user
        if event.guild_id is None or own or not self._client.intents.message_content:
            return
        if message.edited_at is not None:  # else nobody edited it: a link's preview came, say
            self._forgetting.edited(message.id, len(pictures_of(message)))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Forget messages that a moderator deleted at once."""
        self._forgetting.messages(*event.message_ids)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget a channel, its messages and its threads."""
        self._forgetting.channel(channel.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """Forget a thread."""
        self._forgetting.channel(event.thread_id)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that FitCheck was removed from."""
        self._forgetting.guild(guild.id)

    @commands.Cog.listener("on_guild_join")
    @commands.Cog.listener("on_guild_available")  # where it was added during a disconnection
    async def on_guild_back(self, guild: discord.Guild) -> None:
        """Keep what happens in a server that FitCheck was removed from before."""
        self._forgetting.back_in(guild.id)

    @commands.Cog.listener()
    async def on_shard_ready(self, shard_id: int) -> None:
        """Forget the shard's servers that FitCheck was removed from while it wasn't connected."""
        try:
            kept = await self._forgetting.guilds()
            if not kept:
                return
            # discord.py still knows one that was left between two sessions, and only the servers
            # of its own shards, so Discord is asked.
            listed = {guild.id async for guild in self._client.fetch_guilds(limit=None)}
            if listed.isdisjoint(kept) and not any(map(self._client.get_guild, kept)):
                log.warning(_ANOTHER_BOTS)
                return
            shards = self._client.shard_count or 1
            absent = [one for one in kept - listed if (one >> 22) % shards == shard_id]
            for guild_id in absent:
                # Asked again, since nothing brings back what is forgotten; and forgotten at once,
                # since FitCheck may be back while the others are asked about.
                if not await self._is_in(guild_id):
                    self._forgetting.guild(guild_id)
        except (*REQUEST_FAILURES, StoreUnavailable) as error:
            log.warning("Servers left meanwhile are forgotten after the next start: %s", error)

    async def _is_in(self, guild_id: int) -> bool:
        try:
            await self._client.fetch_guild(guild_id, with_counts=False)
        except (discord.NotFound, discord.Forbidden):
            return False
        return True
