"""Buttons and menus that outlive a restart: all that they mean is in their custom id."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

import discord
from discord import ui

from bot.errors import UnknownButton
from bot.ticket import Ticket

if TYPE_CHECKING:
    from bot.client import FitCheck

MOST_OPTIONS: Final = 25
"""Discord shows no more in a menu, and lets nobody choose more from one."""

LONGEST_OPTION: Final = 100
"""Discord allows no more characters in an option's label, in its value, and in a custom id."""


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed a button or chose from a menu.

    Attributes
    ----------
    interaction : discord.Interaction
        Who did, and where.
    ticket : Ticket
        What it was about, completed with the message that it happened on.
    panel : bool
        Whether it was in a message of their own that a press before had opened.
    values : tuple of str
        What was chosen from a menu.
    """

    interaction: discord.Interaction["FitCheck"]
    ticket: Ticket
    panel: bool
    values: tuple[str, ...] = ()

    async def defer(self) -> None:
        """Tell Discord that an answer for this person alone is on its way."""
        if self.panel:
            await self.interaction.response.defer()
        else:
            await self.interaction.response.defer(ephemeral=True, thinking=True)

    async def show(
        self,
        text: str,
        menu: "Permanent | None" = None,
        files: Sequence[discord.File] = (),
    ) -> None:
        """Show this person something, in place of what a press before had shown."""
        view = None if menu is None else ui.View(timeout=None).add_item(menu)
        await self.interaction.edit_original_response(content=text, view=view, attachments=files)

    def picture(self, pictures: Sequence[int]) -> int | None:
        """Say which of a message's pictures was chosen; None if it has yet to be.

        Raises
        ------
        UnknownButton
            If there is no such picture.
        """
        chosen = self.ticket.picture
        if chosen is None and self.values:
            by_name = {str(picture): picture for picture in pictures}
            chosen = by_name.get(self.values[0], -1)
        if chosen is None:
            return pictures[0] if len(pictures) == 1 else None
        if chosen not in pictures:
            raise UnknownButton(f"picture {chosen} is none of {pictures}")
        return chosen


Handlers = dict[str, Callable[[Press], Awaitable[None]]]
"""What is done at a press, by the verb in the custom id; each feature enters its own."""


class Permanent(
    ui.DynamicItem[ui.Button[Any] | ui.Select[Any]],
    template=r"(?s:fitcheck:(?P<verb>[a-z]*):(?P<ticket>.*))",
):
    """A button or menu that is handled by the verb in its custom id."""

    @classmethod
    def button(cls, verb: str, ticket: Ticket, label: str) -> Self:
        """Make a button."""
        return cls(ui.Button(custom_id=f"fitcheck:{verb}:{ticket}", label=label))

    @classmethod
    def menu(
        cls, verb: str, ticket: Ticket, options: Sequence[discord.SelectOption], placeholder: str
    ) -> Self:
        """Make a menu of which one option is chosen; what is beyond `MOST_OPTIONS` isn't shown."""
        return cls(
            ui.Select(
                custom_id=f"fitcheck:{verb}:{ticket}",
                options=list(options[:MOST_OPTIONS]),
                placeholder=placeholder,
            )
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 - the interface has it
        item: ui.Item[Any],
        match: object,  # noqa: ARG003 - read where an error can be told
        /,
    ) -> Self:
        """Stand for what was pressed."""
        if not isinstance(item, ui.Button | ui.Select):
            raise TypeError(f"{item!r} is neither a button nor a menu")
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the feature that knows the verb, unless somebody presses too often."""
        client = interaction.client
        try:
            with client.in_flight.one():
                await self._handle(interaction, client.handlers)
        except Exception as error:  # noqa: BLE001 - discord.py would tell nobody
            await client.errors.answer(interaction, error)

    async def _handle(
        self, interaction: discord.Interaction["FitCheck"], handlers: Handlers
    ) -> None:
        match = self.template.fullmatch(self.custom_id)
        if match is None or interaction.message is None:
            raise UnknownButton(f"{self.custom_id[:LONGEST_OPTION]!r}")
        ticket = Ticket.read(match["ticket"])
        values = tuple(self.item.values) if isinstance(self.item, ui.Select) else ()
        panel = ticket.answer != 0
        interaction.client.command_cooldown.spend(interaction.user.id, interaction.guild_id)
        handler = handlers.get(match["verb"])
        if handler is None:
            raise UnknownButton(f"nobody handles {match['verb']!r}")
        await handler(Press(interaction, ticket.on(interaction.message.id), panel, values))
