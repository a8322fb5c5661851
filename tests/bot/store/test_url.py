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


@pytest.mark.parametrize("password", ["secret@words", "secret@words/and#more"])
def test_a_password_that_is_cut_short_is_told_and_not_repeated(password: str) -> None:
    with pytest.raises(DatabaseRefused, match="@ in the password as %40") as refused:
        database_url(f"postgresql://me:{password}@127.0.0.1:5432/fit")
    assert "secret" not in str(refused.value)
    assert "words" not in str(refused.value)


def test_an_encoded_password_is_read() -> None:
    assert database_url("postgres://me:p%40s%25@h/d").password == "p@s%"  # noqa: S105 - a made-up one


def test_libpq_and_asyncpg_differ_in_one_word() -> None:
    assert database_url("postgres://h/d?sslmode=require").query == {"ssl": "require"}


def test_what_libpq_knows_and_asyncpg_calls_otherwise_is_translated() -> None:
    url = database_url(
        "postgres://me:pw@h:6432/d?connect_timeout=7&channel_binding=prefer&application_name=fit"
        "&target_session_attrs=read-write"
    )
    assert url.query == {
        "timeout": "7",
        "application_name": "fit",
        "target_session_attrs": "read-write",
    }


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("postgres://me@/d?host=/run/postgresql", "/run/postgresql", None),
        ("postgres://me@/d?host=a:1&host=b:2", ["a", "b"], [1, 2]),
    ],
)
def test_sockets_and_several_servers_are_named_as_parameters(
    address: str, host: object, port: object
) -> None:
    url = database_url(address)
    _, arguments = url.get_dialect()().create_connect_args(url)
    assert (arguments.get("host"), arguments.get("port")) == (host, port)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("nonsense=1", "nonsense"),
        ("sslmode=nonsense", "sslmode"),
        ("sslmode=require&sslmode=prefer", "sslmode"),
        ("channel_binding=require", "channel_binding"),
        ("connect_timeout=soon", "connect_timeout"),
        ("connect_timeout=0", "connect_timeout"),
        ("password=hunter2&passphrase=hunter2", "passphrase"),
    ],
)
def test_a_parameter_that_nobody_would_heed_is_named(query: str, parameter: str) -> None:
    with pytest.raises(DatabaseRefused, match=f"^DATABASE_URL: .*{parameter}") as error:
        database_url(f"postgres://me@h/d?{query}")
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize(
    "address",
    [
        *("postgres://h:99999/d", "postgres://h/d?port=x"),
        *("postgres://h/d?port=99999", "postgres:///d?host=a:1&host=b:99999"),
        "postgres:///d?host=a:1&host=b",
    ],
)
def test_a_port_that_cannot_be_is_refused(address: str) -> None:
    with pytest.raises(DatabaseRefused, match="DATABASE_URL"):
        database_url(address)


def test_a_tilde_is_the_home_folder() -> None:
    home = Path.home() / "fits" / "fitcheck.db"
    assert database_url("sqlite:///~/fits/fitcheck.db").database == str(home)
    with pytest.raises(DatabaseRefused, match="no home folder is known of ~nosuchuser"):
        database_url("sqlite:///~nosuchuser/fitcheck.db")


def test_a_file() -> None:
    assert database_url("sqlite:///data/fitcheck.db").database == "data/fitcheck.db"
    path = Path("/tmp/a b%/é.db")  # noqa: S108 (never opened)
    assert database_url(sqlite_url(path)).database == str(path)


@pytest.mark.parametrize("query", ["mode=ro", "check_same_thread=maybe", ".db", ""])
def test_a_file_takes_no_parameters(query: str) -> None:
    with pytest.raises(DatabaseRefused, match=r"^DATABASE_URL: .* no parameters"):
        database_url(f"sqlite:///data/fitcheck.db?{query}")


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
