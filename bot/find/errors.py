"""What can go wrong with finding.

::

    BotError
    └── FindError
        ├── IndexOff        the server keeps no index; its admins can turn it on
        └── NotADate        a day that can't be read
"""

from bot.errors import BotError


class FindError(BotError):
    """Base of everything that `bot.find` raises on purpose."""


class IndexOff(FindError):
    """The server keeps no index."""


class NotADate(FindError):
    """What was typed is no day."""
