"""What went a moment ago: what is still under way to the store must not outlive it."""

from collections.abc import Collection
from datetime import datetime
from typing import Final, Literal

from discord.utils import time_snowflake

from bot.bounded import Bounded

Kind = Literal["message", "channel", "guild"]
"""A thread has the id of the message that it was started from, hence the kinds."""

_REMEMBERED: Final = 10_000


class Gone:
    """The last deletions: an answer to one of them may still be on its way."""

    def __init__(self) -> None:
        self._last: Bounded[tuple[Kind, int | None], None] = Bounded(_REMEMBERED)
        # With the first id after their wish.
        self._persons: Bounded[int, int] = Bounded(_REMEMBERED)
        self._left: Bounded[int, int] = Bounded(_REMEMBERED)  # how many pictures, by message

    def __contains__(self, one: tuple[Kind, int | None]) -> bool:
        """Whether a message, channel or server is gone, by its kind and id."""
        return one in self._last

    def has(
        self, message_id: int, channel_id: int, parent_id: int | None, guild_id: int | None
    ) -> bool:
        """Whether a message is gone, by itself or with its thread, channel or server."""
        around = (("channel", channel_id), ("channel", parent_id), ("guild", guild_id))
        return any(one in self._last for one in (("message", message_id), *around))

    def add(self, kind: Kind, ids: Collection[int]) -> None:
        """Note that some are gone."""
        self._last.update(dict.fromkeys((kind, one) for one in ids))

    def leave(self, message_id: int, pictures: int) -> None:
        """Note how many pictures an edit left in a message."""
        self._left[message_id] = pictures

    def lacks(self, message_id: int, picture: int) -> bool:
        """Whether an edit left a message with too few pictures for one of this number, from 0."""
        return picture >= self._left.get(message_id, picture + 1)

    def add_person(self, user_id: int, now: datetime) -> None:
        """Note that somebody wants to be forgotten, with all that they did until now."""
        self._persons[user_id] = time_snowflake(now)

    def is_unwanted(self, snowflake: int, user_id: int) -> bool:
        """Whether a message, or a press, is older than its author's last wish to be forgotten."""
        return snowflake < self._persons.get(user_id, 0)

    def discard(self, kind: Kind, one: int) -> None:
        """Note that one isn't gone any more."""
        self._last.pop((kind, one), None)
