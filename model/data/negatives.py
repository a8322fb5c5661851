"""Pictures that hold no clothing, from folders of any kind: groceries, animals, rooms, screens."""

import re
from dataclasses import dataclass
from pathlib import Path

from model.data.photos import SUFFIXES, Part, part_of
from model.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Negative:
    """A picture without clothing and what it may be used for."""

    path: Path
    part: Part


def read_negatives(directories: tuple[Path, ...]) -> tuple[Negative, ...]:
    """Find every picture below the directories.

    Numbered pictures of one thing (`Orange_031`, `Orange_053`) fall into one part. Of a wallpaper
    that comes in several sizes (`1920x1080`, `2560x1440`) one is taken.

    Raises
    ------
    DatasetError
        If a directory holds no picture.
    """
    negatives: dict[Path, Negative] = {}
    for directory in directories:
        paths = sorted(p for p in directory.rglob("*") if p.suffix.lower() in SUFFIXES)
        if not paths:
            raise DatasetError(f"{directory} holds no pictures")
        for path in paths:
            named_by_size = re.fullmatch(r"\d+x\d+", path.stem)
            one = path.parent if named_by_size else path
            subject = one.name if named_by_size else re.sub(r"[_-]?\d+$", "", path.stem)
            negatives.setdefault(one, Negative(path, part_of(subject)))
    return tuple(negatives.values())
