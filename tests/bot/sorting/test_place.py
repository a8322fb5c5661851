"""Where posts are sorted, and what FitCheck may do there."""

import discord
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType

from bot.errors import ChannelUnread
from bot.sorting.errors import CannotCopy, CannotReact, CannotTag
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import sort, text, told_at_a_trial


def forbid(world: World, channel: ChannelHandle, **permissions: bool) -> None:
    """Take permissions from FitCheck in a channel."""
    deny = discord.Permissions(**permissions).value
    overwrite = Overwrite(world.env.backend.bot_user.id, OverwriteType.MEMBER, deny=deny)
    world.env.backend.set_overwrite(channel.id, overwrite)


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
