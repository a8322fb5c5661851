"""How each kind of database is connected to."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text

from bot.store.database import Database
from bot.store.engine import create_engine
from bot.store.url import database_url, sqlite_url
from tests.bot.store.postgres import PostgresServer


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


async def test_behind_pgbouncer_no_statement_has_a_name(server: PostgresServer) -> None:
    address = await server.empty_database()
    for parameters, names in (("", True), ("&prepared_statement_cache_size=0", False)):
        database = Database(database_url(address + parameters))
        async with database.reading() as connection:
            named = await connection.scalar(text("SELECT count(*) FROM pg_prepared_statements"))
        await database.close()
        assert bool(named) == names


async def test_several_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    async def open_(path: Path) -> None:
        engine = create_engine(database_url(sqlite_url(path)), migrating=True)
        async with engine.connect() as connection:
            mode = await connection.scalar(text("PRAGMA journal_mode"))
        await engine.dispose()
        assert mode == "wal"

    for number in range(20):
        await asyncio.gather(*[open_(tmp_path / f"{number}.db") for _ in range(8)])


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
