"""How many pictures were answered, by server, day and class; nothing about persons."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database, insert
from bot.store.gone import Gone
from bot.store.journal import Journal
from bot.store.schema import counts


@dataclass(frozen=True, slots=True)
class Count:
    """How many pictures were answered with a class on a day, in UTC."""

    day: date
    label: str
    pictures: int


@dataclass(frozen=True, slots=True)
class Tally:
    """A server's counts, by day."""

    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """All pictures."""
        return sum(one.pictures for one in self.counts)

    @property
    def by_class(self) -> dict[str, int]:
        """Pictures of each class, most first."""
        sums: Counter[str] = Counter()
        for one in self.counts:
            sums[one.label] += one.pictures
        return dict(sums.most_common())

    @property
    def by_day(self) -> dict[date, int]:
        """Pictures on each day that had any, oldest first."""
        sums: Counter[date] = Counter()
        for one in self.counts:
            sums[one.day] += one.pictures
        return dict(sorted(sums.items()))


class Counts:
    """Every server's counts.

    Parameters
    ----------
    database : Database
        Where they are.
    journal : Journal
        Through which they get there.
    gone : Gone
        Which servers FitCheck was removed from lately.
    """

    def __init__(self, database: Database, journal: Journal, gone: Gone) -> None:
        self._database = database
        self._journal = journal
        self._gone = gone

    def add(self, guild_id: int, labels: Iterable[str], day: date | None = None) -> None:
        """Count one picture for each of `labels`, today; returns at once.

        What was answered while FitCheck was removed from the server isn't counted.
        """
        if ("guild", guild_id) in self._gone:
            return
        day = day or datetime.now(UTC).date()
        self._journal.keep(partial(_add, guild_id, day, Counter(labels)))

    async def of(self, guild_id: int) -> Tally:
        """Return a server's counts.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        await self._journal.flush()
        query = select(counts).where(counts.c.guild_id == guild_id)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(counts.c.day, counts.c.label))
            return Tally(tuple(Count(row.day, row.label, row.pictures) for row in rows))


async def _add(
    guild_id: int, day: date, pictures: Counter[str], connection: AsyncConnection
) -> None:
    for label, number in sorted(pictures.items()):  # one order for all, so that none deadlock
        await connection.execute(
            insert(connection, counts)
            .values(guild_id=guild_id, day=day, label=label, pictures=number)
            .on_conflict_do_update(
                index_elements=["guild_id", "day", "label"],
                set_={"pictures": counts.c.pictures + number},
            )
        )
