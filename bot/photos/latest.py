"""The pictures that somebody means who names none: the last ones in the channel."""

import asyncio
from typing import Any, Final

import discord

from bot.errors import REQUEST_FAILURES
from bot.photos.attachments import pictures_of, replied_to

_MESSAGES: Final = 50
"""How far back is looked, in one request."""

_SECONDS: Final = 1.5
"""How long that may take: whoever asked must be answered within three seconds."""


async def latest(interaction: discord.Interaction[Any]) -> discord.Message | None:
    """Find the newest message in the channel that holds a picture or replies to one that does.

    Returns
    -------
    discord.Message or None
        The one that holds it; None if there is none, or none that both FitCheck and the person may
        read.
    """
    channel = interaction.channel
    if not _may_read(interaction) or not isinstance(channel, discord.abc.Messageable):
        return None
    try:
        async with asyncio.timeout(_SECONDS):
            messages = [message async for message in channel.history(limit=_MESSAGES)]
    except REQUEST_FAILURES:  # a form is still to be had
        return None
    me = interaction.client.user.id
    for message in messages:
        if message.author.id != me:
            for one in (message, replied_to(message)):
                if one is not None and one.author.id != me and pictures_of(one):
                    return one
    return None


def _may_read(interaction: discord.Interaction[Any]) -> bool:
    """Whether it is worth asking: a refused request counts against FitCheck's address."""
    if interaction.guild_id is None:
        return isinstance(interaction.channel, discord.DMChannel) and interaction.context.dm_channel
    known = interaction.client.get_guild(interaction.guild_id) is not None
    both = (interaction.permissions, interaction.app_permissions)
    return known and all(one.view_channel and one.read_message_history for one in both)
