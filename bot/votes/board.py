"""Showing in an answer what people say it should be."""

import asyncio
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

import discord
from discord import ui

from bot.answer import alt, heading, line, short
from bot.errors import REQUEST_FAILURES
from bot.language.language import Languages, Wording
from bot.store.errors import StoreUnavailable
from bot.store.votes import Kept, Votes
from bot.ticket import Ticket

log = logging.getLogger(__name__)

HEADING: Final = 1000
"""The component id of the text that an answer to a single picture starts with."""

LINES: Final = 1001
"""The component id of the first picture's line, of several; the others' follow it."""

_NUMBERED: Final = re.compile(r"(?:\|\|)?(\d{1,2})\. ")
"""How a row begins in a plain answer to several pictures."""

_SEEN: Final = re.compile(r"seen-(\d{1,2})\.png")
"""What was seen of a picture, of several."""


class Board:
    """Keeps answers on Discord as the votes say.

    Parameters
    ----------
    votes : Votes
        What they say.
    languages : Languages
        The words.
    """

    def __init__(self, votes: Votes, languages: Languages) -> None:
        self._votes = votes
        self._languages = languages
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._waiting: set[int] = set()

    async def update(self, channel: discord.abc.Messageable, guild_id: int, ticket: Ticket) -> bool:
        """Show what is said by now; of updates that wait for one of the same answer, one will do.

        Parameters
        ----------
        channel : discord.abc.Messageable
            Where the answer is.
        guild_id : int
            Its server.
        ticket : Ticket
            Which answer to which message.

        Returns
        -------
        bool
            Whether it is shown: the answer may be gone, in an archived thread or out of reach, and
            Discord or the database in trouble. The vote that this follows is counted anyhow.
        """
        if ticket.answer in self._waiting:
            return True
        lock = self._locks.setdefault(ticket.answer, asyncio.Lock())
        self._waiting.add(ticket.answer)
        try:
            await lock.acquire()
        finally:
            self._waiting.discard(ticket.answer)
        try:
            message = await channel.fetch_message(ticket.answer)
            kept = await self._votes.of(guild_id, ticket.source)
            await _edit(message, kept, self._languages.wording(ticket.language))
        except (*REQUEST_FAILURES, StoreUnavailable) as error:
            log.info("Answer %d can't show its correction: %r", ticket.answer, error)
            return False
        finally:
            lock.release()
        return True


def pictures_in(answer: discord.Message) -> set[int]:
    """Say which of a message's pictures an answer to it names, by their places, from 0."""
    if not answer.flags.components_v2:
        rows = map(_NUMBERED.match, answer.content.split("\n"))
        return {int(row[1]) - 1 for row in rows if row} or {0}
    view = ui.LayoutView.from_message(answer, timeout=None)
    galleries = (item for item in view.walk_children() if isinstance(item, ui.MediaGallery))
    # Those that failed have a line, and nothing that was seen of them.
    seen = (_SEEN.fullmatch(_name(item.media)) for one in galleries for item in one.items)
    return {int(name[1]) - 1 for name in seen if name} or {0}


def label_in(answer: discord.Message, kept: Kept, wording: Wording) -> str:
    """Say which class an answer shows: it doesn't know what was corrected through another one."""
    first = [replace(kept, label=kept.answer.answered)]
    if answer.flags.components_v2:
        corrected = _redrawn(ui.LayoutView.from_message(answer, timeout=None), first, wording)
    else:
        corrected = _reworded(answer.content, first, wording) != answer.content
    return kept.label if corrected else kept.answer.answered


async def _edit(message: discord.Message, kept: Sequence[Kept], wording: Wording) -> None:
    if not message.flags.components_v2:
        content = _reworded(message.content, kept, wording)
        if content != message.content:
            await message.edit(content=content)
        return
    view = ui.LayoutView.from_message(message, timeout=None)
    changed = _redrawn(view, kept, wording)
    view.stop()  # its buttons are handled by their custom ids; nobody needs to keep it
    if changed:
        # Naming them lets the view refer to them; where Discord lists none, an empty list would
        # delete what there is.
        await message.edit(view=view, attachments=message.attachments or discord.utils.MISSING)


def _redrawn(view: ui.LayoutView, kept: Sequence[Kept], wording: Wording) -> bool:
    """Put into a card what is kept, and say whether that changed anything."""
    texts = {LINES + one.picture: line(one, wording) for one in kept}
    texts[HEADING] = heading(kept[0], wording)
    alts = {f"seen-{one.picture + 1}.png": alt(one, wording) for one in kept}
    changed = False
    for item in view.walk_children():
        if isinstance(item, ui.TextDisplay) and item.id in texts:
            text = _as_hidden_as(item.content, texts[item.id])
            changed |= text != item.content
            item.content = text
        elif isinstance(item, ui.Thumbnail):
            item.media = _attached(item.media)
            described = alts.get(_name(item.media), item.description)
            changed |= described != item.description
            item.description = described
        elif isinstance(item, ui.MediaGallery):
            again = [_again(one, alts) for one in item.items]
            changed |= [one.description for one in again] != [one.description for one in item.items]
            item.items = again
    return changed


def _reworded(content: str, kept: Sequence[Kept], wording: Wording) -> str:
    """Reword an answer in plain text, which has a row for each of several pictures."""
    rows = content.split("\n")
    if not any(map(_NUMBERED.match, rows)):
        return _as_hidden_as(content, short(kept[0], wording))
    lines = {one.picture + 1: line(one, wording) for one in kept}
    for place, row in enumerate(rows):
        match = _NUMBERED.match(row)
        if match and int(match[1]) in lines:
            rows[place] = _as_hidden_as(row, lines[int(match[1])])
    return "\n".join(rows)


def _as_hidden_as(old: str, new: str) -> str:
    return f"||{new}||" if old.startswith("||") else new


def _again(item: discord.MediaGalleryItem, alts: Mapping[str, str]) -> discord.MediaGalleryItem:
    media = _attached(item.media)
    described = alts.get(_name(media), item.description)
    return discord.MediaGalleryItem(media, description=described, spoiler=item.spoiler)


def _attached(media: discord.UnfurledMediaItem) -> discord.UnfurledMediaItem:
    """Refer to a picture by its name again: the address that came back of it expires."""
    return discord.UnfurledMediaItem(f"attachment://{_name(media)}")


def _name(media: discord.UnfurledMediaItem) -> str:
    """Tell a picture's file name by its address, be it Discord's or an attachment's."""
    address = urlsplit(media.url)
    return PurePosixPath(address.path or address.netloc).name
