"""What can go wrong with sorting.

::

    BotError
    └── SortingError
        ├── NoSuchTag       the forum has no tag of that name, and none was to be created
        ├── ForumFull       the forum has as many tags as Discord allows
        ├── NotAnEmoji      what was typed is no emoji that FitCheck can react with
        ├── TooManyRules    a channel's sorting holds as much as it can
        ├── CannotTag       FitCheck may not set tags in the forum
        ├── CannotReact     FitCheck may not react in the channel
        └── CannotCopy      FitCheck may not write into the channel that gets copies
"""

from bot.errors import BotError


class SortingError(BotError):
    """Base of everything that `bot.sorting` raises on purpose."""


class NoSuchTag(SortingError):
    """The forum has no tag of that name."""


class ForumFull(SortingError):
    """The forum has as many tags as Discord allows."""


class NotAnEmoji(SortingError):
    """What was typed is no emoji that FitCheck can react with."""


class TooManyRules(SortingError):
    """A channel's sorting holds as much as it can."""


class CannotTag(SortingError):
    """FitCheck may not set tags in the forum."""


class CannotReact(SortingError):
    """FitCheck may not react in the channel."""


class CannotCopy(SortingError):
    """FitCheck may not write into the channel that gets copies."""
