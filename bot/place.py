"""Where a message is: its server, if FitCheck is in it, its channel, and who may read there."""

from typing import Any, TypeVar

import discord

Channel = TypeVar("Channel")


def server_of(interaction: discord.Interaction[Any]) -> int | None:
    """Find the server that FitCheck is in; there is none where only a member installed it."""
    guild_id = interaction.guild_id
    if guild_id is None or interaction.client.get_guild(guild_id) is None:
        return None
    return guild_id


def posted_in(message: discord.Message | discord.PartialMessage) -> int | None:
    """Find the server that a message was posted in; there is none for a direct message."""
    return message.guild.id if message.guild else None


def is_abroad(interaction: discord.Interaction[Any]) -> bool:
    """Whether only somebody's own installation brought FitCheck there, where it can't read."""
    elsewhere = interaction.guild_id is not None and server_of(interaction) is None
    return elsewhere or interaction.context.private_channel


def parent_of(channel: object) -> int | None:
    """Find the channel that a thread is in."""
    return channel.parent_id if isinstance(channel, discord.Thread) else None


def home_of(channel: Channel, message_id: int) -> Channel | discord.TextChannel:
    """Find where a message is: what a thread was begun from is shown in it, but isn't moved.

    The first message of a forum's thread is in the thread.
    """
    if not isinstance(channel, discord.Thread) or channel.id != message_id:
        return channel
    parent = channel.parent
    return parent if isinstance(parent, discord.TextChannel) else channel


def reads(channel: discord.abc.GuildChannel | discord.Thread, member: discord.Member) -> bool:
    """Whether a member, be it FitCheck, may read a channel's past."""
    permissions = channel.permissions_for(member)
    spoken = isinstance(channel, discord.VoiceChannel | discord.StageChannel)
    return (
        permissions.view_channel
        and permissions.read_message_history
        and (permissions.connect or not spoken)  # a voice channel's text takes it as well
    )
