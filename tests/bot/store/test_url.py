"""An address as hosts are given it becomes one that the drivers understand."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from bot.store.errors import DatabaseRefused
from bot.store.url import configured, database_url, sqlite_url


@pytest.mark.parametrize(
    "text",
    [
        "postgres://me:pw@db.example/fit",
        "postgresql://me:pw@db.example/fit",
        " postgresql+asyncpg://me:pw@db.example/fit\n",
    ],
)
def test_every_way_to_write_postgresql(text: str) -> None:
    url = database_url(text)
    assert url.drivername == "postgresql+asyncpg"
    assert (url.username, url.password, url.host, url.database) == ("me", "pw", "db.example", "fit")


def test_libpq_and_asyncpg_differ_in_one_word() -> None:
    assert database_url("postgres://h/d?sslmode=require").query == {"ssl": "require"}


def test_a_file() -> None:
    assert database_url("sqlite:///data/fitcheck.db").database == "data/fitcheck.db"
    path = Path("/tmp/a b%/é.db")  # noqa: S108 (never opened)
    assert database_url(sqlite_url(path)).database == str(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fitcheck",
        "mysql://me:hunter2@h/d",
        "sqlite://",
        "sqlite:///:memory:",
        "postgres://h:x/d",
    ],
)
def test_anything_else_is_refused_without_repeating_a_password(text: str) -> None:
    with pytest.raises(DatabaseRefused, match="DATABASE_URL") as error:
        database_url(text)
    assert "hunter2" not in str(error.value)


def test_the_file_is_in_the_folder_of_data_unless_the_host_says_otherwise(tmp_path: Path) -> None:
    nothing_said = Settings(database_url=None, data_dir=tmp_path)
    assert configured(nothing_said) == sqlite_url(tmp_path / "fitcheck.db")
    elsewhere = Settings(database_url=SecretStr("postgres://h/d"))
    assert configured(elsewhere) == "postgres://h/d"
    assert "postgres" not in repr(elsewhere)
