"""What a member may read right now."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

import discord
from discord import app_commands

from bot.place import reads

MOST_QUESTIONS: Final = 100
"""How often one reader asks Discord, one after the other, while whoever looks for posts waits."""


class Reader:
    """Answers for one member; threads beyond what Discord may be asked about aren't to be read.

    Parameters
    ----------
    guild : discord.Guild
        The server.
    member : discord.Member
        As Discord sent them with their latest interaction, roles included.
    """

    def __init__(self, guild: discord.Guild, member: discord.Member) -> None:
        self._guild = guild
        self._member = member
        self._questions = MOST_QUESTIONS

    @classmethod
    def of(cls, interaction: discord.Interaction[Any]) -> "Reader":
        """Return what the person behind an interaction may read.

        Raises
        ------
        NoPrivateMessage
            If it didn't happen in a server.
        """
        guild, member = interaction.guild, interaction.user
        if guild is None or not isinstance(member, discord.Member):
            raise app_commands.NoPrivateMessage
        return cls(guild, member)

    async def may_read(self, channel_id: int, parent_id: int | None) -> bool:
        """Whether they may read a channel's past, or that of a thread in `parent_id`."""
        channel = self._guild.get_channel(parent_id or channel_id)
        if channel is None or not reads(channel, self._member):
            return False
        # A forum's threads are all public, and a channel is no thread.
        if parent_id is None or isinstance(channel, discord.ForumChannel):
            return True
        return await self._may_read_thread(channel, channel_id)

    async def _may_read_thread(self, parent: discord.abc.GuildChannel, thread_id: int) -> bool:
        known = self._guild.get_thread(thread_id)
        thread = known or await self._ask(self._guild.fetch_channel, thread_id)
        if not isinstance(thread, discord.Thread):
            return False
        if not thread.is_private() or parent.permissions_for(self._member).manage_threads:
            return True
        return await self._ask(thread.fetch_member, self._member.id) is not None

    async def _ask(self, question: Callable[[int], Awaitable[object]], about: int) -> object:
        """Ask Discord about a thread or a member; None if it says no, or was asked enough."""
        if not self._questions:
            return None
        self._questions -= 1
        try:
            return await question(about)
        except (discord.NotFound, discord.Forbidden):
            return None
