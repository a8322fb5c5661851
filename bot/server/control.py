"""One setting as its admins see it: shown in words, and changed by a select menu or a switch."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.language.language import Wording
from bot.store.settings import ServerSettings

Edit = Callable[[ServerSettings], ServerSettings]
Item = ui.Item[Any]

PREFIX: Final = "settings:"
"""What the custom ids of all controls begin with."""


class Control(ABC):
    """One setting.

    Parameters
    ----------
    name : str
        The setting's name in custom ids, and with hyphens in the languages' files.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def key(self) -> str:
        """Where its words begin in the languages' files."""
        return f"settings-{self.name.replace('_', '-')}"

    @property
    def custom_id(self) -> str:
        """By which Discord tells it from others, also after a restart."""
        return PREFIX + self.name

    def label(self, wording: Wording) -> str:
        """Name it."""
        return wording(self.key)

    @abstractmethod
    def value(self, settings: ServerSettings, wording: Wording) -> str:
        """Word what is chosen."""

    @abstractmethod
    def edit(self, chosen: Sequence[str], guild: discord.Guild) -> Edit:
        """Turn what somebody chose into a change.

        Raises
        ------
        SettingInvalid
            If nobody could have chosen that from the message.
        ChoiceGone
            If the server doesn't have such a channel or role.
        """

    @abstractmethod
    def items(
        self, settings: ServerSettings, wording: Wording, guild: discord.Guild
    ) -> Sequence[Item]:
        """Make what it is shown and changed by."""

    def heading(self, settings: ServerSettings, wording: Wording) -> str:
        """Word the setting and what is chosen."""
        value = self.value(settings, wording)
        return wording("settings-line", setting=self.label(wording), value=value)

    def _with_menu(self, wording: Wording, menu: Item, gone: str = "") -> Sequence[Item]:
        """Put the name above a menu, which shows what is chosen, but for what Discord lost."""
        lines = [wording("settings-above-menu", setting=self.label(wording))]
        if gone:
            lines.append(wording("settings-gone", places=gone))
        return [ui.TextDisplay("\n".join(lines)), ui.ActionRow(menu)]
