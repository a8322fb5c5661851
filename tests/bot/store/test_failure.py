"""What a database's failures mean."""

import resource
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.store.database import Database
from bot.store.errors import DatabaseRefused, StoreUnavailable
from bot.store.store import open_store
from bot.store.url import database_url, sqlite_url


async def test_our_own_mistakes_are_not_called_an_outage(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nowhere"):
        async with database.reading() as connection:
            await connection.execute(text("SELECT * FROM nowhere"))


async def test_a_file_that_another_program_keeps_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.engine.PATIENCE_SECONDS", 0.0)
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
