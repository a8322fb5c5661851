"""A message for one person whose buttons change it."""

import logging
from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import app_commands, ui

from bot.desk import Reported

log = logging.getLogger(__name__)

_SECONDS: Final = 14 * 60.0
"""A little less than Discord lets an answer to an interaction be edited, from its last click on."""


class Panel(Reported, ui.LayoutView):
    """A card that only the person who asked sees.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it; its answer may be deferred.
    """

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        super().__init__(timeout=_SECONDS)
        self._latest = interaction

    async def show(
        self,
        interaction: discord.Interaction[Any],
        container: ui.Container["Panel"],
        files: Sequence[discord.File] = (),
    ) -> None:
        """Show something and its pictures, in place of what was shown before."""
        self._latest = interaction
        self.clear_items()
        self.add_item(container)
        if not interaction.response.is_done():
            await interaction.response.defer(ephemeral=True)
        await interaction.edit_original_response(view=self, attachments=files)

    async def on_timeout(self) -> None:
        """Let nobody press what won't answer any more."""
        for item in self.walk_children():
            if isinstance(item, ui.Button) and item.url is None:
                item.disabled = True
        try:
            await self._latest.edit_original_response(view=self)
        except discord.HTTPException as error:
            log.info("A panel couldn't be switched off: %s", error)


class AdminPanel(Panel):
    """A panel for members who may manage the server, checked at each press."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Refuse who lost the permission since the panel was opened."""
        if not interaction.permissions.manage_guild:
            raise app_commands.MissingPermissions(["manage_guild"])
        return True
