"""Figures that stay the same, for looks and pictures that are compared or shown."""

from datetime import UTC, datetime

import numpy as np

from bot.stats.cog import Stats
from bot.stats.host import Machine
from bot.stats.meter import Latency, Meter
from model.card import Card, Scores
from tests.bot.conftest import World

STARTED = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Measured(Meter):
    """A meter that has measured some answers, equally fast at every test."""

    def __init__(self, started: datetime = STARTED) -> None:
        super().__init__()
        self.started = started
        self.photos = 1843

    @property
    def latency(self) -> Latency | None:
        """Return what was measured."""
        return Latency(median=148.0, p95=312.0)


def scores(classes: int, labels: list[str]) -> Scores:
    """A data set's figures, the same for each class."""
    confusion = np.full((classes, classes), 1) + 8 * np.eye(classes, dtype=int)
    return Scores(
        pictures=int(confusion.sum()),
        accuracy=0.5,
        mean_class_accuracy=0.5,
        top3_accuracy=0.9,
        loss=1.0,
        ece=0.034,
        per_class=dict.fromkeys(labels, 0.5),
        confusion=confusion.tolist(),
        reliability=[(0.3, 0.25, 40), (0.9, 0.95, 60)],
        how="a test",
    )


async def replace_figures(world: World, card: Card, meter: Meter, machine: Machine) -> None:
    """Let `/stats` show some figures in place of the real ones."""
    client = world.client
    await client.remove_cog(Stats.__name__)
    await client.add_cog(
        Stats(
            client,
            card,
            world.store,
            meter,
            look=lambda: machine,
            languages=client.languages,
            in_flight=client.in_flight,
        )
    )
