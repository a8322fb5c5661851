"""`/help`, `/privacy` and `/forget-me`, for everyone, everywhere."""

from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.language.commands import phrase
from bot.language.language import Languages, Wording
from bot.place import server_of
from bot.privacy.guide import Guide
from bot.store.settings import ServerSettings
from bot.store.store import Store


class Sheet(ui.LayoutView):
    """Paragraphs as a message."""

    def __init__(self, *texts: str) -> None:
        super().__init__(timeout=None)
        content: ui.Container[Sheet] = ui.Container(*map(ui.TextDisplay, texts))
        self.add_item(content)


class Privacy(commands.Cog):
    """Answers each person alone, in their language.

    Parameters
    ----------
    store : Store
        What is kept of people.
    guide : Guide
        Lists the commands.
    languages : Languages
        The words.
    """

    def __init__(self, store: Store, guide: Guide, languages: Languages) -> None:
        self._store = store
        self._guide = guide
        self._languages = languages

    @app_commands.command(name=phrase("help-name"), description=phrase("help-description"))
    async def help(self, interaction: discord.Interaction) -> None:
        """Show what the caller can do here."""
        wording = self._wording(interaction)
        lines = await self._guide.lines(
            wording,
            interaction.locale,
            manages=interaction.permissions.manage_guild,
            in_server=server_of(interaction) is not None,
        )
        sheet = Sheet(wording("help-start"), "\n".join(lines), wording("help-end"))
        await interaction.response.send_message(view=sheet, ephemeral=True)

    @app_commands.command(name=phrase("privacy-name"), description=phrase("privacy-description"))
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Say what is kept in general, and what here."""
        wording = self._wording(interaction)
        texts = [wording("privacy-always"), self._here(interaction, wording)]
        sheet = Sheet(*texts, wording("privacy-rights"))
        await interaction.response.send_message(view=sheet, ephemeral=True)

    @app_commands.command(name=phrase("forget-name"), description=phrase("forget-description"))
    async def forget_me(self, interaction: discord.Interaction) -> None:
        """Delete what is stored about the caller, in every server, and say what that was."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        deleted = await self._store.forgetting.person(interaction.user.id, interaction.created_at)
        wording = self._wording(interaction)
        if any(deleted.values()):
            text = wording("forget-done", **deleted)
        else:
            text = wording("forget-nothing")
        await interaction.followup.send(view=Sheet(text), ephemeral=True)

    def _here(self, interaction: discord.Interaction[Any], wording: Wording) -> str:
        """Say what is kept where the question was asked."""
        guild_id = server_of(interaction)
        if guild_id is None:
            return wording("privacy-nowhere")
        return _kept(self._store.settings.of(guild_id), wording)

    def _wording(self, interaction: discord.Interaction[Any]) -> Wording:
        return self._languages.wording(interaction.locale.value)


def _kept(settings: ServerSettings, wording: Wording) -> str:
    kept = (
        ("counts", settings.keep_counts),
        ("corrections", settings.keep_corrections),
        ("index", settings.keep_index),
    )
    lines = [wording(f"privacy-{what}-{'on' if is_kept else 'off'}") for what, is_kept in kept]
    return "\n".join(
        (
            wording("privacy-here"),
            *lines,
            wording("privacy-retention", days=settings.retention_days),
        )
    )
