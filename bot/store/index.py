"""The index that /find looks into: the newest posts that hold a class."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from discord.utils import time_snowflake
from sqlalchemy import Row, Select, exists, or_, select

from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.schema import answers, posts

Readable = Callable[[int, int | None], Awaitable[bool]]
"""Whether the asker may read a channel, given its id and, for a thread, its parent's."""

_CHUNK: Final = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A post that holds the class that was looked for.

    Attributes
    ----------
    pictures : int
        How many of its pictures do.
    probability : float
        The highest probability of that class among them, in 0..1.
    """

    message_id: int
    channel_id: int
    author_id: int
    pictures: int
    probability: float


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the posts that were found, newest first; `following` finds those after them."""

    posts: tuple[Found, ...]
    following: int | None


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: a class in a server, perhaps by one member, in some channels, since then.

    A channel stands for its threads as well. `label` is the class that is shown now, which votes
    may have corrected.
    """

    guild_id: int
    label: str
    author_id: int | None = None
    channel_ids: tuple[int, ...] | None = None
    since: datetime | None = None


class Index:
    """Every answered post, for those who may read it.

    Parameters
    ----------
    database : Database
        Where they are.
    journal : Journal
        Through which they get there.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    async def find(
        self, search: Search, readable: Readable, *, limit: int = 10, before: int | None = None
    ) -> Page:
        """Return the newest posts that hold a class.

        Parameters
        ----------
        search : Search
            What is looked for.
        readable : Readable
            Asked once per channel; posts elsewhere are passed over without a trace.
        limit : int
            How many posts.
        before : int, optional
            A page's `following`, for the page after it.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        await self._journal.flush()
        known: dict[int, bool] = {}
        found: list[Row[Any]] = []
        more = True
        while more and len(found) <= limit:
            # So that whoever may read little doesn't have all of the rest looked through.
            hidden = [channel_id for channel_id, may_read in known.items() if not may_read]
            query = _newest(search, before).where(posts.c.channel_id.not_in(hidden))
            async with self._database.reading() as connection:
                rows = (await connection.execute(query)).all()
            for row in rows:
                if row.channel_id not in known:
                    known[row.channel_id] = await readable(row.channel_id, row.parent_id)
                if known[row.channel_id]:
                    found.append(row)
                if len(found) > limit:  # Discord isn't asked about channels that aren't shown
                    break
            more = len(rows) == _CHUNK
            before = rows[-1].message_id if rows else None
        shown = found[:limit]
        following = shown[-1].message_id if len(found) > limit else None
        return Page(await self._described(shown, search.label), following)

    async def _described(self, rows: Sequence[Row[Any]], label: str) -> tuple[Found, ...]:
        """Add how many pictures hold the class, and how probably."""
        query = select(answers.c.message_id, answers.c.probabilities).where(
            answers.c.message_id.in_([row.message_id for row in rows]), answers.c.label == label
        )
        probabilities = defaultdict(list)
        async with self._database.reading() as connection:
            for row in await connection.execute(query):
                # One that votes say holds no clothing has no probability of that.
                probabilities[row.message_id].append(row.probabilities.get(label, 0.0))
        return tuple(
            Found(
                row.message_id,
                row.channel_id,
                row.author_id,
                len(probabilities[row.message_id]),
                max(probabilities[row.message_id], default=0.0),
            )
            for row in rows
        )


def _newest(search: Search, before: int | None) -> Select[Any]:
    """Return the query for the next posts, read or not."""
    holds = exists().where(
        answers.c.message_id == posts.c.message_id, answers.c.label == search.label
    )
    query = (
        select(posts)
        .where(posts.c.guild_id == search.guild_id, holds)
        .order_by(posts.c.message_id.desc())
        .limit(_CHUNK)
    )
    if search.author_id is not None:
        query = query.where(posts.c.author_id == search.author_id)
    if search.channel_ids is not None:
        places = (posts.c.channel_id, posts.c.parent_id)
        query = query.where(or_(*(place.in_(search.channel_ids) for place in places)))
    if search.since is not None:
        query = query.where(posts.c.message_id >= time_snowflake(search.since))
    if before is not None:
        query = query.where(posts.c.message_id < before)
    return query
