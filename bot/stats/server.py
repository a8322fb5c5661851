"""The page about a server: what was answered there, and what its members made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final

import discord

from bot.language.language import Wording
from bot.stats import bars
from bot.stats.page import Page, plot
from bot.store.accuracy import Confusion, Share
from bot.store.counts import Tally
from bot.store.store import Store

_DAYS: Final = 30
"""How many days the plot by day goes back."""
_MOST_CLASSES: Final = 15
"""How many classes the plot by class shows, the most frequent ones."""
_NAMED: Final = 3
"""How many of them its alt text names."""
_MOST_PAIRS: Final = 5


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a server."""

    kept: bool
    tally: Tally
    right: Share
    confusions: Sequence[Confusion]


async def server_page(store: Store, guild_id: int, wording: Wording) -> Page:
    """Write what was answered in a server and what its members said of it.

    Parameters
    ----------
    store : Store
        What is kept.
    guild_id : int
        The server.
    wording : Wording
        Whose language.

    Raises
    ------
    StoreUnavailable
        If the database can't be reached.
    """
    record = Record(
        store.settings.of(guild_id).keep_counts,
        await store.counts.of(guild_id),
        await store.accuracy.of(guild_id),
        await store.accuracy.confusions(guild_id, _MOST_PAIRS),
    )
    texts = [_answered(record, wording), _judged(record, wording)]
    plots = []
    if record.tally.total:
        plots.append(await _by_class(record.tally, wording))
        days = _last_days(record.tally, datetime.now(UTC).date())
        if any(days.values()):  # else no day is the busiest
            plots.append(await _by_day(days, wording))
    return Page(texts, plots)


def _answered(record: Record, wording: Wording) -> str:
    lines = [
        wording("stats-server-title"),
        wording("stats-server-answered", count=record.tally.total),
    ]
    if not record.kept:
        lines.append(wording("stats-counts-off"))
    return "\n".join(lines)


def _judged(record: Record, wording: Wording) -> str:
    right = record.right
    if right.value is None:
        return wording("stats-no-votes")
    bounds = {
        key: wording("share", share=share)
        for key, share in (("share", right.value), ("low", right.low), ("high", right.high))
    }
    lines = [wording("stats-right", total=right.total, **bounds)]
    if record.confusions:
        lines.append(wording("stats-corrected"))
    lines += [
        wording(
            "stats-corrected-pair",
            answered=wording.garment(pair.answered),
            label=wording.garment(pair.label),
            count=pair.pictures,
        )
        for pair in record.confusions
    ]
    return "\n".join(lines)


async def _by_class(tally: Tally, wording: Wording) -> discord.File:
    most = list(tally.by_class.items())[:_MOST_CLASSES]
    named = [(wording.garment(label), pictures) for label, pictures in most]
    classes = ", ".join(
        wording("stats-by-class-one", label=label, count=pictures)
        for label, pictures in named[:_NAMED]
    )
    draw = partial(bars.by_class, dict(named), title=wording("stats-by-class-title"))
    return await plot("by-class", wording("stats-by-class-alt", classes=classes), draw)


def _last_days(tally: Tally, today: date) -> dict[date, int]:
    by_day = tally.by_day  # once: it sums all days that there are
    days = (today - timedelta(days=ago) for ago in reversed(range(_DAYS)))
    return {day: by_day.get(day, 0) for day in days}


async def _by_day(pictures: Mapping[date, int], wording: Wording) -> discord.File:
    busiest = max(pictures, key=lambda day: pictures[day])
    alt = wording(
        "stats-by-day-alt",
        days=_DAYS,
        total=sum(pictures.values()),
        day=busiest,
        count=pictures[busiest],
    )
    draw = partial(
        bars.by_day,
        {wording("stats-day", day=day): count for day, count in pictures.items()},
        title=wording("stats-by-day-title", days=_DAYS),
    )
    return await plot("by-day", alt, draw)
