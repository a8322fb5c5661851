"""The README's figures are the card's."""

from pathlib import Path

import pytest

from model.artifact import read_card
from model.card import Card, Rejection
from scripts.numbers import README, numbers, written_into


@pytest.fixture
def card() -> Card:
    return read_card()


def test_the_readme_is_up_to_date(card: Card) -> None:
    text = README.read_text(encoding="utf-8")
    assert written_into(text, card) == text, "run python -m scripts.numbers"


def test_the_accuracy_is_the_measured_one(card: Card) -> None:
    assert card.fashion_mnist is not None
    changed = card.model_copy(
        update={"fashion_mnist": card.fashion_mnist.model_copy(update={"accuracy": 0.12345})}
    )
    assert "| Fashion-MNIST test set | 10,000 | 12.3% |" in numbers(changed)


def test_what_was_not_measured_is_not_listed(card: Card) -> None:
    nothing = dict.fromkeys(("photos", "footwear", "rejection", "crop"))
    text = numbers(card.model_copy(update=nothing))
    for words in ("hone photos", "told apart", "without clothing", "takes", "Time"):
        assert words not in text


def test_a_class_that_a_set_lacks_has_no_figure(card: Card) -> None:
    assert card.fashion_mnist is not None
    few = card.fashion_mnist.model_copy(update={"per_class": {"Bag": 0.5}})
    text = numbers(card.model_copy(update={"fashion_mnist": few, "photos": None}))
    assert "| Bag | 50.0% |" in text
    assert "| Coat | not measured |" in text


def test_beside_the_calibration_error_stands_that_of_chance(card: Card) -> None:
    assert card.fashion_mnist is not None
    scores = card.fashion_mnist.model_copy(update={"ece": 0.3, "reliability": [(0.5, 0.8, 1)]})
    text = numbers(card.model_copy(update={"fashion_mnist": scores}))
    assert "| 30.0% | 50.0% |" in text  # of one picture at one half, half is wrong either way


def test_rejection_is_told(card: Card) -> None:
    rejection = Rejection(auroc=0.987, false_clothing=0.04, turned_away=0.03, how="on groceries")
    text = numbers(card.model_copy(update={"rejection": rejection}))
    assert "4.0% are taken for clothing" in text
    assert "AUROC 0.987" in text
    assert "on groceries" in text


def test_a_page_without_the_block_is_refused(card: Card) -> None:
    with pytest.raises(ValueError, match="restore the two comments"):
        written_into(Path(__file__).read_text(), card)
