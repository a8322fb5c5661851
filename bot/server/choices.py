"""Settings that are chosen from a list, or switched."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import discord
from discord import ui

from bot.language.language import Wording
from bot.server.control import Control, Edit, Item
from bot.store.errors import SettingInvalid
from bot.store.settings import ServerSettings

_STATES: Final = {"on": True, "off": False}


class Switch(Control):
    """A setting that is on or off, with a button that turns it.

    The button says what it turns the setting to, so that two admins who press it at once don't undo
    each other's change.
    """

    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """Word whether it is on."""
        return wording("settings-on" if getattr(settings, self.name) else "settings-off")

    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:  # noqa: ARG002 - as others
        """Turn it as the pressed button says."""
        if len(chosen) != 1 or chosen[0] not in _STATES:
            raise SettingInvalid(f"{self.name} can't be turned {chosen!r}")
        change: dict[str, Any] = {self.name: _STATES[chosen[0]]}
        return lambda settings: replace(settings, **change)

    def items(
        self,
        settings: ServerSettings,
        wording: Wording,
        guild: discord.Guild,  # noqa: ARG002 - other settings are of channels and roles
    ) -> Sequence[Item]:
        """Show it beside its button."""
        is_on = getattr(settings, self.name)
        button: ui.Button[Any] = ui.Button(
            label=wording("settings-turn-off" if is_on else "settings-turn-on"),
            style=discord.ButtonStyle.secondary if is_on else discord.ButtonStyle.success,
            custom_id=f"{self.custom_id}:{'off' if is_on else 'on'}",
        )
        return [ui.Section(self.heading(settings, wording), accessory=button)]


class Choice(Control):
    """A setting that takes one of a few values.

    Parameters
    ----------
    name : str
        The setting's.
    values : sequence
        Those to choose from.
    word : callable
        Words one of them.
    """

    def __init__(
        self, name: str, values: Sequence[Any], word: Callable[[Any, Wording], str]
    ) -> None:
        super().__init__(name)
        self._values = {str(value): value for value in values}
        self._word = word

    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """Word what is chosen."""
        return self._word(getattr(settings, self.name), wording)

    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:  # noqa: ARG002 - as others
        """Take the one chosen value."""
        if len(chosen) != 1 or chosen[0] not in self._values:
            raise SettingInvalid(f"{self.name} can't be {chosen!r}")
        change: dict[str, Any] = {self.name: self._values[chosen[0]]}
        return lambda settings: replace(settings, **change)

    def items(
        self,
        settings: ServerSettings,
        wording: Wording,
        guild: discord.Guild,  # noqa: ARG002 - other settings are of channels and roles
    ) -> Sequence[Item]:
        """Show it above a menu."""
        current = getattr(settings, self.name)
        options = [
            discord.SelectOption(
                label=self._word(value, wording), value=text, default=value == current
            )
            for text, value in self._values.items()
        ]
        select: ui.Select[Any] = ui.Select(
            custom_id=self.custom_id, options=options, placeholder=self.value(settings, wording)
        )
        return self._with_menu(wording, select)


class Several(Control):
    """A few settings of the same kind that are on or off, chosen from one menu.

    The menu's custom id says what it showed, so that another admin's change since then lasts.

    Parameters
    ----------
    name : str
        What they are called together.
    fields : sequence of str
        The settings' names.
    """

    def __init__(self, name: str, fields: Sequence[str]) -> None:
        super().__init__(name)
        self._fields = tuple(fields)

    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """List those that are on."""
        on = [self._word(field, wording) for field in self._fields if getattr(settings, field)]
        return ", ".join(on) or wording("settings-nothing")

    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:  # noqa: ARG002 - as others
        """Turn those on that were chosen, and the others off, where that isn't what was shown."""
        states, *on = chosen or [""]
        if len(states) != len(self._fields) or not set(on) <= set(self._fields):
            raise SettingInvalid(f"{self.name} can't be {chosen!r}")
        shown = [field for field, state in zip(self._fields, states, strict=True) if state == "1"]
        turned = set(on).symmetric_difference(shown)
        change: dict[str, Any] = {field: field in on for field in turned}
        return lambda settings: replace(settings, **change)

    def items(
        self,
        settings: ServerSettings,
        wording: Wording,
        guild: discord.Guild,  # noqa: ARG002 - other settings are of channels and roles
    ) -> Sequence[Item]:
        """Show them above a menu."""
        options = [
            discord.SelectOption(
                label=self._word(field, wording), value=field, default=getattr(settings, field)
            )
            for field in self._fields
        ]
        states = "".join("01"[getattr(settings, field)] for field in self._fields)
        select: ui.Select[Any] = ui.Select(
            custom_id=f"{self.custom_id}:{states}",
            options=options,
            min_values=0,
            max_values=len(options),
            placeholder=wording("settings-nothing"),
        )
        return self._with_menu(wording, select)

    def _word(self, field: str, wording: Wording) -> str:
        return wording(f"settings-{field.replace('_', '-')}")
