"""`/index`, for members who may manage the server: the past of a channel for `/find`."""

import asyncio
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import ChannelUnread, ContentUnseen
from bot.find.errors import check_kept
from bot.find.indexer import Indexer, may_index
from bot.find.past import Room
from bot.find.progress import Progress
from bot.guild import guild_of
from bot.language.commands import phrase
from bot.language.language import Languages
from bot.store.repeat import end, repeat
from bot.store.store import Store

_RESUME_SECONDS: Final = 60.0


class IndexPast(commands.Cog):
    """Starts, shows and stops the taking in of channels' pasts.

    Parameters
    ----------
    client : discord.Client
        Which knows what FitCheck may see of posts.
    indexer : Indexer
        Does the work.
    store : Store
        Where the jobs are.
    languages : Languages
        The words.
    """

    def __init__(
        self, client: discord.Client, indexer: Indexer, store: Store, languages: Languages
    ) -> None:
        self._client = client
        self._indexer = indexer
        self._store = store
        self._languages = languages
        self._resuming: asyncio.Task[None] | None = None

    @app_commands.command(name=phrase("index-name"), description=phrase("index-description"))
    @app_commands.rename(channel=phrase("index-channel-name"))
    @app_commands.describe(channel=phrase("index-channel-description"))
    @app_commands.default_permissions(manage_guild=True)  # hides it
    @app_commands.checks.has_permissions(manage_guild=True)  # refuses it
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def index(self, interaction: discord.Interaction, channel: Room | None = None) -> None:
        """Take a channel in, or only show how far the others are."""
        guild = guild_of(interaction)
        if channel is not None:
            self._check(channel)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if channel is not None:
            await self._store.index_jobs.start(guild.id, channel.id)
            self._indexer.begin(guild.id)
        wording = self._languages.wording(interaction.locale.value)
        await Progress(interaction, self._store, guild, wording).refresh(interaction)

    def _check(self, channel: Room) -> None:
        check_kept(self._store.settings, channel.guild.id)
        if not self._client.intents.message_content:
            raise ContentUnseen("the message-content intent isn't granted")
        if not may_index(channel):
            raise ChannelUnread(f"channel {channel.id}")

    async def cog_load(self) -> None:
        """Go on with what a restart broke off, and look again for what other processes left."""
        self._resuming = asyncio.create_task(
            repeat("Indexing", self._indexer.resume, _RESUME_SECONDS)
        )

    async def cog_unload(self) -> None:
        """Stop."""
        if self._resuming is not None:
            await end([self._resuming])
        await self._indexer.close()
