"""How often FitCheck answers one person and one server: token buckets in memory."""

import time
from collections.abc import Callable
from typing import Final

from bot.errors import CoolingDown

_MINUTE: Final = 60.0


class Buckets:
    """A token bucket for each key; it holds a minute's tokens and fills steadily.

    Parameters
    ----------
    per_minute : int
        How many tokens a bucket holds, and gets back in a minute.
    clock : callable
        Tells the time in seconds.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._price = _MINUTE / per_minute
        self._clock = clock
        # All there is to know of a bucket: when it will be full again. One that is full is dropped.
        self._full_at: dict[int, float] = {}
        self._next_sweep = clock() + _MINUTE

    def wait(self, key: int) -> float:
        """Tell in how many seconds there will be a token; 0 if there is one."""
        now = self._clock()
        # What a bucket lacks is a sum of prices: a billionth of a second makes up for its rounding.
        missing = self._full_at.get(key, now) - now + self._price - _MINUTE - 1e-9
        return max(0.0, missing)

    def take(self, key: int) -> None:
        """Take a token."""
        now = self._clock()
        self._sweep(now)
        self._full_at[key] = max(now, self._full_at.get(key, now)) + self._price

    def _sweep(self, now: float) -> None:
        if now >= self._next_sweep:
            self._full_at = {key: full for key, full in self._full_at.items() if full > now}
            self._next_sweep = now + _MINUTE


class Cooldown:
    """A limit on what one person, and one server together, may ask for.

    Parameters
    ----------
    per_person, per_server : int
        How often in a minute.
    clock : callable
        Tells the time in seconds.
    """

    def __init__(
        self, per_person: int, per_server: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._people = Buckets(per_person, clock)
        self._servers = Buckets(per_server, clock)
        self._hints = Buckets(1, clock)

    def take(self, person_id: int, server_id: int | None) -> float:
        """Let somebody through, or say how many seconds they have to wait.

        Who has to wait is charged nothing for having asked.

        Parameters
        ----------
        person_id : int
            Who asks.
        server_id : int or None
            Where; None outside of servers.
        """
        wait = self._people.wait(person_id)
        if server_id is not None:
            wait = max(wait, self._servers.wait(server_id))
        if wait > 0:
            return wait
        self._people.take(person_id)
        if server_id is not None:
            self._servers.take(server_id)
        return 0.0

    def spend(self, person_id: int, server_id: int | None) -> None:
        """Let somebody through, as `take` does.

        Raises
        ------
        CoolingDown
            If they have to wait.
        """
        wait = self.take(person_id, server_id)
        if wait > 0:
            raise CoolingDown(wait)

    def hint(self, person_id: int) -> bool:
        """Whether to tell somebody that they have to wait: once a minute is enough."""
        if self._hints.wait(person_id) > 0:
            return False
        self._hints.take(person_id)
        return True
