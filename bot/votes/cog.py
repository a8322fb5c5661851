"""Votes on answers: "That's right" and "It's something else"."""

import asyncio
import logging
from collections.abc import Collection
from typing import Protocol
from weakref import WeakValueDictionary

import discord
from discord.ext import commands

from bot.language.language import Languages, Wording
from bot.place import home_of
from bot.press import LONGEST_OPTION, MOST_OPTIONS, Handlers, Permanent, Press
from bot.store.errors import AnswerForgotten, StoreUnavailable
from bot.store.schema import CLASSLESS
from bot.store.store import Store
from bot.store.votes import Ballot, Kept, check_corrector
from bot.votes.board import Board, label_in, pictures_in
from bot.votes.buttons import CHOOSE, OTHERWISE, RIGHT
from bot.votes.errors import CorrectionsOff

log = logging.getLogger(__name__)

_Room = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class Sort(Protocol):
    """Does with a post what its classes call for, as `bot.sorting.sorter.Sorter.apply` does."""

    async def __call__(
        self, post: discord.PartialMessage, labels: Collection[str], *, before: Collection[str]
    ) -> None:
        """Sort a post by `labels`, which showed the classes of `before` until now."""


class Votes(commands.Cog):
    """Takes votes, shows what they say, and sorts by it.

    Parameters
    ----------
    handlers : Handlers
        Where presses come from.
    store : Store
        Where votes are kept.
    sort : Sort
        Lets a post's tags follow a correction.
    languages : Languages
        The words.
    """

    def __init__(
        self,
        handlers: Handlers,
        store: Store,
        sort: Sort,
        *,
        languages: Languages,
    ) -> None:
        self._handlers = handlers
        self._store = store
        self._languages = languages
        self._sort = sort
        self._board = Board(store.votes, languages)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def agree(self, press: Press) -> None:
        """Take the vote that an answer is right as it is shown, corrected or not."""
        kept = await self._kept(press, RIGHT)
        if kept is None:
            return
        label, answer = kept.label, press.interaction.message
        if answer is not None and not press.panel:
            label = label_in(answer, kept, self._languages.wording(press.ticket.language))
        await self._cast(press, kept.picture, label)

    async def disagree(self, press: Press) -> None:
        """Ask what it is instead."""
        kept = await self._kept(press, OTHERWISE)
        if kept is None:
            return
        wording = self._wording(press)
        # The likeliest first: Discord lists 25, and a community's network may know more.
        labels = [label for label in kept.answer.probabilities if len(label) <= LONGEST_OPTION]
        options = [
            discord.SelectOption(label=wording.garment(label)[:LONGEST_OPTION], value=label)
            for label in (*labels[: MOST_OPTIONS - len(CLASSLESS)], *CLASSLESS)
        ]
        ticket = press.ticket.of(kept.picture)
        menu = Permanent.menu(CHOOSE, ticket, options, wording("votes-choose"))
        await press.show(wording("votes-what"), menu)

    async def choose(self, press: Press) -> None:
        """Take the vote that it is something else."""
        await press.defer()
        await self._cast(press, press.ticket.picture or 0, press.values[0])

    async def _kept(self, press: Press, verb: str) -> Kept | None:
        """Find the answer that is meant; of several pictures' answers, ask for which."""
        guild_id = self._keeping(press)
        await press.defer()
        answers = await self._store.votes.of(guild_id, press.ticket.source)
        # Before anything is asked: who may not vote shouldn't have to choose first.
        correctors = self._store.settings.of(guild_id).correctors
        check_corrector(correctors, press.interaction.user.id, answers[0].author_id)
        answer = press.interaction.message
        if answer is not None and not press.panel:  # more may be kept for /find than was answered
            shown = pictures_in(answer)
            answers = tuple(one for one in answers if one.picture in shown)
            if len(answers) < len(shown):  # an edit gave the pictures other numbers since then
                raise AnswerForgotten(f"less is kept for {press.ticket.source} than is shown")
        kept = {one.picture: one for one in answers}
        picture = press.picture(tuple(kept))
        if picture is not None:
            return kept[picture]
        wording = self._wording(press)
        options = [
            discord.SelectOption(label=_name(wording, one), value=str(one.picture))
            for one in answers
        ]
        menu = Permanent.menu(verb, press.ticket, options, wording("choose-picture"))
        await press.show(wording("which-picture"), menu)
        return None

    async def _cast(self, press: Press, picture: int, said: str) -> None:
        guild_id = self._keeping(press)
        ticket, person = press.ticket, press.interaction.user
        # One vote at a time: what the post was sorted by before this one is known for certain only
        # once the last one's sorting is done.
        async with self._turns.setdefault(ticket.source, asyncio.Lock()):
            ballot = await self._store.votes.cast(
                guild_id,
                ticket.source,
                picture,
                person.id,
                said,
                correctors=self._store.settings.of(guild_id).correctors,
                now=press.interaction.created_at,
            )
            await self._sort_anew(press, guild_id, picture, ballot)
        # Even if this vote changed nothing: the answer may still show that of somebody who has been
        # forgotten since.
        shown = await self._show(press, guild_id) or ballot.label == ballot.before
        await press.show(_thanks(self._wording(press), ballot, said, shown=shown))

    async def _show(self, press: Press, guild_id: int) -> bool:
        """Let the answer follow the votes; say whether it does."""
        channel = press.interaction.channel
        if not isinstance(channel, _Room):
            return False
        return await self._board.update(channel, guild_id, press.ticket)

    async def _sort_anew(self, press: Press, guild_id: int, picture: int, ballot: Ballot) -> None:
        """Let the post's tags, and what else it was sorted by, follow a vote."""
        ticket, channel = press.ticket, press.interaction.channel
        as_before = ballot.sorted_before and ballot.label == ballot.before
        if as_before or ticket.source == ticket.answer or not isinstance(channel, _Room):
            return
        try:
            answers = await self._store.votes.of(guild_id, ticket.source)
        except StoreUnavailable as error:  # what it says isn't true here: the vote is counted
            log.warning("Message %d isn't sorted by its correction: %s", ticket.source, error)
            return
        labels = [one.label for one in answers if one.sorts]
        before = [one.label for one in answers if one.sorts and one.picture != picture]
        if ballot.sorted_before:
            before.append(ballot.before)
        home = home_of(channel, ticket.source)
        await self._sort(home.get_partial_message(ticket.source), labels, before=before)

    def _keeping(self, press: Press) -> int:
        guild_id = press.interaction.guild_id
        if guild_id is None or not self._store.settings.of(guild_id).keep_corrections:
            raise CorrectionsOff(f"server {guild_id} keeps none")
        return guild_id

    def _wording(self, press: Press) -> Wording:
        return self._languages.wording(press.interaction.locale.value)

    async def cog_load(self) -> None:
        """Take the presses on."""
        self._handlers |= {RIGHT: self.agree, OTHERWISE: self.disagree, CHOOSE: self.choose}

    async def cog_unload(self) -> None:
        """Leave them to nobody."""
        for verb in (RIGHT, OTHERWISE, CHOOSE):
            del self._handlers[verb]


def _name(wording: Wording, kept: Kept) -> str:
    """Name one of several pictures; what its poster hid isn't said."""
    number = kept.picture + 1
    if kept.answer.spoiler:
        return wording("picture-number", number=number)
    label = wording.garment(kept.label)
    return wording("votes-picture", number=number, label=label)[:LONGEST_OPTION]


def _thanks(wording: Wording, ballot: Ballot, said: str, *, shown: bool) -> str:
    key = "votes-thanks" if ballot.label == said else "votes-thanks-outvoted"
    names = {"said": wording.garment(said), "label": wording.garment(ballot.label)}
    lines = [wording(key, **names)]
    if not shown:
        lines.append(wording("votes-unshown"))
    return "\n".join(lines)
