"""All that FitCheck keeps, opened at start and closed at the end."""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL

from bot.store.accuracy import Accuracy
from bot.store.backup import prune_backups
from bot.store.counts import Counts
from bot.store.database import Database
from bot.store.errors import DatabaseRefused, StoreUnavailable
from bot.store.forgetting import Forgetting
from bot.store.gone import Gone
from bot.store.index import Index
from bot.store.index_jobs import IndexJobs
from bot.store.journal import Journal
from bot.store.migrate import migrate
from bot.store.posts import Posts
from bot.store.repeat import end, repeat
from bot.store.settings import SettingsTable
from bot.store.sorting import Sortings
from bot.store.url import database_url
from bot.store.votes import Votes

_FLUSH_SECONDS = 0.25
_REFRESH_SECONDS = 1.0
_RETENTION_SECONDS = 3600.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Store:
    """What is kept, each kind by its own name, and what is gone."""

    settings: SettingsTable
    sortings: Sortings
    posts: Posts
    index: Index
    votes: Votes
    counts: Counts
    accuracy: Accuracy
    index_jobs: IndexJobs
    forgetting: Forgetting
    gone: Gone


@asynccontextmanager
async def open_store(address: str) -> AsyncIterator[Store]:
    """Open the database at `address`, migrated, and look after it until the end.

    Settings changed by another process are noticed within a second, and what is older than its
    server's retention is forgotten every hour.

    Parameters
    ----------
    address : str
        As `bot.store.url.database_url` reads it.

    Raises
    ------
    DatabaseRefused, StoreUnavailable, MigrationFailed, SchemaMismatch
        If it can't be opened: without its settings FitCheck must not start. The first also at the
        end, if there is still something to be written by then.
    """
    url = database_url(address)
    await migrate(url)
    database = Database(url)
    journal = Journal(database)
    gone = Gone()
    settings, sortings = SettingsTable(database), Sortings(database)
    store = Store(
        settings=settings,
        sortings=sortings,
        posts=Posts(journal, gone),
        index=Index(database, journal),
        votes=Votes(database, journal, gone),
        counts=Counts(database, journal, gone),
        accuracy=Accuracy(database, journal),
        index_jobs=IndexJobs(database, _worker()),
        forgetting=Forgetting(database, journal, settings, gone),
        gone=gone,
    )

    async def expire() -> None:
        try:
            forgotten = await store.forgetting.expired()
        finally:  # their time is over on a full disk, too, and they make room there
            copies = _prune(url)
        log.info("Retention: %d posts and %d old copies forgotten", forgotten, copies)

    try:
        await settings.refresh()
        await sortings.refresh()
        tasks = [
            asyncio.create_task(repeat("Writing", journal.flush, _FLUSH_SECONDS)),
            asyncio.create_task(repeat("Settings", settings.refresh, _REFRESH_SECONDS)),
            asyncio.create_task(repeat("Sorting", sortings.refresh, _REFRESH_SECONDS)),
            asyncio.create_task(repeat("Retention", expire, _RETENTION_SECONDS)),
        ]
        try:
            yield store
        finally:
            await end(tasks)
            await _write_the_rest(journal)
    finally:
        await database.close()


async def _write_the_rest(journal: Journal) -> None:
    try:
        await journal.flush()
    except StoreUnavailable as error:
        log.error("%d entries were never written: %s", len(journal), error)  # noqa: TRY400 (known)
        if isinstance(error, DatabaseRefused):  # the host has to mend that before the next start
            raise


def _prune(url: URL) -> int:
    if url.get_backend_name() != "sqlite":
        return 0
    return len(prune_backups(Path(url.database or ""), datetime.now(UTC)))


def _worker() -> str:
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"
