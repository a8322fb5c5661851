"""Which channels can be sorted, and what FitCheck must be allowed there."""

import discord

from bot.errors import ChannelUnread
from bot.place import reads
from bot.sorting.errors import CannotCopy, CannotReact, CannotTag

Sortable = discord.TextChannel | discord.ForumChannel
"""What holds posts that can be sorted."""


def check_reading(channel: Sortable) -> None:
    """Raise `ChannelUnread` unless FitCheck may read a channel's posts, which trying it takes."""
    if not reads(channel, channel.guild.me):
        raise ChannelUnread(f"channel {channel.id}")


def check_tagging(forum: discord.ForumChannel, *, creating: bool) -> None:
    """Raise `CannotTag` unless FitCheck may set a forum's tags, and create some if it has to."""
    permissions = forum.permissions_for(forum.guild.me)
    creates = permissions.manage_channels or not creating
    if not (reads(forum, forum.guild.me) and permissions.manage_threads and creates):
        raise CannotTag(f"forum {forum.id}")


def check_reacting(channel: Sortable) -> None:
    """Raise `CannotReact` unless FitCheck may react to a channel's posts."""
    permissions = channel.permissions_for(channel.guild.me)
    if not (reads(channel, channel.guild.me) and permissions.add_reactions):
        raise CannotReact(f"channel {channel.id}")


def check_copying(target: discord.TextChannel) -> None:
    """Raise `CannotCopy` unless FitCheck may write into a channel, and find there what it wrote."""
    permissions = target.permissions_for(target.guild.me)
    if not (reads(target, target.guild.me) and permissions.send_messages):
        raise CannotCopy(f"channel {target.id}")
