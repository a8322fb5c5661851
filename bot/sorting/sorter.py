"""Doing with a post what its channel's plan says."""

import logging
from collections.abc import Awaitable, Collection, Sequence
from typing import Final

import discord

from bot.language.language import Languages
from bot.photos.classify import Answered, Photo
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
    languages : Languages
        The words of copies.
    """

    def __init__(self, sortings: Sortings, settings: SettingsTable, languages: Languages) -> None:
        self._sortings = sortings
        self._settings = settings
        self._languages = languages

    def sorts(self, post: Post) -> bool:
        """Whether a plan in force says what is to be done with a post."""
        place = _place_of(post)
        return place is not None and self._sortings.of(place).switched_on

    async def apply(
        self, post: Post, labels: Collection[str], *, before: Collection[str] = ()
    ) -> None:
        """Sort a post by the classes that it holds.

        What Discord refuses, such as a tag on a post that has five, is logged and passed over: who
        posted has asked for nothing.

        Parameters
        ----------
        post : Post
            The message with the pictures.
        labels : collection of str
            The classes that its pictures show now.
        before : collection of str
            The classes that they showed until a correction; what those brought about is taken back,
            unless `labels` bring it about as well.
        """
        place = _place_of(post)
        if place is None or not self.sorts(post):
            return
        plan = self._sortings.of(place)
        due, done = effects(plan, labels), effects(plan, before)
        gained = {effect: held for effect, held in due.items() if effect not in done}
        lost = [effect for effect in done if effect not in due]
        if isinstance(post.channel, discord.Thread):
            tags = [int(target) for action, target in gained if action is Action.TAG]
            gone = [int(target) for action, target in lost if action is Action.TAG]
            await _attempt(post, _retag(post.channel, tags, gone))
        for action, target in lost:
            if action is not Action.TAG:
                await _attempt(post, _take_back(post, action, target))
        for (action, target), held in gained.items():
            if action is Action.REACTION:
                await _attempt(post, post.add_reaction(target))
            elif action is Action.COPY:
                await _attempt(post, self._copy(post, int(target), held))

    async def _copy(self, post: Post, target_id: int, labels: Sequence[str]) -> None:
        guild = post.guild
        target = guild.get_channel(target_id) if guild else None
        if guild is None or not isinstance(target, discord.TextChannel):
            return  # its channel is gone, which the table shows
        language = self._settings.of(guild.id).language or guild.preferred_locale.value
        wording = self._languages.wording(language)
        garments = ", ".join(map(wording.garment, labels))
        await target.send(wording("sort-copy", garments=garments, url=post.jump_url))


def effects(plan: Plan, labels: Collection[str]) -> dict[_Effect, list[str]]:
    """Return what a plan brings about for some classes, each with those that do."""
    found: dict[_Effect, list[str]] = {}
    for rule in plan.rules:
        if rule.label in labels:
            found.setdefault((rule.action, rule.target), []).append(rule.label)
    return found


def rules_for(plan: Plan, labels: Collection[str]) -> list[Rule]:
    """Return the rules that apply to some classes."""
    return [rule for rule in plan.rules if rule.label in labels]


def sure_labels(photos: Sequence[Photo]) -> list[str]:
    """Return the classes that FitCheck is sure of: a doubt sorts nothing."""
    sure = (
        photo.prediction.label
        for photo in photos
        if isinstance(photo, Answered) and photo.prediction.verdict is Verdict.CLOTHING
    )
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
    kept = [tag for tag in thread.applied_tags if tag.id not in lost]
    present = {tag.id for tag in kept}
    new = [tag for tag in forum.available_tags if tag.id in gained and tag.id not in present]
    room = MOST_TAGS - len(kept)
    if len(new) > room:
        log.info("Sorting post %d: %d tags don't fit on it", thread.id, len(new) - room)
    tags = [*kept, *new[:room]]
    if {tag.id for tag in tags} != {tag.id for tag in thread.applied_tags}:
        await thread.edit(applied_tags=tags)


async def _take_back(post: Post, action: Action, target: str) -> None:
    guild = post.guild
    if guild is None:
        return
    if action is Action.REACTION:
        await post.remove_reaction(target, guild.me)
        return
    channel = guild.get_channel(int(target))
    if isinstance(channel, discord.TextChannel):
        # The copy was made soon after the post, and nothing else is kept of it.
        copies = channel.history(after=post, limit=_COPIES_SEARCHED, oldest_first=True)
        async for message in copies:
            if message.author.id == guild.me.id and post.jump_url in message.content:
                await message.delete()


async def _attempt(post: Post, step: Awaitable[None]) -> None:
    try:
        await step
    except discord.HTTPException as error:
        log.warning("Sorting message %d: Discord refused: %s", post.id, error)
