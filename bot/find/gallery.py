"""What was found, page by page."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import discord
from discord import ui

from bot.find.errors import check_kept
from bot.find.reader import Reader
from bot.language.language import Wording
from bot.panel import Panel, PanelButton
from bot.store.index import Found, Page, Search
from bot.store.store import Store

PER_PAGE: Final = 8


class Gallery(Panel):
    """Jump links to the posts of a search, newest first.

    Parameters
    ----------
    interaction : discord.Interaction
        What asked for it.
    store : Store
        Whose index is looked into, anew for each page.
    search : Search
        What is looked for.
    wording : Wording
        The asker's language.
    """

    def __init__(
        self,
        interaction: discord.Interaction[Any],
        store: Store,
        search: Search,
        wording: Wording,
    ) -> None:
        super().__init__(interaction)
        self._store = store
        self._search = search
        self._wording = wording

    async def turn(
        self, interaction: discord.Interaction[Any], starts: Sequence[int | None] = (None,)
    ) -> None:
        """Show a page of what the asker may read by now.

        Parameters
        ----------
        interaction : discord.Interaction
            What asked for the page.
        starts : sequence of (int or None)
            Before which message it and each page in front of it begin; None for the newest.

        Raises
        ------
        IndexOff
            If the server keeps none by now.
        """
        check_kept(self._store.settings, self._search.guild_id)
        reader = Reader.of(interaction)
        page = await self._page(reader, starts)
        while not page.posts and len(starts) > 1:  # all of them were deleted meanwhile
            starts = starts[:-1]
            page = await self._page(reader, starts)
        await self.show(interaction, self._laid_out(page, starts))

    async def _page(self, reader: Reader, starts: Sequence[int | None]) -> Page:
        return await self._store.index.find(
            self._search, reader.may_read, limit=PER_PAGE, before=starts[-1]
        )

    def _laid_out(self, page: Page, starts: Sequence[int | None]) -> ui.Container[Panel]:
        title = self._title(page.posts, number=len(starts))
        container: ui.Container[Panel] = ui.Container(ui.TextDisplay(title))
        for post in page.posts:
            url = f"https://discord.com/channels/{self._search.guild_id}/{post.channel_id}"
            link: ui.Button[Panel] = ui.Button(
                label=self._wording("find-jump"), url=f"{url}/{post.message_id}"
            )
            container.add_item(ui.Section(self._line(post), accessory=link))
        if len(starts) > 1 or page.following is not None:
            container.add_item(self._turning(starts, page.following))
        return container

    def _turning(self, starts: Sequence[int | None], following: int | None) -> ui.ActionRow[Panel]:
        newer = PanelButton(
            self._wording("find-newer"),
            partial(self.turn, starts=starts[:-1]),
            disabled=len(starts) == 1,
        )
        older = PanelButton(
            self._wording("find-older"),
            partial(self.turn, starts=(*starts, following)),
            disabled=following is None,
        )
        return ui.ActionRow(newer, older)

    def _title(self, posts: Sequence[Found], number: int) -> str:
        label = self._wording.garment(self._search.label)
        if posts:
            return self._wording("find-title", label=label, page=number)
        return self._wording("find-nothing", label=label)

    def _line(self, post: Found) -> str:
        moment = discord.utils.snowflake_time(post.message_id)
        return self._wording(
            "find-post",
            author=f"<@{post.author_id}>",
            channel=f"<#{post.channel_id}>",
            when=discord.utils.format_dt(moment, "R"),
            pictures=post.pictures,
            probability=self._wording.probability(post.probability),
        )
