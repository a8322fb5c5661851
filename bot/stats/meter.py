"""Counting what has been answered since the start."""

import time
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import numpy as np

_REMEMBERED: Final = 1000
"""Latencies come from the latest this many answers."""


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds from a request's arrival to its answer's."""

    median: float
    p95: float


class Meter:
    """Counts answered photos and remembers the latest answers' latencies."""

    def __init__(self) -> None:
        self.started = datetime.now(UTC)
        self.photos = 0
        self._latencies: deque[float] = deque(maxlen=_REMEMBERED)

    def record(self, photos: int, since: float) -> None:
        """Count an answer to `photos` photos that was begun at `since` (`time.perf_counter`)."""
        self.photos += photos
        self._latencies.append((time.perf_counter() - since) * 1e3)

    @property
    def latency(self) -> Latency | None:
        """The median and the 95th percentile; None before the first answer."""
        if not self._latencies:
            return None
        median, p95 = np.percentile(self._latencies, (50, 95))
        return Latency(float(median), float(p95))
