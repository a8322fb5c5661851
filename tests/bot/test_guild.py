"""Where something happened."""

from unittest.mock import create_autospec

import discord
import pytest
from discord.app_commands import MissingPermissions, NoPrivateMessage

from bot.guild import check_manages, guild_of
from tests.bot.conftest import World


async def test_the_server_is_returned(world: World) -> None:
    (guild,) = world.client.guilds
    interaction = create_autospec(discord.Interaction, instance=True, guild=guild)
    assert guild_of(interaction) is guild


def test_there_is_none_in_private() -> None:
    interaction = create_autospec(discord.Interaction, instance=True, guild=None)
    with pytest.raises(NoPrivateMessage):
        guild_of(interaction)


def test_only_those_who_manage_a_server_pass() -> None:
    interaction = create_autospec(discord.Interaction, instance=True)
    interaction.permissions = discord.Permissions(manage_guild=True)
    check_manages(interaction)
    interaction.permissions = ~discord.Permissions(manage_guild=True)
    with pytest.raises(MissingPermissions):
        check_manages(interaction)
