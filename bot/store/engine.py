"""Engines: how each kind of database is connected to."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import aiosqlite
from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.store.errors import DatabaseRefused

CONNECTIONS: Final = 8
"""The most connections that one process holds."""
PATIENCE_SECONDS: Final = 30.0
"""How long a statement may take, and how long another process's transaction is waited for."""

_TURNS: Final = 5
"""How often a new file is switched to write-ahead logging; a second time is rare already."""

_REMEDY: Final = "let DATABASE_URL, or else DATA_DIR, name a place that FitCheck may write into"


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
    for _ in range(_TURNS - 1):
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
