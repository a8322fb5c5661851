"""A channel's rules as a table, and as much of any list as fits into a card."""

from collections.abc import Sequence
from typing import Final

import discord

from bot.language.language import Wording
from bot.sorting.place import Sortable
from bot.store.sorting import Action, Plan, Rule

LONGEST: Final = 4000
"""Discord allows no more characters in all the texts of a card together."""

_GAP: Final = "  "
_BLOCK: Final = "```\n{}\n```"
_EFFECTS: Final = {
    Action.TAG: "sort-effect-tag",
    Action.REACTION: "sort-effect-reaction",
    Action.COPY: "sort-effect-copy",
}
_GONE: Final = {Action.TAG: "sort-gone-tag", Action.COPY: "sort-gone-copy"}


def table(plan: Plan, channel: Sortable, wording: Wording, room: int) -> str:
    """Lay a plan out in columns, class beside effect, as a block of code that fits into `room`."""
    head = (wording("sort-column-class"), wording("sort-column-effect"))
    rows = [(wording.garment(rule.label), effect(rule, channel, wording)) for rule in plan.rules]
    width = max(len(first) for first, _ in [head, *rows])
    lines = [f"{first.ljust(width)}{_GAP}{second}" for first, second in [head, *rows]]
    fit = fitting(lines, wording, room - len(_BLOCK.format("")))
    return _BLOCK.format(fit.replace("`", "'"))


def fitting(lines: Sequence[str], wording: Wording, room: int = LONGEST) -> str:
    """Join lines; where that takes more than `room` characters, the last says how many are missing.

    Parameters
    ----------
    lines : sequence of str
        What is to be shown, in its order.
    wording : Wording
        The words for what isn't.
    room : int
        How many characters there may be.
    """
    text, shown = "\n".join(lines), len(lines)
    while len(text) > room and shown:
        shown -= 1
        text = "\n".join((*lines[:shown], wording("and-more", count=len(lines) - shown)))
    return text


def effect(rule: Rule, channel: Sortable, wording: Wording) -> str:
    """Word what a rule does; names instead of ids, which a block of code wouldn't turn."""
    name = _target_name(rule, channel)
    if name is None:
        return wording(_GONE[rule.action])
    return wording(_EFFECTS[rule.action], target=name)


def effects_line(rules: Sequence[Rule], channel: Sortable, wording: Wording) -> str:
    """Word what several rules do, or that they do nothing."""
    if not rules:
        return wording("sort-nothing")
    return ", ".join(dict.fromkeys(effect(rule, channel, wording) for rule in rules))


def _target_name(rule: Rule, channel: Sortable) -> str | None:
    """Find the name of a rule's target; None if that is gone."""
    if rule.action is Action.REACTION:
        emoji = discord.PartialEmoji.from_str(rule.target)
        return f":{emoji.name}:" if emoji.id else rule.target
    if rule.action is Action.COPY:
        target = channel.guild.get_channel(int(rule.target))
        return f"#{target.name}" if target else None
    if not isinstance(channel, discord.ForumChannel):
        return None
    tag = channel.get_tag(int(rule.target))
    return tag.name if tag else None
