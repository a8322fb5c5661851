"""Copies from before a migration, and their end."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store.backup import KEPT, back_up, prune_backups
from tests.conftest import ROOT

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


COPY = """
import os, signal, sqlite3
from datetime import UTC, datetime
from pathlib import Path
from bot.store import backup

class Killed(sqlite3.Connection):
    def backup(self, target, **_):
        target.execute("PRAGMA cache_size = 1")
        target.execute("CREATE TABLE t (n)")
        target.execute("BEGIN")
        target.executemany("INSERT INTO t VALUES (?)", [(b"x" * 4096,)] * 100)
        os.kill(os.getpid(), signal.SIGKILL)

connect = sqlite3.connect
backup.sqlite3.connect = lambda path: connect(path, factory=Killed)
backup.back_up(Path("fitcheck.db"), "0001", datetime(2026, 11, 1, tzinfo=UTC))
"""


def test_half_a_copy_never_passes_for_one_and_goes_like_them(tmp_path: Path) -> None:
    path = tmp_path / "fitcheck.db"
    sqlite3.connect(path).close()
    killed = subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-c", COPY],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) > 1
    assert not list(tmp_path.glob("*.bak"))
    prune_backups(path, NOW)
    assert list(tmp_path.iterdir()) == [path]
