"""How far the taking in of channels' pasts has come, so that a restart goes on from there."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, or_, select, update

from bot.store.database import Database, insert
from bot.store.schema import index_jobs

LEASE: Final = timedelta(minutes=2)
"""How long a worker that says nothing keeps a job to itself."""


@dataclass(frozen=True, slots=True)
class IndexJob:
    """One channel's past.

    Attributes
    ----------
    channel_id, guild_id : int
        What is taken in.
    before_id : int or None
        Messages older than this one are still to be read; None before the first was.
    messages, pictures : int
        How many were read and answered so far.
    finished : bool
        Whether the channel's first message has been reached.
    """

    channel_id: int
    guild_id: int
    before_id: int | None
    messages: int
    pictures: int
    finished: bool


class IndexJobs:
    """Every channel's past that is or was taken in.

    Each method raises `StoreUnavailable` if the database can't be reached.

    Parameters
    ----------
    database : Database
        Where their progress is.
    worker : str
        This process's name, unlike any other's, at most 64 characters.
    """

    def __init__(self, database: Database, worker: str) -> None:
        self._database = database
        self._worker = worker

    async def start(self, guild_id: int, channel_id: int) -> None:
        """Note that a channel is to be taken in.

        One that isn't finished goes on where it was; a finished one begins again.
        """
        fresh = {"before_id": None, "messages": 0, "pictures": 0, "finished": False}
        async with self._database.writing() as connection:
            await connection.execute(
                insert(connection, index_jobs)
                .values(channel_id=channel_id, guild_id=guild_id, **fresh)
                .on_conflict_do_update(
                    index_elements=["channel_id"], set_=fresh, where=index_jobs.c.finished
                )
            )

    async def unfinished(self) -> tuple[IndexJob, ...]:
        """Return what is still to be done, in every server; each must be claimed first."""
        return await self._select(~index_jobs.c.finished)

    async def in_guild(self, guild_id: int) -> tuple[IndexJob, ...]:
        """Return a server's jobs, finished ones as well."""
        return await self._select(index_jobs.c.guild_id == guild_id)

    async def claim(self, channel_id: int, now: datetime | None = None) -> IndexJob | None:
        """Take a job for this process alone, or return None if another has it or it is done."""
        now = now or datetime.now(UTC)
        free = or_(
            index_jobs.c.worker.is_(None),
            index_jobs.c.worker == self._worker,
            index_jobs.c.leased_until < now,
            index_jobs.c.leased_until > now + 2 * LEASE,  # by a clock that was wrong
        )
        return await self._update(
            (index_jobs.c.channel_id == channel_id, ~index_jobs.c.finished, free),
            {"worker": self._worker, "leased_until": now + LEASE},
        )

    async def advance(
        self,
        channel_id: int,
        *,
        before_id: int,
        messages: int,
        pictures: int,
        now: datetime | None = None,
    ) -> IndexJob | None:
        """Note what was read since the last time, and keep the job for longer.

        Returns
        -------
        IndexJob or None
            How far it is; None if it was cancelled or another process has it: then stop.
        """
        return await self._update(
            self._mine(channel_id),
            {
                "before_id": before_id,
                "messages": index_jobs.c.messages + messages,
                "pictures": index_jobs.c.pictures + pictures,
                "leased_until": (now or datetime.now(UTC)) + LEASE,
            },
        )

    async def finish(self, channel_id: int) -> None:
        """Note that the channel's first message was reached, unless another process has the job."""
        released = {"finished": True, "worker": None, "leased_until": None}
        await self._update(self._mine(channel_id), released)

    async def cancel(self, channel_id: int) -> None:
        """Drop a job that isn't finished.

        Its worker learns of it at its next `claim` or `advance`.
        """
        unfinished = (index_jobs.c.channel_id == channel_id, ~index_jobs.c.finished)
        async with self._database.writing() as connection:
            await connection.execute(delete(index_jobs).where(*unfinished))

    def _mine(self, channel_id: int) -> tuple[ColumnElement[bool], ...]:
        return (index_jobs.c.channel_id == channel_id, index_jobs.c.worker == self._worker)

    async def _select(self, which: ColumnElement[bool]) -> tuple[IndexJob, ...]:
        query = select(index_jobs).where(which).order_by(index_jobs.c.channel_id)
        async with self._database.reading() as connection:
            return tuple(_read(row) for row in await connection.execute(query))

    async def _update(
        self, which: tuple[ColumnElement[bool], ...], values: dict[str, Any]
    ) -> IndexJob | None:
        statement = update(index_jobs).where(*which).values(values).returning(index_jobs)
        async with self._database.writing() as connection:
            row = (await connection.execute(statement)).one_or_none()
        return _read(row) if row else None


def _read(row: Row[Any]) -> IndexJob:
    return IndexJob(
        row.channel_id, row.guild_id, row.before_id, row.messages, row.pictures, row.finished
    )
