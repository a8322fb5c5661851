"""Doing with a post what its channel's plan says."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Collection, Sequence
from typing import Final
from weakref import WeakValueDictionary

import discord

from bot.errors import REQUEST_FAILURES
from bot.language.language import Languages
from bot.photos.classify import Answered, Photo
from bot.place import parent_of, posted_in
from bot.server.language import language_of
from bot.sorting.errors import SortingError
from bot.sorting.place import Sortable, check_copying, check_reacting, check_tagging
from bot.store.gone import Gone
from bot.store.settings import SettingsTable
from bot.store.sorting import Action, Plan, Rule, Sortings
from model.prediction import Verdict

log = logging.getLogger(__name__)

MOST_TAGS: Final = 5
"""Discord allows no more tags on a post."""
_COPIES_SEARCHED: Final = 100

Post = discord.Message | discord.PartialMessage
_Effect = tuple[Action, str]


class Sorter:
    """Tags, reacts to and copies posts.

    Parameters
    ----------
    sortings : Sortings
        Every channel's plan.
    settings : SettingsTable
        The language of each server.
    gone : Gone
        Posts that needn't be sorted any more.
    languages : Languages
        The words of copies.
    """

    def __init__(
        self, sortings: Sortings, settings: SettingsTable, gone: Gone, languages: Languages
    ) -> None:
        self._sortings = sortings
        self._settings = settings
        self._gone = gone
        self._languages = languages
        self._sorting: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def sorts(self, post: Post) -> bool:
        """Whether a plan in force says what is to be done with a post."""
        place = _place_of(post)
        return place is not None and self._sortings.of(place).switched_on

    async def apply(
        self, post: Post, labels: Collection[str], *, before: Collection[str] = ()
    ) -> None:
        """Sort a post by the classes that it holds, unless it is gone by now.

        What Discord refuses, such as a tag on a post that has five, or doesn't get, is logged and
        passed over: who posted has asked for nothing.

        Parameters
        ----------
        post : Post
            The message with the pictures.
        labels : collection of str
            The classes that its pictures show now.
        before : collection of str
            The classes that they showed until a correction; what those brought about is taken back,
            unless `labels` bring it about as well. A copy that stays names `labels` from then on.
        """
        place = _place_of(post)
        if place is None:
            return
        # One at a time: a correction can take back only what is there already.
        async with self._sorting.setdefault(post.id, asyncio.Lock()):
            plan = self._sortings.of(place)
            if plan.switched_on and not self._is_gone(post):
                await self._apply(post, plan, labels, before)

    async def _apply(
        self, post: Post, plan: Plan, labels: Collection[str], before: Collection[str]
    ) -> None:
        due, done = effects(plan, labels), effects(plan, before)
        gained = [effect for effect in due if effect not in done]
        lost = [effect for effect in done if effect not in due]
        tags = [int(target) for action, target in gained if action is Action.TAG]
        gone = [int(target) for action, target in lost if action is Action.TAG]
        if isinstance(post.channel, discord.Thread) and (tags or gone):
            await _attempt(post, _retag(post.channel, tags, gone))
        for action, target in lost:
            if action is not Action.TAG:
                await _attempt(post, _take_back(post, action, target))
        for (action, target), held in due.items():
            former = done.get((action, target))
            if action is Action.REACTION and former is None:
                await _attempt(post, _react(post, target))
            elif action is Action.COPY and former != held:
                await _attempt(post, self._copy(post, target, held, new=former is None))

    def _is_gone(self, post: Post) -> bool:
        return self._gone.has(post.id, post.channel.id, parent_of(post.channel), posted_in(post))

    async def _copy(self, post: Post, target: str, labels: Sequence[str], *, new: bool) -> None:
        """Write the copy of a post, or anew what it names."""
        channel = _copies_channel(post, target)
        if channel is None:
            return
        guild = channel.guild
        wording = self._languages.wording(language_of(guild, self._settings.of(guild.id)))
        garments = ", ".join(map(wording.garment, labels))
        content = wording("sort-copy", garments=garments, url=post.jump_url)
        if new:
            check_copying(channel)
            await channel.send(content)
            return
        async for copy in _copies(post, channel):
            await copy.edit(content=content)


def effects(plan: Plan, labels: Collection[str]) -> dict[_Effect, list[str]]:
    """Return what a plan brings about for some classes, each with those that do."""
    found: dict[_Effect, list[str]] = {}
    for rule in rules_for(plan, labels):
        found.setdefault((rule.action, rule.target), []).append(rule.label)
    return found


def rules_for(plan: Plan, labels: Collection[str]) -> list[Rule]:
    """Return the rules that apply to some classes."""
    return [rule for rule in plan.rules if rule.label in labels]


def sorting_labels(photos: Sequence[Photo]) -> list[str]:
    """Return the classes to sort by: a doubt sorts nothing, nor what its poster hid."""
    shown = [photo for photo in photos if isinstance(photo, Answered) and not photo.spoiler]
    predictions = (photo.prediction for photo in shown)
    sure = (one.label for one in predictions if one.verdict is Verdict.CLOTHING)
    return list(dict.fromkeys(sure))


def _place_of(post: Post) -> int | None:
    """Find the channel whose plan a post follows; replies in a forum's threads follow none."""
    channel = post.channel
    if not isinstance(channel, discord.Thread):
        return channel.id
    begins = post.id == channel.id
    return (
        channel.parent_id if begins and isinstance(channel.parent, discord.ForumChannel) else None
    )


