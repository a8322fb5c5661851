"""The day from which on posts are looked for."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from discord import app_commands

from bot.find.errors import NotADate
from bot.language.language import Wording

_DISCORD_BEGAN: Final = date(2015, 1, 1)
"""No message is older, and no older day fits into a message's id."""
_DAYS_BACK: Final = (0, 7, 30, 365)


def parse_since(typed: str, today: date) -> datetime:
    """Read a day such as 2026-01-31; its first moment, in UTC.

    Raises
    ------
    NotADate
        If it is none.
    """
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:  # which repeats what was typed, and the log holds nothing of that
        raise NotADate(f"{len(typed)} characters are no day") from None
    day = min(max(day, _DISCORD_BEGAN), today + timedelta(days=1))
    return datetime.combine(day, time(), UTC)


def since_choices(typed: str, wording: Wording, today: date) -> list[app_commands.Choice[str]]:
    """Suggest some days, or the one that was typed."""
    if typed.strip():
        try:
            day = parse_since(typed, today).date().isoformat()
        except NotADate:
            return []
        return [app_commands.Choice(name=day, value=day)]
    return [
        app_commands.Choice(
            name=wording("find-since-choice", days=days),
            value=(today - timedelta(days=days)).isoformat(),
        )
        for days in _DAYS_BACK
    ]
