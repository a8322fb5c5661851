"""What went on Discord a moment ago: what is still under way to the store must not outlive it."""

from collections import OrderedDict
from collections.abc import Collection
from typing import Final, Literal

Kind = Literal["message", "channel", "guild"]
"""A thread has the id of the message that it was started from, hence the kinds."""

_REMEMBERED: Final = 10_000


class Gone:
    """The last deletions: an answer to one of them may still be on its way."""

    def __init__(self) -> None:
        self._last: OrderedDict[tuple[Kind, int | None], None] = OrderedDict()

    def __contains__(self, one: tuple[Kind, int | None]) -> bool:
        """Whether a message, channel or server is gone, by its kind and id."""
        return one in self._last

    def add(self, kind: Kind, ids: Collection[int]) -> None:
        """Note that some are gone."""
        self._last.update(dict.fromkeys((kind, one) for one in ids))
        while len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)

    def discard(self, kind: Kind, one: int) -> None:
        """Note that one isn't gone, or not any more."""
        self._last.pop((kind, one), None)
