"""Measure the shipped networks: `python -m scripts.evaluate --photos DIR --negatives DIR`.

Prints the figures, writes them into the artifact's card with `--write`, and leaves plots and a
sheet of the worst errors in `runs/evaluation`.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from model import artifact
from model.artifact import Artifact
from model.card import Card, Scores, Staged, command_line
from model.data.negatives import read_negatives
from model.data.photos import Part, read_photos, senders_of
from model.errors import DatasetError, ModelError
from model.evaluation.fashion import (
    FashionAnswers,
    answer_fashion,
    fashion_scores,
    worst_of_fashion,
)
from model.evaluation.photos import (
    PhotoAnswers,
    answer_photos,
    crop_time,
    other_kinds,
    photo_scores,
    rejection,
    worst_of_photos,
)
from model.evaluation.staged import StagedAnswers, answer_staged, staged
from model.metrics import chance_error
from model.plots import confusion, reliability
from scripts.arguments import output

STAGED = {
    "studio": "cut out of photos and put before a studio's ground",
    "worn": "cut out of photos and put on drawn people",
    "screens": "photos on a phone's or a computer's screen",
    "shop": "shoes and bags of Fashion-MNIST, made into product shots",
}
"""The card's fields that are measured on clothing as shops show it, and what is shown."""

MEASURED = ("fashion_mnist", "photos", "footwear", "rejection", *STAGED, "other_kinds", "crop")
"""The card's fields that are measured here."""

SETS = ("fashion-mnist", "photos")
"""What plots are named after."""

DRAWN = (
    *(f"{kind}-{name}.png" for kind in ("confusion", "reliability") for name in SETS),
    "worst-errors-fashion-mnist.png",
    "worst-errors.png",
)
"""The files that are drawn here; a run deletes those that it doesn't draw anew."""


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
    _draw(measured, fashion, photos, options.out)
    _print(measured)
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

    return {name: figure(name, what) for name, what in STAGED.items()}


def _draw(
    card: Card, fashion: FashionAnswers | None, photos: PhotoAnswers | None, out: Path
) -> None:
    """Leave pictures of what was measured, and name the worst errors."""
    out.mkdir(parents=True, exist_ok=True)
    for name in DRAWN:
        (out / name).unlink(missing_ok=True)  # of another network, perhaps
    for name, found in zip(SETS, (card.fashion_mnist, card.photos), strict=True):
        if found:
            _plot(found, card, name, out)
    worst = worst_of_fashion(fashion, card) if fashion else None
    if worst:
        (out / "worst-errors-fashion-mnist.png").write_bytes(worst)
    sheet = worst_of_photos(photos.named, print) if photos else None
    if sheet:
        sheet.save(out / "worst-errors.png")


def _plot(measured: Scores, card: Card, name: str, out: Path) -> None:
    """Draw how classes are confused and whether confidence can be believed."""
    pictures = {
        "confusion": confusion.draw(
            measured.confusion, card.classes, title=name, true="is", answer="answered"
        ),
        "reliability": reliability.draw(
            measured, title=name, confidence="confidence", accuracy="right"
        ),
    }
    for kind, png in pictures.items():
        (out / f"{kind}-{name}.png").write_bytes(png)


def _print(card: Card) -> None:
    console = Console()
    table = Table("", "Fashion-MNIST", "phone photos", title=f"FitCheck {card.version}")
    sets = (card.fashion_mnist, card.photos)

    def row(name: str, figure: Callable[[Scores], float | None], form: str = ".2%") -> None:
        found = [None if measured is None else figure(measured) for measured in sets]
        table.add_row(name, *("-" if f is None else format(f, form) for f in found))

    row("top-1", lambda measured: measured.accuracy)
    row("mean over classes", lambda measured: measured.mean_class_accuracy)
    row("top-3", lambda measured: measured.top3_accuracy)
    row("cross-entropy", lambda measured: measured.loss, ".3f")
    row("calibration error (15 bins)", lambda measured: measured.ece)
    row("  to be expected by chance", lambda measured: chance_error(measured.reliability))
    for name in card.classes:
        row(escape(f"  {name}"), partial(_of_class, name))
    console.print(table)
    if card.footwear:
        console.print(
            f"sandal, sneaker, ankle boot told apart: {card.footwear.accuracy:.1%} "
            f"of {card.footwear.pictures}"
        )
    if card.crop:
        how = escape(card.crop.how)
        console.print(f"crop and prepare: {card.crop.milliseconds:.1f} ms ({how})")
    if card.rejection:
        console.print(
            f"clothing told from no clothing: AUROC {card.rejection.auroc:.3f}; "
            f"{card.rejection.false_clothing:.1%} of pictures without clothing answered, "
            f"{card.rejection.turned_away:.1%} of clothing turned away"
        )
    for name, what in STAGED.items():
        if measured := getattr(card, name):
            console.print(
                f"{what}: {measured.accuracy:.1%} right, {measured.turned_away:.1%} turned away"
            )
            if measured.false_clothing is not None:
                console.print(f"  without clothing: {measured.false_clothing:.1%} answered")
    if card.other_kinds:
        console.print(
            f"clothing of other kinds, hats and skirts say: {card.other_kinds.answered:.1%} of "
            f"{card.other_kinds.pictures} answered as one of the classes"
        )


def _of_class(name: str, measured: Scores) -> float | None:
    return measured.per_class.get(name)


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
