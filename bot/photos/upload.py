"""A form to upload pictures with, where there is none to answer."""

from collections.abc import Sequence
from typing import Any, Final, Protocol

import discord
from discord import ui

from bot.desk import Reported
from bot.language.language import Wording

_ID: Final = "fitcheck:upload:{}"
"""The same at every start, so that a form is answered that was opened before."""


class Answer(Protocol):
    """Answers pictures, as `bot.photos.cog.Photos` does."""

    async def __call__(
        self,
        interaction: discord.Interaction[Any],
        attachments: Sequence[discord.Attachment],
        *,
        private: bool,
    ) -> None:
        """Answer them to everybody, or to the person alone."""


class Upload(Reported, ui.Modal):
    """Asks for pictures, for as long as somebody has it open.

    All forms of one custom id are answered alike, by the one that discord.py was last told of.

    Parameters
    ----------
    wording : Wording
        The person's language.
    answer : callable
        Answers what is uploaded.
    limit : int
        The most pictures that are taken.
    private : bool
        Whether the person alone sees the answer.
    """

    def __init__(self, wording: Wording, answer: Answer, *, limit: int, private: bool) -> None:
        custom_id = _ID.format("private" if private else "public")
        super().__init__(title=wording("upload-title"), timeout=None, custom_id=custom_id)
        self._answer = answer
        self._private = private
        self._files: ui.FileUpload[Upload] = ui.FileUpload(
            custom_id="pictures", min_values=1, max_values=limit
        )
        label = wording("upload-label")
        description = wording("upload-description", limit=limit)
        self.add_item(ui.Label(text=label, description=description, component=self._files))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer them; a shutdown waits for that."""
        with interaction.client.in_flight.one():
            await self._answer(interaction, self._files.values, private=self._private)

    def stop(self) -> None:
        """Go on: the same form may be open for others."""
