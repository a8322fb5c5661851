"""What a store does by itself, and at its end."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store.backup import KEPT, back_up
from bot.store.database import Database
from bot.store.errors import DatabaseRefused, StoreUnavailable
from bot.store.forgetting import Forgetting
from bot.store.store import open_store
from bot.store.url import sqlite_url
from tests.bot.store.conftest import GUILD, until


def shut(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the database take nothing any more."""

    def writing(_: Database) -> None:
        raise error

    monkeypatch.setattr(Database, "writing", writing)


async def test_what_a_database_that_is_gone_never_got_is_counted_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_store(sqlite_url(tmp_path / "fitcheck.db")) as store:
        shut(monkeypatch, StoreUnavailable("gone"))
        store.counts.add(GUILD, ["Coat"])
    assert "1 entries were never written: gone" in caplog.text


async def test_what_a_database_that_refuses_never_got_is_counted_and_the_host_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opening = open_store(sqlite_url(tmp_path / "fitcheck.db"))
    store = await opening.__aenter__()
    shut(monkeypatch, DatabaseRefused("wrong password"))
    store.counts.add(GUILD, ["Coat"])
    with pytest.raises(DatabaseRefused):
        await opening.__aexit__(None, None, None)
    assert "1 entries were never written: wrong password" in caplog.text


async def test_old_copies_are_deleted_though_the_disk_is_too_full_to_forget_posts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = sqlite_url(path := tmp_path / "fitcheck.db")
    async with open_store(address):
        pass
    copy = back_up(path, "0001", datetime.now(UTC) - 2 * KEPT)

    async def full(_: Forgetting) -> int:
        raise StoreUnavailable("the disk is full")

    monkeypatch.setattr(Forgetting, "expired", full)
    async with open_store(address):
        await until(lambda: not copy.exists())
