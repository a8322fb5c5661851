"""Deleting: what a person asks for, what goes with a server, and what was kept long enough."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Final

from sqlalchemy import ColumnElement, Table, delete, exists, or_, select, tuple_, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.errors import StoreUnavailable
from bot.store.gone import Gone
from bot.store.journal import Forget, Journal
from bot.store.schema import answers, counts, index_jobs, posts, server_settings, sortings, votes
from bot.store.settings import SettingsTable
from bot.store.snapshot import tick
from bot.store.votes import settle

log = logging.getLogger(__name__)

AT_A_TIME: Final = 10_000
"""How many posts a statement deletes: what takes over PATIENCE_SECONDS is broken off."""

_CHUNK: Final = 500
_OF_GUILDS: Final[tuple[Table, ...]] = (counts, index_jobs, server_settings, sortings)
"""Where something is kept by server, besides posts; what else there is goes with it."""


class Forgetting:
    """Every way in which FitCheck forgets.

    Parameters
    ----------
    database : Database
        What forgets.
    journal : Journal
        Through which it is told, where nobody waits for it.
    settings : SettingsTable
        Where each server's retention is.
    gone : Gone
        Keeps what is still under way from following what was just forgotten.
    """

    def __init__(
        self,
        database: Database,
        journal: Journal,
        settings: SettingsTable,
        gone: Gone,
    ) -> None:
        self._database = database
        self._journal = journal
        self._settings = settings
        self._gone = gone

    def messages(self, *message_ids: int) -> None:
        """Forget deleted messages, with the votes on them; returns at once, is never lost."""
        self._gone.add("message", message_ids)
        self._journal.forget(_forget_messages, *message_ids)

    def channel(self, channel_id: int) -> None:
        """Forget a deleted channel, its threads, or a thread; returns at once, is never lost."""
        self._gone.add("channel", [channel_id])
        self._journal.forget(_forget_channel, channel_id)

    def guild(self, guild_id: int) -> None:
        """Forget a server that FitCheck left; returns at once, is never lost."""
        self._gone.add("guild", [guild_id])
        self._journal.forget(_forget_guild, guild_id)

    def edited(self, message_id: int, pictures: int) -> None:
        """Forget a message that an edit took pictures out of; returns at once, is never lost.

        All of it, with its votes, once fewer pictures are left than were answered: which ones isn't
        known, and taking one out gives those after it other numbers.
        """
        self._gone.leave(message_id, pictures)
        self.holds(message_id, pictures)

    def holds(self, message_id: int, pictures: int) -> None:
        """Forget, as `edited` does, a message of which more is kept than it was seen to hold.

        It may have been edited since it was seen: what is known of its edits stays.
        """
        self._journal.forget(_forgetting_beyond(pictures), message_id)

    def back_in(self, guild_id: int) -> None:
        """Keep again what happens in a server that FitCheck is in, which it may have left once."""
        self._gone.discard("guild", guild_id)

    async def guilds(self) -> frozenset[int]:
        """Return every server of which something is kept.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        query = union(*(select(table.c.guild_id) for table in (posts, *_OF_GUILDS)))
        async with self._database.reading() as connection:
            return frozenset(await connection.scalars(query))

    async def person(self, user_id: int, now: datetime | None = None) -> Mapping[str, int]:
        """Forget a person in every server: their posts with the votes on them, and their votes.

        Where they had voted on others' pictures, the remaining votes decide what is shown. What is
        being answered of theirs, taken into the index, or voted by them, doesn't follow.

        Parameters
        ----------
        user_id : int
            The person.
        now : datetime, optional
            When they asked, by Discord's clock; else it is the host's.

        Returns
        -------
        mapping of str to int
            How many rows were deleted from each table.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached; nothing is deleted, and they should ask again.
        """
        self._gone.add_person(user_id, now or datetime.now(UTC))
        await self._journal.flush()
        deleted = await self._database.write(partial(_forget_person, user_id))
        await self._overwrite()
        return deleted

    async def expired(self, now: datetime | None = None) -> int:
        """Forget what is older than its server's retention, and return how many posts that were.

        Counts stay: they say nothing about persons.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        now = now or datetime.now(UTC)
        await self._settings.refresh()
        async with self._database.reading() as connection:
            guilds = (await connection.scalars(select(posts.c.guild_id).distinct())).all()
        forgotten = 0
        for guild_id in guilds:
            oldest = now - timedelta(days=self._settings.of(guild_id).retention_days)
            forgotten += await self._database.write(partial(_forget_older, guild_id, oldest))
        await self._overwrite()
        return forgotten

    async def _overwrite(self) -> None:
        """Overwrite what is deleted already; if that fails, the hourly job does it."""
        try:
            if not await self._database.overwrite():
                log.info("Somebody reads the database: what was forgotten is overwritten later")
        except StoreUnavailable as error:
            log.warning("What was forgotten is overwritten later: %s", error)


async def _forget_person(user_id: int, connection: AsyncConnection) -> Mapping[str, int]:
    theirs = select(posts.c.message_id).where(posts.c.author_id == user_id)
    voted = select(votes.c.message_id, votes.c.picture).where(votes.c.voter_id == user_id)
    key = tuple_(answers.c.message_id, answers.c.picture)
    touched = (
        select(answers.c.message_id, answers.c.picture)
        .where(or_(answers.c.message_id.in_(theirs), key.in_(voted)))
        .order_by(answers.c.message_id, answers.c.picture)
        .with_for_update()  # before any vote, as a vote does: else the two wait for each other
    )
    keys = [tuple(row) for row in await connection.execute(touched)]
    deleted = {}
    for table, condition in (
        (votes, or_(votes.c.voter_id == user_id, votes.c.message_id.in_(theirs))),
        (answers, answers.c.message_id.in_(theirs)),
        (posts, posts.c.author_id == user_id),
    ):
        result = await connection.execute(delete(table).where(condition))
        deleted[table.name] = result.rowcount
    for start in range(0, len(keys), _CHUNK):
        await settle(connection, key.in_(keys[start : start + _CHUNK]))
    return deleted


async def _forget_older(guild_id: int, oldest: datetime, connection: AsyncConnection) -> int:
    return await _forget_posts(connection, posts.c.guild_id == guild_id, posts.c.stored_at < oldest)


async def _forget_messages(message_ids: frozenset[int], connection: AsyncConnection) -> None:
    await connection.execute(delete(posts).where(posts.c.message_id.in_(message_ids)))


@cache  # the journal puts together what is forgotten by the same function
def _forgetting_beyond(pictures: int) -> Forget:
    return partial(_forget_beyond, pictures)


async def _forget_beyond(
    pictures: int, message_ids: frozenset[int], connection: AsyncConnection
) -> None:
    beyond = exists().where(
        answers.c.message_id == posts.c.message_id, answers.c.picture >= pictures
    )
    await connection.execute(delete(posts).where(posts.c.message_id.in_(message_ids), beyond))


async def _forget_channel(channel_ids: frozenset[int], connection: AsyncConnection) -> None:
    places = (posts.c.channel_id, posts.c.parent_id)
    await _forget_posts(connection, or_(*(one.in_(channel_ids) for one in places)))
    await connection.execute(delete(index_jobs).where(index_jobs.c.channel_id.in_(channel_ids)))
    these = sortings.c.channel_id.in_(channel_ids)
    if (await connection.scalars(select(sortings.c.channel_id).where(these))).first() is not None:
        await tick(connection, sortings)  # before the rows, as a change does
        await connection.execute(delete(sortings).where(these))


async def _forget_guild(guild_ids: frozenset[int], connection: AsyncConnection) -> None:
    for table in (server_settings, sortings):  # before their rows, as a change does
        await tick(connection, table)
    await _forget_posts(connection, posts.c.guild_id.in_(guild_ids))
    for table in _OF_GUILDS:
        await connection.execute(delete(table).where(table.c.guild_id.in_(guild_ids)))


async def _forget_posts(connection: AsyncConnection, *which: ColumnElement[bool]) -> int:
    """Forget some posts, with their answers and the votes on them, and return how many."""
    those = select(posts.c.message_id).where(*which)
    some, forgotten = those.limit(AT_A_TIME), 0
    # How many a deletion found says nothing of the rest: somebody else may be deleting, too.
    while (await connection.execute(those.limit(1))).first() is not None:
        deletion = await connection.execute(delete(posts).where(posts.c.message_id.in_(some)))
        forgotten += deletion.rowcount
    return forgotten
