"""The message with all settings."""

from collections.abc import Iterable

import discord
from discord import ui

from bot.language.language import Wording
from bot.server.control import Control
from bot.store.settings import ServerSettings


def card(
    controls: Iterable[Control],
    settings: ServerSettings,
    wording: Wording,
    guild: discord.Guild,
    status: str,
) -> ui.LayoutView:
    """Lay out a server's settings, 36 of the 40 components that Discord allows in a message.

    Parameters
    ----------
    controls : iterable of Control
        What is shown.
    settings : ServerSettings
        As they are.
    wording : Wording
        The admin's language.
    guild : discord.Guild
        The server.
    status : str
        What happened last; it is at the end, where an admin's eyes and thumbs are.
    """
    content: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay(wording("settings-title")))
    for control in controls:
        for item in control.items(settings, wording, guild):
            content.add_item(item)
    content.add_item(ui.TextDisplay(status))
    view = ui.LayoutView(timeout=None)
    view.add_item(content)
    # The cog answers by custom ids alone, in any process and after a restart: nobody keeps a view.
    view.stop()
    return view
