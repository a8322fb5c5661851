"""What a database's failures mean, and that transactions are whole."""

import asyncio
import resource
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database, create_engine
from bot.store.errors import DatabaseRefused, StoreUnavailable
from bot.store.schema import counts, votes
from bot.store.store import open_store
from bot.store.url import database_url, sqlite_url
from tests.bot.store.postgres import PostgresServer


async def test_a_transaction_is_whole(database: Database) -> None:
    async def half() -> None:
        async with database.writing() as connection:
            await connection.execute(text("INSERT INTO counts VALUES (1, '2026-11-22', 'Bag', 1)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await half()
    async with database.reading() as connection:
        assert (await connection.execute(counts.select())).all() == []


async def test_nothing_refers_to_what_is_not_there(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.writing() as connection:
            await connection.execute(
                text("INSERT INTO votes VALUES (1, 0, 5, 'Bag', '2026-11-22 00:00:00')")
            )
    async with database.reading() as connection:
        assert (await connection.execute(votes.select())).all() == []


async def test_who_is_cancelled_while_a_file_is_opened_waits_for_the_thread_that_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else the thread reports to an event loop that may be closed by then: a traceback at the end.
    opening, release, connect = threading.Event(), threading.Event(), sqlite3.connect
    opened: list[sqlite3.Connection] = []

    def slow(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opening.set()
        assert release.wait(60)
        opened.append(connect(*arguments, **options))
        return opened[0]

    database = Database(database_url(sqlite_url(tmp_path / "slow.db")))
    monkeypatch.setattr(sqlite3, "connect", slow)

    async def read() -> None:
        async with database.reading():
            pytest.fail("it was cancelled before")

    reading = asyncio.create_task(read())
    assert await asyncio.to_thread(opening.wait, 60)
    reading.cancel()
    for _ in range(20):  # turns of the event loop
        await asyncio.sleep(0)
    assert not reading.done()
    release.set()
    with pytest.raises(asyncio.CancelledError):
        await reading
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].cursor()
    await database.close()


async def test_our_own_mistakes_are_not_called_an_outage(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nowhere"):
        async with database.reading() as connection:
            await connection.execute(text("SELECT * FROM nowhere"))


async def test_behind_pgbouncer_no_statement_has_a_name(server: PostgresServer) -> None:
    address = await server.empty_database()
    for parameters, names in (("", True), ("&prepared_statement_cache_size=0", False)):
        database = Database(database_url(address + parameters))
        async with database.reading() as connection:
            named = await connection.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
        await database.close()
        assert bool(named) == names


async def test_writers_that_wait_for_each_other_both_get_through(server: PostgresServer) -> None:
    database = Database(database_url(await server.empty_database()))
    async with database.writing() as connection:
        await connection.execute(text("CREATE TABLE pairs AS SELECT generate_series(1, 2) AS one"))
    holding = asyncio.Barrier(2)

    async def write(first: int, second: int) -> int:
        attempts = 0

        async def work(connection: AsyncConnection) -> int:
            nonlocal attempts
            attempts += 1
            lock = text("SELECT FROM pairs WHERE one = :one FOR UPDATE")
            await connection.execute(lock, {"one": first})
            if attempts == 1:
                await holding.wait()
            await connection.execute(lock, {"one": second})
            return attempts

        return await database.write(work)

    assert sorted(await asyncio.gather(write(1, 2), write(2, 1))) == [1, 2]
    await database.close()


async def test_a_writer_that_others_always_undo_is_told_to_try_later(
    server: PostgresServer,
) -> None:
    database = Database(database_url(await server.empty_database()))

    async def collide(connection: AsyncConnection) -> None:
        await connection.execute(text("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$"))

    with pytest.raises(StoreUnavailable, match="another transaction"):
        await database.write(collide)
    await database.close()


async def test_several_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    async def open_(path: Path) -> None:
        engine = create_engine(database_url(sqlite_url(path)), migrating=True)
        async with engine.connect() as connection:
            mode = await connection.scalar(text("PRAGMA journal_mode"))
        await engine.dispose()
        assert mode == "wal"

    for number in range(20):
        await asyncio.gather(*[open_(tmp_path / f"{number}.db") for _ in range(8)])


async def test_a_file_that_another_program_keeps_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.database.PATIENCE_SECONDS", 0.0)
    path = tmp_path / "fitcheck.db"
    async with open_store(sqlite_url(path)) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreUnavailable, match="locked; let no other program"):
                await store.index_jobs.start(1, 2)
        await store.index_jobs.start(1, 2)


@pytest.mark.parametrize("most", [0, 1000, 40_000])
async def test_a_full_disk_is_said_in_words(tmp_path: Path, most: int) -> None:
    address = sqlite_url(tmp_path / "fitcheck.db")
    async with open_store(address) as store:
        await store.index_jobs.start(1, 2)
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, unlimited[1]))  # of each file
    database = Database(database_url(address))
    try:
        with pytest.raises(StoreUnavailable, match="make room on its disk"):
            async with database.writing() as connection:
                await connection.execute(text("CREATE TABLE large AS SELECT zeroblob(500000)"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        await database.close()
    async with open_store(address) as store:
        assert len(await store.index_jobs.in_guild(1)) == 1


async def test_a_file_that_was_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "fitcheck.db"
    path.write_bytes(b"no database at all" * 100)
    database = Database(database_url(sqlite_url(path)))
    with pytest.raises(DatabaseRefused, match="not a database") as error:
        async with database.reading():
            pass
    assert str(error.value).startswith(f"{path} ")
    assert "restore a copy" in str(error.value)
    await database.close()


async def test_a_file_whose_index_is_damaged(tmp_path: Path) -> None:
    # Which has a code of its own: taken for our mistake, what was to be deleted would be lost.
    path = tmp_path / "fitcheck.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for name in ("full", "empty"):
            file.execute(f"CREATE TABLE {name} (n)")
            file.execute(f"CREATE INDEX of_{name} ON {name} (n)")
        file.execute("INSERT INTO full VALUES (1)")
        file.execute("PRAGMA writable_schema = ON")
        file.execute(
            "UPDATE sqlite_schema SET rootpage ="
            " (SELECT rootpage FROM sqlite_schema WHERE name = 'of_empty') WHERE name = 'of_full'"
        )
    database = Database(database_url(sqlite_url(path)))
    with pytest.raises(DatabaseRefused, match=r"malformed.*restore a copy"):
        async with database.writing() as connection:
            await connection.execute(text("UPDATE full SET n = 2"))
    await database.close()


async def test_a_servers_connections_are_called_and_waited_for_as_the_address_says(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    connect = asyncpg.connect

    def noting(**options: Any) -> Any:
        waited.append(options["timeout"])
        return connect(**options)

    address = f"{await server.empty_database()}&application_name=fit&connect_timeout=7"
    monkeypatch.setattr(asyncpg, "connect", noting)
    database = Database(database_url(address))
    async with database.reading() as connection:
        assert await connection.scalar(text("SHOW application_name")) == "fit"
    await database.close()
    assert waited == [7.0]
