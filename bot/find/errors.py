"""What can go wrong with finding.

::

    BotError
    └── FindError
        ├── IndexOff        the server keeps no index; its admins can turn it on
        └── NotADate        a day that can't be read
"""

from bot.errors import BotError
from bot.store.settings import SettingsTable


class FindError(BotError):
    """Base of everything that `bot.find` raises on purpose."""


class IndexOff(FindError):
    """The server keeps no index."""


class NotADate(FindError):
    """What was typed is no day."""


def check_kept(settings: SettingsTable, guild_id: int) -> None:
    """Raise `IndexOff` unless a server keeps an index."""
    if not settings.of(guild_id).keep_index:
        raise IndexOff(f"server {guild_id} keeps none")
