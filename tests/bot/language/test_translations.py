"""No sentence is missing, left over or left in English in any language, and all can be spoken."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.language.language import FALLBACK, FOLDER, Value, languages

HOSTS_OWN: Final = "web.ftl"
"""The fitting room and the terminal speak to who runs FitCheck, in English."""

TAGS: Final = [tag for tag in languages().tags if tag != FALLBACK]
WORDLESS: Final = "0123456789 🥾"
"""As long as a garment's name, but in no language."""
LONGEST_ALT: Final = 256
LONGEST_MESSAGE: Final = 4000


class Needs(Visitor):
    """Collects what a sentence is filled in with, and which kinds of values that may be."""

    def __init__(self) -> None:
        self.numbers: set[str] = set()
        self.dates: set[str] = set()
        self.choices: dict[str, set[str]] = {}
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.messages.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        kinds = {"NUMBER": self.numbers, "DATETIME": self.dates}[node.id.name]
        (value,) = node.arguments.positional
        assert isinstance(value, ast.VariableReference)
        kinds.add(value.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            keys = [variant.key for variant in node.variants]
            names = {key.name for key in keys if isinstance(key, ast.Identifier)}
            if names <= {"zero", "one", "two", "few", "many", "other"}:
                self.numbers.add(node.selector.id.name)
            else:
                self.choices[node.selector.id.name] = names
        self.generic_visit(node)


def read(tag: str) -> dict[str, Needs]:
    """Every sentence of a language's own folder, and of the one that it varies."""
    found: dict[str, Needs] = {}
    for folder in dict.fromkeys((tag.partition("-")[0], tag)):
        for path in sorted((FOLDER / folder).glob("*.ftl")):
            if path.name != HOSTS_OWN:
                found |= sentences(path)
    return found


def sentences(path: Path) -> dict[str, Needs]:
    found = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{path}: {entry.id.name} is there twice"
            found[entry.id.name] = needs = Needs()
            needs.visit(entry.value)
    return found


ENGLISH: Final = read(FALLBACK)


def whole(needs: Mapping[str, Needs], key: str) -> Needs:
    """What a sentence needs with all those that it refers to."""
    total, waiting, seen = Needs(), [key], set()
    while waiting:
        one = waiting.pop()
        seen.add(one)
        part = needs[one]
        total.variables |= part.variables
        total.numbers |= part.numbers
        total.dates |= part.dates
        total.choices |= part.choices
        waiting += part.messages - seen
    return total


def samples(needs: Needs) -> Iterator[dict[str, Value]]:
    """Values of each kind that a sentence can be filled in with."""
    choices = {name: sorted(names) for name, names in needs.choices.items()}
    for turn in range(max(map(len, choices.values()), default=0) or 5):
        values: dict[str, Value] = dict.fromkeys(needs.variables, WORDLESS)
        values |= dict.fromkeys(needs.numbers, (0, 1, 2, 5, 1234567)[turn % 5])
        values |= dict.fromkeys(needs.dates, date(2026, 11, 23))
        yield values | {name: names[turn % len(names)] for name, names in choices.items()}


@pytest.mark.parametrize("tag", TAGS)
def test_no_sentence_is_missing_or_left_over(tag: str) -> None:
    own = read(tag)
    assert ENGLISH.keys() - own.keys() == set()
    assert own.keys() - ENGLISH.keys() == set()


@pytest.mark.parametrize("tag", TAGS)
def test_no_placeholder_is_missing_or_left_over(tag: str) -> None:
    own = read(tag)
    for key in ENGLISH:
        assert whole(own, key).variables == whole(ENGLISH, key).variables, key
        assert whole(own, key).choices == whole(ENGLISH, key).choices, key


@pytest.mark.parametrize("tag", [FALLBACK, *TAGS])
def test_every_sentence_can_be_said_with_every_value(tag: str) -> None:
    wording, own = languages().wording(tag), read(tag)
    for key in own:
        for values in samples(whole(own, key)):
            said = wording(key, **values)
            assert said.strip(), key
            assert "{" not in said, key
            assert len(said) <= LONGEST_MESSAGE, key
            if key.endswith("-alt") or key.startswith("alt-"):
                assert len(said) <= LONGEST_ALT, key


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_is_left_in_english(tag: str) -> None:
    english, own = languages().wording(FALLBACK), languages().wording(tag)
    for key in ENGLISH:
        values = next(samples(whole(ENGLISH, key)))
        words = [word for word in english(key, **values).split() if word.isalpha()]
        if len(words) >= 4:
            assert own(key, **values) != english(key, **values), key


@pytest.mark.parametrize("tag", [FALLBACK, *TAGS])
@pytest.mark.parametrize("key", ["index-reached", "index-finished"])
def test_none_is_not_called_one(key: str, tag: str) -> None:
    """French and Portuguese count nothing in the singular."""
    values: dict[str, Value] = dict.fromkeys(ENGLISH[key].variables, "some")
    values |= dict.fromkeys(("messages", "pictures"), 0)
    assert re.findall(r"\d+", languages().wording(tag)(key, **values)) == ["0", "0"]


@pytest.mark.parametrize("tag", ["es-ES", "es-419"])
def test_a_region_counts_like_its_language(tag: str) -> None:
    said = languages().wording(tag)("stats-right", share="100%", total=1, low="21%", high="100%")
    assert "100% de una imagen (" in said


def test_a_region_says_only_what_differs() -> None:
    regions = [tag for tag in TAGS if tag.partition("-")[0] in TAGS and "-" in tag]
    assert regions == ["es-419"]
    here, there = languages().wording("es-419"), languages().wording("es-ES")
    for key in chain.from_iterable(map(sentences, (FOLDER / "es-419").glob("*.ftl"))):
        values = next(samples(whole(ENGLISH, key)))
        assert here(key, **values) != there(key, **values), key


@pytest.mark.parametrize("label", ["T-shirt/top", "Ankle boot", "no clothing"])
def test_garments_have_a_name_in_every_language(label: str) -> None:
    names = {tag: languages().wording(tag).garment(label) for tag in ("de", "fr", "ja", "pt-BR")}
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize("tag", [FALLBACK, *TAGS])
def test_a_garment_without_a_translation_shows_its_own_name(tag: str) -> None:
    assert languages().wording(tag).garment("Top hat") == "Top hat"


@pytest.mark.parametrize(
    ("locale", "share", "number"),
    [
        ("en-US", "87.6%", "1,234"),
        ("en-GB", "87.6%", "1,234"),
        ("de", "87,6\N{NO-BREAK SPACE}%", "1.234"),
        ("fr", "87,6\N{NO-BREAK SPACE}%", "1\N{NARROW NO-BREAK SPACE}234"),
        ("es-ES", "87,6\N{NO-BREAK SPACE}%", "1.234"),
        ("es-419", "87.6%", "1,234"),
        ("pt-BR", "87,6%", "1.234"),
        ("ja", "87.6%", "1,234"),
        ("tr", "87.6%", "1,234"),  # English stands in
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    locale: str, share: str, number: str
) -> None:
    wording = languages().wording(locale)
    assert wording("share", share=0.8761) == share
    assert number in wording("stats-server-answered", count=1234)


def test_a_language_lacks_a_sentence_that_english_has(tmp_path: Path) -> None:
    """English stands in; a sentence that nobody has is an error."""
    from bot.language.language import Languages  # noqa: PLC0415

    for tag, text in {"en": "a = one\nb = two", "de": "a = eins"}.items():
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "some.ftl").write_text(text)
    wording = Languages(tmp_path).wording("de")
    assert (wording("a"), wording("b")) == ("eins", "two")
    with pytest.raises(KeyError):
        wording("c")
