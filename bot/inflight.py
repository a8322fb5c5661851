"""What is being answered right now, so that a shutdown can wait for it."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

log = logging.getLogger(__name__)


class InFlight:
    """Counts answers under way."""

    def __init__(self) -> None:
        self.count = 0
        self._none = asyncio.Event()
        self._none.set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Hold a shutdown back while the body runs."""
        self.count += 1
        self._none.clear()
        try:
            yield
        finally:
            self.count -= 1
            if not self.count:
                self._none.set()

    async def landed(self, *, within: float) -> None:
        """Wait until nothing is being answered, for `within` seconds at most."""
        try:
            await asyncio.wait_for(self._none.wait(), within)
        except TimeoutError:
            log.warning("%d answers were still unfinished after %g s", self.count, within)
