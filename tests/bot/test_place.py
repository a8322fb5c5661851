"""A picture that a thread was begun from: shown there, it is in the thread's channel."""

import pytest
from simcord.builders import ChannelHandle
from simcord.enums import MessageType
from sqlalchemy import select

from bot.settings import Settings
from bot.store.database import Database
from bot.store.schema import posts
from bot.store.sorting import Action, Plan, Rule
from bot.store.url import configured, database_url
from tests.bot.conftest import World
from tests.bot.sight.test_cog import BUTTON, seen
from tests.bot.votes.conftest import say


@pytest.fixture
async def thread(world: World, boot: bytes) -> ChannelHandle:
    """A thread begun from alice's picture, which its first message refers to."""
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    begun = world.env.backend.create_thread(
        world.channel.id, "that boot", world.alice.id, message_id=post.id
    )
    thread = ChannelHandle(world.env, world.guild, begun)
    world.guild.create_system_message(
        thread, MessageType.THREAD_STARTER_MESSAGE, author=world.alice, referenced_message=post
    )
    await world.env.settle()
    return thread


async def test_it_is_shown_as_it_is_seen(world: World, thread: ChannelHandle) -> None:
    await world.alice.slash(thread, "classify")
    assert len(seen(await world.alice.click(thread.history()[-1], label=BUTTON))) == 3


async def test_it_is_sorted_where_it_is(world: World, thread: ChannelHandle) -> None:
    plan = Plan((Rule("Dress", Action.REACTION, "👗"),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.alice.slash(thread, "classify")
    await say(world.alice, thread.history()[-1], "Dress")
    post, *_ = world.channel.history()
    assert [str(reaction.emoji) for reaction in post.reactions] == ["👗"]


async def test_it_is_kept_where_it_is(
    world: World, thread: ChannelHandle, settings: Settings
) -> None:
    world.store.forgetting.messages(thread.id)
    world.store.gone.discard("message", thread.id)
    await world.alice.slash(thread, "classify")
    await world.store.counts.of(world.guild.id)  # writes what waits
    database = Database(database_url(configured(settings)))
    async with database.reading() as connection:
        (kept,) = await connection.execute(select(posts.c.channel_id, posts.c.parent_id))
    await database.close()
    assert tuple(kept) == (world.channel.id, None)
