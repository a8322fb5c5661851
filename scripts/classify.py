"""Classify pictures: `python -m scripts.classify [--json] PATH…`.

Prints a table with bars for people, or with --json one line a picture for programs. A directory
stands for the pictures in it. Exits 1 if any picture could not be answered.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.bar import Bar
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from model.artifact import ARTIFACTS
from model.engine import MAX_BATCH, Engine
from model.errors import ArtifactError, PictureError
from model.prediction import Prediction, Ranked, Verdict, told
from scripts.ending import INTERRUPTED, STOPPED
from scripts.pictures import explain, find_pictures, printable

_HEADLINES: Final = {
    Verdict.CLOTHING: ("{label}", "green"),
    Verdict.UNSURE: ("unsure: {label}?", "yellow"),
    Verdict.NOT_CLOTHING: ("no clothing ({label})", "bright_black"),
}
_NONE: Final = ("unsure, probably none ({label})", "yellow")


@dataclass(frozen=True, slots=True)
class Answer:
    """One picture file and what came of it."""

    path: Path
    outcome: Prediction | str

    @property
    def failed(self) -> bool:
        """Whether there is only a reason instead of a prediction."""
        return isinstance(self.outcome, str)


async def answer(engine: Engine, path: Path) -> Answer:
    """Answer one file; a picture that can't be read gives its reason."""
    try:
        data = await asyncio.to_thread(path.read_bytes)
        return Answer(path, await engine.classify(data))
    except (OSError, PictureError) as error:
        return Answer(path, explain(error))


async def answer_all(engine: Engine, paths: Sequence[Path]) -> AsyncIterator[Answer]:
    """Answer many files in their order, a batch of the network at a time."""
    for start in range(0, len(paths), MAX_BATCH):
        batch = paths[start : start + MAX_BATCH]
        for each in await asyncio.gather(*(answer(engine, path) for path in batch)):
            yield each


def as_json(answer: Answer) -> dict[str, Any]:
    """Shape an answer as its JSON line."""
    outcome = answer.outcome
    if isinstance(outcome, str):
        return {"path": str(answer.path), "error": outcome}
    return {
        "path": str(answer.path),
        "verdict": outcome.verdict.value,
        "label": outcome.label,
        "probability": outcome.probability,
        "top3": [{"label": one.label, "probability": one.probability} for one in outcome.top3],
        "probabilities": dict(zip(outcome.classes, map(float, outcome.probabilities), strict=True)),
        "clothing_score": outcome.clothing_score,
        "known": outcome.known,
        "milliseconds": round(outcome.milliseconds, 3),
    }


def as_table(answers: Sequence[Answer]) -> Table:
    """Lay out the predictions among answers with bars, three classes each."""
    table = Table(show_edge=False, pad_edge=False, header_style="dim")
    table.add_column("Picture", overflow="fold", ratio=1)
    table.add_column("Answer", overflow="fold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Probability", width=20)
    for each in answers:
        if isinstance(each.outcome, Prediction):
            words, colour = (
                _NONE if each.outcome.is_rather_none else _HEADLINES[each.outcome.verdict]
            )
            first, *others = each.outcome.top3
            headline = Text(words.format(label=first.label), f"bold {colour}")
            table.add_row(Text(printable(each.path)), headline, *_bar(first, colour))
            for ranked in others:
                label = Text(ranked.label, "bright_black")
                table.add_row("", label, *_bar(ranked, "bright_black"))
            table.add_section()
    return table


def _bar(ranked: Ranked, colour: str) -> tuple[Text, Bar]:
    share = Text(f"{told(ranked.probability):.0%}", colour)
    return share, Bar(1.0, 0.0, ranked.probability, color=colour)


def print_table(answers: Sequence[Answer]) -> None:
    """Print the predictions as a table, and below it what went without."""
    console = Console()
    failed = [each for each in answers if each.failed]
    if len(failed) < len(answers):
        console.print(as_table(answers))
    for each in failed:
        console.print(Text(printable(each.path)) + Text(f": {each.outcome}", "red"))


async def classify(engine: Engine, paths: Sequence[Path], *, lines: bool) -> bool:
    """Print the answers to files; tell whether there was one for each."""
    errors = Console(stderr=True)
    progress = Progress(
        TextColumn("Classifying"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        # JSON lines on the same terminal would tear the bar apart.
        disable=len(paths) == 1 or (lines and sys.stdout.isatty()),
        redirect_stdout=False,
    )
    answers = []
    with progress:
        task = progress.add_task("", total=len(paths))
        async for each in answer_all(engine, paths):
            answers.append(each)
            if lines:
                print(json.dumps(as_json(each)), flush=True)
            progress.advance(task)
    if not lines:
        print_table(answers)
    return not any(each.failed for each in answers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, print the answers, return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.classify", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="picture or directory")
    parser.add_argument("--json", action="store_true", help="print one JSON line a picture")
    parser.add_argument(
        "--artifact", type=Path, default=ARTIFACTS, metavar="FOLDER", help="other networks"
    )
    options = parser.parse_args(arguments)
    try:
        engine = Engine.load(options.artifact)
    except ArtifactError as error:
        sys.exit(str(error))
    try:
        paths = list(find_pictures(options.paths))
        return int(not asyncio.run(classify(engine, paths, lines=options.json)))
    except BrokenPipeError:  # whoever reads the lines has enough, `head` for one
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at exit
        return 1
    except KeyboardInterrupt:
        print(f"\n{STOPPED}", file=sys.stderr)  # below the progress bar
        return INTERRUPTED
    finally:
        engine.close()


if __name__ == "__main__":
    sys.exit(main())
