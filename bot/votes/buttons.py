"""The buttons under an answer."""

from typing import Final

from bot.language.language import Wording
from bot.press import Permanent
from bot.store.settings import SettingsTable
from bot.ticket import Ticket

RIGHT: Final = "right"
OTHERWISE: Final = "otherwise"
CHOOSE: Final = "choose"
SIGHT: Final = "sight"


class Buttons:
    """Decides which buttons an answer gets.

    Parameters
    ----------
    settings : SettingsTable
        Whether a server keeps corrections.
    """

    def __init__(self, settings: SettingsTable) -> None:
        self._settings = settings

    def under(
        self, wording: Wording, guild_id: int | None, source: int = 0, *, private: bool = False
    ) -> list[Permanent]:
        """Make an answer's buttons.

        Parameters
        ----------
        wording : Wording
            The answer's language.
        guild_id : int or None
            The server that FitCheck is in and answers in; None if there is none.
        source : int
            The message that holds the pictures; 0 if they came with a command.
        private : bool
            Whether one person alone sees the answer; then none of it is kept.
        """
        ticket = Ticket(source, wording.tag)
        buttons = [Permanent.button(SIGHT, ticket, wording("sight-button"))]
        if guild_id is None or private or not self._settings.of(guild_id).keep_corrections:
            return buttons
        return [
            Permanent.button(RIGHT, ticket, wording("votes-right")),
            Permanent.button(OTHERWISE, ticket, wording("votes-otherwise")),
            *buttons,
        ]
