"""`/index`, as admins use it."""

import asyncio
from unittest.mock import create_autospec

import discord
import pytest
from discord import ComponentType
from discord.app_commands import MissingPermissions
from simcord import SetupError
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.errors import ChannelUnread, ContentUnseen
from bot.find.errors import IndexOff
from bot.find.index_cog import IndexPast
from bot.find.indexer import Indexer
from bot.language.language import languages
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Enter, World
from tests.bot.find.indexing import LONG, found, index, keep_index, post, talk, text, unhurried
from tests.bot.raised import raised


@pytest.fixture
async def world(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    return await unhurried(world, monkeypatch)


async def test_progress_is_shown_and_can_be_stopped(
    world: World, boot: bytes, engine: Engine
) -> None:
    posts = [await post(world, boot) for _ in range(3)]
    talk(world)
    await keep_index(world, on=True)
    panel = await index(world, world.channel)
    await world.admin.click(panel, label="Refresh")
    assert "50 messages read, 0 pictures" in text(panel)
    await world.admin.click(panel, label="Stop")
    assert not cards.parts(panel.components, ComponentType.section)
    await world.env.advance_time(LONG)
    assert not await found(world, engine, boot)
    await index(world, world.channel)
    await world.env.advance_time(LONG)
    assert sorted(await found(world, engine, boot)) == posts


async def test_what_is_done_by_then_cannot_be_stopped(
    world: World, boot: bytes, engine: Engine
) -> None:
    old = await post(world, boot)
    talk(world)
    await keep_index(world, on=True)
    panel = await index(world, world.channel)
    await world.env.advance_time(LONG)
    await world.admin.click(panel, label="Stop")  # as the panel still shows
    assert "done. 62 messages read" in text(panel)
    assert await found(world, engine, boot) == [old]


async def test_without_an_index_nothing_is_taken_in(world: World) -> None:
    assert "keeps no index" in text(await index(world, world.channel))
    assert "The index is off" in text(await index(world))
    assert raised(world.env) == [IndexOff]


async def test_a_channel_that_cannot_be_read_is_explained(world: World) -> None:
    await keep_index(world, on=True)
    deny = discord.Permissions(read_message_history=True).value
    me = world.env.backend.bot_user.id
    overwrite = Overwrite(me, OverwriteType.MEMBER, deny=deny)
    world.env.backend.set_overwrite(world.channel.id, overwrite)
    await world.env.settle()
    assert "give me View Channel and Read" in text(await index(world, world.channel))
    assert raised(world.env) == [ChannelUnread]


async def test_a_voice_channel_that_cannot_be_entered_is_explained(world: World) -> None:
    await keep_index(world, on=True)
    voice = world.guild.create_voice_channel("talk")
    deny = discord.Permissions(connect=True).value
    me = world.env.backend.bot_user.id
    world.env.backend.set_overwrite(voice.id, Overwrite(me, OverwriteType.MEMBER, deny=deny))
    await world.env.settle()
    assert "Connect in voice channels" in text(await index(world, voice))
    assert raised(world.env) == [ChannelUnread]


async def test_without_the_intent_it_says_so(enter: Enter) -> None:
    async with enter(message_content=False) as world:
        await keep_index(world, on=True)
        assert "turn on the message-content intent" in text(await index(world, world.channel))
        assert raised(world.env) == [ContentUnseen]


async def test_members_neither_see_nor_press_it(world: World) -> None:
    with pytest.raises(SetupError):
        await world.alice.slash(world.channel, "index")
    (command,) = [each for each in await world.client.tree.fetch_commands() if each.name == "index"]
    world.guild.set_command_permissions(command, {world.alice: True})
    told = await world.alice.slash(world.channel, "index", channel=world.channel)
    assert told.response is not None
    assert "You need the permission Manage Server" in told.response.content
    panel = await index(world)
    world.env.backend.get_guild(world.guild.id).members[world.admin.id].role_ids.clear()
    told = await world.admin.click(panel, label="Refresh")
    assert told.response is not None
    assert "You need the permission Manage Server" in told.response.content
    assert raised(world.env) == [MissingPermissions, MissingPermissions]


async def test_nothing_of_it_runs_on_when_it_is_taken_out(world: World) -> None:
    """What `asyncio.run` would have to cancel again may never end, and `--sync` with it."""
    looking, closed = asyncio.Event(), asyncio.Event()

    async def resume() -> None:
        looking.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            closed.set()

    indexer = create_autospec(Indexer, instance=True)
    indexer.resume.side_effect = resume
    cog = IndexPast(world.client, indexer, world.store, languages())
    await cog.cog_load()
    await looking.wait()
    await cog.cog_unload()
    assert closed.is_set()
