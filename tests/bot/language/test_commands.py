"""Commands' names and descriptions in every language, held to what Discord accepts."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pytest
from discord import AppCommandType, Locale

from bot.language.commands import Translator
from bot.language.language import FALLBACK, languages
from tests.bot.conftest import World

LOCALES: Final = [
    locale.value for locale in Locale if languages().tag_for(locale.value) not in (None, FALLBACK)
]
LONGEST_NAME: Final = 32
LONGEST_DESCRIPTION: Final = 100
LARGEST_COMMAND: Final = 8000


async def payloads(world: World) -> list[dict[str, Any]]:
    """What Discord is told of the commands."""
    tree, translator = world.client.tree, Translator(languages())
    return [
        dict(await command.get_translated_payload(tree, translator))
        for command in tree.get_commands()
    ]


def walk(payload: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """A command with its subcommands, options and choices."""
    yield payload
    for part in (*payload.get("options", ()), *payload.get("choices", ())):
        yield from walk(part)


def name(payload: Mapping[str, Any], locale: str) -> str:
    return str(payload.get("name_localizations", {}).get(locale, payload["name"]))


def description(payload: Mapping[str, Any], locale: str) -> str:
    localized = payload.get("description_localizations", {})
    return str(localized.get(locale, payload.get("description", "")))


def may_name(text: str) -> bool:
    """Discord's own pattern: letters and digits of any script, in lower case where there is one."""
    letters = all(unicodedata.category(each)[0] in "LN" or each in "-_'" for each in text)
    return letters and text == text.lower() and 1 <= len(text) <= LONGEST_NAME


def test_the_six_languages_reach_their_locales() -> None:
    assert set(LOCALES) == {"de", "fr", "es-ES", "es-419", "pt-BR", "ja"}


@pytest.mark.parametrize("locale", ["en-US", *LOCALES])
async def test_discord_accepts_every_name_and_description(world: World, locale: str) -> None:
    for command in await payloads(world):
        chat = command["type"] == AppCommandType.chat_input.value
        assert chat or 1 <= len(name(command, locale)) <= LONGEST_NAME
        for part in walk(command) if chat else ():
            if "value" in part:
                assert 1 <= len(name(part, locale)) <= LONGEST_DESCRIPTION
            else:
                assert may_name(name(part, locale)), name(part, locale)
                assert 1 <= len(description(part, locale)) <= LONGEST_DESCRIPTION, part["name"]


@pytest.mark.parametrize("locale", ["en-US", *LOCALES])
async def test_no_two_share_a_name(world: World, locale: str) -> None:
    commands = await payloads(world)
    kinds = {command["type"] for command in commands}
    families = [[each for each in commands if each["type"] == kind] for kind in kinds]
    families += [part["options"] for each in commands for part in walk(each) if "options" in part]
    for family in families:
        names = [name(part, locale) for part in family]
        assert len(set(names)) == len(names), names


async def test_a_command_with_all_its_languages_is_small_enough(world: World) -> None:
    for command in await payloads(world):
        size = sum(
            max(len(name(part, locale)) for locale in ("en-US", *LOCALES))
            + max(len(description(part, locale)) for locale in ("en-US", *LOCALES))
            + len(str(part.get("value", "")))
            for part in walk(command)
        )
        assert size <= LARGEST_COMMAND


async def test_every_name_and_description_is_translated(world: World) -> None:
    for command in await payloads(world):
        for part in walk(command):
            assert set(part.get("name_localizations", ())) == set(LOCALES), part["name"]
            if part.get("description"):
                assert set(part.get("description_localizations", ())) == set(LOCALES), part["name"]
