"""`/settings`, for members who may manage the server."""

import logging
from collections.abc import Iterable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cooldown import Cooldown
from bot.desk import ErrorDesk
from bot.errors import REQUEST_FAILURES
from bot.guild import check_manages, guild_of
from bot.inflight import InFlight
from bot.language.commands import phrase
from bot.language.language import Languages
from bot.server.card import card
from bot.server.control import PREFIX, Control
from bot.server.controls import Controls
from bot.server.language import language_of
from bot.store.settings import ServerSettings, SettingsTable

log = logging.getLogger(__name__)


class Server(commands.Cog):
    """Shows and changes a server's settings.

    Parameters
    ----------
    settings : SettingsTable
        Where they are.
    cooldown : Cooldown
        How often anybody may choose.
    languages : Languages
        The words, and the languages to choose from.
    errors : ErrorDesk
        Words what went wrong.
    in_flight : InFlight
        Knows what a shutdown must wait for.
    """

    def __init__(
        self,
        settings: SettingsTable,
        *,
        cooldown: Cooldown,
        languages: Languages,
        errors: ErrorDesk,
        in_flight: InFlight,
    ) -> None:
        self._settings = settings
        self._cooldown = cooldown
        self._languages = languages
        self._errors = errors
        self._in_flight = in_flight
        self._controls = Controls(languages)

    @app_commands.command(name=phrase("settings-name"), description=phrase("settings-description"))
    @app_commands.default_permissions(manage_guild=True)  # hides it
    @app_commands.checks.has_permissions(manage_guild=True)  # refuses it
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction) -> None:
        """Show the settings to the caller alone."""
        guild = guild_of(interaction)
        wording = self._languages.wording(interaction.locale.value)
        settings = self._settings.of(guild.id)
        status = wording("settings-hint")
        view = card(self._controls.all.values(), settings, wording, guild, status)
        await interaction.response.send_message(view=view, ephemeral=True)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Change what an admin chose in a message of `/settings`, however long ago it was sent.

        Who chooses too often has to wait.
        """
        data: Any = interaction.data
        if interaction.type is not discord.InteractionType.component:
            return
        if not data["custom_id"].startswith(PREFIX):
            return
        try:
            with self._in_flight.one():
                await self._choose(interaction, data["custom_id"], data.get("values", []))
        except Exception as error:  # noqa: BLE001 - who chose is told of whatever it is
            await self._errors.answer(interaction, error)

    async def _choose(
        self, interaction: discord.Interaction, custom_id: str, values: list[str]
    ) -> None:
        guild = guild_of(interaction)
        check_manages(interaction)
        self._cooldown.spend(interaction.user.id, guild.id)
        control, chosen = self._controls.read(custom_id)
        edit = control.edit([*chosen, *values], guild)
        await interaction.response.defer()

        before = self._settings.of(guild.id)

        def change(stored: ServerSettings) -> ServerSettings:
            nonlocal before
            before = stored
            return edit(stored)

        after = await self._settings.change(guild.id, change)
        unreached = await self._tell(guild, interaction.user, control, before, after)
        wording = self._languages.wording(interaction.locale.value)
        lines = [wording("settings-saved", line=control.heading(after, wording))]
        # Of a former one there is nothing to be mended.
        unreached = [one for one in unreached if one == after.log_channel_id]
        lines += [wording("settings-log-unreached", channel=f"<#{one}>") for one in unreached]
        # As it is by now: another choice may have been shown while the log channel was told.
        stored = self._settings.of(guild.id)
        view = card(self._controls.all.values(), stored, wording, guild, "\n".join(lines))
        await interaction.edit_original_response(view=view)

    async def _tell(
        self,
        guild: discord.Guild,
        admin: discord.abc.User,
        control: Control,
        before: ServerSettings,
        after: ServerSettings,
    ) -> Iterable[int]:
        """Tell the log channel, the old and the new one if that is what changed.

        Returns
        -------
        iterable of int
            The channels that couldn't be told.
        """
        if before == after:
            return []
        channels = dict.fromkeys((before.log_channel_id, after.log_channel_id))
        wording = self._languages.wording(language_of(guild, after))
        text = wording(
            "settings-changed",
            who=admin.mention,
            setting=control.label(wording),
            before=control.value(before, wording),
            after=control.value(after, wording),
        )
        ids = [channel_id for channel_id in channels if channel_id is not None]
        return [one for one in ids if not await _send(guild, one, text)]


async def _send(guild: discord.Guild, channel_id: int, text: str) -> bool:
    """Write into a channel of the server, and tell whether that worked."""
    channel = guild.get_channel_or_thread(channel_id)
    if not isinstance(channel, discord.abc.Messageable):
        return False
    try:
        await channel.send(text)
    except REQUEST_FAILURES as error:
        log.info("The log channel %d couldn't be told: %r", channel_id, error)
        return False
    return True
