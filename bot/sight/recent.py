"""Pictures that are in no message that FitCheck could look at again, as with a command."""

from collections.abc import Sequence
from typing import Final

import discord

from bot.bounded import Bounded

_MOST: Final = 1000
_Place = tuple[int | None, int]


class Recent:
    """Remembers where the last answers' pictures are on Discord; never the pictures themselves.

    It is forgotten at the end of the process, and Discord's addresses expire within a day. Each
    answer goes by its channel, too: whoever forges a button reaches none that is elsewhere.
    """

    def __init__(self) -> None:
        self._pictures: Bounded[_Place, tuple[discord.Attachment, ...]] = Bounded(_MOST)

    def remember(
        self, channel_id: int | None, answer_id: int, pictures: Sequence[discord.Attachment]
    ) -> None:
        """Remember an answer's pictures."""
        self._pictures[channel_id, answer_id] = tuple(pictures)

    def of(self, channel_id: int | None, answer_id: int) -> tuple[discord.Attachment, ...]:
        """Return an answer's pictures; none if they were forgotten."""
        return self._pictures.get((channel_id, answer_id), ())
