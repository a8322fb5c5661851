"""The emoji that posts get, as admins type them."""

import re
import unicodedata
from typing import Final

import discord

from bot.sorting.errors import NotAnEmoji

_ZWJ_SEQUENCE: Final = 32
"""No emoji has more characters."""

_SINGLE: Final = re.compile(
    r"[\U0001F1E6-\U0001F1FF]{2}"
    r"|(?:(?:^|\u200D).[\uFE0E\uFE0F\u20E3\U0001F3FB-\U0001F3FF\U000E0020-\U000E007F]*)+"
)
"""A flag's two letters, or a symbol with its variation, skin or tags, and what is joined to it.

Unicode Technical Standard #51, section 1.4.9, but for which symbols there are.
"""


async def read_emoji(guild: discord.Guild, typed: str) -> str:
    """Return an emoji as it is stored: a character, or one of the server's own by its mention.

    Raises
    ------
    NotAnEmoji
        If it is none, or belongs to another server.
    """
    emoji = discord.PartialEmoji.from_str(typed.strip())
    if emoji.id is not None:
        try:
            own = guild.get_emoji(emoji.id) or await guild.fetch_emoji(emoji.id)
        except discord.NotFound as error:
            raise NotAnEmoji(f"emoji {emoji.id} isn't of server {guild.id}") from error
        return str(own)
    if len(emoji.name) > _ZWJ_SEQUENCE or not _looks_like_emoji(emoji.name):
        raise NotAnEmoji(f"{len(emoji.name)} characters that are no emoji")
    return emoji.name


def _looks_like_emoji(text: str) -> bool:
    """Tell one symbol from letters and from several; which ones are emoji is for Discord to say."""
    if any(letter.isalpha() and letter != "\N{INFORMATION SOURCE}" for letter in text):
        return False
    if not _SINGLE.fullmatch(text):
        return False
    return "\N{VARIATION SELECTOR-16}" in text or any(
        letter in "◽◾" or (letter > "\u2000" and unicodedata.category(letter) in {"So", "Me"})
        for letter in text
    )
