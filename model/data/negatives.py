"""Pictures that hold no clothing, from folders of any kind: groceries, animals, rooms, screens."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model.data.photos import Part, explained, part_of, spelt
from model.decode import SUFFIXES
from model.errors import DatasetError

CAMERAS: Final = frozenset({"dcim", "dsc", "dscf", "dscn", "image", "img", "photo", "pxl"})
"""What cameras write before a number: it tells nothing of what a picture shows."""


VERSION: Final = re.compile(
    r"(-gimmel|-hay|-nun|-shin)?"
    r"([_-](mirror|flip|d|l|dark|light)|-layer-mode-.*|-(invis|transparent)layer)?$",
    re.IGNORECASE,
)
"""What stamps, wallpapers and GIMP's manual add to the name of another version of a picture.

The first are the letters on the four sides of one dreidel.
"""


COPIES: Final = frozenset({"image-window-single"})
"""Pictures that are there under another name too: `single-window` in the same manual."""


@dataclass(frozen=True, slots=True)
class Negative:
    """A picture without clothing and what it may be used for."""

    path: Path
    part: Part


def read_negatives(directories: tuple[Path, ...]) -> tuple[Negative, ...]:
    """Find every picture below the directories.

    Pictures of one thing (`Orange_031`, `Orange_053`; `tank`, `tank_mirror`) fall into one part,
    unless a directory's names tell of nothing else (`room_001`, `room_002`). Of a wallpaper that
    comes in several sizes (`1920x1080`, `2560x1440`) one is taken, and not its `screenshot`.

    Raises
    ------
    DatasetError
        If a directory holds no picture, or one in it can't be reached.
    """
    negatives: dict[Path, Negative] = {}
    for directory in directories:
        with explained(directory):
            for picture, negative in _found(directory):
                negatives.setdefault(picture, negative)
    return tuple(negatives.values())


def _found(directory: Path) -> Iterator[tuple[Path, Negative]]:
    """Find a directory's pictures; of one in several sizes, all under their folder."""
    paths = sorted(
        path
        for path in directory.rglob("[!.]*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not _copy(path)
    )
    if not paths:
        cause = "holds no pictures" if directory.is_dir() else "is no folder"
        raise DatasetError(f"{directory} {cause}; give a folder that holds pictures")
    told_apart = len({_subject(spelt(path.stem)) for path in paths}) > 1
    for path in paths:
        if re.fullmatch(r"\d+x\d+", path.stem):
            yield path.parent, Negative(path, part_of(spelt(path.parent.name)))
        else:
            name = spelt(path.stem)
            subject = _subject(name) if told_apart else VERSION.sub("", name)
            yield path, Negative(path, part_of(subject))


def counted(negatives: Collection[Negative]) -> str:
    """Say in a line how many there are for each part."""
    numbers = Counter(negative.part for negative in negatives)
    return "Pictures without clothing: " + ", ".join(f"{numbers[part]} for {part}" for part in Part)


def _copy(path: Path) -> bool:
    """Whether a picture shows what another one does, as a wallpaper's `screenshot` does."""
    small = path.stem == "screenshot" and (path.parent / "images").is_dir()
    return small or path.stem in COPIES


def _subject(name: str) -> str:
    """Drop what stands behind a picture's thing; a number alone is all that is known of it."""
    name = VERSION.sub("", name)
    subject = VERSION.sub("", re.sub(r"[_-]?\d+$", "", name))
    return name if subject.lower() in CAMERAS | {""} else subject
