"""Photos to the card that answers them."""

import io
from collections.abc import Sequence
from typing import Final

import discord
from discord import ui

from bot.answer import alt, heading, line, short
from bot.desk import ErrorDesk
from bot.language.language import Wording
from bot.photos.classify import Answered, Failed, Photo
from bot.press import Permanent
from bot.store.posts import Answer
from bot.store.votes import Shown
from bot.votes.board import HEADING, LINES
from model.prediction import Prediction, Verdict

_CELLS: Final = 10
"""Length of a bar, in characters."""

_COLOURS: Final = {
    Verdict.CLOTHING: discord.Colour.green(),
    Verdict.UNSURE: discord.Colour.gold(),
    Verdict.NOT_CLOTHING: discord.Colour.light_grey(),
}


class Card(ui.LayoutView):
    """An answer as a message.

    Parameters
    ----------
    content : discord.ui.Container
        All that it shows.
    files : list of discord.File
        The pictures that `content` refers to; they go with it.
    buttons : sequence of Permanent
        What can be pressed below.
    """

    def __init__(
        self,
        content: ui.Container["Card"],
        files: list[discord.File],
        buttons: Sequence[Permanent],
    ) -> None:
        super().__init__(timeout=None)
        self.add_item(content)
        self.add_item(ui.ActionRow(*buttons))
        self.files = files


class Renderer:
    """Lays answers out in one language.

    Parameters
    ----------
    wording : Wording
        The language.
    errors : ErrorDesk
        Words what couldn't be answered.
    limit : int
        The most pictures answered at a time.
    where : str
        For the log, should a picture have failed: what is being answered.
    """

    def __init__(self, wording: Wording, errors: ErrorDesk, *, limit: int, where: str) -> None:
        self._wording = wording
        self._errors = errors
        self._limit = limit
        self._where = where

    def failures(self, photos: Sequence[Failed]) -> str:
        """Word why none of the pictures could be answered: a sentence, or a line for each."""
        if len(photos) == 1:
            return self._sentence(photos[0])
        return "\n".join(map(self._line, photos))

    def lines(self, photos: Sequence[Photo], *, total: int) -> str:
        """Lay the answer out as plain text, a line for each picture; otherwise like `card`."""
        lines = [self._line(photo, numbered=total > 1) for photo in photos]
        return "\n".join([*lines, *self._left_out(total)])

    def card(self, photos: Sequence[Photo], *, total: int, buttons: Sequence[Permanent]) -> Card:
        """Lay out the answer to a message.

        Parameters
        ----------
        photos : sequence of Photo
            What is shown, at most ten; at least one was answered.
        total : int
            How many pictures the message holds: of several each is named by its number, and
            those beyond the limit are counted.
        buttons : sequence of Permanent
            What can be pressed below.
        """
        answered = [photo for photo in photos if isinstance(photo, Answered)]
        files = [self._file(photo) for photo in answered]
        if total == 1:
            content = self._single(answered[0], files[0])
        else:
            lines = (ui.TextDisplay[Card](self._line(one), id=_line_id(one)) for one in photos)
            content = ui.Container(*lines, _gallery(answered, files))
        for text in self._left_out(total):
            content.add_item(ui.TextDisplay(text))
        return Card(content, files, buttons)

    def _left_out(self, total: int) -> list[str]:
        if total <= self._limit:
            return []
        return [self._wording("left-out", count=total - self._limit, limit=self._limit)]

    def _single(self, photo: Answered, file: discord.File) -> ui.Container[Card]:
        prediction = photo.prediction
        texts = [ui.TextDisplay[Card](heading(_shown(photo), self._wording), id=HEADING)]
        if prediction.is_clothing:
            texts.append(ui.TextDisplay("\n".join(self._bars(prediction))))
        thumbnail: ui.Thumbnail[Card] = ui.Thumbnail(file, spoiler=photo.spoiler)
        return ui.Container(
            ui.Section(*texts, accessory=thumbnail),
            accent_colour=_COLOURS[prediction.verdict],
            spoiler=photo.spoiler,
        )

    def _line(self, photo: Photo, *, numbered: bool = True) -> str:
        if isinstance(photo, Failed):
            text = self._failure(photo)
        else:
            text = (line if numbered else short)(_shown(photo), self._wording)
        return f"||{text}||" if photo.spoiler else text

    def _failure(self, photo: Failed) -> str:
        return self._wording("line-failed", number=photo.number, sentence=self._sentence(photo))

    def _sentence(self, photo: Failed) -> str:
        return self._errors.sentence(photo.error, self._wording, self._where)

    def _bars(self, prediction: Prediction) -> list[str]:
        supposed = [] if prediction.is_of_classes else [self._wording("answer-if")]
        return supposed + [
            self._wording(
                "answer-bar",
                bar=_bar(ranked.probability),
                label=self._wording.garment(ranked.label),
                probability=self._wording.probability(ranked.probability),
            )
            for ranked in prediction.top3
        ]

    def _file(self, photo: Answered) -> discord.File:
        text = alt(_shown(photo), self._wording)
        return discord.File(io.BytesIO(photo.png), f"seen-{photo.number}.png", description=text)


def _shown(photo: Answered) -> Shown:
    answer = Answer.of(photo.prediction, spoiler=photo.spoiler)
    return Shown(photo.number - 1, answer, answer.answered)


def _line_id(photo: Photo) -> int:
    return LINES + photo.number - 1


def _bar(share: float) -> str:
    filled = round(share * _CELLS)
    return "█" * filled + "░" * (_CELLS - filled)


def _gallery(photos: Sequence[Answered], files: Sequence[discord.File]) -> ui.MediaGallery[Card]:
    return ui.MediaGallery(
        *(
            discord.MediaGalleryItem(file, spoiler=photo.spoiler)
            for photo, file in zip(photos, files, strict=True)
        )
    )
