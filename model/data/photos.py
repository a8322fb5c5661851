"""Labelled photos on disk: the public clothing data set's layout, or a folder per class.

The public data set (CC0, github.com/alexeygrigorev/clothing-dataset) is a table `images.csv` with
image, sender_id, label and kids, beside `images/<image>.jpg`. Its labels map to Fashion-MNIST's
classes as below; shoes are told apart by `footwear.csv`, which lies beside this file.

One sender's photos look alike, so the parts are split by sender, never by photo. Which sender of
the public data set belongs to which part is fixed in `senders.csv`; any other sender's part follows
from a hash of the name.
"""

import csv
import os
import unicodedata
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from model.decode import SUFFIXES
from model.errors import DatasetError

CLASS_OF: Final = {
    "T-Shirt": "T-shirt/top",
    "Polo": "T-shirt/top",
    "Undershirt": "T-shirt/top",
    "Top": "T-shirt/top",
    "Pants": "Trouser",
    "Longsleeve": "Pullover",
    "Hoodie": "Pullover",
    "Dress": "Dress",
    "Outwear": "Coat",
    "Blazer": "Coat",
    "Shirt": "Shirt",
    "Blouse": "Shirt",
}
"""The public data set's labels and the class that each counts as."""

SHOES: Final = "Shoes"
"""The public data set's label of all shoes; `footwear.csv` tells them apart."""

SHOE_CLASSES: Final = ("Sandal", "Sneaker", "Ankle boot")
"""The classes that are shoes."""

FOOTWEAR: Final = {
    "sandal": ("Sandal",),
    "sneaker": ("Sneaker",),
    "ankle_boot": ("Ankle boot",),
    "other": SHOE_CLASSES,
}
"""Kinds of shoes in `footwear.csv`; any of the three classes is right for the last."""

NONE_OF_THEM: Final = frozenset({"Hat", "Skirt", "Shorts", "Body"})
"""Clothing that is none of Fashion-MNIST's classes."""

UNLABELLED: Final = frozenset({"Not sure", "Other", "Skip", ""})
"""Labels of the public data set that say nothing."""

COLUMNS: Final = frozenset({"image", "sender_id", "label"})
"""What is read of the public data set's table."""


COPIES: Final = frozenset({"637a56e4-7fa6-4f75-8859-0f8902461554"})
"""Photos of test senders that a training sender sent too, saved anew: nothing new to measure."""


