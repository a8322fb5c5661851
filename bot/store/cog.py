"""What is deleted on Discord is forgotten here."""

import discord
from discord.ext import commands

from bot.photos.attachments import attachments_of, pictures_of
from bot.store.forgetting import Forgetting


class Deletions(commands.Cog):
    """Passes deletions on.

    Parameters
    ----------
    client : discord.Client
        Whose answers are no posts, and which knows what it sees of posts.
    forgetting : Forgetting
        What forgets.
    """

    def __init__(self, client: discord.Client, forgetting: Forgetting) -> None:
        self._client = client
        self._forgetting = forgetting

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Forget a message."""
        self._forgetting.messages(event.message_id)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Forget a message whose pictures were taken out of it."""
        # Without the intent every message looks empty, and FitCheck's own cards may look so.
        own = event.message.author == self._client.user
        if own or not self._client.intents.message_content:
            return
        if not pictures_of(attachments_of(event.message)):
            self._forgetting.messages(event.message_id)

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
