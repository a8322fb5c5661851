"""Every look of an answer, compared with the one on file; `--draw` files it anew."""

import numpy as np
import pytest
from discord import ui

from bot import answer
from bot.desk import ErrorDesk
from bot.language.language import languages
from bot.photos.classify import Answered, Failed, Photo
from bot.photos.reply import Renderer
from bot.press import Permanent
from bot.store.posts import Answer
from bot.store.schema import NO_CLOTHING, OTHER_KIND
from bot.store.votes import Shown
from bot.ticket import Ticket
from model.errors import NotAPicture
from model.prediction import Prediction, Verdict
from tests.bot.conftest import Compare

ENGLISH = languages().wording("en")
CLASSES = ("Ankle boot", "Sneaker", "Sandal", "Bag")


def answered(
    number: int = 1,
    verdict: Verdict = Verdict.CLOTHING,
    *,
    known: float = 0.9,
    spoiler: bool = False,
) -> Answered:
    probabilities = np.array([0.82, 0.11, 0.05, 0.02], np.float32)
    seen = np.zeros((28, 28), np.float32)
    return Answered(
        number, spoiler, Prediction(verdict, CLASSES, probabilities, 0.9, known, seen, 12.0), b"PNG"
    )


def failed(number: int) -> Failed:
    return Failed(number, spoiler=False, error=NotAPicture("it is a text"))


UNSURE, NOTHING = Verdict.UNSURE, Verdict.NOT_CLOTHING
CARDS: dict[str, tuple[list[Photo], int]] = {
    "card-clothing": ([answered()], 1),
    "card-unsure": ([answered(verdict=UNSURE)], 1),
    "card-unknown": ([answered(verdict=UNSURE, known=0.3)], 1),
    "card-not-clothing": ([answered(verdict=NOTHING)], 1),
    "card-spoiler": ([answered(spoiler=True)], 1),
    "gallery": ([answered(1), answered(2, UNSURE), answered(3, NOTHING), failed(4)], 4),
    "gallery-spoiler": ([answered(1, spoiler=True), answered(2)], 2),
    "gallery-of-ten": ([answered(number) for number in range(1, 11)], 13),
}
LINES: dict[str, tuple[list[Photo], int]] = {
    "line-clothing": ([answered()], 1),
    "line-unsure": ([answered(verdict=UNSURE, spoiler=True)], 1),
    "line-unknown": ([answered(verdict=UNSURE, known=0.3)], 1),
    "lines": ([answered(1), answered(3, UNSURE, spoiler=True)], 3),
}
PROBABILITIES = {"Ankle boot": 0.82, "Sneaker": 0.11, "Sandal": 0.05, "Bag": 0.02}
BOOT, DOUBT = Answer("Ankle boot", PROBABILITIES), Answer("Ankle boot", PROBABILITIES, sure=False)
OTHER, NONE = Answer(OTHER_KIND, PROBABILITIES, sure=False), Answer(NO_CLOTHING, PROBABILITIES)
CORRECTED = {
    "confirmed": Shown(0, BOOT, "Ankle boot"),
    "corrected": Shown(0, BOOT, "Sneaker"),
    "denied": Shown(0, BOOT, NO_CLOTHING),
    "doubt": Shown(0, DOUBT, "Ankle boot"),
    "doubt-unknown": Shown(0, OTHER, OTHER_KIND),
    "corrected-unknown": Shown(0, OTHER, "Ankle boot"),
    "unknown": Shown(0, BOOT, OTHER_KIND),
    "nothing": Shown(0, NONE, NO_CLOTHING),
    "found": Shown(0, NONE, "Bag"),
}


@pytest.fixture
def renderer() -> Renderer:
    return Renderer(ENGLISH, ErrorDesk(languages()), limit=10, where="a test")


@pytest.fixture
def buttons() -> list[Permanent]:
    ticket = Ticket(5, "en")
    return [Permanent.button(verb, ticket, verb) for verb in ("right", "otherwise", "sight")]


@pytest.mark.parametrize("name", list(CARDS))
def test_cards(renderer: Renderer, buttons: list[Permanent], name: str, compare: Compare) -> None:
    photos, total = CARDS[name]
    card = renderer.card(photos, total=total, buttons=buttons)
    assert isinstance(card, ui.LayoutView)
    look: object = card.to_components()  # type: ignore[no-untyped-call]
    compare(look, f"{name}.json")


@pytest.mark.parametrize("name", list(LINES))
def test_lines(renderer: Renderer, name: str, compare: Compare) -> None:
    photos, total = LINES[name]
    compare(renderer.lines(photos, total=total), f"{name}.txt")


@pytest.mark.parametrize("name", list(CORRECTED))
def test_corrections(name: str, compare: Compare) -> None:
    forms = (answer.heading, answer.line, answer.short)
    text = "\n\n".join(form(CORRECTED[name], ENGLISH) for form in forms)
    compare(text, f"corrected-{name}.txt")
