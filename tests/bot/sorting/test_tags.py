"""Forums' tags: those that are there, and those that are created."""

import asyncio
from dataclasses import replace
from typing import Any

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.sorting.errors import ForumFull, NoSuchTag
from bot.sorting.tags import ForumTags
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import sort, tag_names, text


async def test_tags_are_only_created_on_request(world: World, forum: ChannelHandle) -> None:
    assert "has no tag of that name" in text(await sort(world, "tag", forum=forum))
    assert not tag_names(world, forum)
    assert raised(world.env) == [NoSuchTag]


async def test_a_tag_that_is_there_is_taken(world: World, forum: ChannelHandle) -> None:
    await sort(world, "tag", forum=forum, create=True, **{"class": "Bag", "tag": "things"})
    panel = await sort(world, "tag", forum=forum, **{"class": "Coat", "tag": "THINGS"})
    assert list(tag_names(world, forum).values()) == ["things"]
    assert text(panel).count("tag things") == 2


async def test_new_tags_are_named_in_the_servers_language(
    world: World, forum: ChannelHandle
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, language="de"))
    await sort(world, "tag", forum=forum, create=True, **{"class": "Bag"})
    assert list(tag_names(world, forum).values()) == ["Tasche"]


async def test_a_full_forum_is_explained(world: World, forum: ChannelHandle) -> None:
    plain = {"moderated": False, "emoji_id": None, "emoji_name": None}
    tags = [{"id": str(n), "name": str(n), **plain} for n in range(1, 16)]
    world.env.backend.edit_channel(forum.id, {"available_tags": tags})
    assert "20 tags" in text(await sort(world, "tag", forum=forum, create=True))
    assert len(tag_names(world, forum)) == 15
    assert raised(world.env) == [ForumFull]


async def test_of_tags_created_at_once_none_is_lost(
    world: World, forum: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel, edit = world.client.get_channel(forum.id), discord.ForumChannel.edit
    assert isinstance(channel, discord.ForumChannel)

    async def slow(forum: discord.ForumChannel, **named: Any) -> object:
        await asyncio.sleep(0)
        return await edit(forum, **named)

    monkeypatch.setattr(discord.ForumChannel, "edit", slow)
    # Discord tells of an edit after it has answered it, and not at once.
    monkeypatch.setitem(world.client._connection.parsers, "CHANNEL_UPDATE", lambda _: None)
    tags, names = ForumTags(), ["one", "two", "Two"]
    answers = await asyncio.gather(*(tags.ids(channel, [name], create=True) for name in names))
    found = [ids for _, ids in answers]
    assert tag_names(world, forum) == {found[0]["one"]: "one", found[1]["two"]: "two"}
    assert found[2]["Two"] == found[1]["two"]


async def test_spaces_around_a_tags_name_are_a_keyboards(
    world: World, forum: ChannelHandle
) -> None:
    await sort(world, "tag", forum=forum, create=True, **{"class": "Bag", "tag": "things "})
    panel = await sort(world, "tag", forum=forum, **{"class": "Coat", "tag": " things"})
    assert list(tag_names(world, forum).values()) == ["things"]
    assert text(panel).count("tag things") == 2
    await sort(world, "tag", forum=forum, create=True, **{"class": "Bag", "tag": " "})
    assert list(tag_names(world, forum).values()) == ["things", "Bag"]
