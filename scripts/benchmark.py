"""Measure how fast a photo's way is: `python -m scripts.benchmark [--repeats N]`.

Every comparison is made in the same run on the same machine: medians of N calls after one that
doesn't count. For one core, on Linux: `taskset --cpu-list 0 .venv/bin/python -m scripts.benchmark`.
"""

import argparse
import asyncio
import io
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from rich.console import Console
from rich.table import Table

from model import artifact
from model.artifact import Artifact
from model.crop import cut_out
from model.decode import WORKING_EDGE, decode
from model.engine import Engine
from model.prepare import prepare
from model.segmenter import segmenter_input
from model.views import front
from scripts.arguments import positive
from scripts.ending import ended

BOOT: Final = Path(__file__).parents[1] / "examples" / "ankle-boot.png"
PHONE: Final = (4000, 3000)
"""Width and height of a 12-megapixel phone photo."""
MESSAGE: Final = 10
"""Pictures in a full Discord message."""


@dataclass(frozen=True)
class Measurement:
    """How long one way of doing a thing takes.

    Attributes
    ----------
    task, way : str
        What is done, and how.
    milliseconds : float
        Median.
    """

    task: str
    way: str
    milliseconds: float


def phone_photo() -> bytes:
    """Make a 12-megapixel JPEG with a photo's detail: smooth shapes and sensor noise."""
    random = np.random.default_rng(0)
    shapes = Image.fromarray(random.integers(0, 256, (30, 40, 3), np.uint8))
    smooth = np.asarray(shapes.resize(PHONE, Image.Resampling.BICUBIC), np.int16)
    noisy = smooth + random.integers(-8, 9, smooth.shape, np.int16)
    file = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=85)
    return file.getvalue()


def timings(trained: Artifact, repeats: int) -> Iterator[Measurement]:
    """Measure everything, one comparison after another."""

    def timed(task: str, way: str, work: Callable[[], object]) -> Measurement:
        return Measurement(task, way, _median(work, repeats))

    photo, boot = phone_photo(), BOOT.read_bytes()
    task = f"decode a {len(photo) / 1e6:.1f} MB JPEG of 12 megapixels"
    yield timed(task, "Pillow in full, then resize", lambda: _decode_in_full(photo))
    yield timed(task, "FitCheck (draft mode)", lambda: decode(photo))

    picture = decode(boot)
    small = segmenter_input(picture)
    masks, _ = trained.segment(small[None])
    task = "crop and prepare a picture"
    yield timed(task, "segment, mirror image too, and refine", lambda: trained.segment(small[None]))
    yield timed(task, "cut out and prepare", lambda: prepare(cut_out(picture, masks[0])))

    cutout = cut_out(picture, masks[0])
    prepared = prepare(cutout)
    batch = front(prepared)[None, ..., None]
    network = trained.classifier
    task = "one picture through the classifier"
    yield timed(task, "model.predict", lambda: network.predict([batch], verbose=0))
    yield timed(task, "model(x)", lambda: np.asarray(network([batch])))
    yield timed(task, "model.predict_on_batch", lambda: network.predict_on_batch([batch]))
    yield timed(task, "FitCheck (eight views)", lambda: trained.classify(prepared[None]))

    engine = Engine(trained)
    try:
        with asyncio.Runner() as runner:
            task = "bytes to answer"
            yield timed(task, "one boot", lambda: runner.run(engine.classify(boot)))
            yield timed(task, "one phone photo", lambda: runner.run(engine.classify(photo)))
            task = f"{MESSAGE} boots, bytes to answers"
            yield timed(task, "one after another", lambda: runner.run(_in_turn(engine, boot)))
            yield timed(task, "together", lambda: runner.run(_together(engine, boot)))
    finally:
        engine.close()


def _median(work: Callable[[], object], repeats: int) -> float:
    work()
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1e3)
    return statistics.median(taken)


def _decode_in_full(photo: bytes) -> Image.Image:
    with Image.open(io.BytesIO(photo)) as picture:
        scale = WORKING_EDGE / max(picture.size)
        size = (round(picture.width * scale), round(picture.height * scale))
        return picture.convert("RGB").resize(size, Image.Resampling.BOX)


async def _in_turn(engine: Engine, data: bytes) -> None:
    for _ in range(MESSAGE):
        await engine.classify(data)


async def _together(engine: Engine, data: bytes) -> None:
    await asyncio.gather(*(engine.classify(data) for _ in range(MESSAGE)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m scripts.benchmark", description=__doc__)
    parser.add_argument("--repeats", type=positive, default=30, metavar="N")
    return ended(partial(_measure, parser.parse_args(arguments).repeats))


def _measure(repeats: int) -> None:
    trained = artifact.load()
    table = Table("What", "How", title=f"Medians of {repeats}", title_justify="left")
    table.add_column("ms", justify="right")
    last = ""
    for timing in timings(trained, repeats):
        if last not in ("", timing.task):
            table.add_section()
        table.add_row(
            "" if timing.task == last else timing.task, timing.way, f"{timing.milliseconds:.1f}"
        )
        last = timing.task
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
