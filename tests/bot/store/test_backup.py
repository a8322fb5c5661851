"""Copies from before a migration, and their end."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store.backup import KEPT, back_up, prune_backups

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_copy_holds_what_was_committed_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "fitcheck.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("CREATE TABLE t (n)")
        writer.execute("INSERT INTO t VALUES (1)")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO t VALUES (2)")
        copy = back_up(path, "0001", NOW)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT n FROM t").fetchall() == [(1,)]


def test_nothing_is_left_of_a_copy_that_fails(tmp_path: Path) -> None:
    path = tmp_path / "fitcheck.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        back_up(path, "0001", NOW)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["fitcheck.db", "fitcheck[1].db"])
def test_copies_are_deleted_when_they_are_old(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    sqlite3.connect(path).close()
    old = back_up(path, "0001", NOW - KEPT - timedelta(seconds=1))
    new = back_up(path, "0002", NOW - KEPT + timedelta(seconds=1))
    somebody_elses = tmp_path / f"{name}.my-own.bak"
    somebody_elses.touch()
    assert prune_backups(path, NOW) == [old]
    assert not old.exists()
    assert new.exists()
    assert somebody_elses.exists()
