"""How often members called FitCheck right, and what it confused."""

import csv
from dataclasses import dataclass
from io import StringIO
from math import sqrt
from statistics import NormalDist
from typing import Any, Final

from sqlalchemy import Select, func, select

from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.schema import answers, posts, votes
from bot.store.votes import VOTED

_CONFIDENCE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its Wilson score interval.

    Attributes
    ----------
    right, total : int
        Pictures that members called right, of those that they voted on.
    low, high : float
        The interval that holds the true share with 95 % confidence, in 0..1.
    """

    right: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share itself, in 0..1; None while there are no votes."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many pictures were answered with one class and corrected to another."""

    answered: str
    label: str
    pictures: int


def wilson(right: int, total: int) -> Share:
    """Return a share with its Wilson score interval, which holds for few and for extreme votes.

    Raises
    ------
    ValueError
        Unless ``0 <= right <= total``.
    """
    if not 0 <= right <= total:
        raise ValueError(f"{right} of {total} is no share")
    if total == 0:
        return Share(0, 0, 0.0, 1.0)
    z = NormalDist().inv_cdf((1 + _CONFIDENCE) / 2)
    share = right / total
    scale = 1 + z * z / total
    centre = (share + z * z / (2 * total)) / scale
    half = z / scale * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    # Rounding must not push the share itself out of its interval.
    return Share(
        right, total, max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))
    )


class Accuracy:
    """What votes say about a server's answers.

    Each picture counts once, however many vote on it: else one that all laugh about would decide.

    Parameters
    ----------
    database : Database
        Where answers and votes are.
    journal : Journal
        Through which answers get there.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    async def of(self, guild_id: int) -> Share:
        """Return the share of a server's pictures, of those with votes, that were called right.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        right = func.count().filter(answers.c.label == answers.c.answered)
        query = select(func.count().label("total"), right.label("right_ones"))
        await self._journal.flush()
        async with self._database.reading() as connection:
            row = (await connection.execute(_voted(query, guild_id))).one()
        return wilson(row.right_ones, row.total)

    async def confusions(self, guild_id: int, limit: int = 10) -> tuple[Confusion, ...]:
        """Return the pairs of classes that were corrected most, most first.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        pictures = func.count().label("pictures")
        query = (
            _voted(select(answers.c.answered, answers.c.label, pictures), guild_id)
            .where(answers.c.label != answers.c.answered)
            .group_by(answers.c.answered, answers.c.label)
            .order_by(pictures.desc(), answers.c.answered, answers.c.label)
            .limit(limit)
        )
        await self._journal.flush()
        async with self._database.reading() as connection:
            rows = await connection.execute(query)
            return tuple(Confusion(row.answered, row.label, row.pictures) for row in rows)

    async def votes_csv(self, guild_id: int) -> str:
        """Return a server's votes as CSV, oldest first, without who cast them.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        query = (
            select(
                votes.c.voted_at,
                posts.c.channel_id,
                votes.c.message_id,
                votes.c.picture,
                answers.c.answered,
                answers.c.probabilities,
                votes.c.said,
            )
            .join_from(votes, answers)
            .join(posts)
            .where(posts.c.guild_id == guild_id)
            .order_by(votes.c.voted_at, votes.c.message_id, votes.c.picture, votes.c.voter_id)
        )
        text = StringIO()
        table = csv.writer(text)
        table.writerow(
            ("voted_at", "channel_id", "message_id", "picture", "answered", "probability", "said")
        )
        async with self._database.reading() as connection:
            # A chunk at a time, so that whoever else is waiting gets a turn.
            async for row in await connection.stream(query, execution_options={"yield_per": 500}):
                table.writerow(
                    (
                        row.voted_at.isoformat(timespec="seconds"),
                        row.channel_id,
                        row.message_id,
                        row.picture,
                        row.answered,
                        row.probabilities.get(row.answered, ""),
                        row.said,
                    )
                )
        return text.getvalue()


def _voted(query: Select[Any], guild_id: int) -> Select[Any]:
    """Let `query` be about a server's answers that have votes."""
    return query.select_from(answers).join(posts).where(posts.c.guild_id == guild_id, VOTED)
