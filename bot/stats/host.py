"""The page about the host: how fast, how busy and on what FitCheck runs."""

import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final, Self

import discord
import keras
import psutil
import tensorflow as tf

from bot.language.language import Wording
from bot.stats.meter import Meter
from bot.stats.page import Page

_MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Machine:
    """What FitCheck runs on.

    Attributes
    ----------
    mebibytes : float
        The memory that it takes.
    versions : tuple of str
        Names and versions of itself and of what it is built on.
    """

    mebibytes: float
    versions: tuple[str, ...]

    @classmethod
    def now(cls) -> Self:
        """Measure the memory and look the versions up."""
        return cls(
            psutil.Process().memory_info().rss / _MEBIBYTE,
            (
                f"FitCheck {version('fitcheck')}",
                f"Python {platform.python_version()}",
                f"discord.py {discord.__version__}",
                f"Keras {keras.__version__}",
                f"TensorFlow {tf.__version__}",
            ),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server is served.

    Attributes
    ----------
    busy : int
        How many requests are being answered right now.
    shard, shards : int
        The server's shard, from 0, and how many there are.
    """

    busy: int
    shard: int
    shards: int


def host_page(meter: Meter, place: Place, machine: Machine, wording: Wording) -> Page:
    """Write how FitCheck runs.

    Parameters
    ----------
    meter : Meter
        What was counted since the start.
    place : Place
        Where the asking server is served.
    machine : Machine
        What it runs on.
    wording : Wording
        Whose language.
    """
    latency = meter.latency
    lines = [
        wording("stats-host-title"),
        wording("stats-answered", count=meter.photos),
        wording("stats-no-latency")
        if latency is None
        else wording("stats-latency", median=latency.median, p95=latency.p95),
        wording("stats-queue", count=place.busy),
        wording("stats-memory", mebibytes=machine.mebibytes),
        wording("stats-uptime", since=discord.utils.format_dt(meter.started, "R")),
        wording("stats-shard", number=place.shard + 1, count=place.shards),
        wording("stats-versions", versions=", ".join(machine.versions)),
    ]
    return Page(["\n".join(lines)])
