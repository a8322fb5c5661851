"""What a button remembers."""

import pytest

from bot.errors import UnknownButton
from bot.language.language import languages
from bot.ticket import Ticket

LONGEST = Ticket(2**63 - 10**18, "pt-BR", 2**63 - 10**18, 9)


@pytest.mark.parametrize("ticket", [Ticket(0, "en"), Ticket(5, "de", picture=0), LONGEST])
def test_what_is_written_can_be_read(ticket: Ticket) -> None:
    assert Ticket.read(str(ticket)) == ticket


@pytest.mark.parametrize("tag", languages().tags)
def test_every_language_can_be_read(tag: str) -> None:
    assert Ticket.read(str(Ticket(5, tag))).language == tag


def test_the_longest_fits_a_custom_id() -> None:
    assert len(f"fitcheck:otherwise:{LONGEST}") <= 100


def test_an_answer_to_a_command_holds_the_pictures_itself() -> None:
    assert Ticket(0, "en").on(7) == Ticket(7, "en", 7)
    assert Ticket(5, "en").on(7) == Ticket(5, "en", 7)
    assert Ticket(5, "en").on(7).on(9) == Ticket(5, "en", 7)


@pytest.mark.parametrize(
    "text",
    [
        *("", "1", "1:2:3", "a:0::en", "-1:0::en", "1:0:12:en", "1:0::en;", "1:0::e", "1:0::en\n"),
        *("٣:0::en", f"{2**63}:0::en", f"0:{10**30}::en", "1:0::" + "x" * 80),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UnknownButton):
        Ticket.read(text)
