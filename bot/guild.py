"""The server that something happened in, and who may manage it."""

from typing import Any

import discord
from discord import app_commands


def guild_of(interaction: discord.Interaction[Any]) -> discord.Guild:
    """Return an interaction's server.

    Raises
    ------
    NoPrivateMessage
        If it didn't happen in one.
    """
    if interaction.guild is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild


def check_manages(interaction: discord.Interaction[Any]) -> None:
    """Raise `MissingPermissions` unless whoever is behind an interaction may manage the server."""
    if not interaction.permissions.manage_guild:
        raise app_commands.MissingPermissions(["manage_guild"])
