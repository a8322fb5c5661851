"""Bringing an answer to the message it is for."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import discord
from discord import ui

from bot.desk import ErrorDesk
from bot.errors import REQUEST_FAILURES, MessageGone, NotAllowed
from bot.language.language import FALLBACK, Languages
from bot.photos.classify import Failed, Photo
from bot.photos.emoji import reactions_to
from bot.photos.replies import Replies
from bot.photos.reply import Renderer
from bot.place import posted_in, reads
from bot.server.language import language_of
from bot.store.gone import Gone
from bot.store.schema import AnswerStyle
from bot.store.settings import SettingsTable
from bot.votes.buttons import Buttons

LATER: Final = "⏳"
"""What a post gets instead of an answer, from somebody who posts too often."""

_LOCKED: Final = frozenset({50083, 160005})
"""Discord's codes for a thread that only those who may manage threads write in."""

log = logging.getLogger(__name__)


class Delivery:
    """Brings answers to messages.

    Parameters
    ----------
    gone : Gone
        Learns of messages that turn out to be gone.
    buttons : Buttons
        What goes under an answer.
    replies : Replies
        Takes answers back with what they answer.
    settings : SettingsTable
        What each server's admins chose.
    languages : Languages
        The words of the answers.
    errors : ErrorDesk
        Words what went wrong.
    max_pictures : int
        The most pictures answered in one reply.
    """

    def __init__(
        self,
        gone: Gone,
        buttons: Buttons,
        replies: Replies,
        *,
        settings: SettingsTable,
        languages: Languages,
        errors: ErrorDesk,
        max_pictures: int,
    ) -> None:
        self._gone = gone
        self._buttons = buttons
        self._replies = replies
        self._settings = settings
        self._languages = languages
        self._errors = errors
        self._max_pictures = max_pictures

    async def answer(
        self,
        message: discord.Message,
        source: discord.Message,
        photos: Sequence[Photo],
        *,
        total: int,
        style: AnswerStyle = AnswerStyle.CARD,
    ) -> None:
        """Answer `message` with the outcomes of the pictures in `source`.

        Parameters
        ----------
        message : discord.Message
            Gets the reply, or the reactions.
        source : discord.Message
            Holds the pictures; often the same message.
        photos : sequence of Photo
            The outcomes, one or more.
        total : int
            How many pictures `source` holds.
        style : AnswerStyle
            The form of the answer.

        Raises
        ------
        NotAllowed, MessageGone, discord.HTTPException, and others of `REQUEST_FAILURES`
            If it can't be brought.
        """
        wording = self._languages.wording(self._locale(message))
        renderer = Renderer(wording, self._errors, limit=self._max_pictures, where=name_of(message))
        failed = [photo for photo in photos if isinstance(photo, Failed)]
        buttons = self._buttons.under(wording, posted_in(message), source.id)
        with self._reaching(message):
            if style is AnswerStyle.REACTION:
                for emoji in reactions_to(photos):
                    await message.add_reaction(emoji)
                return
            if len(failed) == len(photos):
                reply = await message.reply(renderer.failures(failed))
            elif style is AnswerStyle.LINE:
                view = ui.View(timeout=None)
                for button in buttons:
                    view.add_item(button)
                reply = await message.reply(renderer.lines(photos, total=total), view=view)
            else:
                card = renderer.card(photos, total=total, buttons=buttons)
                reply = await message.reply(view=card, files=card.files)
        await self._replies.remember(reply, message.id, source.id)

    async def put_off(self, message: discord.Message) -> None:
        """React with ⏳ instead of an answer; raises what `answer` does."""
        with self._reaching(message):
            await message.add_reaction(LATER)

    async def tell(self, message: discord.Message, error: Exception) -> None:
        """Say what went wrong: under the question, else in the channel, else in private."""
        wording = self._languages.wording(self._locale(message))
        sentence = self._errors.sentence(error, wording, name_of(message))
        for send in (message.reply, message.channel.send, message.author.send):
            try:
                told = await send(sentence)
            except REQUEST_FAILURES as failure:
                log.info("%s: couldn't be told: %r", name_of(message), failure)
                continue
            if told.reference is not None:  # else it may tell that the message is gone, and stays
                await self._replies.remember(told, message.id)
            return

    def _locale(self, message: discord.Message) -> str:
        if message.guild is None:
            return FALLBACK
        return language_of(message.guild, self._settings.of(message.guild.id))

    @contextmanager
    def _reaching(self, message: discord.Message) -> Iterator[None]:
        """Explain what is in the way of an answer; of what is gone nothing more is kept."""
        try:
            with _explained():
                yield
        except MessageGone:  # of which Discord may tell later only
            self._gone.add("message", [message.id])
            raise


def name_of(message: discord.Message) -> str:
    """Return what a message is called in the log."""
    return f"message {message.id}"


def may_answer(message: discord.Message, style: AnswerStyle) -> bool:
    """Whether FitCheck has the permissions that answering a message takes, as far as is known."""
    guild, channel = message.guild, message.channel
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    if isinstance(channel, discord.Thread) and channel.parent is None:  # which has the permissions
        return True
    if not reads(channel, guild.me):
        return False
    allowed = channel.permissions_for(guild.me)
    if style is AnswerStyle.REACTION:
        return allowed.add_reactions
    if isinstance(channel, discord.Thread):  # Discord lets all react in locked ones
        writes = allowed.send_messages_in_threads and (allowed.manage_threads or not channel.locked)
    else:
        writes = allowed.send_messages
    return writes and (allowed.attach_files or style is AnswerStyle.LINE)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what Discord says of a message that can't be answered into the error that says so.

    Raises
    ------
    NotAllowed
        If FitCheck lacks a permission there.
    MessageGone
        If the message was deleted meanwhile, or its channel.
    """
    try:
        yield
    except discord.Forbidden as error:
        raise NotAllowed(str(error)) from error
    except discord.HTTPException as error:
        if error.code in _LOCKED:
            raise NotAllowed(str(error)) from error
        # A reaction's refusal is a 404; a reply's names the message that it refers to.
        if isinstance(error, discord.NotFound) or "message_reference" in error.text:
            raise MessageGone(str(error)) from error
        raise
