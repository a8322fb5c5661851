"""A channel's past, with that of its threads, from its newest message to its first."""

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

import discord

log = logging.getLogger(__name__)

Room = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
"""What holds messages or threads of messages."""

_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the messages.

    Attributes
    ----------
    messages : list of discord.Message
        Newest first.
    before_id : int
        From where to go on: what has a smaller id is still to come.
    """

    messages: list[discord.Message]
    before_id: int


async def past(room: Room, before_id: int | None) -> AsyncIterator[Stretch]:
    """Read a channel and its public threads; each thread comes where it was begun.

    Parameters
    ----------
    room : Room
        The channel.
    before_id : int or None
        Of the last stretch that was dealt with, to go on after it.
    """
    threads = await _threads(room, before_id)
    if not isinstance(room, discord.ForumChannel):
        async for page in _pages(room, before_id):
            rest = page
            while threads and threads[0].id >= page[-1].id:
                thread = threads.pop(0)
                newer = [message for message in rest if message.id > thread.id]
                begun_from = [message for message in rest if message.id == thread.id]
                rest = rest[len(newer) + len(begun_from) :]
                yield Stretch(newer, thread.id + 1)
                async for stretch in _thread(thread):
                    yield stretch
                yield Stretch(begun_from, thread.id)
            yield Stretch(rest, page[-1].id)
    for thread in threads:
        async for stretch in _thread(thread):
            yield stretch
        yield Stretch([], thread.id)


async def _thread(thread: discord.Thread) -> AsyncIterator[Stretch]:
    """Read one thread; if that is broken off, it is read from its newest message again.

    One that can't be read is passed over: discord.py goes on listing private threads that FitCheck
    was removed from.
    """
    try:
        async for page in _pages(thread, None):
            yield Stretch(page, thread.id + 1)
    except (discord.Forbidden, discord.NotFound) as error:
        log.info("The thread %d is passed over: %r", thread.id, error)


async def _pages(
    place: discord.abc.Messageable, before_id: int | None
) -> AsyncIterator[list[discord.Message]]:
    while True:
        before = discord.Object(before_id) if before_id is not None else None
        page = [message async for message in place.history(limit=_PAGE, before=before)]
        if page:
            yield page
            before_id = page[-1].id
        if len(page) < _PAGE:
            return


async def _threads(room: Room, before_id: int | None) -> list[discord.Thread]:
    """List the threads that are still to be read, newest first."""
    if isinstance(room, discord.VoiceChannel | discord.StageChannel):
        return []
    known = {thread.id: thread for thread in room.threads}
    async for thread in room.archived_threads(limit=None):
        known[thread.id] = thread
    due = (thread for thread in known.values() if before_id is None or thread.id < before_id)
    return sorted(due, key=lambda thread: thread.id, reverse=True)
