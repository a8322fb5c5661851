"""What a channel's sorting would have done to its last posts."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

import discord

from bot.photos.attachments import is_by_person, pictures_of
from bot.photos.classify import Classifier
from bot.sorting.place import Sortable
from bot.sorting.sorter import sorting_labels

POSTS: Final = 10
_MESSAGES_SEARCHED: Final = 300


@dataclass(frozen=True, slots=True)
class Tried:
    """A post and the classes that its pictures hold."""

    post: discord.Message
    labels: tuple[str, ...]


async def try_on(channel: Sortable, classifier: Classifier) -> list[Tried]:
    """Answer the pictures of a channel's last posts, newest first; nothing is changed there.

    Parameters
    ----------
    channel : Sortable
        The channel.
    classifier : Classifier
        Attachments to outcomes.
    """
    tried: list[Tried] = []
    posts = _forum_posts(channel) if isinstance(channel, discord.ForumChannel) else _posts(channel)
    async for post in posts:
        pictures = pictures_of(post)
        if not pictures or not is_by_person(post):
            continue
        photos = await classifier.classify(pictures, channel.guild.me.id)
        tried.append(Tried(post, tuple(sorting_labels(photos))))
        if len(tried) == POSTS:
            break
    return tried


def _posts(channel: discord.TextChannel) -> AsyncIterator[discord.Message]:
    return channel.history(limit=_MESSAGES_SEARCHED)


async def _forum_posts(forum: discord.ForumChannel) -> AsyncIterator[discord.Message]:
    """Read the messages that a forum's newest threads begin with."""
    threads = {thread.id: thread for thread in forum.threads}
    if len(threads) < POSTS:
        async for thread in forum.archived_threads(limit=POSTS):
            threads.setdefault(thread.id, thread)
    for thread in sorted(threads.values(), key=lambda thread: thread.id, reverse=True)[: 2 * POSTS]:
        try:
            yield await thread.fetch_message(thread.id)
        except discord.NotFound:  # deleted by its author, while the thread lives on
            continue
