"""The way to the database: transactions."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Final, TypeVar

from sqlalchemy import URL, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.engine import CONNECTIONS, PATIENCE_SECONDS, create_engine, immediate
from bot.store.errors import Collided, StoreUnavailable
from bot.store.failure import explained

Result = TypeVar("Result")

_ATTEMPTS: Final = 5
"""How often a transaction is tried that others collide with; a second time is rare already."""


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


def insert(connection: AsyncConnection, table: Table) -> sqlite.Insert:
    """Return an INSERT that knows `on_conflict_do_update`, in the dialect of `connection`.

    Both dialects' classes have the same methods; one type stands for both.
    """
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)  # type: ignore[return-value]
    return sqlite.insert(table)
