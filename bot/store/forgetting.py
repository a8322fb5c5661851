"""Deleting: what a person asks for, what goes with a server, and what was kept long enough."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import Table, delete, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.posts import Posts
from bot.store.schema import answers, counts, index_jobs, posts, server_settings, sortings, votes
from bot.store.settings import SettingsTable
from bot.store.snapshot import tick
from bot.store.votes import settle

_CHUNK = 500


class Forgetting:
    """Every way in which FitCheck forgets.

    Parameters
    ----------
    database : Database
        What forgets.
    journal : Journal
        Through which it is told, where nobody waits for it.
    posts : Posts
        Which must not record anew what was just forgotten.
    settings : SettingsTable
        Where each server's retention is.
    """

    def __init__(
        self, database: Database, journal: Journal, posts: Posts, settings: SettingsTable
    ) -> None:
        self._database = database
        self._journal = journal
        self._posts = posts
        self._settings = settings

    def messages(self, *message_ids: int) -> None:
        """Forget deleted messages, with the votes on them; returns at once, is never lost."""
        self._posts.forget(message_ids)

    def channel(self, channel_id: int) -> None:
        """Forget a deleted channel or thread and all in it; returns at once, is never lost."""
        self._posts.forget_channel(channel_id)
        self._journal.forget(partial(_forget_channel, channel_id))

    def guild(self, guild_id: int) -> None:
        """Forget a server that FitCheck left; returns at once, is never lost."""
        self._journal.forget(partial(_forget_guild, guild_id))

    async def person(self, user_id: int) -> Mapping[str, int]:
        """Forget a person in every server: their posts with the votes on them, and their votes.

        Where they had voted on others' pictures, the remaining votes decide what is shown.

        Returns
        -------
        mapping of str to int
            How many rows were deleted from each table.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached; nothing is deleted, and they should ask again.
        """
        await self._journal.flush()
        theirs = select(posts.c.message_id).where(posts.c.author_id == user_id)
        corrected = (
            select(answers.c.message_id, answers.c.picture)
            .join(
                votes,
                (votes.c.message_id == answers.c.message_id)
                & (votes.c.picture == answers.c.picture),
            )
            .where(votes.c.voter_id == user_id, answers.c.message_id.not_in(theirs))
            .with_for_update(of=answers)  # as a vote does, so that the two can't block each other
        )
        deleted = {}
        async with self._database.writing() as connection:
            keys = [tuple(row) for row in await connection.execute(corrected)]
            for table, condition in (
                (votes, or_(votes.c.voter_id == user_id, votes.c.message_id.in_(theirs))),
                (answers, answers.c.message_id.in_(theirs)),
                (posts, posts.c.author_id == user_id),
            ):
                result = await connection.execute(delete(table).where(condition))
                deleted[table.name] = result.rowcount
            for start in range(0, len(keys), _CHUNK):
                key = tuple_(answers.c.message_id, answers.c.picture)
                await settle(connection, key.in_(keys[start : start + _CHUNK]))
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
            async with self._database.writing() as connection:
                result = await connection.execute(
                    delete(posts).where(posts.c.guild_id == guild_id, posts.c.stored_at < oldest)
                )
            forgotten += result.rowcount
        return forgotten


async def _forget_channel(channel_id: int, connection: AsyncConnection) -> None:
    await connection.execute(delete(index_jobs).where(index_jobs.c.channel_id == channel_id))
    result = await connection.execute(delete(sortings).where(sortings.c.channel_id == channel_id))
    if result.rowcount:
        await tick(connection, sortings)


async def _forget_guild(guild_id: int, connection: AsyncConnection) -> None:
    tables: tuple[Table, ...] = (posts, counts, index_jobs, server_settings, sortings)
    for table in tables:
        await connection.execute(delete(table).where(table.c.guild_id == guild_id))
    await tick(connection, server_settings)
    await tick(connection, sortings)
