"""Pictures that came with a command: they are in no message that could be looked at again."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

import discord

_MOST: Final = 1000


class Recent:
    """Remembers where the last answers' pictures are on Discord; never the pictures themselves.

    It is forgotten at the end of the process, and Discord's addresses expire within a day.
    """

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, tuple[discord.Attachment, ...]] = OrderedDict()

    def remember(self, answer_id: int, pictures: Sequence[discord.Attachment]) -> None:
        """Remember an answer's pictures."""
        self._pictures[answer_id] = tuple(pictures)
        while len(self._pictures) > _MOST:
            self._pictures.popitem(last=False)

    def of(self, answer_id: int) -> tuple[discord.Attachment, ...]:
        """Return an answer's pictures; none if they were forgotten."""
        return self._pictures.get(answer_id, ())
