"""`python -m scripts.tutorial STEP`: the tutorial, step by step or whole."""

import argparse
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from scripts.arguments import among, output, positive
from scripts.ending import ended
from scripts.tutorial.steps import EPOCHS, FOLDER, STEPS, Lesson


def main(arguments: list[str] | None = None) -> int:
    """Run the named steps, or all of them in order."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.tutorial",
        description=__doc__,
        epilog="\n".join(f"  {name:9} {step.__doc__}" for name, step in STEPS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("step", nargs="*", type=among(tuple(STEPS)), metavar="STEP")
    parser.add_argument("--folder", type=output, default=str(FOLDER))
    parser.add_argument("--data", type=Path, help="the folder of Fashion-MNIST's four files")
    parser.add_argument("--epochs", type=positive, default=EPOCHS)
    options = parser.parse_args(arguments)
    lesson = Lesson(options.folder, options.data, options.epochs)
    return ended(partial(_take, options.step or STEPS, lesson))


def _take(names: Iterable[str], lesson: Lesson) -> None:
    for name in names:
        print(f"── {name}")
        STEPS[name](lesson)


if __name__ == "__main__":
    sys.exit(main())
