"""Measure the shipped networks: `python -m scripts.evaluate --photos DIR --negatives DIR`.

Prints the figures, writes them into the artifact's card with `--write`, and leaves plots and a
sheet of the worst errors in `runs/evaluation`.
"""

import argparse
import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

from model import artifact
from model.artifact import Artifact
from model.card import Staged, command_line
from model.data.negatives import read_negatives
from model.data.photos import Part, read_photos, senders_of
from model.errors import DatasetError, ModelError
from model.evaluation.fashion import answer_fashion, fashion_scores
from model.evaluation.photos import (
    PhotoAnswers,
    answer_photos,
    crop_time,
    other_kinds,
    photo_scores,
    rejection,
)
from model.evaluation.staged import StagedAnswers, answer_staged, staged
from scripts import report
from scripts.arguments import output

MEASURED = (
    "fashion_mnist",
    "photos",
    "footwear",
    "rejection",
    *report.STAGED,
    "other_kinds",
    "crop",
)
"""The card's fields that are measured here."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; `--help` says what each of them means."""

    artifact: Path
    photos: Path | None
    negatives: list[Path]
    fashion_mnist: Path | None
    part: Part
    out: Path
    write: bool


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, plot, and write the card if asked to."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = _parser()
    options = Options(**vars(parser.parse_args(given)))
    if options.negatives and not options.photos:
        parser.error("clothing is told from --negatives by --photos; give both")
    if options.write and options.part != Part.TEST:
        parser.error("the card holds what the test part says; --write goes without --part")
    if options.write:
        _refuse_unwritable(parser, options.artifact)
    try:
        _measure(options, command_line("scripts.evaluate", given))
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _measure(options: Options, how: str) -> None:
    loaded = artifact.load(options.artifact)
    fashion = answer_fashion(loaded, options.fashion_mnist, options.part)
    photos = None
    if options.photos:
        photos = _answer_photos(loaded, options.photos, options.negatives, options.part)
    if not (fashion or photos):
        raise DatasetError(
            f"{options.artifact} knows other classes than Fashion-MNIST's, so there is nothing "
            "to measure; give --photos DIR, and --negatives DIR if there are any"
        )
    figures: dict[str, object] = {
        "fashion_mnist": fashion_scores(fashion, loaded.card, how) if fashion else None
    }
    if photos:
        figures |= _photo_figures(loaded, photos, how)
        shown = asyncio.run(answer_staged(loaded, photos, fashion))
        figures |= _staged_figures(shown, how)
    measured = loaded.card.model_copy(update=dict.fromkeys(MEASURED) | figures)
    report.draw(measured, fashion, photos, options.out)
    report.print_figures(measured)
    if options.write:
        artifact.write_card(options.artifact, loaded.card.model_copy(update=figures))
        print(f"wrote {options.artifact / artifact.CARD}")
    print(f"plots and errors are in {options.out}")


def _refuse_unwritable(parser: argparse.ArgumentParser, folder: Path) -> None:
    """Tell before anything is measured that the card can't be written."""
    try:
        output(str(folder))
    except argparse.ArgumentTypeError as error:
        parser.error(f"--write: {error}")


def _answer_photos(
    loaded: Artifact, folder: Path, negatives: list[Path], part: Part
) -> PhotoAnswers:
    """Answer the part's photos, and its pictures without clothing."""
    photos = [photo for photo in read_photos(folder) if photo.part == part]
    unknown = {name for photo in photos for name in photo.classes}.difference(loaded.card.classes)
    if unknown:
        raise DatasetError(
            f"{folder} shows {', '.join(sorted(unknown))}, which the network doesn't know; "
            "--artifact names another"
        )
    if not senders_of(photos, Part.VALIDATION).isdisjoint(loaded.card.training.known_senders):
        raise DatasetError(
            f"the network has learned from validation senders of {folder}, whose photos tell "
            "nothing of it; leave out --part, or name an --artifact trained without --final"
        )
    others = read_negatives(tuple(negatives))
    outside = [other.path for other in others if other.part == part]
    if others and not outside:
        raise DatasetError(
            f"none of {len(others)} pictures without clothing is for the {part} part; "
            "add some of other things, of which every tenth is for it"
        )
    answered = asyncio.run(answer_photos(loaded, photos, outside))
    if not answered.named:
        raise DatasetError(
            f"{folder} holds no readable {part} photo of one of the classes; "
            "add pictures, of which every tenth is for it, or name another --part"
        )
    if outside and not answered.others:  # else the card would keep what it knew of others
        raise DatasetError(
            f"none of the {len(outside)} pictures without clothing for the {part} part can be "
            "read; replace them or leave out --negatives"
        )
    return answered


def _photo_figures(loaded: Artifact, answered: PhotoAnswers, how: str) -> dict[str, object]:
    """Measure everything that photos tell; the keys are the card's."""
    figures: dict[str, object] = {
        "photos": photo_scores(answered.named, loaded.card, how),
        "footwear": photo_scores(answered.shoes, loaded.card, how) if answered.shoes else None,
        "other_kinds": other_kinds(answered, how) if answered.nameless else None,
        "crop": crop_time(loaded, answered, how),
    }
    if answered.others:
        figures["rejection"] = rejection(answered, how)
    return figures


def _staged_figures(shown: StagedAnswers, how: str) -> dict[str, object]:
    """Measure everything that staged clothing tells; the keys are the card's."""
    bare = {"screens": shown.bare_screens}

    def figure(name: str, what: str) -> Staged | None:
        clothing, without = getattr(shown, name), bare.get(name, ())
        beside = f", and {len(without)} without clothing" if without else ""
        return staged(clothing, f"{how} ({len(clothing)} pictures: {what}{beside})", without)

    return {name: figure(name, what) for name, what in report.STAGED.items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.evaluate", description=__doc__)
    parser.add_argument(
        "--artifact",
        type=Path,
        default=artifact.ARTIFACTS,
        help="what is measured; the shipped networks if left out",
    )
    parser.add_argument("--photos", type=Path, help="the clothing data set, or a folder per class")
    parser.add_argument(
        "--negatives", type=Path, nargs="+", default=[], help="folders without clothing"
    )
    parser.add_argument("--fashion-mnist", type=Path, help="folder of its four gzip files")
    parser.add_argument(
        "--part",
        type=Part,
        choices=list(Part),
        default=Part.TEST,
        help="of photos and of Fashion-MNIST; choose networks by validation",
    )
    parser.add_argument(
        "--out",
        type=output,
        default="runs/evaluation",
        help="where plots and errors go; runs/evaluation if left out",
    )
    parser.add_argument("--write", action="store_true", help="write the figures into the card")
    return parser


if __name__ == "__main__":
    sys.exit(main())
