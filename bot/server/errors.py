"""What can go wrong with `/settings`.

::

    BotError
    └── ChoiceGone  a channel or role was chosen that the server doesn't have, or no longer
"""

from bot.errors import BotError


class ChoiceGone(BotError):
    """A channel or role was chosen that the server doesn't have, or no longer."""
