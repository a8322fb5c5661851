"""The figures as a message whose buttons turn its pages."""

import asyncio
import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, Final

import discord
from discord import ui

from bot.language.language import Wording
from bot.panel import AdminPanel, Panel, PanelButton

ALT_LIMIT: Final = 256
"""Discord's limit for the alt text of a picture in a card, in characters."""

Interaction = discord.Interaction[Any]


class Name(StrEnum):
    """The pages there are, in their order."""

    NETWORK = "network"
    SERVER = "server"
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows.

    Attributes
    ----------
    texts : list of str
        Its paragraphs.
    plots : list of discord.File
        Its pictures, with alt texts.
    """

    texts: list[str]
    plots: list[discord.File] = field(default_factory=list)


class StatsPanel(AdminPanel):
    """One page at a time.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it.
    write : callable
        Writes a page as it is now.
    wording : Wording
        The language of the buttons.
    """

    def __init__(
        self,
        interaction: Interaction,
        write: Callable[[Name, Interaction], Awaitable[Page]],
        wording: Wording,
    ) -> None:
        super().__init__(interaction)
        self._write = write
        self._wording = wording

    async def turn(self, interaction: Interaction, name: Name) -> None:
        """Show a page; pressing the shown one's button brings it up to date."""
        page = await self._write(name, interaction)
        content: ui.Container[Panel] = ui.Container(*map(ui.TextDisplay, page.texts))
        if page.plots:
            content.add_item(ui.MediaGallery(*map(discord.MediaGalleryItem, page.plots)))
        content.add_item(ui.ActionRow(*(self._button(each, name) for each in Name)))
        await self.show(interaction, content, page.plots)

    def _button(self, name: Name, shown: Name) -> PanelButton:
        style = discord.ButtonStyle.primary if name is shown else discord.ButtonStyle.secondary
        return PanelButton(
            self._wording(f"stats-page-{name}"), partial(self.turn, name=name), style
        )


async def plot(name: str, alt: str, draw: Callable[[], bytes]) -> discord.File:
    """Draw a picture on a thread.

    Parameters
    ----------
    name : str
        Its file's, without a suffix.
    alt : str
        What it shows, in words; cut where Discord would refuse it.
    draw : callable
        Returns the PNG.
    """
    png = await asyncio.to_thread(draw)
    short = alt if len(alt) <= ALT_LIMIT else f"{alt[: ALT_LIMIT - 1]}…"
    return discord.File(io.BytesIO(png), f"{name}.png", description=short)
