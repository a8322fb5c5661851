"""Keeping what was answered, as far as the server's settings allow it."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.errors import PictureGone
from bot.photos.attachments import pictures_of
from bot.photos.classify import Answered, Photo
from bot.place import home_of, parent_of, server_of
from bot.store.posts import Answer, Post
from bot.store.store import Store


class Keeper:
    """Keeps answers and counts them; never those of direct messages or outside of servers.

    Parameters
    ----------
    store : Store
        Where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep_message(
        self, guild_id: int | None, message: discord.Message, photos: Sequence[Photo]
    ) -> None:
        """Keep the answers to a message's pictures; returns at once.

        Parameters
        ----------
        guild_id : int or None
            The server that FitCheck is in and was asked in; None if there is none.
        message : discord.Message
            What holds the pictures.
        photos : sequence of Photo
            The outcomes; those that failed aren't kept.
        """
        if guild_id is None:
            return
        self.look_again(message)
        self._count(guild_id, photos)
        if self._store.settings.of(guild_id).keeps_answers:
            channel = home_of(message.channel, message.id)
            self._record(guild_id, message.id, channel, message.author.id, photos)

    def keep_command(
        self,
        interaction: discord.Interaction[Any],
        answer: discord.Message,
        photos: Sequence[Photo],
    ) -> None:
        """Keep the answers to pictures that came with a command: they are in no other message."""
        server, channel = server_of(interaction), interaction.channel
        if server is None:
            return
        self._count(server, photos)
        if channel is None or answer.flags.ephemeral:
            return
        if self._store.settings.of(server).keeps_answers:
            self._record(server, answer.id, channel, interaction.user.id, photos)

    def index_message(
        self, guild_id: int | None, message: discord.Message, photos: Sequence[Photo]
    ) -> None:
        """Take pictures that got no answer into the server's index, if it keeps one.

        They aren't counted: counts are of answers.

        Parameters
        ----------
        guild_id : int or None
            The server; None if there is none.
        message : discord.Message
            What holds the pictures.
        photos : sequence of Photo
            The outcomes that are to be found.
        """
        if guild_id is not None and self._store.settings.of(guild_id).keep_index:
            self._record(guild_id, message.id, message.channel, message.author.id, photos)

    def keep_sorted(
        self, guild_id: int | None, message: discord.Message, photos: Sequence[Photo]
    ) -> None:
        """Keep what an answered post is sorted by besides, if the server keeps corrections.

        A correction of what was answered would else take back what these bring about as well.
        """
        if guild_id is None:
            return
        settings = self._store.settings.of(guild_id)
        if settings.keep_corrections and not settings.keep_index:  # which keeps them anyhow
            self._record(guild_id, message.id, message.channel, message.author.id, photos)

    def look_again(self, message: discord.Message) -> None:
        """Forget what is kept of a message that lost pictures by an edit that nobody saw.

        Those that are left have other numbers by now than the votes on it go by.
        """
        if message.edited_at is not None:
            pictures = len(pictures_of(message))
            self._store.forgetting.holds(message.id, pictures)

    def lost(self, message: discord.Message, photos: Sequence[Photo]) -> bool:
        """Whether an edit left a message with too few pictures for the numbers of these."""
        return any(self._store.gone.lacks(message.id, photo.number - 1) for photo in photos)

    def check_there(self, message: discord.Message, photos: Sequence[Photo]) -> None:
        """Let pictures be shown whose message wasn't deleted, nor lost any, while they were seen.

        Raises
        ------
        PictureGone
            If it was.
        """
        if ("message", message.id) in self._store.gone or self.lost(message, photos):
            raise PictureGone(f"message {message.id} was deleted or edited meanwhile")

    def _record(
        self,
        guild_id: int,
        message_id: int,
        channel: discord.abc.Snowflake,
        author_id: int,
        photos: Sequence[Photo],
    ) -> None:
        answers = _answers(photos)
        if answers:
            place = (channel.id, parent_of(channel))
            self._store.posts.record(Post(message_id, guild_id, *place, author_id, answers))

    def _count(self, guild_id: int, photos: Sequence[Photo]) -> None:
        if self._store.settings.of(guild_id).keep_counts:
            answers = _answers(photos).values()
            self._store.counts.add(guild_id, [answer.answered for answer in answers])


def _answers(photos: Sequence[Photo]) -> dict[int, Answer]:
    return {
        photo.number - 1: Answer.of(photo.prediction, spoiler=photo.spoiler)
        for photo in photos
        if isinstance(photo, Answered)
    }
