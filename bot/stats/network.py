"""The page about the network: what its card says."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import discord

from bot.language.language import Wording
from bot.stats.page import Page, plot
from model.card import Card, Scores
from model.plots import confusion, reliability

_MOST_CLASSES: Final = 40
"""More wouldn't fit into a message."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One data set's figures and its name in somebody's language."""

    name: str
    scores: Scores


async def network_page(card: Card, wording: Wording) -> Page:
    """Write how good the network is.

    Parameters
    ----------
    card : Card
        What is known of it.
    wording : Wording
        Whose language.
    """
    sets = (("stats-fashion-mnist", card.fashion_mnist), ("stats-photos", card.photos))
    measured = [Measured(wording(key), scores) for key, scores in sets if scores is not None]
    texts = [_summary(card, measured, wording)]
    if measured:
        texts.append(_per_class(card, measured, wording))
    plots = []
    for number, each in enumerate(measured, 1):
        plots.append(await _confusion(card, each, number, wording))
        plots.append(await _reliability(each, number, wording))
    return Page(texts, plots)


def _summary(card: Card, measured: list[Measured], wording: Wording) -> str:
    lines = [wording("stats-title"), wording("stats-network", version=card.version)]
    lines += [
        wording(
            "stats-accuracy",
            set=each.name,
            accuracy=wording("share", share=each.scores.accuracy),
            pictures=each.scores.pictures,
        )
        for each in measured
    ]
    if card.rejection is not None:
        share = wording("share", share=card.rejection.false_clothing)
        lines.append(wording("stats-false-clothing", share=share))
    return "\n".join(lines)


def _per_class(card: Card, measured: list[Measured], wording: Wording) -> str:
    """List each class's accuracy on every set that has it."""
    sets = " · ".join(each.name for each in measured)
    lines = [wording("stats-per-class", sets=sets)]
    for label in card.classes[:_MOST_CLASSES]:
        shares = (each.scores.per_class.get(label) for each in measured)
        figures = ("-" if share is None else wording("share", share=share) for share in shares)
        name = wording.garment(label)
        lines.append(wording("stats-class", label=name, accuracy=" · ".join(figures)))
    if len(card.classes) > _MOST_CLASSES:
        lines.append(wording("and-more", count=len(card.classes) - _MOST_CLASSES))
    return "\n".join(lines)


async def _confusion(card: Card, measured: Measured, number: int, wording: Wording) -> discord.File:
    labels = [wording.garment(label) for label in card.classes]
    counts = measured.scores.confusion
    pair = confusion.worst(counts, labels)
    alt = wording(
        "stats-confusion-alt",
        set=measured.name,
        true=pair.true,
        answer=pair.answer,
        count=pair.count,
    )
    draw = partial(
        confusion.draw,
        counts,
        labels,
        title=wording("stats-confusion-title", set=measured.name),
        true=wording("stats-confusion-true"),
        answer=wording("stats-confusion-answer"),
    )
    return await plot(f"confusion-{number}", alt, draw)


async def _reliability(measured: Measured, number: int, wording: Wording) -> discord.File:
    title = wording("stats-reliability-title", set=measured.name)
    error = wording("share", share=measured.scores.ece)
    alt = wording("stats-reliability-alt", set=measured.name, error=error)
    draw = partial(
        reliability.draw,
        measured.scores,
        title=title,
        confidence=wording("stats-reliability-confidence"),
        accuracy=wording("stats-reliability-accuracy"),
    )
    return await plot(f"reliability-{number}", alt, draw)
