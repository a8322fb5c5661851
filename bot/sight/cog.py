"""The button "How it sees it"."""

import asyncio
from collections.abc import Sequence

import discord
from discord.ext import commands

from bot.errors import ChannelUnread, ContentUnseen, PictureGone
from bot.language.language import Languages, Wording
from bot.photos.attachments import pictures_of
from bot.photos.classify import Classifier
from bot.place import home_of, is_abroad
from bot.press import Handlers, Permanent, Press
from bot.sight.drawing import draw
from bot.sight.recent import Recent
from bot.verdict import kind
from bot.votes.board import pictures_in
from bot.votes.buttons import SIGHT
from model.engine import Engine


class Sight(commands.Cog):
    """Fetches a picture again and shows its way through the networks to who asked.

    Parameters
    ----------
    handlers : Handlers
        Where presses come from.
    engine : Engine
        The networks.
    classifier : Classifier
        Fetches pictures.
    recent : Recent
        Knows pictures that are in no message.
    languages : Languages
        The words.
    """

    def __init__(
        self,
        handlers: Handlers,
        engine: Engine,
        classifier: Classifier,
        recent: Recent,
        *,
        languages: Languages,
    ) -> None:
        self._handlers = handlers
        self._engine = engine
        self._classifier = classifier
        self._recent = recent
        self._languages = languages

    async def see(self, press: Press) -> None:
        """Show how a picture is seen; of several, ask for which."""
        await press.defer()
        wording = self._languages.wording(press.interaction.locale.value)
        pictures = await self._pictures(press)
        answer = press.interaction.message
        if answer is not None and not press.panel and max(pictures_in(answer)) >= len(pictures):
            raise PictureGone(f"message {press.ticket.source} holds fewer pictures by now")
        pictures = pictures[: self._classifier.max_pictures]
        picture = press.picture(range(len(pictures)))
        if picture is None:
            await press.show(wording("which-picture"), _menu(press, len(pictures), wording))
            return
        person = press.interaction.user.id
        stages = await self._classifier.examine(pictures[picture], person)
        heat = await self._engine.heat(stages.prediction)
        spoiler = pictures[picture].is_spoiler()
        files = await asyncio.to_thread(draw, stages, heat, wording, picture + 1, spoiler=spoiler)
        prediction = stages.prediction
        text = wording(
            f"sight-{kind(prediction)}",
            label=wording.garment(prediction.label),
            probability=wording.probability(prediction.probability),
        )
        await press.show(f"||{text}||" if spoiler else text, files=files)

    async def _pictures(self, press: Press) -> Sequence[discord.Attachment]:
        """Find the pictures that were answered, as far as they are still there.

        Raises
        ------
        PictureGone
            If they aren't.
        ChannelUnread, ContentUnseen
            If FitCheck may not look.
        """
        ticket, channel = press.ticket, press.interaction.channel
        recent = self._recent.of(press.interaction.channel_id, ticket.answer)
        if recent:
            return recent
        lost = ticket.source == ticket.answer or is_abroad(press.interaction)
        if lost or not isinstance(channel, discord.abc.Messageable):
            raise PictureGone(f"answer {ticket.answer} came from a command some time ago")
        try:
            message = await home_of(channel, ticket.source).fetch_message(ticket.source)
        except discord.NotFound as error:
            raise PictureGone(f"message {ticket.source}: {error}") from error
        except discord.Forbidden as error:
            raise ChannelUnread(f"message {ticket.source}: {error}") from error
        pictures = pictures_of(message)
        if not pictures and not _is_shown(message, press.interaction.client):
            raise ContentUnseen(f"message {ticket.source} looks empty")
        if not pictures:
            raise PictureGone(f"message {ticket.source} holds no picture any more")
        return pictures

    async def cog_load(self) -> None:
        """Take the presses on."""
        self._handlers[SIGHT] = self.see

    async def cog_unload(self) -> None:
        """Leave them to nobody."""
        del self._handlers[SIGHT]


def _is_shown(message: discord.Message, client: discord.Client) -> bool:
    """Whether Discord shows FitCheck what a message holds."""
    private, mentioned = message.guild is None, client.user in message.mentions
    return client.intents.message_content or private or mentioned


def _menu(press: Press, pictures: int, wording: Wording) -> Permanent:
    options = [
        discord.SelectOption(
            label=wording("picture-number", number=picture + 1), value=str(picture)
        )
        for picture in range(pictures)
    ]
    return Permanent.menu(SIGHT, press.ticket, options, wording("choose-picture"))
