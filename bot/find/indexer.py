"""Takes channels' pasts into the index, in the background, one channel at a time per server."""

import asyncio
import logging
from typing import Final

import discord

from bot.desk import ErrorDesk
from bot.find.past import Room, past
from bot.photos.attachments import is_by_person, pictures_of
from bot.photos.classify import Answered, Classifier, Failed, garments_of
from bot.photos.keeper import Keeper
from bot.place import reads
from bot.store.errors import StoreUnavailable
from bot.store.index_jobs import IndexJob
from bot.store.repeat import check_cancelled, end
from bot.store.store import Store

log = logging.getLogger(__name__)

PAUSE: Final = 1.0
"""Seconds between two requests for messages, which leaves Discord and the network to members."""


class Indexer:
    """Works on what `Store.index_jobs` says is to be done.

    Parameters
    ----------
    client : discord.Client
        Knows the servers of this process, and what FitCheck may see of posts.
    classifier : Classifier
        Attachments to outcomes.
    keeper : Keeper
        Takes the outcomes into the index.
    store : Store
        Where the jobs are.
    errors : ErrorDesk
        Records what went wrong.
    """

    def __init__(
        self,
        client: discord.Client,
        classifier: Classifier,
        keeper: Keeper,
        store: Store,
        *,
        errors: ErrorDesk,
    ) -> None:
        self._client = client
        self._classifier = classifier
        self._keeper = keeper
        self._store = store
        self._errors = errors
        self._tasks: dict[int, asyncio.Task[None]] = {}
        # However many servers are at it, members' pictures wait for one message's at most.
        self._turn = asyncio.Semaphore()

    async def resume(self) -> None:
        """Go on with all that is unfinished and that no other process works on.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached.
        """
        for job in await self._store.index_jobs.unfinished():
            self.begin(job.guild_id)

    def begin(self, guild_id: int) -> None:
        """Work on a server's jobs, if this process sees it and isn't at it already."""
        if self._guild(guild_id) is not None and guild_id not in self._tasks:
            task = asyncio.create_task(self._work(guild_id))
            self._tasks[guild_id] = task
            task.add_done_callback(lambda _: self._tasks.pop(guild_id))

    async def close(self) -> None:
        """Stop; what is unfinished goes on after the next start."""
        await end(list(self._tasks.values()))

    async def _work(self, guild_id: int) -> None:
        tried: set[int] = set()
        try:
            while (job := await self._next(guild_id, tried)) is not None:
                tried.add(job.channel_id)
                await self._attempt(job)
                check_cancelled()
        except StoreUnavailable as error:
            log.info("Indexing server %d waits: %s", guild_id, error)

    def _guild(self, guild_id: int) -> discord.Guild | None:
        """Find a server as it is now; None while this process doesn't know its channels."""
        guild = self._client.get_guild(guild_id)
        return None if guild is None or guild.unavailable else guild

    def _is_wanted(self, guild_id: int) -> bool:
        """Whether a server keeps an index, and Discord shows what its posts hold."""
        seen = self._client.intents.message_content  # without it every post looks empty
        return seen and self._store.settings.of(guild_id).keep_index

    async def _next(self, guild_id: int, tried: set[int]) -> IndexJob | None:
        if not self._is_wanted(guild_id):
            return None
        for job in await self._store.index_jobs.in_guild(guild_id):
            if not job.finished and job.channel_id not in tried:
                claimed = await self._store.index_jobs.claim(job.channel_id)
                if claimed is not None:
                    return claimed
        return None

    async def _attempt(self, job: IndexJob) -> None:
        # Looked up for each job: a lost session brings another object of the server, and the former
        # one never hears of a new channel.
        guild = self._guild(job.guild_id)
        if guild is None:
            return
        room = guild.get_channel(job.channel_id)
        if not isinstance(room, Room):  # deleted while nobody was connected
            await self._store.index_jobs.cancel(job.channel_id)
        elif may_index(room):
            try:
                await self._take_in(room, job)
            except discord.NotFound as error:  # it was deleted on the way, and its job goes with it
                log.info("Indexing channel %d ends: %s", room.id, error)
            except Exception as error:  # noqa: BLE001 - the other channels get their turn
                self._errors.record(error, f"indexing channel {room.id}")

    async def _take_in(self, room: Room, job: IndexJob) -> None:
        """Work on one job until it is finished, cancelled, or the index is turned off."""
        jobs = self._store.index_jobs
        async for stretch in past(room, job.before_id):
            if not await self._goes_on(job):
                return
            pictures = 0
            for message in stretch.messages:
                if not message.author.bot:  # FitCheck's own cards may look empty
                    self._keeper.look_again(message)
                garments = await self._garments(message)
                if not garments:
                    continue
                if not await self._goes_on(job):  # that took a while
                    return
                self._keeper.index_message(job.guild_id, message, garments)
                pictures += len(garments)
            progress = await jobs.advance(
                job.channel_id,
                before_id=stretch.before_id,
                messages=len(stretch.messages),
                pictures=pictures,
            )
            if progress is None:  # what was begun again meanwhile is nobody's yet
                return
            job = progress
            await asyncio.sleep(PAUSE)
        await jobs.finish(job.channel_id)

    async def _goes_on(self, job: IndexJob) -> bool:
        """Whether a job is still wanted, this process's, and where it was left.

        One that was stopped and begun again meanwhile is another one, from the newest message on.
        """
        if not self._is_wanted(job.guild_id):
            return False
        claimed = await self._store.index_jobs.claim(job.channel_id)
        return claimed is not None and claimed.before_id == job.before_id

    async def _garments(self, message: discord.Message) -> list[Answered]:
        """Answer a message's pictures; give those that hold garments."""
        pictures = pictures_of(message)
        if not pictures or not is_by_person(message) or message.guild is None:
            return []
        async with self._turn:
            photos = await self._classifier.classify(pictures, message.guild.me.id)
        for photo in photos:
            if isinstance(photo, Failed):
                where = f"picture {photo.number} of message {message.id}"
                self._errors.record(photo.error, where)
        return garments_of(photos)


def may_index(room: Room) -> bool:
    """Whether FitCheck may read a channel's past."""
    return reads(room, room.guild.me)
