"""The server that something happened in."""

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
