"""How far the taking in of channels' pasts has come."""

from functools import partial
from typing import Any, Final

import discord
from discord import ui

from bot.find.indexer import may_index
from bot.find.past import Room
from bot.language.language import Wording
from bot.panel import AdminPanel, Panel, PanelButton
from bot.store.index_jobs import IndexJob
from bot.store.store import Store

_MOST_STOPPABLE: Final = 8
_MOST_FINISHED: Final = 20


class Progress(AdminPanel):
    """A server's jobs, each with a button that stops it.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it.
    store : Store
        Where the jobs are.
    guild : discord.Guild
        The server.
    wording : Wording
        The asker's language.
    """

    def __init__(
        self,
        interaction: discord.Interaction[Any],
        store: Store,
        guild: discord.Guild,
        wording: Wording,
    ) -> None:
        super().__init__(interaction)
        self._store = store
        self._guild = guild
        self._wording = wording

    async def refresh(self, interaction: discord.Interaction[Any]) -> None:
        """Show how far the jobs are by now."""
        jobs = await self._store.index_jobs.in_guild(self._guild.id)
        await self.show(interaction, self._laid_out(jobs))

    async def _stop(self, channel_id: int, interaction: discord.Interaction[Any]) -> None:
        await self._store.index_jobs.cancel(channel_id)
        await self.refresh(interaction)

    def _laid_out(self, jobs: tuple[IndexJob, ...]) -> ui.Container[Panel]:
        unfinished = [job for job in jobs if not job.finished]
        finished = [job for job in jobs if job.finished]
        container: ui.Container[Panel] = ui.Container(ui.TextDisplay(self._title(jobs)))
        for job in unfinished[:_MOST_STOPPABLE]:
            stop = PanelButton(
                self._wording("index-stop"),
                partial(self._stop, job.channel_id),
                discord.ButtonStyle.danger,
            )
            container.add_item(ui.Section(self._line(job), accessory=stop))
        lines = [self._line(job) for job in finished[-_MOST_FINISHED:]]
        left_out = len(jobs) - min(len(unfinished), _MOST_STOPPABLE) - len(lines)
        if left_out:
            lines.append(self._wording("index-more", channels=left_out))
        if lines:
            container.add_item(ui.TextDisplay("\n".join(lines)))
        refresh = PanelButton(self._wording("index-refresh"), self.refresh)
        container.add_item(ui.ActionRow(refresh))
        return container

    def _title(self, jobs: tuple[IndexJob, ...]) -> str:
        if not self._store.settings.of(self._guild.id).keep_index:
            return self._wording("index-title-off")
        if not self._latest.client.intents.message_content:
            return self._wording("index-title-unseen")
        return self._wording("index-title" if jobs else "index-title-none")

    def _line(self, job: IndexJob) -> str:
        return self._wording(
            f"index-{self._state(job)}",
            channel=f"<#{job.channel_id}>",
            messages=job.messages,
            pictures=job.pictures,
            reached=_day(job.before_id) if job.before_id else "",
            first=_day(job.channel_id),
        )

    def _state(self, job: IndexJob) -> str:
        room = self._guild.get_channel(job.channel_id)
        if job.finished:
            return "finished"
        if isinstance(room, Room) and not may_index(room):
            return "unread"
        return "waiting" if job.before_id is None else "reached"


def _day(snowflake: int) -> str:
    return discord.utils.format_dt(discord.utils.snowflake_time(snowflake), "d")
