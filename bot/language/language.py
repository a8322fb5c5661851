"""Fluent files to sentences.

A folder beside this file is a language; English is complete and stands in for what another lacks.
A folder of a region, such as ``es-419``, holds only what is said otherwise there than in ``es``.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

from model.prediction import told

FOLDER: Final = Path(__file__).parent
FALLBACK: Final = "en"

Value = str | int | float | date


class Wording:
    """The sentences of one language.

    Parameters
    ----------
    tag : str
        The language's BCP 47 tag, as in its folder's name.
    bundles : tuple of FluentBundle
        Where a sentence is looked for, in this order.
    """

    def __init__(self, tag: str, bundles: tuple[FluentBundle, ...]) -> None:
        self.tag = tag
        self._bundles = bundles

    def __call__(self, key: str, **values: Value) -> str:
        """Look a sentence up and fill in its values.

        Raises
        ------
        KeyError
            If no language has the sentence.
        """
        bundle = next((bundle for bundle in self._bundles if bundle.has_message(key)), None)
        if bundle is None:
            raise KeyError(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise errors[0]
        return str(text)

    def __contains__(self, key: str) -> bool:
        """Whether any of the languages has the sentence."""
        return any(bundle.has_message(key) for bundle in self._bundles)

    def probability(self, value: float) -> str:
        """Word a probability in 0..1, as `model.prediction.told` has it."""
        return self("percent", share=told(value))

    def garment(self, label: str) -> str:
        """Name a class of the network; one without a translation shows its own name."""
        slug = "".join(letter if letter.isalnum() else "-" for letter in label.lower())
        key = f"class-{slug}"
        return self(key) if key in self else label


class Languages:
    """All languages of a folder.

    Parameters
    ----------
    folder : Path
        Holds a folder of `*.ftl` files for each language, at least `FALLBACK`.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._bundles = {
            path.name: _bundle(folder, path.name)
            for path in sorted(folder.iterdir())
            if any(path.glob("*.ftl"))
        }

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages there are."""
        return tuple(self._bundles)

    def wording(self, locale: str) -> Wording:
        """Choose the language for one of Discord's locales, such as ``de`` or ``en-GB``."""
        tag = self.tag_for(locale) or FALLBACK
        chain = (tag,) if tag == FALLBACK else (tag, FALLBACK)
        return Wording(tag, tuple(self._bundles[name] for name in chain))

    def tag_for(self, locale: str) -> str | None:
        """Find the language of a locale: the same tag, else one of the same language."""
        if locale in self._bundles:
            return locale
        language = locale.partition("-")[0]
        return next((tag for tag in self._bundles if tag.partition("-")[0] == language), None)


@cache
def languages() -> Languages:
    """Read the languages that come with FitCheck; they never change while it runs."""
    return Languages()


def _bundle(folder: Path, tag: str) -> FluentBundle:
    # Discord lays out text by itself; isolation marks would show up in searches and copies.
    bundle = FluentBundle([tag], use_isolating=False)
    for name in dict.fromkeys((tag.partition("-")[0], tag)):
        for path in sorted((folder / name).glob("*.ftl")):
            resource = FluentResource(path.read_text(encoding="utf-8"))
            bundle.add_resource(resource, allow_overrides=True)
    return bundle
