"""Forgetting: what a person asks for, what goes with a server, what was kept long enough."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import aiosqlite
import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.event import listen, remove
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.schema import answers, metadata, posts, votes
from bot.store.settings import DEFAULTS
from bot.store.sorting import Action, Plan, Rule
from bot.store.store import Store, open_store
from bot.store.url import database_url, sqlite_url
from tests.bot.store.conftest import CHANNEL, GUILD, POSTER, VOTER, PostMaker, found
from tests.bot.store.postgres import PostgresServer

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PLAN = Plan((Rule("Sneaker", Action.TAG, "1"),))


async def rows(database: Database) -> dict[str, int]:
    async with database.reading() as connection:
        return {
            table.name: await connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
        }


async def test_a_person_is_forgotten_in_every_server(
    store: Store, database: Database, a_post: PostMaker
) -> None:
    store.posts.record(a_post(1, "Sneaker", "Coat", author=VOTER))
    store.posts.record(a_post(2, author=VOTER, guild=GUILD + 1))
    store.posts.record(a_post(3))
    await store.votes.cast(GUILD, 1, 0, POSTER, "Ankle boot")  # another's vote on their picture
    await store.votes.cast(GUILD, 3, 0, VOTER, "Ankle boot")
    await store.votes.cast(GUILD, 3, 0, POSTER, "Sneaker")
    assert await store.forgetting.person(VOTER) == {"votes": 2, "answers": 3, "posts": 2}
    left = await rows(database)
    assert (left["posts"], left["answers"], left["votes"]) == (1, 1, 1)
    assert await store.forgetting.person(VOTER) == {"votes": 0, "answers": 0, "posts": 0}


async def test_the_remaining_votes_decide_what_is_shown(store: Store, a_post: PostMaker) -> None:
    for message_id in (1, 2):
        store.posts.record(a_post(message_id))
        await store.votes.cast(GUILD, message_id, 0, VOTER, "Ankle boot")
    await store.votes.cast(GUILD, 2, 0, 5, "T-shirt/top")
    await store.votes.cast(GUILD, 2, 0, 6, "Ankle boot")
    await store.votes.cast(GUILD, 2, 0, 7, "T-shirt/top")
    assert await found(store, "Ankle boot") == [1]
    await store.forgetting.person(VOTER)
    assert await found(store, "Sneaker") == [1]
    assert await found(store, "T-shirt/top") == [2]


async def test_a_person_is_forgotten_while_somebody_votes_on_their_picture(
    server: PostgresServer, a_post: PostMaker
) -> None:
    address = await server.empty_database()
    database = Database(database_url(address))
    async with open_store(address) as store:
        store.posts.record(a_post(1, author=VOTER))
        await store.votes.cast(GUILD, 1, 0, POSTER, "Ankle boot")
        async with database.writing() as connection:  # a vote, step by step
            await connection.execute(select(answers).with_for_update())
            forgetting = asyncio.create_task(store.forgetting.person(VOTER))
            await somebody_waits(connection)
            await connection.execute(votes.update().values(said="Sneaker"))
        assert await forgetting == {"votes": 1, "answers": 1, "posts": 1}
    await database.close()


async def somebody_waits(connection: AsyncConnection) -> None:
    waiting = text("SELECT pid FROM pg_locks WHERE NOT granted")
    async with asyncio.timeout(60):
        while not (await connection.execute(waiting)).all():  # noqa: ASYNC110 (a lock tells no event)
            await asyncio.sleep(0.01)


async def test_someone_with_thousands_of_votes(
    store: Store, database: Database, a_post: PostMaker
) -> None:
    ids = range(1, 1202)
    for message_id in ids:
        store.posts.record(a_post(message_id))
    assert len(await found(store)) == len(ids)
    vote = {"picture": 0, "voter_id": VOTER, "said": "Ankle boot", "voted_at": NOON}
    async with database.writing() as connection:
        await connection.execute(votes.insert(), [{"message_id": one, **vote} for one in ids])
        await connection.execute(answers.update().values(label="Ankle boot"))
    assert await store.forgetting.person(VOTER) == {"votes": len(ids), "answers": 0, "posts": 0}
    assert len(await found(store)) == len(ids)


async def test_a_server_takes_everything_along(
    store: Store, database: Database, a_post: PostMaker
) -> None:
    for guild in (GUILD, GUILD + 1):
        store.posts.record(a_post(guild, guild=guild, channel=guild))
        store.counts.add(guild, ["Coat"], date(2026, 11, 22))
        await store.votes.cast(guild, guild, 0, VOTER, "Sneaker")
        await store.settings.change(guild, lambda s: replace(s, language="de"))
        await store.sortings.change(guild, guild, lambda _: PLAN)
        await store.index_jobs.start(guild, guild)
    before = await rows(database)
    store.forgetting.guild(GUILD)
    await store.counts.of(GUILD)  # which waits until it is written
    await store.settings.refresh()
    await store.sortings.refresh()
    assert store.settings.of(GUILD) == DEFAULTS
    assert store.sortings.of(GUILD) == Plan()
    assert store.settings.of(GUILD + 1).language == "de"
    assert store.sortings.of(GUILD + 1) == PLAN
    after = await rows(database)
    del before["revisions"], after["revisions"]
    assert set(before.values()) == {2}
    assert set(after.values()) == {1}


@pytest.mark.parametrize("way", ["guild", "channel", "expired"])
async def test_no_statement_deletes_more_posts_than_it_has_time_for(
    store: Store, a_post: PostMaker, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr("bot.store.forgetting.AT_A_TIME", 2)
    for message_id in range(5):
        store.posts.record(a_post(message_id), now=NOON)
    assert len(await found(store)) == 5
    deleted: list[int] = []

    def executed(*event: Any) -> None:
        _, _, statement, _, context, _ = event
        # The store's own hourly job may be at it, too, and finds nothing.
        if statement.startswith("DELETE FROM posts") and context.rowcount:
            deleted.append(context.rowcount)

    listen(Engine, "after_cursor_execute", executed)
    try:
        if way == "expired":
            assert await store.forgetting.expired(NOON + timedelta(days=400)) == 5
        else:
            getattr(store.forgetting, way)({"guild": GUILD, "channel": CHANNEL}[way])
        assert await found(store) == []
    finally:
        remove(Engine, "after_cursor_execute", executed)
    assert deleted == [2, 2, 1]


@pytest.mark.parametrize("retained", [1, 2])
async def test_a_deleted_channel_is_forgotten_whatever_else_is_just_being_forgotten_in_it(
    server: PostgresServer, a_post: PostMaker, monkeypatch: pytest.MonkeyPatch, retained: int
) -> None:
    monkeypatch.setattr("bot.store.forgetting.AT_A_TIME", 2)
    address = await server.empty_database()
    database = Database(database_url(address))
    async with open_store(address) as store:
        for message_id in range(1, 7):
            store.posts.record(a_post(message_id))
        assert len(await found(store)) == 6
        async with database.writing() as connection:  # the hourly job, or /forget-me, step by step
            await connection.execute(posts.delete().where(posts.c.message_id <= retained))
            store.forgetting.channel(CHANNEL)
            await somebody_waits(connection)
        assert await found(store) == []
    await database.close()


async def test_a_deleted_channel_takes_its_sorting_and_its_job_along(
    store: Store,
) -> None:
    await store.sortings.change(GUILD, CHANNEL, lambda _: PLAN)
    await store.sortings.change(GUILD, CHANNEL + 1, lambda _: PLAN)
    await store.index_jobs.start(GUILD, CHANNEL)
    store.forgetting.channel(CHANNEL)
    await found(store)  # which waits until it is written
    await store.sortings.refresh()
    assert store.sortings.of(CHANNEL) == Plan()
    assert store.sortings.of(CHANNEL + 1) == PLAN
    assert await store.index_jobs.in_guild(GUILD) == ()


async def test_nothing_is_kept_for_longer_than_a_server_wants(
    store: Store, database: Database, a_post: PostMaker
) -> None:
    await store.settings.change(GUILD + 1, lambda s: replace(s, retention_days=30))
    await store.settings.change(GUILD + 2, lambda s: replace(s, retention_days=365))
    now = datetime.now(UTC) + timedelta(days=400)  # nothing is old yet for the store's own job
    for message_id, (guild, days) in enumerate(
        [(GUILD, 89), (GUILD, 91), (GUILD + 1, 29), (GUILD + 1, 31), (GUILD + 2, 364)]
    ):
        store.posts.record(a_post(message_id, guild=guild), now=now - timedelta(days=days))
        await store.votes.cast(guild, message_id, 0, VOTER, "Sneaker")
    assert await store.forgetting.expired(now) == 2
    assert await found(store) == [0]
    left = await rows(database)
    assert (left["posts"], left["answers"], left["votes"]) == (3, 3, 3)
    assert await store.forgetting.expired(NOON) == 0


async def test_how_long_a_server_wants_it_may_have_been_changed_in_another_process(
    address: str, a_post: PostMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.store._REFRESH_SECONDS", 3600.0)
    now = datetime.now(UTC) + timedelta(days=400)
    async with open_store(address) as store, open_store(address) as other:
        store.posts.record(a_post(1), now=now - timedelta(days=100))
        assert await found(store) == [1]  # written by now
        await other.settings.change(GUILD, lambda s: replace(s, retention_days=365))
        assert await store.forgetting.expired(now) == 0
        assert await found(store) == [1]


async def test_what_is_forgotten_while_somebody_reads_is_overwritten_later(
    tmp_path: Path, a_post: PostMaker, caplog: pytest.LogCaptureFixture
) -> None:
    path, marker = tmp_path / "fitcheck.db", "Unmistakable garment"
    caplog.set_level("INFO", "bot.store.forgetting")
    database = Database(database_url(sqlite_url(path)))
    async with open_store(sqlite_url(path)) as store:
        store.posts.record(a_post(1, marker, author=VOTER))
        assert await found(store, marker) == [1]
        async with database.reading() as connection:
            assert (await connection.execute(select(posts))).all()
            assert (await store.forgetting.person(VOTER))["posts"] == 1
        assert "overwritten later" in caplog.text
        assert await store.forgetting.expired() == 0  # the hourly job
        beside = [path, tmp_path / "fitcheck.db-wal"]
        assert not any(marker.encode() in file.read_bytes() for file in beside)
    await database.close()


async def test_what_cannot_be_overwritten_is_forgotten_all_the_same(
    tmp_path: Path,
    a_post: PostMaker,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    async with open_store(sqlite_url(tmp_path / "fitcheck.db")) as store:
        store.posts.record(a_post(1, author=VOTER))
        assert await found(store) == [1]
        monkeypatch.setattr(aiosqlite.Connection, "execute_fetchall", Mock(side_effect=full))
        assert (await store.forgetting.person(VOTER))["posts"] == 1
    assert "overwritten later: database or disk is full" in caplog.text


async def test_what_is_forgotten_is_not_left_in_the_file(tmp_path: Path, a_post: PostMaker) -> None:
    path, marker = tmp_path / "fitcheck.db", "Unmistakable garment"
    async with open_store(sqlite_url(path)) as store:
        store.posts.record(a_post(1, marker, author=VOTER))
        assert await found(store, marker) == [1]
    async with open_store(sqlite_url(path)) as store:
        assert marker.encode() in path.read_bytes()
        beside = [path, tmp_path / "fitcheck.db-wal"]
        await store.forgetting.person(VOTER)
        # At once, not only when FitCheck ends.
        assert not any(marker.encode() in file.read_bytes() for file in beside)
    assert marker.encode() not in path.read_bytes()
