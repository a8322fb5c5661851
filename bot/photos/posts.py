"""Photos in messages: posts that nobody asked about, mentions, and direct messages."""

import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

import discord
from discord.ext import commands

from bot.cooldown import Cooldown
from bot.desk import ErrorDesk
from bot.errors import REQUEST_FAILURES, BotError, NoPicture
from bot.inflight import InFlight
from bot.photos.attachments import is_by_person, pictures_of, replied_to
from bot.photos.classify import Answered, Classifier, Failed, Photo, garments_of
from bot.photos.delivery import Delivery, may_answer, name_of
from bot.photos.keeper import Keeper
from bot.place import parent_of, posted_in
from bot.sorting.sorter import Sorter, sorting_labels
from bot.stats.meter import Meter
from bot.store.schema import AnswerStyle
from bot.store.settings import SettingsTable

log = logging.getLogger(__name__)

LATEST: Final = timedelta(minutes=2)
"""How long after a post an answer that nobody asked for may still come."""


class Posts(commands.Cog):
    """Answers messages with pictures.

    Parameters
    ----------
    me : int
        FitCheck's own user id.
    classifier : Classifier
        Attachments to outcomes.
    keeper : Keeper
        Keeps the outcomes.
    sorter : Sorter
        Does with a post what its classes call for.
    delivery : Delivery
        Brings the answers to the messages.
    settings : SettingsTable
        What each server's admins chose.
    cooldown : Cooldown
        How often anybody is answered.
    errors : ErrorDesk
        Puts into the log what nobody is told of.
    meter : Meter
        Counts the answers.
    in_flight : InFlight
        Knows what a shutdown must wait for.
    clock : callable
        Tells the time, which Discord's should agree with.
    """

    def __init__(
        self,
        me: int,
        classifier: Classifier,
        keeper: Keeper,
        sorter: Sorter,
        delivery: Delivery,
        *,
        settings: SettingsTable,
        cooldown: Cooldown,
        errors: ErrorDesk,
        meter: Meter,
        in_flight: InFlight,
        clock: Callable[[], datetime],
    ) -> None:
        self._me = me
        self._classifier = classifier
        self._keeper = keeper
        self._sorter = sorter
        self._delivery = delivery
        self._settings = settings
        self._cooldown = cooldown
        self._errors = errors
        self._meter = meter
        self._in_flight = in_flight
        self._clock = clock

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a post's pictures; a mention or a direct message gets an answer in any case."""
        if self._in_flight.closing or not is_by_person(message):
            return
        private = message.guild is None
        by_role = _names_role(message)
        asked = private or by_role or any(user.id == self._me for user in message.mentions)
        source = message
        pictures = pictures_of(message)
        if asked and not pictures:
            target = replied_to(message)
            if target is not None and target.author.id != self._me:
                source, pictures = target, pictures_of(target)
        # A reply to FitCheck pings it unasked: "thanks!" is no question.
        named = by_role or self._me in message.raw_mentions
        question = asked and (bool(pictures) or private or named)
        awaited = question or (bool(pictures) and self._concerns(message))
        if not awaited and not (pictures and self._settings.of(posted_in(message)).keep_index):
            return
        with self._in_flight.one():
            if not await self._is_admitted(message, awaited=awaited):
                return
            if question:
                await self._answer_question(message, source, pictures)
            else:
                await self._take_post(message, pictures)

    def _concerns(self, message: discord.Message) -> bool:
        """Whether a post that nobody asked about is to be answered, sorted, or both."""
        return self._is_wanted(message) or self._sorter.sorts(message)

    def _is_wanted(self, message: discord.Message) -> bool:
        """Whether admins want such a post to be answered, let FitCheck do it, and it isn't late."""
        author, channel = message.author, message.channel
        roles = [role.id for role in author.roles] if isinstance(author, discord.Member) else []
        settings = self._settings.of(posted_in(message))
        wanted = settings.answers_in(channel.id, parent_of(channel), roles)
        return wanted and may_answer(message, settings.style) and not self._is_late(message)

    def _is_late(self, message: discord.Message) -> bool:
        """Whether a post has waited so long, for Discord or for us, that an answer is but noise."""
        waited = self._clock() - message.created_at
        if waited > LATEST:
            seconds = waited.total_seconds()
            log.info("%s: too late to answer it, %.0f s by this clock", name_of(message), seconds)
        return waited > LATEST

    async def _is_admitted(self, message: discord.Message, *, awaited: bool) -> bool:
        """Let a message through, unless its author posts too often: then one ⏳ has to do.

        Where nothing was to be seen of it anyway (`awaited` is false), there is no ⏳ either.
        """
        author = message.author.id
        if self._cooldown.take(author, posted_in(message)) <= 0:
            return True
        if awaited and self._cooldown.hint(author):
            try:
                await self._delivery.put_off(message)
            except (BotError, *REQUEST_FAILURES) as error:
                self._errors.record(error, name_of(message))
        return False

    async def _take_post(
        self, message: discord.Message, pictures: Sequence[discord.Attachment]
    ) -> None:
        """Answer, index and sort what nobody asked about, each where the admins want it."""
        since = time.perf_counter()
        photos = await self._classifier.classify(pictures, message.author.id)
        for photo in photos:
            if isinstance(photo, Failed):
                self._errors.record(photo.error, f"picture {photo.number} of {name_of(message)}")
        if self._keeper.lost(message, photos):
            log.info("%s: pictures were taken out of it meanwhile", name_of(message))
            return
        answered: Sequence[Photo] = ()
        if self._is_wanted(message):
            answered = await self._answer_post(message, photos, since, total=len(pictures))
        unanswered = [photo for photo in garments_of(photos) if photo not in answered]
        self._keeper.index_message(posted_in(message), message, unanswered)
        if answered and self._sorter.sorts(message):
            silent = [photo for photo in unanswered if sorting_labels([photo])]
            self._keeper.keep_sorted(posted_in(message), message, silent)
        await self._sorter.apply(message, sorting_labels(photos))

    async def _answer_post(
        self, message: discord.Message, photos: Sequence[Photo], since: float, *, total: int
    ) -> Sequence[Photo]:
        """Answer a post and keep the answer; return which of its pictures were answered, if any."""
        settings = self._settings.of(posted_in(message))
        garments = garments_of(photos, settings.silent_below)
        if settings.style is AnswerStyle.REACTION:  # which can't be hidden, as the picture is
            garments = [photo for photo in garments if not photo.spoiler]
        if not garments:
            return ()
        try:
            await self._delivery.answer(
                message, message, garments, total=total, style=settings.style
            )
        except (BotError, *REQUEST_FAILURES) as error:
            self._errors.record(error, name_of(message))
            return ()
        self._meter.record(len(garments), since)
        self._keeper.keep_message(posted_in(message), message, garments)
        return garments

    async def _answer_question(
        self,
        message: discord.Message,
        source: discord.Message,
        pictures: Sequence[discord.Attachment],
    ) -> None:
        """Answer what was asked about `source`, if only by saying what is in the way."""
        if not pictures:
            await self._delivery.tell(message, NoPicture("it holds none"))
            return
        since = time.perf_counter()
        try:
            photos = await self._classifier.classify(pictures, message.author.id)
            self._keeper.check_there(source, photos)
        except Exception as error:  # noqa: BLE001 - who asked is told of whatever it is
            await self._delivery.tell(message, error)
            return
        try:
            await self._delivery.answer(message, source, photos, total=len(pictures))
        except Exception as error:  # noqa: BLE001 - who asked is told of whatever it is
            await self._delivery.tell(message, error)
            if source is message:  # a post all the same
                self._keeper.index_message(posted_in(message), message, garments_of(photos))
        else:
            answered = sum(isinstance(photo, Answered) for photo in photos)
            if answered:
                self._meter.record(answered, since)
                self._keeper.keep_message(posted_in(message), source, photos)
        if source is message:
            await self._sorter.apply(message, sorting_labels(photos))


def _names_role(message: discord.Message) -> bool:
    """Whether a message mentions the role that came with FitCheck, and is called like it."""
    role = message.guild.self_role if message.guild else None
    return role is not None and role in message.role_mentions
