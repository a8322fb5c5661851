"""Where the database is: one address, in the form that hosts are given it."""

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
        return url
    # libpq says `sslmode`, asyncpg says `ssl`; the values are the same.
    query = {"ssl" if key == "sslmode" else key: value for key, value in url.query.items()}
    return url.set(query=query)
