"""What is deleted on Discord is forgotten, also if FitCheck wasn't there to see it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from unittest.mock import Mock

import discord
import pytest
from simcord.backend.serializers import guild_create_payload, message_payload

from bot.client import FitCheck
from bot.settings import Settings
from bot.store.cog import Deletions
from bot.store.errors import StoreUnavailable
from bot.store.index import Search
from bot.store.posts import Answer, Post
from bot.store.sorting import Action, Plan, Rule
from model.engine import Engine
from tests.bot import cards, sessions
from tests.bot.conftest import Drop, World
from tests.bot.store.conftest import PROBABILITIES, everywhere

DAY = date(2026, 11, 22)
READY = 30
"""Seconds after which discord.py takes a new session for begun."""
PLAN = Plan((Rule("Sneaker", Action.REACTION, "👟"),))


def keep(world: World, message_id: int, *, channel: int, parent: int | None = None) -> None:
    answers = {0: Answer("Sneaker", PROBABILITIES)}
    post = Post(message_id, world.guild.id, channel, parent, world.alice.id, answers)
    world.store.posts.record(post)


async def found(world: World) -> list[int]:
    page = await world.store.index.find(Search(world.guild.id, "Sneaker"), everywhere)
    return [post.message_id for post in page.posts]


async def counted(world: World, guild_id: int) -> int:
    return (await world.store.counts.of(guild_id)).total


async def test_a_deleted_channel_is_forgotten_and_stays_so(world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.store.sortings.change(world.guild.id, other.id, lambda _: PLAN)
    keep(world, 1, channel=world.channel.id)
    keep(world, 2, channel=other.id)
    keep(world, 3, channel=5, parent=other.id)
    assert await found(world) == [3, 2, 1]
    world.env.backend.delete_channel(other.id)
    await world.env.settle()
    keep(world, 4, channel=other.id)  # was being answered meanwhile
    keep(world, 6, channel=5, parent=other.id)
    assert await found(world) == [1]
    await world.store.sortings.refresh()
    assert world.store.sortings.of(other.id) == Plan()


async def test_a_deleted_thread_is_forgotten_and_stays_so(world: World) -> None:
    thread = world.env.backend.create_thread(world.channel.id, "thread", world.alice.id)
    keep(world, 1, channel=world.channel.id)
    keep(world, 2, channel=thread.id, parent=world.channel.id)
    assert await found(world) == [2, 1]
    world.env.backend.delete_channel(thread.id)
    await world.env.settle()
    keep(world, 3, channel=thread.id, parent=world.channel.id)
    assert await found(world) == [1]


async def test_pictures_taken_out_while_they_were_answered_are_not_kept(world: World) -> None:
    message = await world.alice.send(world.channel, "look")
    await world.alice.edit(message, "look!")
    keep(world, message.id, channel=world.channel.id)
    assert await found(world) == []


async def take_out(world: World, message: discord.Message) -> None:
    """Take the first picture out of a message."""
    backend, channel_id = world.env.backend, world.channel.id
    _, *rest = backend.get_message(channel_id, message.id).attachments
    backend.edit_message(channel_id, message.id, {"attachments": rest})
    await world.env.settle()


async def test_a_post_that_lost_one_of_its_pictures_is_forgotten_until_it_is_answered_anew(
    world: World, boot: bytes
) -> None:
    files = [("a.png", boot), ("b.png", boot)]
    message = await world.alice.send(world.channel, "look", attachments=files)
    await world.alice.edit(message, "look!")
    opened = await world.alice.click(world.answers[-1], label="That's right")
    assert "Which picture" in opened.response.content
    await take_out(world, message)
    forgotten = await world.alice.click(world.answers[-1], label="That's right")
    assert "I keep no answer" in forgotten.followups[-1].content
    await world.alice.context_menu(world.channel, "Classify clothing", message)
    await world.alice.click(world.answers[-1], label="That's right")
    assert (await world.store.accuracy.of(world.guild.id)).right == 1


@pytest.mark.parametrize(("way", "left"), [("menu", 1), ("mention", 1), ("index", 1), ("index", 0)])
async def test_a_picture_taken_out_unseen_is_forgotten_once_the_post_is_looked_at_again(
    world: World, boot: bytes, engine: Engine, way: str, left: int
) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, keep_index=True))
    files = [("a.png", boot), ("b.png", boot)]
    message = await world.alice.send(world.channel, "look", attachments=files)
    guild_id, label = world.guild.id, (await engine.classify(boot)).label
    await world.store.votes.cast(guild_id, message.id, 0, world.alice.id, "Coat")
    # As while FitCheck isn't running, or Discord doesn't grant it the content of messages.
    unseen = world.env.backend.get_message(world.channel.id, message.id)
    unseen.attachments = unseen.attachments[2 - left :]
    unseen.edited_timestamp = world.env.backend.now_iso()
    if way == "menu":
        await world.alice.context_menu(world.channel, "Classify clothing", message)
    elif way == "mention":
        await world.alice.send(world.channel, world.mention, reply_to=message)
    else:
        await world.admin.slash(world.channel, "index", channel=world.channel)
        await world.env.advance_time(5)
    found = [
        (one.message_id, one.pictures)
        for each in ("Coat", label)
        for one in (await world.store.index.find(Search(guild_id, each), everywhere)).posts
    ]
    assert found == [(message.id, 1)] * left


async def test_a_post_that_lost_a_picture_while_it_was_answered_is_not_kept(
    world: World, boot: bytes
) -> None:
    files = [("a.txt", b"words"), ("b.txt", b"words"), ("c.png", boot)]
    message = await world.alice.send(world.channel, "look", attachments=files)
    await take_out(world, message)
    place = (world.guild.id, world.channel.id, None, world.alice.id)
    sneaker = Answer("Sneaker", PROBABILITIES)
    world.store.posts.record(Post(message.id, *place, {1: sneaker}))
    assert await found(world) == []
    world.store.posts.record(Post(message.id, *place, {0: sneaker}))
    assert await found(world) == [message.id]


async def test_a_message_that_got_its_picture_by_an_edit_can_be_answered_and_confirmed(
    world: World, boot: bytes
) -> None:
    backend, channel_id = world.env.backend, world.channel.id
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    message = await robot.send(world.channel, "drawing")
    await robot.edit(message, "still drawing")
    pictures = backend.store_attachments(channel_id, [("boot.png", boot)])
    backend.edit_message(channel_id, message.id, {"attachments": pictures})
    await world.env.settle()
    await world.alice.context_menu(world.channel, "Classify clothing", message)
    await world.alice.click(world.answers[-1], label="That's right")
    assert (await world.store.accuracy.of(world.guild.id)).right == 1


async def test_what_nobody_edited_and_what_is_private_is_not_looked_for(world: World) -> None:
    backend = world.env.backend
    linked = await world.alice.send(world.channel, "https://example.org")
    preview = message_payload(backend, backend.get_message(world.channel.id, linked.id))
    private = await world.alice.user.send_dm("words")
    kept = [linked.id, private.id]
    for message_id in kept:  # which no answer would be, so that it is seen whether it is deleted
        keep(world, message_id, channel=world.channel.id)
    backend.emit("MESSAGE_UPDATE", dict(preview))
    backend.edit_message(private.channel.id, private.id, {"content": "more words"})
    backend.delete_message(private.channel.id, private.id)
    await world.env.settle()
    assert sorted(await found(world)) == sorted(kept)


async def test_a_server_that_was_left_is_forgotten_until_fitcheck_is_back(world: World) -> None:
    backend, guild_id = world.env.backend, world.guild.id
    guild = backend.get_guild(guild_id)
    invited = guild_create_payload(backend, guild)

    def keep_all(message_id: int) -> None:
        keep(world, message_id, channel=world.channel.id)
        world.store.counts.add(guild_id, ["Sneaker"], DAY)

    keep_all(1)
    assert (await found(world), await counted(world, guild_id)) == ([1], 1)
    backend.remove_guild(guild_id)
    await world.env.settle()
    keep_all(2)  # was being answered, or taken into the index, meanwhile
    assert (await found(world), await counted(world, guild_id)) == ([], 0)
    backend.guilds[guild_id] = guild
    backend.emit("GUILD_CREATE", invited)
    await world.env.settle()
    keep_all(3)
    assert (await found(world), await counted(world, guild_id)) == ([3], 1)


async def test_servers_left_while_it_was_not_running_are_forgotten_by_who_sees_their_shard(
    world: World, settings: Settings, engine: Engine
) -> None:
    world.env.create_guild()  # ids follow the clock: of two in a row, either shard may have both
    here = {guild.id for guild in world.client.guilds}
    left, others = 2 << 22, 3 << 22
    for guild_id in (*here, left, others):
        world.store.counts.add(guild_id, ["Coat"], DAY)
    await counted(world, left)  # which waits until they are written
    first_of_two = settings.model_copy(update={"shard_count": 2, "shard_ids": (0,)})
    reborn = FitCheck(first_of_two, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    assert await counted(world, left) == 0
    assert {await counted(world, guild_id) for guild_id in (*here, others)} == {1}
    await reborn.close()


async def test_the_database_of_another_bot_is_left_alone(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.store.counts.add(2 << 22, ["Coat"], DAY)
    await counted(world, 2 << 22)
    cog = world.client.get_cog("Deletions")
    assert isinstance(cog, Deletions)
    await cog.on_shard_ready(0)
    assert await counted(world, 2 << 22) == 1
    assert "as if it were another bot's" in caplog.text


async def test_other_processes_servers_are_not_another_bots(
    world: World, settings: Settings, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    here = world.guild.id
    world.store.counts.add(here, ["Coat"], DAY)
    await counted(world, here)
    shard = 1 - (here >> 22) % 2  # which has none of the servers
    other = settings.model_copy(update={"shard_count": 2, "shard_ids": (shard,)})
    reborn = FitCheck(other, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    assert reborn.get_guild(here) is None
    assert "as if it were another bot's" not in caplog.text
    assert await counted(world, here) == 1
    await reborn.close()


async def test_an_unavailable_server_is_not_a_server_that_was_left(
    world: World, settings: Settings, engine: Engine
) -> None:
    world.store.counts.add(world.guild.id, ["Coat"], DAY)
    await counted(world, world.guild.id)
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id), "unavailable": True})
    await world.env.settle()
    reborn.dispatch("shard_ready", 0)
    await world.env.settle()
    assert await counted(world, world.guild.id) == 1
    await reborn.close()


async def test_a_server_left_while_the_session_was_lost_is_forgotten(world: World) -> None:
    left, here = world.env.create_guild().id, world.guild.id
    for guild_id in (left, here):
        world.store.counts.add(guild_id, ["Coat"], DAY)
    await counted(world, left)  # which waits until they are written
    del world.env.backend.guilds[left]
    await sessions.begin_anew(world, here)
    await world.env.advance_time(READY)
    assert (await counted(world, left), await counted(world, here)) == (0, 1)


@pytest.mark.parametrize("path", ["/users/@me/guilds", "/guilds/*"])
async def test_nothing_is_forgotten_because_discord_fails_to_answer(
    world: World, drop: Drop, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    left, here = world.env.create_guild().id, world.guild.id
    world.store.counts.add(left, ["Coat"], DAY)
    await counted(world, left)
    del world.env.backend.guilds[left]
    drop("GET", path)
    await sessions.begin_anew(world, here)
    await world.env.advance_time(READY)
    assert await counted(world, left) == 1
    assert "forgotten after the next start: Server disconnected" in caplog.text


async def test_a_server_that_is_only_missing_in_discords_list_was_not_left(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(*_: object, **__: object) -> AsyncIterator[discord.Guild]:
        guilds: tuple[discord.Guild, ...] = ()
        for guild in guilds:
            yield guild

    monkeypatch.setattr(discord.Client, "fetch_guilds", none)
    world.store.counts.add(world.guild.id, ["Coat"], DAY)
    await counted(world, world.guild.id)
    await sessions.begin_anew(world, world.guild.id)
    await world.env.advance_time(READY)
    assert await counted(world, world.guild.id) == 1


async def test_a_server_that_fitcheck_is_back_in_while_others_are_asked_about_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    back, left = world.env.create_guild().id, world.env.create_guild().id
    asked: list[int] = []

    async def gone(client: discord.Client, guild_id: int, **_: object) -> None:
        asked.append(guild_id)
        for earlier in asked[:-1]:
            client.dispatch("guild_join", discord.Object(earlier))
        await asyncio.sleep(0)
        raise discord.NotFound(Mock(status=404), "Unknown Guild")

    monkeypatch.setattr(discord.Client, "fetch_guild", gone)
    for guild_id in (back, left, world.guild.id):
        world.store.counts.add(guild_id, ["Coat"], DAY)
    await counted(world, world.guild.id)
    for guild_id in (back, left):
        del world.env.backend.guilds[guild_id]
    cog = world.client.get_cog("Deletions")
    assert isinstance(cog, Deletions)
    await cog.on_shard_ready(0)
    for guild_id in (back, left):
        world.store.counts.add(guild_id, ["Coat"], DAY)
    assert sorted(asked) == sorted((back, left))
    assert [await counted(world, guild_id) for guild_id in asked] == [1, 0]


async def test_a_database_that_is_gone_right_then_costs_no_start(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def unavailable(_: object) -> None:
        raise StoreUnavailable("gone")

    monkeypatch.setattr("bot.store.forgetting.Forgetting.guilds", unavailable)
    world.client.dispatch("shard_ready", 0)
    await world.env.settle()
    assert "forgotten after the next start: gone" in caplog.text


@pytest.mark.parametrize("first", ["lie.png", "first.png"])
async def test_a_picture_that_is_kept_under_another_number_by_now_is_forgotten(
    world: World, boot: bytes, first: str
) -> None:
    files = [(first, b"words" if first == "lie.png" else boot), ("boot.png", boot)]
    message = await world.alice.send(world.channel, attachments=files)
    (answer,) = world.answers
    before = cards.text(cards.tree(answer))
    await take_out(world, message)
    await world.alice.context_menu(world.channel, "Classify clothing", message)
    for button in ("That's right", "It's something else"):
        pressed = await world.alice.click(answer, label=button)
        told = [one.content for one in (pressed.response, *pressed.followups) if one is not None]
        assert "I keep no answer for that picture" in told[-1]
    assert cards.text(cards.tree(world.answers[0])) == before
    assert (await world.store.accuracy.of(world.guild.id)).total == 0
