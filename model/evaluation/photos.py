"""Photos and pictures without clothing, and what is answered to them."""

import asyncio
import os
import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from rich.progress import Progress

from model.artifact import Artifact
from model.card import Card, OtherKinds, Rejection, Scores, Timing
from model.crop import cut_out
from model.data.photos import SHOE_CLASSES, Part, Photo, spelt
from model.engine import Engine, Stages
from model.errors import PictureError
from model.metrics import auroc, scores
from model.prediction import Verdict
from model.prepare import prepare
from model.segmenter import segmenter_input
from model.sheet import draw
from model.views import front

WORST: Final = 12
"""Errors on the sheet, the most confident first."""

TIMED: Final = 100
"""Photos whose way to 28×28 is timed."""

AT_ONCE: Final = 16
"""Pictures that are under way together."""


Answered = tuple[tuple[Photo, Stages], ...]
"""Photos of the classes, and what was answered to them."""


@dataclass(frozen=True, slots=True, eq=False)
class PhotoAnswers:
    """What was answered to photos and to pictures without clothing.

    Attributes
    ----------
    named : tuple of (Photo, Stages)
        Photos of the classes.
    nameless : tuple of Stages
        Photos of clothing of other kinds.
    others : tuple of Stages
        Pictures without clothing.
    """

    named: Answered
    nameless: tuple[Stages, ...]
    others: tuple[Stages, ...]

    @property
    def shoes(self) -> Answered:
        """The photos of shoes that are clearly of one class."""
        return tuple(
            (photo, stages)
            for photo, stages in self.named
            if len(photo.classes) == 1 and photo.classes[0] in SHOE_CLASSES
        )


async def answer_photos(
    loaded: Artifact, photos: Iterable[Photo], others: Iterable[Path]
) -> PhotoAnswers:
    """Let the engine answer files; what can't be read is reported and left out."""
    with closing(Engine(loaded)) as engine:
        wanted = tuple(photos)
        found = await examined(engine, _files(photo.path for photo in wanted), "Photos")
        answered = [(photo, found[photo.path]) for photo in wanted if photo.path in found]
        outside = await examined(engine, _files(others), "Pictures without clothing")
    return PhotoAnswers(
        named=tuple((photo, stages) for photo, stages in answered if photo.classes),
        nameless=tuple(stages for photo, stages in answered if not photo.classes),
        others=tuple(outside.values()),
    )


def photo_scores(named: Answered, card: Card, how: str) -> Scores:
    """Measure what was answered to photos of the classes, of which there is at least one."""
    probabilities = np.stack([stages.prediction.probabilities for _, stages in named])
    accepted = np.array([[name in photo.classes for name in card.classes] for photo, _ in named])
    senders = len({photo.sender for photo, _ in named})
    trained_on = "all" if any(photo.part == Part.TRAIN for photo, _ in named) else "none"
    what = f"{len(named)} photos of {senders} senders, {trained_on} of them trained on"
    return scores(probabilities, accepted, card.classes, f"{how} ({what})")


def rejection(answered: PhotoAnswers, how: str) -> Rejection:
    """Measure how well photos of the classes are told from pictures without clothing.

    There is at least one of either.
    """
    clothing = tuple(stages for _, stages in answered.named)
    return Rejection(
        auroc=auroc(_clothing_scores(clothing), _clothing_scores(answered.others)),
        false_clothing=1 - share(answered.others, Verdict.NOT_CLOTHING),
        turned_away=share(clothing, Verdict.NOT_CLOTHING),
        how=f"{how} ({len(clothing)} photos of clothing, {len(answered.others)} pictures without)",
    )


def other_kinds(answered: PhotoAnswers, how: str) -> OtherKinds:
    """Measure how often clothing of other kinds, of which there is some, gets a sure answer."""
    count = len(answered.nameless)
    return OtherKinds(
        pictures=count,
        answered=share(answered.nameless, Verdict.CLOTHING),
        how=f"{how} ({count} photos of clothing that is none of the classes)",
    )


def crop_time(loaded: Artifact, answered: PhotoAnswers, how: str) -> Timing:
    """Time cutting out and preparing the first photos of the classes.

    `taskset --cpu-list 0` in front of the command measures one core.
    """
    taken = []
    for _, stages in answered.named[:TIMED]:
        start = time.perf_counter()
        (mask,), _ = loaded.segment(segmenter_input(stages.picture)[None])
        front(prepare(cut_out(stages.picture, mask)))
        taken.append((time.perf_counter() - start) * 1e3)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    what = f"median of {len(taken)} decoded photos, {cores} core{'s' if cores != 1 else ''}"
    return Timing(milliseconds=statistics.median(taken), how=f"{how} ({what})")


def worst_of_photos(named: Answered, report: Callable[[str], None]) -> Image.Image | None:
    """Draw the most confident errors below each other: photo, mask, 28×28, answer; and name them.

    Returns
    -------
    PIL.Image.Image or None
        None where all is right.
    """
    wrong = [(p, s) for p, s in named if s.prediction.label not in p.classes]
    wrong.sort(key=lambda pair: -pair[1].prediction.probability)
    sheets = []
    for photo, stages in wrong[:WORST]:
        prediction = stages.prediction
        right = " or ".join(photo.classes)
        name = photo.path.name.encode(errors="replace").decode()  # not all are UTF-8
        report(f"{name}: {prediction.label} {prediction.probability:.0%}, is {right}")
        sheets.append(draw(stages))
    if not sheets:
        return None
    sheet = Image.new("RGB", (sheets[0].width, sum(s.height for s in sheets)))
    top = 0
    for drawn in sheets:
        sheet.paste(drawn, (0, top))
        top += drawn.height
    return sheet


async def examined(
    engine: Engine, pictures: Mapping[Path, Callable[[], bytes]], what: str
) -> dict[Path, Stages]:
    """Answer pictures, `AT_ONCE` at a time; what can't be read is reported and left out.

    They keep their order, whichever is answered first: what is staged of them follows from it.
    """
    found: dict[Path, Stages] = {}
    gate = asyncio.Semaphore(AT_ONCE)
    with Progress() as progress:
        task = progress.add_task(what, total=len(pictures))

        async def one(path: Path, read: Callable[[], bytes]) -> None:
            async with gate:
                try:
                    found[path] = await engine.examine(await asyncio.to_thread(read))
                except (PictureError, OSError) as error:
                    name = spelt(str(path))
                    progress.console.print(f"left out {name}: {error}", markup=False)
            progress.advance(task)

        await asyncio.gather(*(one(path, read) for path, read in pictures.items()))
    return {path: found[path] for path in pictures if path in found}


def share(stages: Iterable[Stages], verdict: Verdict) -> float:
    """Tell how many of the answers, of which there is at least one, are such a verdict."""
    return float(np.mean([stage.prediction.verdict == verdict for stage in stages]))


def _files(paths: Iterable[Path]) -> dict[Path, Callable[[], bytes]]:
    return {path: path.read_bytes for path in paths}


def _clothing_scores(stages: Iterable[Stages]) -> np.ndarray:
    return np.array([stage.prediction.clothing_score for stage in stages], np.float32)
