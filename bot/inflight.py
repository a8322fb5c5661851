"""What is being answered right now, so that a shutdown can wait for it."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import ShuttingDown

log = logging.getLogger(__name__)


class InFlight:
    """Counts answers under way.

    Attributes
    ----------
    count : int
        How many there are.
    closing : bool
        Whether a shutdown waits for them, and no more may begin.
    """

    def __init__(self) -> None:
        self.count = 0
        self.closing = False
        self._none = asyncio.Event()
        self._none.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Hold a shutdown back while the body runs.

        Raises
        ------
        ShuttingDown
            If one has begun.
        """
        if self.closing:
            raise ShuttingDown("no more answers are begun")
        self.count += 1
        self._none.clear()
        try:
            yield
        finally:
            self.count -= 1
            if not self.count:
                self._none.set()

    async def landed(self, *, within: float) -> None:
        """Let nothing more begin, and wait for what is under way, `within` seconds at most."""
        self.closing = True
        try:
            await asyncio.wait_for(self._none.wait(), within)
        except TimeoutError:
            log.warning("%d answers were still unfinished after %g s", self.count, within)
