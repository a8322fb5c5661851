"""Measure the shipped networks: `python -m scripts.evaluate --photos DIR --negatives DIR`.

Prints the figures, writes them into the artifact's card with `--write`, and leaves plots and a
sheet of the worst errors in `runs/evaluation`.
"""

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from model import artifact
from model.artifact import Artifact
from model.card import Card, Rejection, Scores, Timing, command_line
from model.crop import cut_out
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES
from model.data.negatives import read_negatives
from model.data.photos import Part, Photo, read_photos
from model.engine import Engine, Stages
from model.errors import DatasetError, ModelError, PictureError
from model.metrics import auroc, scores
from model.plots import confusion, errors, reliability
from model.prediction import Verdict
from model.prepare import prepare
from model.segmenter import segmenter_input
from model.sheet import draw
from model.verdict import softmax
from model.views import front

WORST = 12
"""Errors on the sheet, the most confident first."""

TIMED = 100
"""Photos whose way to 28×28 is timed."""

SHOES = ("Sandal", "Sneaker", "Ankle boot")
"""Classes that are measured by themselves: all of them are shoes."""

MEASURED = ("fashion_mnist", "photos", "footwear", "rejection", "crop")
"""The card's fields that are measured here."""

AT_ONCE = 16
"""Pictures that are under way together."""


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
    how = command_line("scripts.evaluate", given)
    try:
        loaded = artifact.load(options.artifact)
        fashion = answer_fashion(loaded, options.fashion_mnist)
        figures: dict[str, object] = {
            "fashion_mnist": measure_fashion(fashion, loaded.card, how) if fashion else None
        }
        if options.photos:
            figures |= asyncio.run(_measure_photos(loaded, options.photos, options, how))
    except ModelError as error:
        print(error, file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    if fashion:
        _worst_of_fashion(fashion, loaded.card, options.out)
    measured = loaded.card.model_copy(update=dict.fromkeys(MEASURED) | figures)
    for name, found in (("fashion-mnist", measured.fashion_mnist), ("photos", measured.photos)):
        if found:
            _plot(found, measured, name, options.out)
    _print(measured)
    if options.write:
        artifact.write_card(options.artifact, loaded.card.model_copy(update=figures))
        print(f"wrote {options.artifact / artifact.CARD}")
    print(f"plots and errors are in {options.out}")
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class FashionAnswers:
    """Fashion-MNIST's test pictures and what was answered.

    Attributes
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        0..255.
    labels : ndarray of uint8, shape (n,)
        True classes.
    probabilities : ndarray of float32, shape (n, classes)
        Calibrated, in 0..1.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    probabilities: NDArray[np.float32]


def answer_fashion(loaded: Artifact, directory: Path | None) -> FashionAnswers | None:
    """Let the classifier answer Fashion-MNIST's test pictures, if it knows their classes."""
    if loaded.card.classes[: len(CLASSES)] != CLASSES:
        return None
    fashion = fashion_mnist.load(directory)
    (logits,) = loaded.classify_small(fashion_mnist.scale(fashion.test_images))
    probabilities = softmax(logits / np.float32(loaded.card.calibration.temperature))
    return FashionAnswers(fashion.test_images, fashion.test_labels, probabilities)


def measure_fashion(answered: FashionAnswers, card: Card, how: str) -> Scores:
    """Measure what was answered to Fashion-MNIST's test pictures."""
    accepted = np.zeros(answered.probabilities.shape, bool)
    accepted[np.arange(len(accepted)), answered.labels] = True
    what = f"{how} ({len(accepted):,} test images)"
    return scores(answered.probabilities, accepted, card.classes, what)


async def _measure_photos(
    loaded: Artifact, folder: Path, options: Options, how: str
) -> dict[str, object]:
    """Measure everything that photos tell; the keys are the card's."""
    photos = [photo for photo in read_photos(folder) if photo.part == options.part]
    unknown = {name for photo in photos for name in photo.classes}.difference(loaded.card.classes)
    if unknown:
        raise DatasetError(
            f"{folder} shows {', '.join(sorted(unknown))}, which the network doesn't know; "
            "--artifact names another"
        )
    negatives = read_negatives(tuple(options.negatives))
    outside = [negative.path for negative in negatives if negative.part == options.part]
    with closing(Engine(loaded)) as engine:
        found = await _examine(engine, [photo.path for photo in photos], "Photos")
        others = await _examine(engine, outside, "Pictures without clothing")
    answered = [(photo, found[photo.path]) for photo in photos if photo.path in found]
    named = [(photo, stages) for photo, stages in answered if photo.classes]
    nameless = [stages for photo, stages in answered if not photo.classes]
    if not named:
        raise DatasetError(
            f"{folder} holds no readable {options.part} photo of one of the classes; "
            "--part names another part"
        )
    shoes = [pair for pair in named if len(pair[0].classes) == 1 and pair[0].classes[0] in SHOES]
    _worst(named, options.out)
    if nameless:
        print(
            f"clothing of other kinds ({len(nameless)} photos of hats, skirts, shorts, bodies): "
            f"{_share(nameless, Verdict.CLOTHING):.1%} answered as one of the classes"
        )
    figures: dict[str, object] = {
        "photos": _scores(named, loaded.card, how),
        "footwear": _scores(shoes, loaded.card, how) if shoes else None,
        "crop": _time(loaded, [stages.picture for _, stages in answered[:TIMED]], how),
    }
    if others:
        figures["rejection"] = _rejection([s for _, s in named], list(others.values()), how)
    return figures


def _scores(named: list[tuple[Photo, Stages]], card: Card, how: str) -> Scores:
    probabilities = np.stack([stages.prediction.probabilities for _, stages in named])
    accepted = np.array([[name in photo.classes for name in card.classes] for photo, _ in named])
    senders = len({photo.sender for photo, _ in named})
    what = f"{len(named)} photos of {senders} senders, none of them trained on"
    return scores(probabilities, accepted, card.classes, f"{how} ({what})")


def _rejection(clothing: list[Stages], others: list[Stages], how: str) -> Rejection:
    return Rejection(
        auroc=auroc(_clothing_scores(clothing), _clothing_scores(others)),
        false_clothing=1 - _share(others, Verdict.NOT_CLOTHING),
        turned_away=_share(clothing, Verdict.NOT_CLOTHING),
        how=f"{how} ({len(clothing)} photos of clothing, {len(others)} pictures without)",
    )


def _time(loaded: Artifact, pictures: list[Image.Image], how: str) -> Timing:
    """Time cutting out and preparing; `taskset --cpu-list 0` in front measures one core."""
    taken = []
    for picture in pictures:
        start = time.perf_counter()
        (mask,), _ = loaded.segment(segmenter_input(picture)[None])
        front(prepare(cut_out(picture, mask)))
        taken.append((time.perf_counter() - start) * 1e3)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    what = f"median of {len(taken)} decoded photos, {cores} core{'s' if cores != 1 else ''}"
    return Timing(milliseconds=statistics.median(taken), how=f"{how} ({what})")


async def _examine(engine: Engine, paths: list[Path], what: str) -> dict[Path, Stages]:
    """Answer pictures, `AT_ONCE` at a time; what can't be read is reported and left out."""
    found: dict[Path, Stages] = {}
    gate = asyncio.Semaphore(AT_ONCE)
    with Progress() as progress:
        task = progress.add_task(what, total=len(paths))

        async def one(path: Path) -> None:
            async with gate:
                try:
                    found[path] = await engine.examine(await asyncio.to_thread(path.read_bytes))
                except (PictureError, OSError) as error:
                    progress.console.print(f"left out {path}: {error}")
            progress.advance(task)

        await asyncio.gather(*map(one, paths))
    return found


def _clothing_scores(stages: Iterable[Stages]) -> np.ndarray:
    return np.array([stage.prediction.clothing_score for stage in stages], np.float32)


def _share(stages: Iterable[Stages], verdict: Verdict) -> float:
    return float(np.mean([stage.prediction.verdict == verdict for stage in stages]))


def _worst(named: list[tuple[Photo, Stages]], out: Path) -> None:
    """Draw the most confident errors below each other: photo, mask, 28×28, answer."""
    wrong = [(p, s) for p, s in named if s.prediction.label not in p.classes]
    wrong.sort(key=lambda pair: -pair[1].prediction.probability)
    if not wrong:
        return
    sheets = []
    for photo, stages in wrong[:WORST]:
        prediction = stages.prediction
        right = " or ".join(photo.classes)
        print(f"{photo.path.name}: {prediction.label} {prediction.probability:.0%}, is {right}")
        sheets.append(draw(stages))
    sheet = Image.new("RGB", (sheets[0].width, sum(s.height for s in sheets)))
    top = 0
    for drawn in sheets:
        sheet.paste(drawn, (0, top))
        top += drawn.height
    out.mkdir(parents=True, exist_ok=True)
    sheet.save(out / "worst-errors.png")


def _worst_of_fashion(answered: FashionAnswers, card: Card, out: Path) -> None:
    """Draw the most confident errors on Fashion-MNIST: 28×28, answer."""
    answers = answered.probabilities.argmax(axis=1)
    confidence = answered.probabilities.max(axis=1)
    wrong = np.flatnonzero(answers != answered.labels)
    worst = wrong[np.argsort(-confidence[wrong], kind="stable")][:WORST]
    if len(worst) == 0:
        return
    captions = [
        f"{card.classes[answers[n]]} {confidence[n]:.0%}\nis {card.classes[answered.labels[n]]}"
        for n in worst
    ]
    png = errors.draw(answered.images[worst], captions, title="the most confident errors")
    (out / "worst-errors-fashion-mnist.png").write_bytes(png)


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

    def row(name: str, figure: Callable[[Scores], float | None]) -> None:
        found = [None if measured is None else figure(measured) for measured in sets]
        table.add_row(name, *("-" if f is None else f"{f:.2%}" for f in found))

    row("top-1", lambda measured: measured.accuracy)
    row("mean over classes", lambda measured: measured.mean_class_accuracy)
    row("top-3", lambda measured: measured.top3_accuracy)
    row("calibration error (15 bins)", lambda measured: measured.ece)
    for name in card.classes:
        row(f"  {name}", partial(_of_class, name))
    console.print(table)
    if card.footwear:
        console.print(
            f"sandal, sneaker, ankle boot told apart: {card.footwear.accuracy:.1%} "
            f"of {card.footwear.pictures}"
        )
    if card.crop:
        console.print(f"crop and prepare: {card.crop.milliseconds:.1f} ms ({card.crop.how})")
    if card.rejection:
        console.print(
            f"clothing told from no clothing: AUROC {card.rejection.auroc:.3f}; "
            f"{card.rejection.false_clothing:.1%} of pictures without clothing answered, "
            f"{card.rejection.turned_away:.1%} of clothing turned away"
        )


def _of_class(name: str, measured: Scores) -> float | None:
    return measured.per_class.get(name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.evaluate", description=__doc__)
    parser.add_argument("--artifact", type=Path, default=artifact.ARTIFACTS)
    parser.add_argument("--photos", type=Path, help="the clothing data set's folder")
    parser.add_argument(
        "--negatives", type=Path, nargs="+", default=[], help="folders without clothing"
    )
    parser.add_argument("--fashion-mnist", type=Path, help="folder of its four gzip files")
    parser.add_argument("--part", type=Part, choices=list(Part), default=Part.TEST)
    parser.add_argument("--out", type=Path, default=Path("runs/evaluation"))
    parser.add_argument("--write", action="store_true", help="write the figures into the card")
    return parser


if __name__ == "__main__":
    sys.exit(main())
