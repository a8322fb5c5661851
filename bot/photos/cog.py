"""Photos that somebody asks about by a command: `/classify` and the menu "Classify clothing"."""

import time
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import ErrorDesk
from bot.errors import NoPicture
from bot.language.commands import phrase
from bot.language.language import FALLBACK, Languages
from bot.photos.attachments import pictures_of
from bot.photos.classify import Classifier, Failed
from bot.photos.keeper import Keeper
from bot.photos.latest import latest
from bot.photos.reply import Renderer
from bot.photos.upload import Upload
from bot.place import server_of
from bot.sight.recent import Recent
from bot.stats.meter import Meter
from bot.votes.buttons import Buttons


class Photos(commands.Cog):
    """The commands that answer pictures.

    Parameters
    ----------
    tree : discord.app_commands.CommandTree
        Where the menu goes, which a cog can't declare.
    classifier : Classifier
        Attachments to outcomes.
    keeper : Keeper
        Keeps the outcomes.
    buttons : Buttons
        What goes under an answer.
    recent : Recent
        Remembers pictures that can't be fetched again from a message.
    languages : Languages
        The words of the answers.
    errors : ErrorDesk
        Words what went wrong.
    meter : Meter
        Counts the answers.
    """

    def __init__(
        self,
        tree: app_commands.CommandTree[Any],
        classifier: Classifier,
        keeper: Keeper,
        buttons: Buttons,
        recent: Recent,
        *,
        languages: Languages,
        errors: ErrorDesk,
        meter: Meter,
    ) -> None:
        self._tree = tree
        self._classifier = classifier
        self._keeper = keeper
        self._buttons = buttons
        self._recent = recent
        self._languages = languages
        self._errors = errors
        self._meter = meter
        self._menu = app_commands.ContextMenu(
            name=phrase("classify-menu-name"), callback=self.classify_message
        )

    @app_commands.command(name=phrase("classify-name"), description=phrase("classify-description"))
    @app_commands.rename(
        image=phrase("classify-image-name"),
        image2=phrase("classify-image2-name"),
        image3=phrase("classify-image3-name"),
        image4=phrase("classify-image4-name"),
        private=phrase("classify-private-name"),
    )
    @app_commands.describe(
        image=phrase("classify-image-description"),
        image2=phrase("classify-another-description"),
        image3=phrase("classify-another-description"),
        image4=phrase("classify-another-description"),
        private=phrase("classify-private-description"),
    )
    async def classify(
        self,
        interaction: discord.Interaction,
        *,
        image: discord.Attachment | None = None,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        private: bool = False,
    ) -> None:
        """Answer the pictures that come with the command, else the last in the channel."""
        given = [one for one in (image, image2, image3, image4) if one is not None]
        if given:
            await self._answer(interaction, given, private=private)
            return
        source = await latest(interaction)
        if source is not None:
            pictures = pictures_of(source)
            await self._answer(interaction, pictures, source=source, private=private)
            return
        await interaction.response.send_modal(self._form(interaction.locale.value, private=private))

    async def classify_message(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Answer the pictures of the message whose menu was used."""
        pictures = pictures_of(message)
        if message.author == interaction.client.user or not pictures:  # of its own, as elsewhere
            raise NoPicture(f"message {message.id} holds none")
        await self._answer(interaction, pictures, source=message)

    async def _answer(
        self,
        interaction: discord.Interaction,
        attachments: Sequence[discord.Attachment],
        *,
        source: discord.Message | None = None,
        private: bool = False,
    ) -> None:
        """Answer pictures, and keep what was answered.

        Parameters
        ----------
        interaction : discord.Interaction
            What asked.
        attachments : sequence of discord.Attachment
            The pictures.
        source : discord.Message or None
            The message that holds them; None if they came with the interaction.
        private : bool
            Whether to show the answer to the person alone.
        """
        since = time.perf_counter()
        wording = self._languages.wording(interaction.locale.value)
        where = f"interaction {interaction.id}"
        limit = self._classifier.max_pictures
        renderer = Renderer(wording, self._errors, limit=limit, where=where)
        await interaction.response.defer(ephemeral=private, thinking=True)
        photos = await self._classifier.classify(attachments, interaction.user.id)
        if source is not None:
            self._keeper.check_there(source, photos)
        failed = [photo for photo in photos if isinstance(photo, Failed)]
        if len(failed) == len(photos):
            await self._errors.tell(interaction, renderer.failures(failed))
            return
        server, source_id = server_of(interaction), source.id if source else 0
        buttons = self._buttons.under(wording, server, source_id, private=private)
        card = renderer.card(photos, total=len(attachments), buttons=buttons)
        answer = await interaction.followup.send(view=card, files=card.files, wait=True)
        if source is None or not _can_fetch(interaction):
            self._recent.remember(interaction.channel_id, answer.id, attachments)
        self._meter.record(len(photos) - len(failed), since)
        if source is None or private:
            self._keeper.keep_command(interaction, answer, photos)
        else:
            self._keeper.keep_message(server, source, photos)

    def _form(self, language: str, *, private: bool) -> Upload:
        wording = self._languages.wording(language)
        limit = self._classifier.max_pictures
        return Upload(wording, self._answer, limit=limit, private=private)

    async def cog_load(self) -> None:
        """Add the menu, and answer the forms that were opened before a restart."""
        self._tree.add_command(self._menu)
        for private in (False, True):
            self._tree.client.add_view(self._form(FALLBACK, private=private))

    async def cog_unload(self) -> None:
        """Take the menu away again."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)


def _can_fetch(interaction: discord.Interaction[Any]) -> bool:
    """Whether FitCheck sees what messages there hold by itself, and so also if one is deleted."""
    if server_of(interaction) is None:
        return interaction.context.dm_channel
    allowed = interaction.app_permissions
    reads = allowed.view_channel and allowed.read_message_history
    return reads and interaction.client.intents.message_content
