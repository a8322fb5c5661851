"""A message for one person whose buttons change it."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import discord
from discord import ui
from discord.ext import commands

from bot.desk import ErrorDesk, Reported
from bot.errors import REQUEST_FAILURES, PanelChanged, PanelClosed
from bot.guild import check_manages

log = logging.getLogger(__name__)

_SECONDS: Final = 14 * 60.0
"""A little less than Discord lets an answer to an interaction be edited, from its last click on."""

_RANDOM: Final = re.compile(r"[0-9a-f]{32}")
"""The custom ids of panels' buttons: discord.py makes them up, and forgets them at its end."""


class Panels(commands.Cog):
    """Knows which panels are open, and answers the buttons that none of them has any more.

    Parameters
    ----------
    errors : ErrorDesk
        Words that a button means nothing any more.
    """

    def __init__(self, errors: ErrorDesk) -> None:
        self._errors = errors
        self._open: dict[int, frozenset[str | None]] = {}

    def opened(self, message_id: int, buttons: frozenset[str | None]) -> None:
        """Note that a message's panel answers these buttons, by their custom ids, and no others."""
        self._open[message_id] = buttons

    def closed(self, message_id: int) -> None:
        """Note that a message's panel answers no button any more."""
        self._open.pop(message_id, None)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a button that nobody else answers: Discord would call it a failure."""
        message = interaction.message
        data: Any = interaction.data
        if interaction.type is not discord.InteractionType.component or message is None:
            return
        if not _RANDOM.fullmatch(data["custom_id"]):
            return
        buttons = self._open.get(message.id)
        if buttons is None:
            await self._errors.answer(interaction, PanelClosed(f"message {message.id}"))
        elif data["custom_id"] not in buttons:
            await self._errors.answer(interaction, PanelChanged(f"message {message.id}"))


class Panel(Reported, ui.LayoutView):
    """A card that only the person who asked sees.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it; its answer is deferred, as each press is.
    """

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        super().__init__(timeout=_SECONDS)
        self._latest = interaction
        self._message_id = 0
        self._changing = asyncio.Lock()

    async def show(
        self,
        interaction: discord.Interaction[Any],
        container: ui.Container["Panel"],
        files: Sequence[discord.File] = (),
    ) -> None:
        """Show something and its pictures, in place of what was shown before."""
        # Of two presses at once the second waits: Discord may be done with its edit first, and the
        # first one's buttons would stay on the screen, though they are nobody's.
        async with self._changing:
            self._latest = interaction
            self.clear_items()
            self.add_item(container)
            # The old buttons are nobody's from now on, though they are on the screen until Discord
            # has the new ones.
            if self._message_id:
                self._answer_these()
            try:
                message = await interaction.edit_original_response(view=self, attachments=files)
            except REQUEST_FAILURES:
                interaction.client.panels.closed(self._message_id)
                raise
            self._message_id = message.id
            self._answer_these()

    def _answer_these(self) -> None:
        panels = self._latest.client.panels
        if not self.is_dispatchable():  # without buttons it has no timeout that would close it
            panels.closed(self._message_id)
            return
        buttons = (item for item in self.walk_children() if isinstance(item, ui.Button))
        panels.opened(self._message_id, frozenset(button.custom_id for button in buttons))

    async def on_timeout(self) -> None:
        """Let nobody press what won't answer any more."""
        self._latest.client.panels.closed(self._message_id)
        for item in self.walk_children():
            if isinstance(item, ui.Button) and item.url is None:
                item.disabled = True
        try:
            await self._latest.edit_original_response(view=self)
        except REQUEST_FAILURES as error:
            log.info("A panel couldn't be switched off: %r", error)


class PanelButton(ui.Button[Panel]):
    """A button that changes its panel; a shutdown waits for it.

    Parameters
    ----------
    label : str
        What is on it.
    press : callable
        Answers a press, which is deferred by then.
    style : discord.ButtonStyle
        Its colour.
    disabled : bool
        Whether it can't be pressed now.
    """

    def __init__(
        self,
        label: str,
        press: Callable[[discord.Interaction[Any]], Awaitable[None]],
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        *,
        disabled: bool = False,
    ) -> None:
        super().__init__(label=label, style=style, disabled=disabled)
        self._press = press

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press, unless somebody presses too often: some search, or classify again."""
        client = interaction.client
        client.command_cooldown.spend(interaction.user.id, interaction.guild_id)
        with client.in_flight.one():
            await interaction.response.defer()
            await self._press(interaction)


class AdminPanel(Panel):
    """A panel for members who may manage the server, checked at each press."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Refuse who lost the permission since the panel was opened."""
        check_manages(interaction)
        return True
