"""Discord is told of commands when they changed, and only then."""

from pathlib import Path

import discord
import pytest
from discord import app_commands

from bot.registry import Registry
from tests.bot.conftest import Enter, World


def updates(world: World) -> int:
    return sum(sent.method == "PUT" for sent in world.env.http_requests)


async def test_a_second_start_tells_nothing(enter: Enter) -> None:
    async with enter() as world:
        assert updates(world) == 1
    async with enter() as world:
        assert updates(world) == 0


async def test_a_changed_command_is_told(world: World, tmp_path: Path) -> None:
    @world.client.tree.command()
    async def shop(interaction: discord.Interaction) -> None:
        """Sell something."""

    registry = Registry(world.client.tree, tmp_path)
    assert await registry.sync(1, force=False)
    assert not await registry.sync(1, force=False)


async def test_another_application_is_told(world: World, tmp_path: Path) -> None:
    registry = Registry(world.client.tree, tmp_path)
    await registry.sync(1, force=False)
    assert await registry.sync(2, force=False)


async def test_force_tells_in_any_case(world: World, tmp_path: Path) -> None:
    registry = Registry(world.client.tree, tmp_path)
    await registry.sync(1, force=False)
    assert await registry.sync(1, force=True)


async def test_without_a_place_for_its_memory_discord_is_told_all_the_same(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("no folder")
    registry = Registry(world.client.tree, taken)
    assert await registry.sync(1, force=False)
    assert "can't be read, so Discord is told anew" in caplog.text
    assert "DATA_DIR: Discord will be told again at the next start" in caplog.text


async def test_commands_are_for_servers_and_for_people(world: World) -> None:
    tree = world.client.tree
    command = tree.get_command("classify")
    assert isinstance(command, app_commands.Command)
    payload = command.to_dict(tree)
    assert payload["integration_types"] == [0, 1]
    assert payload["contexts"] == [0, 1, 2]
