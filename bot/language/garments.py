"""Choosing one of the network's classes by name, whichever classes it has."""

from collections.abc import Sequence
from typing import Final

import discord
from discord import app_commands

from bot.language.language import FALLBACK, Languages
from bot.store.errors import UnknownClass

_MOST_CHOICES: Final = 25
"""Discord shows no more; typing narrows them."""


class Garments:
    """The classes of the loaded network.

    Parameters
    ----------
    classes : sequence of str
        Their own names, from the network's card.
    languages : Languages
        Their names elsewhere.
    """

    def __init__(self, classes: Sequence[str], languages: Languages) -> None:
        self.classes = tuple(classes)
        self._languages = languages

    def choices(self, typed: str, locale: discord.Locale) -> list[app_commands.Choice[str]]:
        """Suggest the classes whose name holds what was typed so far."""
        wording = self._languages.wording(locale.value)
        named = [(wording.garment(label), label) for label in self.classes]
        part = typed.casefold()
        return [
            app_commands.Choice(name=name[:100], value=label[:100])
            for name, label in named
            if part in name.casefold() or part in label.casefold()
        ][:_MOST_CHOICES]

    def named(self, typed: str, locale: discord.Locale) -> str:
        """Return the class of a name: its own, English, or in the person's language.

        Raises
        ------
        UnknownClass
            If there is none of that name.
        """
        wordings = [self._languages.wording(tag) for tag in (locale.value, FALLBACK)]
        wanted = typed.strip().casefold()
        for label in self.classes:
            names = (label, *(wording.garment(label) for wording in wordings))
            if wanted in (name.casefold() for name in names):
                return label
        # The log holds nothing that people write.
        raise UnknownClass(f"{len(typed)} characters are none of {', '.join(self.classes)}")
