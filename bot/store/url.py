"""Where the database is: one address, in the form that hosts are given it."""

import re
from pathlib import Path
from typing import Final

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.settings import Settings
from bot.store.errors import DatabaseRefused

_DRIVERS: Final = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}

_SSL: Final = ("ssl", "disable|allow|prefer|require|verify-ca|verify-full", "require")
_PARAMETERS: Final = {
    # libpq's name: its name here, the values that it may have, and one of them
    "sslmode": _SSL,
    "ssl": _SSL,
    "connect_timeout": ("timeout", r"[1-9]\d{0,4}", "10"),
    "application_name": ("application_name", ".+", "fitcheck"),
    "target_session_attrs": (
        "target_session_attrs",
        "any|primary|standby|read-write|read-only|prefer-standby",
        "read-write",
    ),
    # asyncpg never binds channels: who prefers it does without, who requires it can't have it.
    "channel_binding": (None, "prefer|disable", "prefer"),
    "prepared_statement_cache_size": ("prepared_statement_cache_size", r"\d{1,6}", "0"),
}
_PLACES: Final = {"host", "port", "user", "password"}
"""Parts of an address that may be given as parameters, as for a socket or several servers."""


def configured(settings: Settings) -> str:
    """Return the address that the host set, or that of the file in the folder of data."""
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    return sqlite_url(settings.data_dir / "fitcheck.db")


def sqlite_url(path: Path) -> str:
    """Return the address of an SQLite file, which needn't exist yet."""
    return URL.create("sqlite+aiosqlite", database=str(path)).render_as_string()


def database_url(text: str) -> URL:
    """Read an address as providers write it: postgres://, ?sslmode=, without a driver.

    Raises
    ------
    DatabaseRefused
        If it isn't an address of PostgreSQL or of an SQLite file. The message never repeats it:
        it may hold a password.
    """
    wanted = "postgresql://user:password@host:5432/name or sqlite:///data/fitcheck.db"
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise DatabaseRefused(f"DATABASE_URL is no address of a database; use {wanted}") from None
    if url.drivername not in _DRIVERS:
        raise DatabaseRefused(f"DATABASE_URL starts with {url.drivername}://; use {wanted}")
    url = url.set(drivername=_DRIVERS[url.drivername])
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise DatabaseRefused(f"DATABASE_URL names no file, and memory forgets; use {wanted}")
        if "?" in text:  # else a parameter would be passed over, or a path end there
            raise DatabaseRefused(
                "DATABASE_URL: an SQLite file takes no parameters, and its path can't hold a"
                f" question mark; use {wanted}"
            )
        return url.set(database=_at_home(url.database))
    if "@" in f"{url.host}{url.database}":  # the rest of a password that was cut there
        raise DatabaseRefused(
            f"DATABASE_URL: write @ in the password as %40, and % as %25; use {wanted}"
        )
    url = url.set(query=_translated(url))
    _check_ports(url)
    return url


def _at_home(path: str) -> str:
    """A shell would expand the tilde, and so do the settings that are folders."""
    try:
        return str(Path(path).expanduser())
    except RuntimeError:
        raise DatabaseRefused(
            f"DATABASE_URL: no home folder is known of {Path(path).parts[0]}; write the path in"
            " full"
        ) from None


def _translated(url: URL) -> dict[str, str | tuple[str, ...]]:
    """Call parameters what asyncpg calls them; one that it wouldn't heed is refused."""
    query = {name: value for name, value in url.query.items() if name in _PLACES}
    for name, values in url.normalized_query.items():
        if name in _PLACES:
            continue
        if name not in _PARAMETERS:
            raise DatabaseRefused(
                f"DATABASE_URL: the parameter {name} isn't known; leave it out, or use"
                f" {', '.join(_PARAMETERS)}"
            )
        ours, pattern, example = _PARAMETERS[name]
        if len(values) != 1 or not re.fullmatch(pattern, values[0], re.ASCII):
            raise DatabaseRefused(
                f"DATABASE_URL: the parameter {name} can't have this value; leave it out, or use"
                f" {name}={example}"
            )
        if ours:
            query[ours] = values[0]
    return query


def _check_ports(url: URL) -> None:
    """Refuse what the driver would stumble over only as it connects."""
    try:
        _, arguments = url.get_dialect()().create_connect_args(url)
    except (ArgumentError, ValueError):
        raise DatabaseRefused("DATABASE_URL: its hosts or ports are none; use host:5432") from None
    ports = arguments.get("port", 5432)
    if not all(port in range(1, 65536) for port in (ports if isinstance(ports, list) else [ports])):
        raise DatabaseRefused("DATABASE_URL: its port isn't one of 1 to 65535; use host:5432")
