"""The tags of forums, by their names."""

import asyncio
from collections.abc import Sequence
from typing import Final, cast
from weakref import WeakValueDictionary

import discord

from bot.sorting.errors import ForumFull, NoSuchTag
from bot.sorting.place import check_tagging

MOST_FORUM_TAGS: Final = 20
"""Discord allows a forum no more tags."""
LONGEST_TAG: Final = 20


class ForumTags:
    """Finds forums' tags, and creates those that are missing."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def ids(
        self, forum: discord.ForumChannel, names: Sequence[str], *, create: bool
    ) -> tuple[discord.ForumChannel, dict[str, int]]:
        """Return a forum that has some tags, and their ids by name, whatever their case.

        Parameters
        ----------
        forum : discord.ForumChannel
            The forum.
        names : sequence of str
            At most `LONGEST_TAG` characters each.
        create : bool
            Whether those that it lacks are created, all at once; the given forum learns of them
            only later.

        Raises
        ------
        NoSuchTag
            If it lacks some, and they aren't to be created.
        ForumFull
            If there is no room for them.
        CannotTag
            If FitCheck may not do so.
        """
        missing = _missing(names, forum.available_tags)
        check_tagging(forum, creating=bool(missing) and create)
        if missing and not create:
            raise NoSuchTag(f"forum {forum.id} lacks {len(missing)} of the tags")
        if missing:
            forum = await self._with(forum, missing)
        ids = {tag.name.casefold(): tag.id for tag in forum.available_tags}
        return forum, {name: ids[name.casefold()] for name in names}

    async def _with(
        self, forum: discord.ForumChannel, names: Sequence[str]
    ) -> discord.ForumChannel:
        """Create tags, unless somebody else just did, and return the forum as it is then.

        A forum is sent all of its tags, and loses those that aren't among them: they are asked for
        right before, since what is known of the forum follows an edit only later.
        """
        lock = self._locks.setdefault(forum.id, asyncio.Lock())
        async with lock:
            now = cast("discord.ForumChannel", await forum.guild.fetch_channel(forum.id))
            tags, missing = now.available_tags, _missing(names, now.available_tags)
            if len(tags) + len(missing) > MOST_FORUM_TAGS:
                raise ForumFull(f"forum {forum.id}: {len(tags)} tags, {len(missing)} to be added")
            added = [discord.ForumTag(name=name) for name in missing]
            return await forum.edit(available_tags=[*tags, *added])


def _missing(names: Sequence[str], tags: Sequence[discord.ForumTag]) -> list[str]:
    known = {tag.name.casefold() for tag in tags}
    return [name for name in dict.fromkeys(names) if name.casefold() not in known]
