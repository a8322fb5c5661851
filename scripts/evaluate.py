"""Measure the shipped networks: `python -m scripts.evaluate --photos DIR --negatives DIR`.

Prints the figures, writes them into the artifact's card with `--write`, and leaves plots and a
sheet of the worst errors in `runs/evaluation`. Photos of your own, which the network hasn't learned
from, are measured by `--photos DIR --all`.
"""

import argparse
import asyncio
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from model import artifact
from model.artifact import Artifact
from model.card import Card, Staged, command_line
from model.data.negatives import read_negatives
from model.data.photos import Part, Photo, listed_parts, read_photos, senders_of
from model.errors import DatasetError
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
from scripts.arguments import among, output
from scripts.ending import ended

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
    part: Part | None
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
        parser.error("the card holds the test part's figures; --write goes without --part, --all")
    if options.write:
        _refuse_unwritable(parser, options.artifact)
    return ended(partial(_measure, options, command_line("scripts.evaluate", given)))


def _measure(options: Options, how: str) -> None:
    loaded = artifact.load(options.artifact)
    fashion = answer_fashion(loaded, options.fashion_mnist, options.part or Part.TEST)
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
    report.print_figures(measured)
    if options.write:
        artifact.write_card(options.artifact, loaded.card.model_copy(update=figures))
        print(f"wrote {options.artifact / artifact.CARD}")
    report.draw(measured, fashion, photos, options.out)  # last: it may find the disk full
    print(f"plots and errors are in {options.out}")


def _refuse_unwritable(parser: argparse.ArgumentParser, folder: Path) -> None:
    """Tell before anything is measured that the card can't be written."""
    try:
        output(str(folder))
    except argparse.ArgumentTypeError as error:
        parser.error(f"--write: {error}")


def _answer_photos(
    loaded: Artifact, folder: Path, negatives: list[Path], part: Part | None
) -> PhotoAnswers:
    """Answer the part's photos, and its pictures without clothing, or all of them."""
    photos = _photos(loaded.card, folder, part)
    unknown = {name for photo in photos for name in photo.classes}.difference(loaded.card.classes)
    if unknown:
        raise DatasetError(
            f"{folder} shows {', '.join(sorted(unknown))}, which the network doesn't know; "
            "--artifact names another"
        )
    others = read_negatives(tuple(negatives))
    outside = [other.path for other in others if part in {None, other.part}]
    if others and not outside:
        raise DatasetError(
            f"none of {len(others)} pictures without clothing is for the {part} part; "
            "add some of other things, of which every tenth is for it"
        )
    answered = asyncio.run(answer_photos(loaded, photos, outside))
    if not answered.named:
        raise DatasetError(
            f"{folder} holds no readable {f'{part} ' if part else ''}photo of one of the classes; "
            "add pictures, of which every tenth is for the test, or name another --part or --all"
        )
    if outside and not answered.others:  # else the card would keep what it knew of others
        raise DatasetError(
            f"none of the {len(outside)} pictures without clothing to measure can be read; "
            "replace them or leave out --negatives"
        )
    return answered


def _photos(card: Card, folder: Path, part: Part | None) -> list[Photo]:
    """Read the photos to measure; say what is left out of a folder that may be all unknown."""
    photos = read_photos(folder, card.classes)
    chosen = [photo for photo in photos if part in {None, photo.part}]
    if not senders_of(chosen, Part.VALIDATION).isdisjoint(card.training.known_senders):
        raise DatasetError(
            f"the network has learned from validation senders of {folder}, whose photos tell "
            "nothing of it; leave out --part and --all, or name an --artifact trained without "
            "--final"
        )
    listed = listed_parts()
    known = {listed[photo.sender] for photo in photos if photo.sender in listed}
    if part is None:
        if not known <= {Part.TEST}:
            raise DatasetError(
                f"{folder} holds photos of senders that networks learn from; leave out --all"
            )
        return [replace(photo, part=Part.TEST) for photo in photos]
    if part == Part.TEST and not known and len(chosen) < len(photos):
        print(
            f"{len(photos) - len(chosen):,} of {len(photos):,} photos are for training and "
            "validation; --all measures them too, if the network hasn't learned from them"
        )
    return chosen


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
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--part",
        type=among(tuple(Part)),
        metavar="PART",
        default=Part.TEST,
        help=f"of photos and of Fashion-MNIST: {', '.join(Part)}; choose networks by validation",
    )
    what.add_argument(
        "--all",
        dest="part",
        action="store_const",
        const=None,
        help="of the pictures that are given; only if the network has learned from none of them",
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