class Part(StrEnum):
    """What a photo may be used for."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Photo:
    """A labelled photo.

    Attributes
    ----------
    path : Path
        The picture file.
    sender : str
        Who took it; in folders, where nobody knows, the file itself.
    classes : tuple of str
        The classes that are right for it; none for clothing of another kind.
    part : Part
        What it may be used for.
    """

    path: Path
    sender: str
    classes: tuple[str, ...]
    part: Part


def read_photos(directory: Path, known: Collection[str] = ()) -> tuple[Photo, ...]:
    """Read a data set's table, or its folders if it has no table.

    Parameters
    ----------
    directory : Path
        The data set.
    known : collection of str
        Classes of the network: a label of `NONE_OF_THEM` that is among them counts as that class.

    Raises
    ------
    DatasetError
        If there is neither, the table or a folder can't be read, the table lacks a column or a
        sender, a folder is of shoes of any kind or of no pictures, or no photo is left.
    """
    with explained(directory):
        return _read(directory, known)


@contextmanager
def explained(directory: Path) -> Iterator[None]:
    """Turn a file's or folder's refusal into the error that names it.

    Raises
    ------
    DatasetError
        If something in a directory can't be read, or the directory can't be entered.
    """
    try:
        yield
    except OSError as error:
        raise DatasetError(
            f"{error.filename or directory} can't be read: {error.strerror}; check its permissions"
        ) from error


def _read(directory: Path, known: Collection[str]) -> tuple[Photo, ...]:
    if not directory.is_dir():
        raise DatasetError(f"{directory} is no directory; give the folder that holds the photos")
    table = directory / "images.csv"
    if not table.is_file():
        photos = tuple(_from_folders(directory))
        lacking = "holds neither images.csv nor a folder of pictures per class"
    else:
        try:
            photos = tuple(_from_table(table, known))
        except UnicodeDecodeError as error:
            raise DatasetError(f"{table} isn't UTF-8; save it anew as CSV UTF-8") from error
        except csv.Error as error:
            raise DatasetError(f"{table} is no CSV: {error}; save it anew as CSV UTF-8") from error
        lacking = "holds none of the labelled photos of images.csv as images/<image>.jpg"
    if not photos:
        raise DatasetError(f"{directory} {lacking}")
    return photos


def _from_table(file: Path, known: Collection[str]) -> Iterator[Photo]:
    footwear = dict(_rows(Path(__file__).with_name("footwear.csv")))
    parts = listed_parts()
    with file.open(newline="", encoding="utf-8-sig") as text:
        table = csv.DictReader(text)
        if not COLUMNS.issubset(table.fieldnames or ()):
            raise DatasetError(f"{file} needs the columns {', '.join(sorted(COLUMNS))}")
        for row in table:
            image, sender, label = (
                (row[column] or "").strip() for column in ("image", "sender_id", "label")
            )
            path = file.with_name("images") / f"{image}.jpg"
            if label in UNLABELLED or image in COPIES or not path.is_file():
                continue
            if not sender:  # else all of them were one person's, and of one part
                raise DatasetError(
                    f"{file} doesn't say who sent {image}; fill sender_id in, for a sender's "
                    "photos belong to one part"
                )
            if label == SHOES:
                classes = FOOTWEAR.get(footwear.get(image, ""), ())
                if not classes:
                    continue
            elif label in NONE_OF_THEM.difference(known):
                classes = ()
            else:
                classes = (CLASS_OF.get(label, label),)
            yield Photo(path, sender, classes, parts.get(sender) or part_of(sender))


def _from_folders(directory: Path) -> Iterator[Photo]:
    labelled = (path for path in directory.glob("[!.]*") if spelt(path.name) not in UNLABELLED)
    folders = {path: _pictures(path) for path in sorted(filter(Path.is_dir, labelled))}
    if not any(folders.values()):
        return
    for folder, pictures in folders.items():
        label = spelt(folder.name)  # no folder's name can hold the slash of "T-shirt/top"
        if not pictures:  # else its class would be missing, and nobody told
            raise DatasetError(f"{folder} holds no pictures; move some right into it, or remove it")
        if label == SHOES:
            raise DatasetError(
                f"{folder} doesn't say which shoes; name folders Sandal, Sneaker, Ankle boot"
            )
        for path in pictures:
            name = spelt(path.relative_to(directory).as_posix())
            yield Photo(path, name, (CLASS_OF.get(label, label),), part_of(name))


def _pictures(folder: Path) -> list[Path]:
    found = (path for path in folder.glob("[!.]*") if path.suffix.lower() in SUFFIXES)
    return sorted(filter(Path.is_file, found))


def listed_parts() -> dict[str, Part]:
    """Read which part each of the public data set's senders belongs to, as far as it is fixed."""
    return {sender: Part(part) for sender, part in _rows(Path(__file__).with_name("senders.csv"))}


def senders_of(photos: Iterable[Photo], part: Part) -> frozenset[str]:
    """Name everyone whose photos belong to a part."""
    return frozenset(photo.sender for photo in photos if photo.part == part)


def spelt(name: str) -> str:
    """Spell a file's name alike on every machine, in UTF-8 even where it is none.

    Macs may write ü as u and its dots: copied, a class would be another, and photos that were
    learned from would be measured.
    """
    return unicodedata.normalize("NFC", os.fsencode(name).decode(errors="backslashreplace"))


def part_of(sender: str) -> Part:
    """Tell a sender's part by a hash: of ten, one for validation and one for the test."""
    match zlib.crc32(sender.encode()) % 10:
        case 0:
            return Part.TEST
        case 1:
            return Part.VALIDATION
        case _:
            return Part.TRAIN


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        yield from ((first, second) for first, second in rows)
