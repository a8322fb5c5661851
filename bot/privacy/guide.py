"""The commands that a person can use, in their language, as Discord was told of them."""

from typing import Any, Final

import discord
from discord import app_commands

from bot.language.language import Wording

_SUBCOMMAND: Final = discord.AppCommandOptionType.subcommand.value
_IN_SERVERS: Final = 0
"""Discord's number for that context of a command."""


class Guide:
    """Lists a tree's commands.

    Parameters
    ----------
    tree : discord.app_commands.CommandTree
        All there are, with their translator.
    """

    def __init__(self, tree: app_commands.CommandTree[Any]) -> None:
        self._tree = tree

    async def lines(
        self, wording: Wording, locale: discord.Locale, *, manages: bool, in_server: bool
    ) -> list[str]:
        """Word one line for each command.

        Parameters
        ----------
        wording : Wording
            The person's language.
        locale : discord.Locale
            The same, as commands' names are translated to it.
        manages : bool
            Whether they may manage the server; the commands for that are left out otherwise.
        in_server : bool
            Whether it is asked in a server; commands that work there only are left out otherwise.
        """
        translator = self._tree.translator or app_commands.Translator()
        lines = []
        for command in sorted(self._tree.get_commands(), key=lambda command: command.name):
            payload = await command.get_translated_payload(self._tree, translator)
            hidden = payload.get("default_member_permissions") is not None and not manages
            if hidden or (not in_server and payload.get("contexts") == [_IN_SERVERS]):
                continue
            if isinstance(command, app_commands.ContextMenu):
                lines.append(wording("help-menu", name=_translated(payload, "name", locale)))
            else:
                lines += _slash_lines(payload, wording, locale)
        return lines


def _slash_lines(payload: dict[str, Any], wording: Wording, locale: discord.Locale) -> list[str]:
    name = _translated(payload, "name", locale)
    parts = [part for part in payload.get("options", ()) if part["type"] == _SUBCOMMAND]
    named = [(f"{name} {_translated(part, 'name', locale)}", part) for part in parts]
    return [
        wording("help-command", name=whole, description=_translated(part, "description", locale))
        for whole, part in named or [(name, payload)]
    ]


def _translated(payload: dict[str, Any], field: str, locale: discord.Locale) -> str:
    translations = payload.get(f"{field}_localizations") or {}
    return str(translations.get(locale.value, payload[field]))
