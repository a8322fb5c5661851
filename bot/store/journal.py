"""What is to be written soon: answers to photos wait for no database."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database

Entry = Callable[[AsyncConnection], Awaitable[object]]
"""Something to do in a transaction."""

Forget = Callable[[frozenset[int], AsyncConnection], Awaitable[object]]
"""Deletes what Discord's ids stand for."""

CAPACITY: Final = 50_000
"""The most that is to be kept and waits for a database that is gone; some 50 MB."""
_BATCH: Final = 200
_MOST_IDS: Final = 1_000
"""A statement of SQLite or PostgreSQL takes some 32,000."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Forgetting:
    """The entry for all that is forgotten in the same way, with nothing to be kept between."""

    work: Forget
    ids: set[int]

    async def __call__(self, connection: AsyncConnection) -> None:
        await self.work(frozenset(self.ids), connection)


class Journal:
    """Entries in the order they came, written in batches.

    Parameters
    ----------
    database : Database
        Where they go.
    capacity : int
        How many that are to be kept may wait.
    """

    def __init__(self, database: Database, capacity: int = CAPACITY) -> None:
        self._database = database
        self._capacity = capacity
        self._entries: deque[Entry] = deque()
        self._kept = 0
        self._open: _Forgetting | None = None  # the last entry, while it can take more ids
        self._lock = asyncio.Lock()
        self._full = False

    def __len__(self) -> int:
        """How many entries wait."""
        return len(self._entries)

    def keep(self, entry: Entry) -> None:
        """Note something to be kept; when too much waits already, it is lost, and the log says so.

        Returns at once.
        """
        if self._kept < self._capacity:
            self._entries.append(entry)
            self._kept += 1
            self._open = None
            return
        if not self._full:
            log.error("%d entries wait for the database; newer ones are lost", self._capacity)
        self._full = True

    def forget(self, work: Forget, *ids: int) -> None:
        """Note something to be forgotten; that is never lost. Returns at once.

        Most of what is deleted on Discord was never kept, so ids must cost little: those that come
        one after the other share an entry.
        """
        entry = self._open
        if entry is None or entry.work is not work or len(entry.ids) >= _MOST_IDS:
            entry = self._open = _Forgetting(work, set())
            self._entries.append(entry)
        entry.ids.update(ids)

    async def flush(self) -> None:
        """Write all that waits; whoever is cancelled meanwhile waits for the end of it.

        A commit can't be called back: what is broken off in it would be written a second time.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached; then everything still waits.
        """
        writing = asyncio.create_task(self._flush())
        try:
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            await asyncio.wait({writing})
            writing.exception()  # if any: its entries still wait, and who writes next meets it too
            raise

    async def _flush(self) -> None:
        async with self._lock:
            while self._entries:
                batch = list(islice(self._entries, _BATCH))
                if len(batch) == len(self._entries):
                    self._open = None  # what comes while it is written would be missed
                try:
                    await self._write(batch)
                except SQLAlchemyError:
                    await self._write_singly(batch)
                else:
                    self._done(len(batch))
            self._full = False

    async def _write(self, batch: list[Entry]) -> None:
        async def work(connection: AsyncConnection) -> None:
            for entry in batch:
                await entry(connection)

        await self._database.write(work)

    async def _write_singly(self, batch: list[Entry]) -> None:
        """Save a batch from its one entry that can't be written, and log that one."""
        for entry in batch:
            try:
                await self._write([entry])
            except SQLAlchemyError:
                log.exception("An entry could not be written and is lost")
            self._done(1)

    def _done(self, number: int) -> None:
        for _ in range(number):
            self._kept -= not isinstance(self._entries.popleft(), _Forgetting)
