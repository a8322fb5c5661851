"""Attachments to outcomes: what can't be answered never keeps the others from their answer."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from weakref import WeakValueDictionary

import discord

from bot.photos.attachments import admit
from bot.photos.download import Downloader
from model.engine import Engine, Stages
from model.png import png
from model.prediction import Prediction
from model.sheet import enlarge

AT_ONCE: Final = 16
"""Pictures that are fetched and answered at once; more wait, for each may take 10 MiB."""

PER_PERSON: Final = 4
"""Of these, how many one person's may be: whoever posts many doesn't keep others waiting."""


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """One picture of a message and its answer.

    Attributes
    ----------
    number : int
        Its place among the message's pictures, from 1.
    spoiler : bool
        Whether its poster hid it.
    prediction : Prediction
        The answer.
    png : bytes
        What the network saw, enlarged.
    """

    number: int
    spoiler: bool
    prediction: Prediction
    png: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Failed:
    """One picture of a message and why it has no answer.

    Attributes
    ----------
    number : int
        Its place among the message's pictures, from 1.
    spoiler : bool
        Whether its poster hid it.
    error : Exception
        What was raised on the way.
    """

    number: int
    spoiler: bool
    error: Exception


Photo = Answered | Failed


def garments_of(photos: Iterable[Photo], silent_below: float = 0.0) -> list[Answered]:
    """Keep the answers to pictures of clothing, but for those less probable than `silent_below`."""
    answered = (photo for photo in photos if isinstance(photo, Answered))
    return [
        photo
        for photo in answered
        if photo.prediction.is_clothing and photo.prediction.confidence >= silent_below
    ]


class Classifier:
    """Downloads attachments and answers them.

    Parameters
    ----------
    engine : Engine
        Answers bytes.
    downloader : Downloader
        Fetches bytes.
    max_bytes : int
        The largest file that is fetched.
    max_pictures : int
        The most pictures of one message that are answered.
    """

    def __init__(
        self, engine: Engine, downloader: Downloader, *, max_bytes: int, max_pictures: int
    ) -> None:
        self.max_pictures = max_pictures
        self._engine = engine
        self._downloader = downloader
        self._max_bytes = max_bytes
        self._places = asyncio.Semaphore(AT_ONCE)
        self._shares: WeakValueDictionary[int, asyncio.Semaphore] = WeakValueDictionary()

    async def classify(
        self, attachments: Sequence[discord.Attachment], person_id: int
    ) -> list[Photo]:
        """Answer attachments side by side; each gets its outcome, in their order.

        Parameters
        ----------
        attachments : sequence of discord.Attachment
            A message's pictures; what is beyond `max_pictures` has no outcome.
        person_id : int
            Who waits for it; FitCheck itself, if nobody does.
        """
        given = enumerate(attachments[: self.max_pictures], 1)
        return await asyncio.gather(*(self._one(one, number, person_id) for number, one in given))

    async def examine(self, attachment: discord.Attachment, person_id: int) -> Stages:
        """Answer one attachment and keep every step of its way.

        Parameters
        ----------
        attachment : discord.Attachment
            The picture.
        person_id : int
            Who waits for it; FitCheck itself, if nobody does.

        Raises
        ------
        AttachmentError
            If it can't be fetched.
        PictureError
            If it can't be decoded within the limits.
        """
        admit(attachment, max_bytes=self._max_bytes)
        async with self._shares.setdefault(person_id, asyncio.Semaphore(PER_PERSON)), self._places:
            return await self._engine.examine(await self._downloader.fetch(attachment.url))

    async def _one(self, attachment: discord.Attachment, number: int, person_id: int) -> Photo:
        spoiler = attachment.is_spoiler()
        try:
            prediction = (await self.examine(attachment, person_id)).prediction
            seen = await asyncio.to_thread(_draw, prediction)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are answered
            return Failed(number, spoiler, error)
        return Answered(number, spoiler, prediction, seen)


def _draw(prediction: Prediction) -> bytes:
    return png(enlarge(prediction.seen))
