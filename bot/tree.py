"""The commands: nobody can flood them, a shutdown waits for them, and their errors are told."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.errors import CoolingDown, ShuttingDown

if TYPE_CHECKING:
    from bot.client import FitCheck


class Tree(app_commands.CommandTree["FitCheck"]):
    """A command tree whose errors go to the client's error desk, and that nobody can flood.

    A shutdown waits for its commands.
    """

    async def interaction_check(self, interaction: discord.Interaction["FitCheck"], /) -> bool:
        """Let a command through, unless somebody uses them too often."""
        if interaction.type is not discord.InteractionType.application_command:
            return True
        client = self.client
        wait = client.command_cooldown.take(interaction.user.id, interaction.guild_id)
        if wait > 0:
            await client.errors.answer(interaction, CoolingDown(wait))
        return wait <= 0

    async def _call(self, interaction: discord.Interaction["FitCheck"]) -> None:
        """Let a shutdown wait for a command; discord.py has no public place around all of one."""
        try:
            with self.client.in_flight.one():
                await super()._call(interaction)
        except ShuttingDown as error:
            if interaction.type is discord.InteractionType.application_command:
                await self.client.errors.answer(interaction, error)

    async def on_error(
        self, interaction: discord.Interaction["FitCheck"], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer whatever a command raised."""
        await self.client.errors.answer(interaction, error)
