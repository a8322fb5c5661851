"""A channel's sorting as a message: its table, its trial, its switch and its way back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.errors import ContentUnseen
from bot.language.language import Wording
from bot.panel import AdminPanel, Panel, PanelButton
from bot.photos.classify import Classifier
from bot.server.errors import ChoiceGone
from bot.sorting.place import Sortable, check_reading
from bot.sorting.sorter import rules_for
from bot.sorting.table import LONGEST, effects_line, fitting, table
from bot.sorting.trial import Tried, try_on
from bot.store.errors import PlanChanged
from bot.store.sorting import Plan, Sortings

_Press = Callable[[discord.Interaction[Any]], Awaitable[None]]


class SortingPanel(AdminPanel):
    """Shows one channel's sorting; it is switched on from its trial only.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it.
    channel : Sortable
        The channel.
    sortings : Sortings
        Where its plan is.
    classifier : Classifier
        Tries it.
    wording : Wording
        The asker's language.
    """

    def __init__(
        self,
        interaction: discord.Interaction[Any],
        channel: Sortable,
        *,
        sortings: Sortings,
        classifier: Classifier,
        wording: Wording,
    ) -> None:
        super().__init__(interaction)
        self._channel = channel
        self._sortings = sortings
        self._classifier = classifier
        self._wording = wording

    @property
    def _plan(self) -> Plan:
        return self._sortings.of(self._channel.id)

    async def overview(self, interaction: discord.Interaction[Any]) -> None:
        """Show the table."""
        plan = self._plan
        name = f"<#{self._channel.id}>"
        state = "none" if not plan.rules else "on" if plan.switched_on else "off"
        title = self._wording(f"sort-title-{state}", channel=name)
        texts = [title]
        if plan.rules:
            texts.append(table(plan, self._channel, self._wording, LONGEST - len(title)))
        undo = self._button("sort-undo", partial(self._undo, plan))
        if plan.switched_on:
            switch_off = partial(self._change, lambda now: replace(now, switched_on=False))
            buttons = [self._button("sort-switch-off", switch_off), undo]
        elif plan.rules:
            buttons = [self._button("sort-try", self._try), undo]
        else:
            buttons = [undo]
        await self._present(interaction, texts, buttons)

    async def _try(self, interaction: discord.Interaction[Any]) -> None:
        if not interaction.client.intents.message_content:  # posts look empty, now and later
            raise ContentUnseen("the message-content intent isn't granted")
        check_reading(self._channel)
        plan = self._plan
        try:
            tried = await try_on(self._channel, self._classifier)
        except discord.NotFound as error:
            raise ChoiceGone(f"channel {self._channel.id}: {error}") from error

        def switched_on(now: Plan) -> Plan:
            if now != plan:
                raise PlanChanged(f"channel {self._channel.id}")
            return replace(plan, switched_on=True)

        switch_on = partial(self._change, switched_on)
        buttons = [
            self._button("sort-switch-on", switch_on, discord.ButtonStyle.success),
            self._button("sort-back", self.overview),
        ]
        await self._present(interaction, [self._told(plan, tried)], buttons)

    def _told(self, plan: Plan, tried: list[Tried]) -> str:
        if not tried:
            return self._wording("sort-trial-empty")
        lines = [
            self._wording(
                "sort-tried" if one.labels else "sort-tried-none",
                url=one.post.jump_url,
                number=number,
                garments=", ".join(map(self._wording.garment, one.labels)),
                effects=effects_line(rules_for(plan, one.labels), self._channel, self._wording),
            )
            for number, one in enumerate(tried, 1)
        ]
        return fitting((self._wording("sort-trial", posts=len(tried)), *lines), self._wording)

    async def _undo(self, shown: Plan, interaction: discord.Interaction[Any]) -> None:
        await self._sortings.undo(self._channel.guild.id, self._channel.id, shown)
        await self.overview(interaction)

    async def _change(
        self, edit: Callable[[Plan], Plan], interaction: discord.Interaction[Any]
    ) -> None:
        await self._sortings.change(self._channel.guild.id, self._channel.id, edit)
        await self.overview(interaction)

    def _button(
        self,
        key: str,
        press: _Press,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> PanelButton:
        return PanelButton(self._wording(key), press, style)

    async def _present(
        self,
        interaction: discord.Interaction[Any],
        texts: Sequence[str],
        buttons: Sequence[PanelButton],
    ) -> None:
        shown: ui.Container[Panel] = ui.Container(*map(ui.TextDisplay, texts))
        shown.add_item(ui.ActionRow(*buttons))
        await self.show(interaction, shown)
