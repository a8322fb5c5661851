"""The language that FitCheck speaks to all of a server."""

import discord

from bot.store.settings import ServerSettings


def language_of(guild: discord.Guild, settings: ServerSettings) -> str:
    """Return what its admins chose, else what the server tells Discord."""
    return settings.language or guild.preferred_locale.value