async def _retag(thread: discord.Thread, gained: Collection[int], lost: Collection[int]) -> None:
    """Change a forum post's tags at once; those that don't fit any more are left out."""
    forum = thread.parent
    if not isinstance(forum, discord.ForumChannel):
        return
    check_tagging(forum, creating=False)
    # discord.py hears only later of what a correction just before this one changed.
    fetched = await thread.guild.fetch_channel(thread.id)
    thread = fetched if isinstance(fetched, discord.Thread) else thread
    kept = [tag for tag in thread.applied_tags if tag.id not in lost]
    present = {tag.id for tag in kept}
    new = [tag for tag in forum.available_tags if tag.id in gained and tag.id not in present]
    room = MOST_TAGS - len(kept)
    if len(new) > room:
        log.info("Sorting post %d: %d tags don't fit on it", thread.id, len(new) - room)
    tags = [*kept, *new[:room]]
    if {tag.id for tag in tags} != {tag.id for tag in thread.applied_tags}:
        await thread.edit(applied_tags=tags)


async def _react(post: Post, emoji: str) -> None:
    channel = post.channel.parent if isinstance(post.channel, discord.Thread) else post.channel
    if isinstance(channel, Sortable):
        check_reacting(channel)
    await post.add_reaction(emoji)


async def _take_back(post: Post, action: Action, target: str) -> None:
    if action is Action.REACTION and post.guild is not None:
        await post.remove_reaction(target, post.guild.me)
    channel = _copies_channel(post, target) if action is Action.COPY else None
    if channel is not None:
        async for copy in _copies(post, channel):
            await copy.delete()


def _copies_channel(post: Post, target: str) -> discord.TextChannel | None:
    """Find the channel that gets copies; None if it is gone, which the table shows."""
    channel = post.guild.get_channel(int(target)) if post.guild else None
    return channel if isinstance(channel, discord.TextChannel) else None


async def _copies(post: Post, channel: discord.TextChannel) -> AsyncIterator[discord.Message]:
    """Find a post's copies, made soon after it or, by a vote, lately; no more is kept of them."""
    me, found = channel.guild.me.id, False
    soon = channel.history(after=post, limit=_COPIES_SEARCHED, oldest_first=True)
    lately = channel.history(limit=_COPIES_SEARCHED)
    for stretch in (soon, lately):
        async for message in stretch:
            if message.author.id == me and post.jump_url in message.content:
                found = True
                yield message
        if found:
            return


async def _attempt(post: Post, step: Awaitable[None]) -> None:
    """Take a step, unless FitCheck may not: refused requests count against its address."""
    try:
        await step
    except SortingError as error:
        log.warning("Sorting message %d: a permission is missing: %r", post.id, error)
    except REQUEST_FAILURES as error:
        log.warning("Sorting message %d: Discord refused, or wasn't reached: %r", post.id, error)
