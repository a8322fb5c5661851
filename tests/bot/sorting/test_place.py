"""Where posts are sorted, and what with: tags, emoji and what FitCheck may do there."""

from dataclasses import replace

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType

from bot.errors import ChannelUnread
from bot.sorting.errors import (
    CannotCopy,
    CannotReact,
    CannotTag,
    ForumFull,
    NoSuchTag,
    NotAnEmoji,
)
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import sort, tag_names, text, told_at_a_trial

EMOJI = (
    *("👢", "7️⃣", "🏳️‍🌈", "🇩🇪", "❤️", "👩🏽‍🚀"),
    *("↔️", "◾", "‼️", "〰️", "\N{INFORMATION SOURCE}\ufe0f"),
)


def forbid(world: World, channel: ChannelHandle, **permissions: bool) -> None:
    """Take permissions from FitCheck in a channel."""
    deny = discord.Permissions(**permissions).value
    overwrite = Overwrite(world.env.backend.bot_user.id, OverwriteType.MEMBER, deny=deny)
    world.env.backend.set_overwrite(channel.id, overwrite)


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


@pytest.mark.parametrize(
    "emoji", ["boot", "7", "<:theirs:123456789012345678>", "a👢", "👢" * 33, "°", "¦"]
)
async def test_what_is_no_emoji_is_explained(world: World, emoji: str) -> None:
    options = {"channel": world.channel, "class": "Bag", "emoji": emoji}
    assert "isn't an emoji" in text(await sort(world, "reaction", **options))
    assert raised(world.env) == [NotAnEmoji]


@pytest.mark.parametrize("emoji", EMOJI)
async def test_emoji_are_known(world: World, emoji: str) -> None:
    options = {"channel": world.channel, "class": "Bag", "emoji": emoji}
    assert f"reaction {emoji}" in text(await sort(world, "reaction", **options))


async def test_the_servers_own_emoji_are_known(world: World) -> None:
    own = world.guild.create_emoji("fancy")
    options = {"channel": world.channel, "class": "Bag", "emoji": f"<:fancy:{own.id}>"}
    assert "reaction :fancy:" in text(await sort(world, "reaction", **options))


async def test_missing_permissions_are_named(world: World, forum: ChannelHandle) -> None:
    other = world.guild.create_text_channel("other")
    forbid(world, forum, manage_threads=True)
    forbid(world, world.channel, add_reactions=True)
    forbid(world, other, send_messages=True)
    await world.env.settle()
    bag = {"class": "Bag"}
    assert "Manage Threads" in text(await sort(world, "tag", forum=forum, create=True))
    options = {"channel": world.channel, "emoji": "👜"}
    assert "Add Reactions" in text(await sort(world, "reaction", **bag, **options))
    options = {"channel": world.channel, "to": other}
    assert "Send Messages" in text(await sort(world, "copy", **bag, **options))
    assert raised(world.env) == [CannotTag, CannotReact, CannotCopy]


async def test_a_channel_that_cannot_be_read_is_named(
    world: World, forum: ChannelHandle, label: str
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    copies = {"channel": world.channel, "to": gallery, "class": label}
    panel = await sort(world, "copy", **copies)
    for channel in (forum, world.channel):
        forbid(world, channel, read_message_history=True)
    await world.env.settle()
    assert "Read Message History" in text(await sort(world, "tag", forum=forum, create=True))
    assert "Read Message History" in text(await sort(world, "copy", **copies))
    assert "Read Message History" in await told_at_a_trial(world, panel)
    assert raised(world.env) == [CannotTag, ChannelUnread, ChannelUnread]
