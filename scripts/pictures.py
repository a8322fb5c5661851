"""Picture files that are named on a command line."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from model.decode import FORMATS, SUFFIXES
from model.errors import EmptyPicture, NotAPicture, PictureError, PictureTooLarge


def find_pictures(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files as they are, and for a directory the pictures in it and below, sorted.

    A directory without pictures is yielded itself, so that reading it tells what is wrong.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        files = sorted(
            each
            for each in path.rglob("[!.]*")  # Macs put a "._boot.jpg" beside each boot.jpg
            if each.suffix.lower() in SUFFIXES and os.path.isfile(each)  # noqa: PTH113 - see below
        )
        yield from files or [path]


def is_folder(path: Path) -> bool:
    """Tell a folder; what can't be looked at is none, and reading it tells why.

    Pathlib raises there instead, below a folder that may not be entered.
    """
    return os.path.isdir(path)  # noqa: PTH112


def printable(path: Path) -> str:
    """Show a path; one that isn't UTF-8 can't be printed as it is."""
    return str(path).encode(errors="replace").decode()


def explain(error: OSError | PictureError) -> str:
    """Say in a sentence why a picture file has no answer, and what helps."""
    match error:
        case IsADirectoryError():
            sentence = "no pictures in this folder; name another, or a file"
        case FileNotFoundError():
            sentence = "no such file; check the path"
        case OSError():
            sentence = f"can't be read: {error.strerror or error}; check its permissions"
        case EmptyPicture():
            sentence = "the file is empty; fetch it again"
        case NotAPicture():
            sentence = f"not a picture; FitCheck reads {', '.join(FORMATS)}"
        case PictureTooLarge():
            sentence = f"{error}; make a smaller copy"
        case _:
            sentence = f"damaged or cut short ({error}); fetch it again"
    return sentence
