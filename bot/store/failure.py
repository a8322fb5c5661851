"""What a database's failures mean, and what helps."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from asyncpg import InterfaceError, PostgresError
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.store.errors import Collided, DatabaseRefused, StoreUnavailable

# Classes of SQLSTATE that pass by themselves: no connection, no resources, shut down or starting,
# a failover's read-only moment, the system's own trouble.
_PASSING: Final = ("08", "53", "57", "25006", "58")
# Deadlocks and the like: of the transactions that wait for each other, one is undone.
_COLLIDED: Final = "40"
# Wrong password or role, no such database: these wait for the host.
_REFUSED: Final = ("28", "3D")
# PostgreSQL lets the user in, but not at the tables: somebody else's, or nobody gave it the right.
# Where it may not even see a schema, there is none to make tables in.
_FORBIDDEN: Final = {"42501", "3F000"}
_UNLOCK: Final = "let no other program keep it locked"
# What helps where a file is busy, unwritable, full or gone, by SQLite's primary result code.
_SQLITE_PASSING: Final = {
    sqlite3.SQLITE_BUSY: _UNLOCK,
    sqlite3.SQLITE_LOCKED: _UNLOCK,
    sqlite3.SQLITE_READONLY: "let FitCheck write into it and its folder",
    # Said of a full disk, too, where there is no room for the file that lies beside an open one.
    sqlite3.SQLITE_IOERR: "make room on its disk, or if there is some, see whether it is broken",
    sqlite3.SQLITE_FULL: "make room on its disk",
    sqlite3.SQLITE_CANTOPEN: "see whether its folder is there and FitCheck may write into it",
}
_SQLITE_BROKEN: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@asynccontextmanager
async def explained(url: URL) -> AsyncIterator[None]:
    """Turn a database that is gone, busy or closed to us into the error that says so."""
    try:
        yield
    except DBAPIError as error:
        if (getattr(error.orig, "sqlstate", None) or "").startswith(_COLLIDED):
            raise Collided(f"another transaction was in the way: {error.orig}") from error
        if is_forbidden(error):
            raise DatabaseRefused(
                f"PostgreSQL refuses DATABASE_URL's user: {error.orig}; make that user the owner of"
                " the database and its tables"
            ) from error
        if passes(error):
            helps = _SQLITE_PASSING.get(_sqlite_code(error) or 0)
            cause = f"{error.orig}; {helps}" if helps else f"{error.orig}"
            raise StoreUnavailable(f"the database is not available: {cause}") from error
        if _sqlite_code(error) in _SQLITE_BROKEN:
            raise DatabaseRefused(
                f"{url.database} can't be read ({error.orig}); restore a copy of it, or move it"
                " away to begin anew"
            ) from error
        raise
    except PostgresError as error:  # from connecting: SQLAlchemy hands these on as they are
        if (error.sqlstate or "").startswith(_REFUSED):
            raise DatabaseRefused(f"PostgreSQL refuses DATABASE_URL: {error}") from error
        raise StoreUnavailable(f"the database is not available: {error}") from error
    except (OSError, TimeoutError, PoolTimeout, InterfaceError) as error:
        cause = str(error) or "it doesn't answer"
        raise StoreUnavailable(
            f"the database is not available: {cause}; does its server run, where DATABASE_URL says?"
        ) from error


def is_forbidden(error: Exception) -> bool:
    """Whether PostgreSQL lets the user in, but doesn't let it do what it takes."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    return getattr(cause, "sqlstate", None) in _FORBIDDEN


def passes(error: Exception) -> bool:
    """Whether a database's error may be gone at the next try, rather than being a fault of ours."""
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    code = _sqlite_code(error)
    if code is not None:
        return code in _SQLITE_PASSING
    state = getattr(error.orig, "sqlstate", None)
    return state is not None and state.startswith(_PASSING)


def _sqlite_code(error: DBAPIError) -> int | None:
    """Return SQLite's primary result code, whose details are in its higher bits, if it has one."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
