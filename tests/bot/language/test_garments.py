"""Choosing a class by name."""

import discord
import pytest

from bot.language.garments import Garments
from bot.language.language import languages
from bot.store.errors import UnknownClass

CLASSES = ("Sneaker", "Ankle boot", "Kimono")
"""One of them is known to no language file."""


@pytest.fixture(scope="module")
def garments() -> Garments:
    return Garments(CLASSES, languages())


def test_every_class_is_offered_in_the_persons_language(garments: Garments) -> None:
    german = languages().wording("de")
    offered = garments.choices("", discord.Locale.german)
    assert [choice.value for choice in offered] == list(CLASSES)
    assert [choice.name for choice in offered] == [german.garment(label) for label in CLASSES]


def test_a_class_without_a_translation_goes_by_its_own_name(garments: Garments) -> None:
    (choice,) = garments.choices("kim", discord.Locale.japanese)
    assert choice.name == choice.value == "Kimono"
    assert garments.named("kimono", discord.Locale.japanese) == "Kimono"


def test_what_was_typed_instead_of_chosen_is_understood(garments: Garments) -> None:
    german = languages().wording("de").garment("Ankle boot")
    for typed in ("Ankle boot", " ankle BOOT ", german):
        assert garments.named(typed, discord.Locale.german) == "Ankle boot"


def test_another_name_is_none(garments: Garments) -> None:
    with pytest.raises(UnknownClass):
        garments.named("boot", discord.Locale.german)


def test_no_more_is_offered_than_discord_shows() -> None:
    many = Garments([f"Class {n}" for n in range(60)], languages())
    assert len(many.choices("", discord.Locale.german)) == 25
    assert [one.value for one in many.choices("59", discord.Locale.german)] == ["Class 59"]
