"""`/stats`, for members who may manage the server."""

from collections.abc import Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot.guild import guild_of
from bot.inflight import InFlight
from bot.language.commands import phrase
from bot.language.language import Languages
from bot.stats.export import export
from bot.stats.host import Machine, Place, host_page
from bot.stats.meter import Meter
from bot.stats.network import network_page
from bot.stats.page import Interaction, Name, Page, StatsPanel
from bot.stats.server import server_page
from bot.store.store import Store
from model.card import Card


class Stats(commands.Cog):
    """Shows how good the network is, what the server made of it, and how the host does.

    Parameters
    ----------
    client : discord.ext.commands.AutoShardedBot
        Knows the shards.
    card : Card
        What is known of the loaded network.
    store : Store
        What is kept.
    meter : Meter
        What was counted since the start.
    look : callable
        Returns what FitCheck runs on, as it is now.
    languages : Languages
        The words.
    in_flight : InFlight
        Counts what is being answered.
    """

    stats = app_commands.Group(
        name=phrase("stats-name"),
        description=phrase("stats-description"),
        default_permissions=discord.Permissions(manage_guild=True),  # hides it
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=False, private_channel=False
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    def __init__(
        self,
        client: commands.AutoShardedBot,
        card: Card,
        store: Store,
        meter: Meter,
        *,
        look: Callable[[], Machine],
        languages: Languages,
        in_flight: InFlight,
    ) -> None:
        self._client = client
        self._card = card
        self._store = store
        self._meter = meter
        self._look = look
        self._languages = languages
        self._in_flight = in_flight

    @stats.command(name=phrase("stats-show-name"), description=phrase("stats-show-description"))
    @app_commands.checks.has_permissions(manage_guild=True)  # refuses it
    async def show(self, interaction: discord.Interaction) -> None:
        """Show the first page to the caller alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        wording = self._languages.wording(interaction.locale.value)
        panel = StatsPanel(interaction, self._write, wording)
        await panel.turn(interaction, Name.NETWORK)

    @stats.command(name=phrase("stats-export-name"), description=phrase("stats-export-description"))
    @app_commands.checks.has_permissions(manage_guild=True)
    async def export(self, interaction: discord.Interaction) -> None:
        """Give the caller alone what is kept of the server, as CSV."""
        guild = guild_of(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        wording = self._languages.wording(interaction.locale.value)
        files = await export(self._store, guild.id, limit=guild.filesize_limit)
        await interaction.followup.send(wording("stats-exported"), files=files, ephemeral=True)

    async def _write(self, name: Name, interaction: Interaction) -> Page:
        """Write a page as it is now."""
        guild = guild_of(interaction)
        wording = self._languages.wording(interaction.locale.value)
        match name:
            case Name.NETWORK:
                return await network_page(self._card, wording)
            case Name.SERVER:
                return await server_page(self._store, guild.id, wording)
            case Name.HOST:
                shards = self._client.shard_count or 1
                busy = self._in_flight.count - 1  # besides who asks for this
                place = Place(busy, guild.shard_id, shards)
                return host_page(self._meter, place, self._look(), wording)
