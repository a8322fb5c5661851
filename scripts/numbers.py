"""`python -m scripts.numbers`: write the network's figures, from its card, into README.md."""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from model.artifact import read_card
from model.card import Card, OtherKinds, Rejection, Scores, Staged, Timing
from model.errors import ModelError
from model.metrics import chance_error
from model.writing import writing
from scripts.ending import ended

README: Final = Path(__file__).parents[1] / "README.md"

_BLOCK: Final = re.compile(r"(<!-- numbers: [^\n]+ -->\n).*?(<!-- /numbers -->)", re.DOTALL)

_STAGED: Final = {
    "studio": "Cut out of their photos and put before a studio's ground, garments",
    "worn": "On drawn people, tops, dresses, coats and trousers",
    "screens": "On screenshots, among text and buttons, garments",
    "shop": "Product shots that are made of Fashion-MNIST's shoes and bags",
}
"""The card's fields of clothing as shops show it, and what is named."""


class PageError(ModelError):
    """The figures can't be written into the page."""


def numbers(card: Card) -> str:
    """Lay a card's figures out in Markdown."""
    sets = {"Fashion-MNIST test set": card.fashion_mnist, "Phone photos": card.photos}
    measured = {name: scores for name, scores in sets.items() if scores is not None}
    lines = [
        f"Network {card.version}, {card.parameters:,} parameters.",
        "",
        *_table(
            [
                "",
                "pictures",
                "right",
                "mean over classes",
                "among the top three",
                "ECE",
                "by chance",
            ],
            [[name, *_summary(scores)] for name, scores in measured.items()],
        ),
        "",
        *_table(
            ["right, by class", *measured],
            [[label, *_classwise(label, measured)] for label in card.classes],
        ),
    ]
    if measured:
        explained = (
            "ECE (expected calibration error): how far, on average, the probability that is told is"
            " from the share that is right. By chance: about what true probabilities would show."
        )
        lines += ["", explained]
    lines += [
        f"{name}: several classes are right for {unclear}, which count in no class nor the ECE."
        for name, scores in measured.items()
        if (unclear := scores.pictures - sum(map(sum, scores.confusion)))
    ]
    lines += [*_sentences(card), "", *_sources(card, measured)]
    return "\n".join(lines)


def written_into(text: str, card: Card) -> str:
    """Replace the marked block of a page.

    Raises
    ------
    PageError
        If the page has no such block.
    """
    page, count = _BLOCK.subn(lambda match: f"{match[1]}\n{numbers(card)}\n\n{match[2]}", text)
    if count != 1:
        raise PageError(
            f"{README} has {count} blocks of numbers instead of one; restore the two comments"
        )
    return page


def _sentences(card: Card) -> Iterator[str]:
    """Say what isn't told by data set and class."""
    if card.footwear is not None:
        yield _told_apart(card.footwear)
    if card.rejection is not None:
        yield _rejected(card.rejection)
    for field, what in _STAGED.items():
        if (measured := getattr(card, field)) is not None:
            yield _shown(what, measured)
    if card.other_kinds is not None:
        yield _of_other_kinds(card.other_kinds)
    if card.crop is not None:
        yield _timed(card.crop)


def _sources(card: Card, measured: Mapping[str, Scores]) -> Iterator[str]:
    """Name each command behind the figures once, and below it what it measured them on."""
    figures = {
        **measured,
        "Shoes": card.footwear,
        "Pictures without clothing": card.rejection,
        "A studio's ground": card.studio,
        "Drawn people": card.worn,
        "Screenshots": card.screens,
        "Product shots": card.shop,
        "Clothing of other kinds": card.other_kinds,
        "Time": card.crop,
    }
    told: dict[str, list[str]] = {}
    for name, figure in figures.items():
        if figure is not None:
            command, _, pictures = figure.how.rpartition(" (")
            told.setdefault(command, []).append(f"- {name}: {pictures.removesuffix(')')}")
    yield "\n\n".join(
        "\n".join((f"Measured by `{command}` on:", "", *lines)) for command, lines in told.items()
    )


def _summary(scores: Scores) -> list[str]:
    return [
        f"{scores.pictures:,}",
        f"{scores.accuracy:.1%}",
        f"{scores.mean_class_accuracy:.1%}",
        f"{scores.top3_accuracy:.1%}",
        f"{scores.ece:.1%}",
        f"{chance_error(scores.reliability):.1%}",
    ]


def _told_apart(footwear: Scores) -> str:
    return (
        f"Sandals, sneakers and ankle boots on phone photos are told apart {footwear.accuracy:.1%} "
        f"of the time ({footwear.pictures} photos)."
    )


def _timed(crop: Timing) -> str:
    return f"Cutting out and preparing a decoded photo takes {crop.milliseconds:.1f} ms."


def _rejected(rejection: Rejection) -> str:
    return (
        f"Of pictures without clothing, {rejection.false_clothing:.1%} are taken for clothing; of "
        f"clothing, {rejection.turned_away:.1%} is turned away. AUROC {rejection.auroc:.3f}: how"
        " often a picture with clothing scores above one without."
    )


def _shown(what: str, staged: Staged) -> str:
    told = (
        f"{what} are named rightly {staged.accuracy:.1%} of the time, and "
        f"{staged.turned_away:.1%} are turned away"
    )
    if staged.false_clothing is None:
        return f"{told}."
    return f"{told}; shown so, {staged.false_clothing:.1%} without clothing are taken for some."


def _of_other_kinds(other_kinds: OtherKinds) -> str:
    return (
        f"Of clothing that is none of the classes, hats and skirts say, {other_kinds.answered:.1%} "
        f"get a sure answer, which is always wrong ({other_kinds.pictures} photos)."
    )


def _classwise(label: str, measured: dict[str, Scores]) -> list[str]:
    shares = (scores.per_class.get(label) for scores in measured.values())
    return ["not measured" if share is None else f"{share:.1%}" for share in shares]


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return [
        "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
        for cells in (head, rule, *rows)
    ]


def main(arguments: list[str] | None = None) -> int:
    """Write the README, and return the exit code."""
    argparse.ArgumentParser(prog="python -m scripts.numbers", description=__doc__).parse_args(
        arguments
    )
    return ended(_write)


def _write() -> None:
    card = read_card()
    with writing(README, PageError, "give the command in a clone that is yours to write into"):
        page = README.read_text(encoding="utf-8")
        README.write_text(written_into(page, card), encoding="utf-8")
    print(f"wrote the numbers of {card.version} into {README.name}")


if __name__ == "__main__":
    sys.exit(main())
