"""What of a channel's past is taken into the index, and when."""

import logging
from typing import Any

import pytest
from simcord.builders import ChannelHandle

from bot.photos.classify import Classifier
from bot.store.errors import DatabaseRefused
from bot.store.index_jobs import IndexJobs
from model.engine import Engine
from tests.bot import sessions
from tests.bot.conftest import Enter, World
from tests.bot.find.indexing import LONG, found, index, keep_index, post, talk, text, unhurried


@pytest.fixture
async def world(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    return await unhurried(world, monkeypatch)


def reads(world: World) -> list[str]:
    """The requests for messages and threads."""
    asked = [sent.path for sent in world.env.http_requests if sent.method == "GET"]
    return [path for path in asked if path.endswith(("/messages", "/archived/public"))]


async def test_a_channels_past_is_taken_in_with_its_threads(
    world: World, boot: bytes, engine: Engine
) -> None:
    first = await post(world, boot)
    begun = world.env.backend.create_thread(
        world.channel.id, "more", world.alice.id, message_id=first
    )
    thread = ChannelHandle(world.env, world.guild, begun)
    within = await post(world, boot, thread)
    last = await post(world, boot)
    await world.alice.send(world.channel, "no picture")
    assert not await found(world, engine, boot)
    await keep_index(world, on=True)
    await index(world, world.channel)
    await world.env.advance_time(LONG)
    assert sorted(await found(world, engine, boot)) == sorted([first, within, last])
    panel = await index(world)
    assert "done." in text(panel)
    assert "3 pictures with garments" in text(panel)


async def test_a_thread_that_may_not_be_read_is_passed_over(
    world: World, boot: bytes, engine: Engine
) -> None:
    first = await post(world, boot)
    begun = world.env.backend.create_thread(world.channel.id, "left", world.alice.id)
    await post(world, boot, ChannelHandle(world.env, world.guild, begun))
    last = await post(world, boot)
    await keep_index(world, on=True)
    path = f"/channels/{begun.id}/messages"
    world.env.inject_error("GET", path, status=403, code=50001, message="Missing Access")
    await index(world, world.channel)
    await world.env.advance_time(LONG)
    assert sorted(await found(world, engine, boot)) == [first, last]
    assert "done." in text(await index(world))


async def test_a_forums_past_is_its_threads(world: World, boot: bytes, engine: Engine) -> None:
    forum = world.guild.create_forum_channel("looks")
    posts = []
    for name in ("a", "b"):
        begun = world.env.backend.create_thread(forum.id, name, world.alice.id)
        posts.append(await post(world, boot, ChannelHandle(world.env, world.guild, begun)))
    await keep_index(world, on=True)
    await index(world, forum)
    await world.env.advance_time(LONG)
    assert sorted(await found(world, engine, boot)) == posts
    assert "done." in text(await index(world))


async def test_what_is_stopped_and_begun_again_while_it_answers_begins_anew(
    world: World, boot: bytes, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = await post(world, boot)
    talk(world)
    await keep_index(world, on=True)
    classify, jobs, pending = Classifier.classify, world.store.index_jobs, [True]

    async def overtaken(classifier: Classifier, pictures: Any, person_id: int) -> Any:
        if pending:
            pending.clear()
            await jobs.cancel(world.channel.id)
            await jobs.start(world.guild.id, world.channel.id)
        return await classify(classifier, pictures, person_id)

    monkeypatch.setattr(Classifier, "classify", overtaken)
    await index(world, world.channel)
    await world.env.advance_time(2 * LONG)
    assert not pending
    assert "done. 62 messages read" in text(await index(world))
    assert await found(world, engine, boot) == [old]


async def test_what_is_begun_again_while_it_looks_at_no_garment_begins_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.alice.send(world.channel, attachments=[("broken.png", b"none")])
    talk(world)
    await keep_index(world, on=True)
    classify, jobs, pending = Classifier.classify, world.store.index_jobs, [True]
    claim, claims = IndexJobs.claim, list[int]()

    async def overtaken(classifier: Classifier, pictures: Any, person_id: int) -> Any:
        if pending:
            pending.clear()
            await jobs.cancel(world.channel.id)
            await jobs.start(world.guild.id, world.channel.id)
            claims.clear()
        return await classify(classifier, pictures, person_id)

    async def noted(jobs: IndexJobs, channel_id: int) -> Any:
        claims.append(channel_id)
        return await claim(jobs, channel_id)

    monkeypatch.setattr(Classifier, "classify", overtaken)
    monkeypatch.setattr(IndexJobs, "claim", noted)
    await index(world, world.channel)
    await world.env.advance_time(2 * LONG)
    assert not pending
    assert "done. 61 messages read" in text(await index(world))
    assert len(claims) == 1 + 2  # once to begin with, and once for each request


async def test_what_was_broken_off_goes_on_where_it_was(
    world: World, boot: bytes, engine: Engine
) -> None:
    old = await post(world, boot)
    talk(world)
    new = await post(world, boot)
    world.cdn.asked.clear()
    await keep_index(world, on=True)
    await index(world, world.channel)
    assert await found(world, engine, boot) == [new]
    await keep_index(world, on=False)
    await world.env.advance_time(LONG)
    assert await found(world, engine, boot) == [new]
    await keep_index(world, on=True)
    await world.env.advance_time(LONG)
    assert sorted(await found(world, engine, boot)) == [old, new]
    assert len(world.cdn.asked) == 2


@pytest.mark.parametrize("stopped", [True, False])
async def test_what_is_answered_as_it_is_stopped_or_the_index_goes_off_is_not_kept(
    world: World,
    boot: bytes,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    *,
    stopped: bool,
) -> None:
    for _ in range(3):
        await post(world, boot)
    world.cdn.asked.clear()
    await keep_index(world, on=True)
    classify = Classifier.classify

    async def overtaken(classifier: Classifier, pictures: Any, person_id: int) -> Any:
        if stopped:
            await world.store.index_jobs.cancel(world.channel.id)
        else:
            await keep_index(world, on=False)
        return await classify(classifier, pictures, person_id)

    monkeypatch.setattr(Classifier, "classify", overtaken)
    await index(world, world.channel)
    await world.env.advance_time(LONG)
    assert await found(world, engine, boot) == []
    assert world.cdn.asked == ["boot.png"]


async def test_one_channel_at_a_time(world: World, boot: bytes, engine: Engine) -> None:
    other = world.guild.create_text_channel("other")
    posts = [await post(world, boot), await post(world, boot, other)]
    await keep_index(world, on=True)
    await index(world, world.channel)
    panel = await index(world, other)
    assert "waiting for its turn" in text(panel)
    await world.env.advance_time(LONG)
    await world.admin.click(panel, label="Refresh")
    assert text(panel).count("done.") == 2
    assert sorted(await found(world, engine, boot)) == posts


async def test_a_bad_picture_does_not_end_it(world: World, boot: bytes, engine: Engine) -> None:
    sound = await post(world, boot)
    await world.alice.send(world.channel, attachments=[("lie.png", b"words")])
    await keep_index(world, on=True)
    await index(world, world.channel)
    await world.env.advance_time(LONG)
    assert await found(world, engine, boot) == [sound]


async def test_a_database_that_refuses_fitcheck_is_waited_for(
    world: World,
    boot: bytes,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def refused(*_: object) -> None:
        raise DatabaseRefused("the password was changed")

    caplog.set_level(logging.INFO)
    sound = await post(world, boot)
    await keep_index(world, on=True)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(IndexJobs, "claim", refused)
        await index(world, world.channel)
        await world.env.settle()
    assert f"Indexing server {world.guild.id} waits: the password was changed" in caplog.text
    await world.env.advance_time(LONG)
    assert await found(world, engine, boot) == [sound]
    assert "exception was never retrieved" not in caplog.text


async def test_a_deleted_channel_is_dropped(world: World) -> None:
    await keep_index(world, on=True)
    await world.store.index_jobs.start(world.guild.id, 404)
    await world.env.advance_time(LONG)
    assert "No channel's past has been taken in yet" in text(await index(world))


async def test_a_channel_that_is_deleted_on_the_way_is_no_error_of_ours(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    talk(world)
    other = world.guild.create_text_channel("other")
    await keep_index(world, on=True)
    await world.admin.slash(other, "index", channel=world.channel)
    await world.env.settle()
    (job,) = await world.store.index_jobs.in_guild(world.guild.id)
    assert job.messages == 50
    world.env.backend.delete_channel(world.channel.id)
    await world.env.advance_time(LONG)
    assert await world.store.index_jobs.in_guild(world.guild.id) == ()
    assert "unforeseen" not in caplog.text


async def test_a_channel_of_an_unavailable_server_is_not_a_deleted_one(world: World) -> None:
    await keep_index(world, on=True)
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id), "unavailable": True})
    await world.env.settle()
    await world.store.index_jobs.start(world.guild.id, 404)
    await world.env.advance_time(LONG)
    (job,) = await world.store.index_jobs.in_guild(world.guild.id)
    assert job.channel_id == 404


async def test_a_channel_that_is_newer_than_the_connection_is_not_a_deleted_one(
    world: World,
) -> None:
    talk(world)
    await keep_index(world, on=True)
    await index(world, world.channel)
    await sessions.begin_anew(world, world.guild.id)
    await index(world, world.guild.create_text_channel("new"))
    await world.env.advance_time(LONG)
    assert text(await index(world)).count("done.") == 2


async def test_channels_wait_for_a_server_that_becomes_unavailable(world: World) -> None:
    talk(world)
    await keep_index(world, on=True)
    await index(world, world.channel)
    other = world.guild.create_text_channel("other")
    await world.store.index_jobs.start(world.guild.id, other.id)
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id), "unavailable": True})
    await world.env.advance_time(LONG)
    jobs = await world.store.index_jobs.in_guild(world.guild.id)
    assert [(job.channel_id, job.finished) for job in jobs] == [
        (world.channel.id, True),
        (other.id, False),
    ]


async def test_nothing_is_asked_of_discord_while_the_index_is_off(world: World) -> None:
    await world.store.index_jobs.start(world.guild.id, world.channel.id)
    await world.env.advance_time(LONG)
    assert not reads(world)


async def test_what_is_under_way_waits_for_the_intent(enter: Enter, boot: bytes) -> None:
    async with enter(message_content=False) as world:
        await keep_index(world, on=True)
        await post(world, boot)
        await world.store.index_jobs.start(world.guild.id, world.channel.id)
        await world.env.advance_time(LONG)
        assert not reads(world)
        shown = text(await index(world))
        assert "turn on the message-content intent" in shown
        assert "done." not in shown
