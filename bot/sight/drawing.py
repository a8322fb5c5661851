"""The three pictures of how FitCheck sees one."""

import io
from typing import Final

import discord
import numpy as np
from numpy.typing import NDArray

from bot.language.language import Wording
from model.engine import Stages
from model.png import png
from model.sheet import draw_heat, draw_photo, enlarge

_ROWS: Final = ("top", "middle", "bottom")
_COLUMNS: Final = ("left", "middle", "right")


def draw(
    stages: Stages, heat: NDArray[np.float32], wording: Wording, number: int, *, spoiler: bool
) -> list[discord.File]:
    """Draw the photo with its crop, the 28×28 pixels, and what mattered.

    Takes long enough to belong on a thread.

    Parameters
    ----------
    stages : Stages
        The picture's way.
    heat : ndarray of float32, shape (28, 28)
        What mattered, 0..1.
    wording : Wording
        The language of the alt texts.
    number : int
        The picture's place in its message, from 1.
    spoiler : bool
        Whether its poster hid it.
    """
    seen = stages.prediction.seen
    pictures = {
        "photo": (draw_photo(stages), wording("sight-photo-alt", number=number)),
        "seen": (enlarge(seen), wording("sight-seen-alt")),
        "heat": (draw_heat(seen, heat), wording("sight-heat-alt", place=_hottest(heat))),
    }
    return [
        discord.File(io.BytesIO(png(picture)), f"{name}.png", description=alt, spoiler=spoiler)
        for name, (picture, alt) in pictures.items()
    ]


def _hottest(heat: NDArray[np.float32]) -> str:
    """Name the third of the height and of the width that holds the brightest spot."""
    row, column = divmod(int(heat.argmax()), heat.shape[1])
    thirds = row * 3 // heat.shape[0], column * 3 // heat.shape[1]
    return f"{_ROWS[thirds[0]]}-{_COLUMNS[thirds[1]]}"
