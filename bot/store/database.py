"""The way to the database: engines, transactions, and what their failures mean."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite
from asyncpg import InterfaceError, PostgresError
from sqlalchemy import URL, Connection, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.store.errors import Collided, DatabaseRefused, StoreUnavailable

Result = TypeVar("Result")

CONNECTIONS: Final = 8
"""The most connections that one process holds."""
PATIENCE_SECONDS: Final = 30.0
"""How long a statement may take, and how long another process's transaction is waited for."""

_ATTEMPTS: Final = 5
"""How often a transaction is tried that others collide with; a second time is rare already."""

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
_REMEDY: Final = "let DATABASE_URL, or else DATA_DIR, name a place that FitCheck may write into"


class Database:
    """One database, open for transactions.

    Parameters
    ----------
    url : URL
        As `bot.store.url.database_url` returns it.
    """

    def __init__(self, url: URL) -> None:
        self._url = url
        self._engine = create_engine(url)
        # SQLite has one writer at a time and its waiting is not fair: writers of this process queue
        # here. On PostgreSQL the queue keeps bursts from timing out in the connection pool.
        local = url.get_backend_name() == "sqlite"
        self._writers = asyncio.Semaphore(1 if local else CONNECTIONS - 2)
        self._readers = asyncio.Semaphore(CONNECTIONS - 1 if local else 2)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that only reads.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        async with self._readers, explained(self._url), self._engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that is committed at its end, or undone by an exception.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached, or another process kept it busy for too long.
        """
        opened = immediate(self._engine).begin()
        async with self._writers, explained(self._url), opened as connection:
            yield connection

    async def write(self, work: Callable[[AsyncConnection], Awaitable[Result]]) -> Result:
        """Do `work` in a transaction, anew if another one collides with it, and return its result.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached, or others were in the way each time.
        """
        for _ in range(_ATTEMPTS - 1):
            with suppress(Collided):
                async with self.writing() as connection:
                    return await work(connection)
        async with self.writing() as connection:
            return await work(connection)

    async def overwrite(self) -> bool:
        """Overwrite in SQLite's file what was deleted: until then it is only in the log beside it.

        Returns
        -------
        bool
            Whether that is done; somebody who reads meanwhile is waited for a second only.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        if self._url.get_backend_name() != "sqlite":
            return True
        async with self._writers, explained(self._url), self._engine.connect() as connection:
            raw = await connection.get_raw_connection()  # a checkpoint takes no transaction
            driver: Any = raw.driver_connection
            try:
                await driver.execute("PRAGMA busy_timeout = 1000")
                (row,) = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
                await driver.execute(f"PRAGMA busy_timeout = {PATIENCE_SECONDS * 1000:.0f}")
            except sqlite3.Error as error:  # which SQLAlchemy doesn't see
                raise StoreUnavailable(str(error)) from error
        return not row[0]

    async def close(self) -> None:
        """Give back every connection."""
        await self._engine.dispose()


def create_engine(url: URL, *, migrating: bool = False) -> AsyncEngine:
    """Return an engine on `url` that connects at its first use.

    Parameters
    ----------
    url : URL
        Of either kind.
    migrating : bool
        Whether it changes the schema: then foreign keys aren't enforced, because SQLite changes a
        table by rebuilding it, and dropping the old one would delete what refers to it.

    Raises
    ------
    DatabaseRefused
        If there can be no such SQLite file.
    """
    options: dict[str, Any] = {"hide_parameters": True}
    if migrating:
        options |= {"poolclass": NullPool}
    else:
        options |= {"pool_size": CONNECTIONS, "max_overflow": 0}
    if url.get_backend_name() == "postgresql":
        options["pool_pre_ping"] = True  # nobody meets what a server's restart broke off
        called, waited = url.query.get("application_name"), url.query.get("timeout", "10")
        arguments = {  # of other types than an address can hold
            "timeout": float(str(waited)),
            "command_timeout": None if migrating else PATIENCE_SECONDS,
            "server_settings": {"application_name": called} if called else {},
        }
        if url.query.get("prepared_statement_cache_size") == "0":
            # asyncpg names statements unless its own cache is off, too; behind PgBouncer another
            # process's may have the same name.
            arguments["statement_cache_size"] = 0
        address = url.difference_update_query(["application_name"])
        return create_async_engine(address, connect_args=arguments, **options)
    _check_file(Path(url.database or ""))
    patience = {"timeout": PATIENCE_SECONDS, "async_creator_fn": _opened}
    engine = create_async_engine(url, connect_args=patience, **options)
    _prepare_sqlite(engine, foreign_keys=not migrating)
    return engine


def _check_file(path: Path) -> None:
    """Open a file once, here where it can be told: the driver does so in a thread of its own."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)):
            writable = os.access(path, os.R_OK | os.W_OK)
    except (OSError, sqlite3.Error) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise DatabaseRefused(f"{path} can't be opened ({cause}); {_REMEDY}") from None
    if not writable:
        raise DatabaseRefused(f"{path} may not be read or written; {_REMEDY}")


def immediate(engine: AsyncEngine) -> AsyncEngine:
    """Return `engine` with transactions that are writers from their first statement on.

    An SQLite transaction that reads first and writes later fails at once, however patient, when
    another process wrote in between.
    """
    return engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")


async def _opened(*arguments: Any, **options: Any) -> aiosqlite.Connection:  # noqa: ANN401 (handed on)
    """Open an SQLite file; whoever is cancelled meanwhile waits for it and closes it again.

    Else the driver's thread would report to an event loop that is gone when FitCheck ends.
    """
    opening = asyncio.ensure_future(aiosqlite.connect(*arguments, **options))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        await asyncio.wait({opening})
        if opening.exception() is None:
            await opening.result().close()
        raise


def _prepare_sqlite(engine: AsyncEngine, *, foreign_keys: bool) -> None:
    """Make every connection durable, concurrent, forgetful, and its transactions ours."""

    def connected(connection: Any, _record: object) -> None:  # noqa: ANN401 (a driver's own type)
        connection.isolation_level = None  # else the driver commits before DDL
        cursor = connection.cursor()
        _write_ahead(cursor)
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        cursor.close()

    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN"))

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", begun)


def _write_ahead(cursor: Any) -> None:  # noqa: ANN401 (a driver's own type)
    """Switch a new file to write-ahead logging, which another process may be doing just now.

    SQLite doesn't wait for that, however patient, but for the turn to write it does.
    """
    for _ in range(_ATTEMPTS - 1):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            cursor.execute("BEGIN IMMEDIATE")
            cursor.execute("ROLLBACK")
        else:
            return
    cursor.execute("PRAGMA journal_mode = WAL")


def insert(connection: AsyncConnection, table: Table) -> sqlite.Insert:
    """Return an INSERT that knows `on_conflict_do_update`, in the dialect of `connection`.

    Both dialects' classes have the same methods; one type stands for both.
    """
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)  # type: ignore[return-value]
    return sqlite.insert(table)


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
