"""What measuring leaves to be read and looked at: printed figures, plots, the worst errors."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from model.card import Card, Scores
from model.errors import ModelError
from model.evaluation.fashion import FashionAnswers, worst_of_fashion
from model.evaluation.photos import PhotoAnswers, worst_of_photos
from model.metrics import chance_error
from model.plots import confusion, reliability
from model.writing import writing

STAGED = {
    "studio": "cut out of photos and put before a studio's ground",
    "worn": "cut out of photos and put on drawn people",
    "screens": "photos on a phone's or a computer's screen",
    "shop": "shoes and bags of Fashion-MNIST, made into product shots",
}
"""The card's fields that are measured on clothing as shops show it, and what is shown."""

SETS = ("fashion-mnist", "photos")
"""What plots are named after."""

DRAWN = (
    *(f"{kind}-{name}.png" for kind in ("confusion", "reliability") for name in SETS),
    "worst-errors-fashion-mnist.png",
    "worst-errors.png",
)
"""The files that are drawn here; a run deletes those that it doesn't draw anew."""


class ReportError(ModelError):
    """What was measured can't be drawn."""


def draw(
    card: Card, fashion: FashionAnswers | None, photos: PhotoAnswers | None, out: Path
) -> None:
    """Leave pictures of what was measured, and name the worst errors.

    Raises
    ------
    ReportError
        If they can't be written.
    """
    with writing(out, ReportError, "make room there or name another folder with --out"):
        _draw(card, fashion, photos, out)


def _draw(
    card: Card, fashion: FashionAnswers | None, photos: PhotoAnswers | None, out: Path
) -> None:
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


def print_figures(card: Card) -> None:
    """Print what was measured; what wasn't has no line."""
    console = Console()
    table = Table("", "Fashion-MNIST", "phone photos", title=f"FitCheck {card.version}")
    sets = (card.fashion_mnist, card.photos)

    def row(name: str, figure: Callable[[Scores], float | None], form: str = ".2%") -> None:
        found = [None if measured is None else figure(measured) for measured in sets]
        table.add_row(name, *("-" if f is None else format(f, form) for f in found))

    row("pictures", lambda measured: measured.pictures, ",")
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
