"""A small table held in memory, the same in every process, and there while the database isn't."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database, insert
from bot.store.schema import revisions

Value = TypeVar("Value")


class Snapshot(Generic[Value]):
    """The last known rows of a table, by their key.

    Each change ticks the table's revision, in its own transaction. A process that sees a newer
    revision than its own reads the table again. What is asked for in between comes from memory, so
    no answer waits for the database or fails with it.

    Parameters
    ----------
    database : Database
        Where the table is.
    table : Table
        A table whose primary key is one id.
    read : callable
        Turns one row into a value.
    """

    def __init__(self, database: Database, table: Table, read: Callable[[Row[Any]], Value]) -> None:
        self._database = database
        self._table = table
        self._key = table.primary_key.columns[0].name
        self._read = read
        self._rows: Mapping[int, Value] = {}
        self._revision = -1

    @property
    def rows(self) -> Mapping[int, Value]:
        """Every row that is known, by key."""
        return self._rows

    async def refresh(self) -> None:
        """Read the table again if any process changed it.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached; what is known stays known.
        """
        async with self._database.reading() as connection:
            found = await connection.scalar(
                select(revisions.c.revision).where(revisions.c.name == self._table.name)
            )
            if (found or 0) == self._revision:
                return
            rows = await self._load(connection)
        self._take(rows, found or 0)

    @asynccontextmanager
    async def changing(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction on the table; changes take effect here when it is committed.

        One change happens at a time, over all processes: each waits for the row of the revision.
        """
        async with self._database.writing() as connection:
            revision = await tick(connection, self._table)
            yield connection
            rows = await self._load(connection)
        self._take(rows, revision)

    async def _load(self, connection: AsyncConnection) -> Mapping[int, Value]:
        result = await connection.execute(select(self._table))
        return {getattr(row, self._key): self._read(row) for row in result}

    def _take(self, rows: Mapping[int, Value], revision: int) -> None:
        if revision > self._revision:  # a slow reader must not undo what came after it
            self._rows, self._revision = rows, revision


async def tick(connection: AsyncConnection, table: Table) -> int:
    """Let every process know, once the transaction is committed, that `table` changed.

    Returns
    -------
    int
        The table's new revision; until the end of the transaction nobody else gets one.
    """
    statement = (
        insert(connection, revisions)
        .values(name=table.name, revision=1)
        .on_conflict_do_update(index_elements=["name"], set_={"revision": revisions.c.revision + 1})
    )
    result = await connection.execute(statement.returning(revisions.c.revision))
    return int(result.scalar_one())
