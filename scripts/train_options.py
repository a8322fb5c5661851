"""What the command line of `scripts.train` may ask for."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from model import artifact
from model.training.precision import BFLOAT16
from model.training.schedule import Course
from scripts.arguments import output, positive, refuse_unwritable, seed
from scripts.tutorial import steps

RUNS = Path("runs")
"""Where checkpoints and results go."""


FIRST = Course(peak=4e-3, epochs=89)
"""Of a network that begins untrained."""

AGAIN = Course(peak=2e-3, epochs=26)
"""Of one that goes on from trained weights."""

FINAL = Course(peak=5e-4, epochs=10)
"""Of one that only gets to know more people."""

TUTORIALS = frozenset({"architecture", "fashion_mnist", "epochs", "out"})
"""Options that the tutorial's network takes."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; `--help` says what each of them means."""

    given: tuple[str, ...]
    architecture: str
    photos: Path | None
    negatives: list[Path]
    only_photos: bool
    fashion_mnist: Path | None
    segmenter: Path | None
    start: Path | None
    halfway: bool
    final: bool
    epochs: int | None
    seed: int
    out: Path | None
    bfloat16: bool
    resume: bool

    @property
    def cutting(self) -> Path:
        """The trained cut-out network; if none is named, the one that the start learned on."""
        return self.segmenter or (self.start or artifact.ARTIFACTS) / artifact.SEGMENTER

    @property
    def course(self) -> Course:
        """How the run goes, by where it begins."""
        if self.final:
            return FINAL
        return AGAIN if self.start else FIRST

    @property
    def length(self) -> int:
        """How many epochs the run takes."""
        return self.epochs or self.course.epochs

    @property
    def result(self) -> Path:
        """Where the artifact goes."""
        return self.out or RUNS / "classifier" / "artifact"


def parsed(given: list[str], description: str | None) -> Options:
    """Read the command line; end with a sentence if it asks for what can't be.

    Parameters
    ----------
    given : list of str
        What stands behind the command.
    description : str, optional
        What `--help` begins with.
    """
    parser = _parser(description)
    options = Options(tuple(given), **vars(parser.parse_args(given)))
    _refuse_unread(parser, options)
    if options.architecture != "tutorial":
        refuse_unwritable(parser, RUNS / "classifier")
    elif not options.out:
        refuse_unwritable(parser, steps.FOLDER)
    return options


def _refuse_unread(parser: argparse.ArgumentParser, options: Options) -> None:
    """Refuse options that say something, and that nothing would read."""
    if options.architecture == "tutorial":
        defaults = vars(parser.parse_args([]))
        unread = [
            f"--{name.replace('_', '-')}"
            for name, default in defaults.items()
            if name not in TUTORIALS and getattr(options, name) != default
        ]
        if unread:
            parser.error(
                "the tutorial's network learns from Fashion-MNIST alone, as the tutorial does; "
                f"leave out {', '.join(unread)}"
            )
    elif options.negatives and not options.photos:
        parser.error("without --photos no clothing is told from --negatives; give both")
    elif options.only_photos and not options.photos:
        parser.error("--only-photos needs --photos DIR: a folder of pictures per class")
    elif options.only_photos and options.fashion_mnist:
        parser.error("with --only-photos nothing is read from --fashion-mnist; leave one out")
    elif options.halfway and (options.final or not options.start):
        parser.error("--halfway is between --start and what it learns; --final ends so by itself")
    elif options.final and not (options.start and options.photos):
        parser.error("--final calibrates --start on --photos and learns them then; give both")
    elif options.start and options.result.resolve() == options.start.resolve():
        parser.error("--out is --start, which it would replace; name another folder")


def _parser(description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.train", description=description)
    parser.add_argument(
        "--architecture",
        choices=("resnet", "tutorial"),
        default="resnet",
        help="the shipped network, or the beginner's tutorial's",
    )
    parser.add_argument("--photos", type=Path, help="the clothing data set, or a folder per class")
    parser.add_argument(
        "--negatives", type=Path, nargs="+", default=[], help="folders without clothing"
    )
    parser.add_argument(
        "--only-photos",
        action="store_true",
        help="no Fashion-MNIST: the classes are those of the photos, two or more",
    )
    parser.add_argument("--fashion-mnist", type=Path, help="folder of its four gzip files")
    parser.add_argument(
        "--segmenter",
        type=Path,
        help="the trained cut-out network: that of --start if left out, or the shipped one",
    )
    parser.add_argument(
        "--start",
        type=Path,
        metavar="ARTIFACT",
        help="go on from the classifier of a folder like model/artifacts, not from nothing",
    )
    parser.add_argument(
        "--halfway",
        action="store_true",
        help="end halfway between the start's weights and those that it has come to",
    )
    parser.add_argument(
        "--final",
        action="store_true",
        help="calibrate --start on the validation senders, learn from them too, gently, and end "
        "halfway: for when nothing is left to choose",
    )
    parser.add_argument(
        "--epochs",
        type=positive,
        help=f"{FIRST.epochs} if left out, {AGAIN.epochs} with --start, {FINAL.epochs} with "
        f"--final, {steps.EPOCHS} for the tutorial",
    )
    parser.add_argument(
        "--seed", type=seed, default=11, help="of all that is drawn; 11 if left out"
    )
    parser.add_argument(
        "--out",
        type=output,
        help=f"where the result goes: runs/classifier/artifact, or {steps.FOLDER} for the tutorial",
    )
    parser.add_argument("--bfloat16", action="store_true", help=BFLOAT16)
    parser.add_argument(
        "--resume", action="store_true", help="go on from the last whole epoch, if there is one"
    )
    return parser
