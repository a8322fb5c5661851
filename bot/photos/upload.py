"""A form to upload pictures with, where there is none to answer."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.desk import Reported
from bot.language.language import Wording

_SECONDS: Final = 15 * 60.0
"""How long it is waited for; nobody is told of a form that was closed."""

Answer = Callable[[discord.Interaction[Any], Sequence[discord.Attachment]], Awaitable[None]]


class Upload(Reported, ui.Modal):
    """Asks for pictures.

    Parameters
    ----------
    wording : Wording
        The person's language.
    answer : callable
        Answers what is uploaded.
    limit : int
        The most pictures that are taken.
    """

    def __init__(self, wording: Wording, answer: Answer, *, limit: int) -> None:
        super().__init__(title=wording("upload-title"), timeout=_SECONDS)
        self._answer = answer
        self._files: ui.FileUpload[Upload] = ui.FileUpload(
            custom_id="pictures", min_values=1, max_values=limit
        )
        label = wording("upload-label")
        description = wording("upload-description", limit=limit)
        self.add_item(ui.Label(text=label, description=description, component=self._files))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer them."""
        await self._answer(interaction, self._files.values)
