"""What a database's failures mean, and that transactions are whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.store.database import Database
from bot.store.errors import DatabaseRefused, StoreUnavailable
from bot.store.schema import counts, votes
from bot.store.store import open_store
from bot.store.url import database_url, sqlite_url


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


async def test_our_own_mistakes_are_not_called_an_outage(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nowhere"):
        async with database.reading() as connection:
            await connection.execute(text("SELECT * FROM nowhere"))


async def test_a_file_that_another_program_keeps_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.database.PATIENCE_SECONDS", 0.0)
    path = tmp_path / "fitcheck.db"
    async with open_store(sqlite_url(path)) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreUnavailable, match="locked"):
                await store.index_jobs.start(1, 2)
        await store.index_jobs.start(1, 2)


async def test_a_file_that_was_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "fitcheck.db"
    path.write_bytes(b"no database at all" * 100)
    database = Database(database_url(sqlite_url(path)))
    with pytest.raises(DatabaseRefused, match="not a database"):
        async with database.reading():
            pass
    await database.close()
