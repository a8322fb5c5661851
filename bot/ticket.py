"""What a button under an answer has to remember, in the hundred characters of its custom id."""

import re
from dataclasses import dataclass, replace
from typing import Final, Self

from bot.errors import UnknownButton

# A number that fits the database's 64 bits: whatever is in an id was sent by somebody.
_NUMBER: Final = r"[1-8]?\d{1,18}"
_FORM: Final = re.compile(rf"({_NUMBER}):({_NUMBER}):(\d?):([A-Za-z0-9-]{{2,16}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ticket:
    """Which picture of which answer.

    Attributes
    ----------
    source : int
        The message that holds the pictures; 0 for the answer itself.
    answer : int
        The message that answers; 0 for the one that the button is on.
    picture : int or None
        The picture's place in `source`, from 0; None until it is chosen.
    language : str
        The language of the answer.
    """

    source: int
    language: str
    answer: int = 0
    picture: int | None = None

    def __str__(self) -> str:
        """Write it down."""
        picture = "" if self.picture is None else self.picture
        return f"{self.source}:{self.answer}:{picture}:{self.language}"

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what was written down.

        Raises
        ------
        UnknownButton
            If nothing of ours was.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise UnknownButton(f"{text[:100]!r} is no ticket")
        source, answer, picture, language = match.groups()
        return cls(int(source), language, int(answer), int(picture) if picture else None)

    def on(self, message_id: int) -> Self:
        """Complete it with the message that its button is on."""
        answer = self.answer or message_id
        return replace(self, answer=answer, source=self.source or answer)

    def of(self, picture: int) -> Self:
        """Choose one of the pictures."""
        return replace(self, picture=picture)
