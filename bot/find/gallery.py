"""What was found, page by page."""

from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.find.reader import Reader
from bot.language.language import Wording
from bot.panel import Panel
from bot.store.index import Found, Index, Page, Search

PER_PAGE: Final = 8


class Gallery(Panel):
    """Jump links to the posts of a search, newest first.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it.
    index : Index
        What is looked into, anew for each page.
    search : Search
        What is looked for.
    wording : Wording
        The asker's language.
    """

    def __init__(
        self,
        interaction: discord.Interaction[Any],
        index: Index,
        search: Search,
        wording: Wording,
    ) -> None:
        super().__init__(interaction)
        self._index = index
        self._search = search
        self._wording = wording
        self._starts: list[int | None] = [None]

    async def turn(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page that `_starts` ends with, of what the asker may read by now."""
        reader = Reader.of(interaction)
        if not interaction.response.is_done():
            await interaction.response.defer()
        page = await self._index.find(
            self._search, reader.may_read, limit=PER_PAGE, before=self._starts[-1]
        )
        await self.show(interaction, self._laid_out(page))

    async def _newer(self, interaction: discord.Interaction[Any]) -> None:
        self._starts.pop()
        await self.turn(interaction)

    def _laid_out(self, page: Page) -> ui.Container[Panel]:
        container: ui.Container[Panel] = ui.Container(ui.TextDisplay(self._title(page.posts)))
        for post in page.posts:
            url = f"https://discord.com/channels/{self._search.guild_id}/{post.channel_id}"
            link: ui.Button[Panel] = ui.Button(
                label=self._wording("find-jump"), url=f"{url}/{post.message_id}"
            )
            container.add_item(ui.Section(self._line(post), accessory=link))
        if len(self._starts) > 1 or page.following is not None:
            container.add_item(self._turning(page.following))
        return container

    def _turning(self, following: int | None) -> ui.ActionRow[Panel]:
        newer: ui.Button[Panel] = ui.Button(
            label=self._wording("find-newer"), disabled=len(self._starts) == 1
        )
        older: ui.Button[Panel] = ui.Button(
            label=self._wording("find-older"), disabled=following is None
        )

        async def show_older(interaction: discord.Interaction[Any]) -> None:
            self._starts.append(following)
            await self.turn(interaction)

        newer.callback = self._newer  # type: ignore[method-assign]
        older.callback = show_older  # type: ignore[method-assign]
        return ui.ActionRow(newer, older)

    def _title(self, posts: Sequence[Found]) -> str:
        label = self._wording.garment(self._search.label)
        if posts:
            return self._wording("find-title", label=label, page=len(self._starts))
        return self._wording("find-nothing", label=label)

    def _line(self, post: Found) -> str:
        moment = discord.utils.snowflake_time(post.message_id)
        return self._wording(
            "find-post",
            author=f"<@{post.author_id}>",
            channel=f"<#{post.channel_id}>",
            when=discord.utils.format_dt(moment, "R"),
            pictures=post.pictures,
            probability=self._wording("percent", share=post.probability),
        )
