"""The page about the host: how fast, how busy and on what FitCheck runs."""

import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

import discord
import keras
import psutil
import tensorflow as tf

from bot.language.language import Wording
from bot.stats.meter import Meter
from bot.stats.page import Page

_MEBIBYTE: Final = 1024 * 1024


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


def host_page(meter: Meter, place: Place, wording: Wording) -> Page:
    """Write how FitCheck runs.

    Parameters
    ----------
    meter : Meter
        What was counted since the start.
    place : Place
        Where the asking server is served.
    wording : Wording
        Whose language.
    """
    latency = meter.latency
    memory = psutil.Process().memory_info().rss / _MEBIBYTE
    lines = [
        wording("stats-host-title"),
        wording("stats-answered", count=meter.photos),
        wording("stats-no-latency")
        if latency is None
        else wording("stats-latency", median=latency.median, p95=latency.p95),
        wording("stats-queue", count=place.busy),
        wording("stats-memory", mebibytes=memory),
        wording("stats-uptime", since=discord.utils.format_dt(meter.started, "R")),
        wording("stats-shard", number=place.shard + 1, count=place.shards),
        wording("stats-versions", versions=", ".join(_versions())),
    ]
    return Page(["\n".join(lines)])


def _versions() -> list[str]:
    return [
        f"FitCheck {version('fitcheck')}",
        f"Python {platform.python_version()}",
        f"discord.py {discord.__version__}",
        f"Keras {keras.__version__}",
        f"TensorFlow {tf.__version__}",
    ]
