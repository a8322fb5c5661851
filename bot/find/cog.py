"""`/find`: the newest posts whose pictures held a class."""

from datetime import UTC, datetime

import discord
from discord import app_commands
from discord.ext import commands

from bot.find.errors import check_kept
from bot.find.gallery import Gallery
from bot.find.since import parse_since, since_choices
from bot.guild import guild_of
from bot.language.commands import phrase
from bot.language.garments import Garments
from bot.language.language import Languages
from bot.store.index import Search
from bot.store.store import Store

Place = app_commands.AppCommandChannel | app_commands.AppCommandThread


class Find(commands.Cog):
    """Looks into a server's index, for each member only where they may read.

    Parameters
    ----------
    store : Store
        Where the index is.
    garments : Garments
        What can be looked for.
    languages : Languages
        The words.
    """

    def __init__(self, store: Store, garments: Garments, languages: Languages) -> None:
        self._store = store
        self._garments = garments
        self._languages = languages

    @app_commands.command(name=phrase("find-name"), description=phrase("find-description"))
    @app_commands.rename(
        label=phrase("find-class-name"),
        member=phrase("find-from-name"),
        channel=phrase("find-in-name"),
        since=phrase("find-since-name"),
    )
    @app_commands.describe(
        label=phrase("find-class-description"),
        member=phrase("find-from-description"),
        channel=phrase("find-in-description"),
        since=phrase("find-since-description"),
    )
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def find(
        self,
        interaction: discord.Interaction,
        label: str,
        member: discord.User | None = None,
        channel: Place | None = None,
        since: str | None = None,
    ) -> None:
        """Show jump links to the caller alone."""
        guild_id = guild_of(interaction).id
        check_kept(self._store.settings, guild_id)
        search = Search(
            guild_id,
            self._garments.named(label, interaction.locale),
            author_id=member.id if member else None,
            channel_ids=_channels(channel) if channel else None,
            since=parse_since(since, datetime.now(UTC).date()) if since else None,
        )
        await interaction.response.defer(ephemeral=True, thinking=True)
        wording = self._languages.wording(interaction.locale.value)
        await Gallery(interaction, self._store, search, wording).turn(interaction)

    @find.autocomplete("label")
    async def complete_label(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest classes."""
        return self._garments.choices(typed, interaction.locale)

    @find.autocomplete("since")
    async def complete_since(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest days."""
        wording = self._languages.wording(interaction.locale.value)
        return since_choices(typed, wording, datetime.now(UTC).date())


def _channels(place: Place) -> tuple[int, ...]:
    """Return the channel that was chosen; of a category, those in it."""
    known = place.resolve()
    if isinstance(known, discord.CategoryChannel):
        return tuple(channel.id for channel in known.channels)
    return (place.id,)
