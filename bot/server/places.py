"""Settings that name channels and roles of the server."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import discord
from discord import ChannelType, ui

from bot.language.language import Wording
from bot.press import MOST_OPTIONS
from bot.server.control import Control, Edit, Item
from bot.server.errors import ChoiceGone
from bot.store.errors import SettingInvalid
from bot.store.settings import ServerSettings

_TALKED_IN: Final = [
    ChannelType.text,
    ChannelType.news,
    ChannelType.voice,
    ChannelType.stage_voice,
    ChannelType.public_thread,
    ChannelType.private_thread,
    ChannelType.news_thread,
]
_POSTED_IN: Final = [*_TALKED_IN, ChannelType.forum, ChannelType.media]


class Channels(Control):
    """A set of channels and threads."""

    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """List them by mentions, which Discord shows as names."""
        mentions = _mentions(getattr(settings, self.name), wording)
        return mentions or wording(f"{self.key}-none")

    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:
        """Take the chosen ones instead of those before, but for what the menu can't show."""
        channels = _channels(chosen, guild)

        def changed(settings: ServerSettings) -> ServerSettings:
            # Nobody could choose an archived thread again. Choosing none at all clears those, too:
            # a deleted channel must be removable.
            _, unshown = _sorted_out(getattr(settings, self.name), guild)
            change: dict[str, Any] = {self.name: channels and channels.union(unshown)}
            return replace(settings, **change)

        return changed

    def items(
        self, settings: ServerSettings, wording: Wording, guild: discord.Guild
    ) -> Sequence[Item]:
        """Show them above a menu of the server's channels."""
        known, gone = _sorted_out(getattr(settings, self.name), guild)
        select: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id=self.custom_id,
            channel_types=_POSTED_IN,
            min_values=0,
            max_values=MOST_OPTIONS,
            placeholder=wording(f"{self.key}-none"),
            default_values=_preselected(known),
        )
        return self._with_menu(wording, select, _mentions(gone, wording))


class LogChannel(Control):
    """The one channel that is told of changes, if any."""

    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """Mention it."""
        channel_id = settings.log_channel_id
        return wording(f"{self.key}-none") if channel_id is None else f"<#{channel_id}>"

    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:
        """Take the chosen one, or none."""
        if len(chosen) > 1:
            raise SettingInvalid(f"{chosen!r} are several channels")
        channel_id = next(iter(_channels(chosen, guild)), None)
        return lambda settings: replace(settings, log_channel_id=channel_id)

    def items(
        self, settings: ServerSettings, wording: Wording, guild: discord.Guild
    ) -> Sequence[Item]:
        """Show it above a menu of the server's channels."""
        chosen = [] if settings.log_channel_id is None else [settings.log_channel_id]
        known, gone = _sorted_out(chosen, guild)
        select: ui.ChannelSelect[Any] = ui.ChannelSelect(
            custom_id=self.custom_id,
            channel_types=_TALKED_IN,
            min_values=0,
            max_values=1,
            placeholder=wording(f"{self.key}-none"),
            default_values=_preselected(known),
        )
        return self._with_menu(wording, select, _mentions(gone, wording))


class Roles(Control):
    """A set of roles."""

    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """List them by mentions, which Discord shows as names."""
        mentions = [f"<@&{one}>" for one in sorted(getattr(settings, self.name))]
        return ", ".join(mentions) or wording(f"{self.key}-none")

    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:
        """Take the chosen ones instead of those before."""
        ids = _ids(chosen)
        if any(guild.get_role(one) is None for one in ids):
            raise ChoiceGone(f"roles {sorted(ids)}")
        change: dict[str, Any] = {self.name: ids}
        return lambda settings: replace(settings, **change)

    def items(
        self, settings: ServerSettings, wording: Wording, guild: discord.Guild
    ) -> Sequence[Item]:
        """Show them above a menu of the server's roles."""
        kind = discord.SelectDefaultValueType.role
        known = [one for one in sorted(getattr(settings, self.name)) if guild.get_role(one)]
        select: ui.RoleSelect[Any] = ui.RoleSelect(
            custom_id=self.custom_id,
            min_values=0,
            max_values=MOST_OPTIONS,
            placeholder=wording(f"{self.key}-none"),
            default_values=[discord.SelectDefaultValue(id=one, type=kind) for one in known],
        )
        return self._with_menu(wording, select)


def _channels(chosen: Sequence[str], guild: discord.Guild) -> frozenset[int]:
    """Read channels' ids; another server's must never be among them: they may be written to."""
    ids = _ids(chosen)
    if any(guild.get_channel_or_thread(one) is None for one in ids):
        raise ChoiceGone(f"channels {sorted(ids)}")
    return ids


def _sorted_out(ids: Iterable[int], guild: discord.Guild) -> tuple[list[int], list[int]]:
    """Tell the channels that a menu can show from those that are gone, or archived threads."""
    ids = sorted(ids)
    known = [one for one in ids if guild.get_channel_or_thread(one)][:MOST_OPTIONS]
    return known, [one for one in ids if one not in known]


def _preselected(channels: Iterable[int]) -> list[discord.SelectDefaultValue]:
    kind = discord.SelectDefaultValueType.channel
    return [discord.SelectDefaultValue(id=one, type=kind) for one in channels]


def _mentions(channels: Iterable[int], wording: Wording) -> str:
    """Mention as many as a menu holds: what was archived piles up, and messages have limits."""
    mentions = [f"<#{one}>" for one in sorted(channels)]
    if len(mentions) > MOST_OPTIONS:
        mentions[MOST_OPTIONS:] = [wording("and-more", count=len(mentions) - MOST_OPTIONS)]
    return ", ".join(mentions)


def _ids(chosen: Sequence[str]) -> frozenset[int]:
    if not all(one.isascii() and one.isdecimal() for one in chosen):
        raise SettingInvalid(f"{chosen!r} are no ids")
    return frozenset(map(int, chosen))
