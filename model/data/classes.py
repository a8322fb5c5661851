"""The classes that a network learns: the known ones, and those that only the photos know."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from model.data.photos import Part, Photo
from model.errors import DatasetError

SEVERAL: Final = "of any of several"
"""What is said of photos of which several classes are right, such as shoes of another kind."""

NONE: Final = "of none"
"""What is said of hats and skirts, which a table may hold beside the classes."""


def all_classes(photos: tuple[Photo, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Name the known classes, and after them those that only the photos know.

    Raises
    ------
    DatasetError
        If that is no more than one, or none of a class's photos is for training.
    """
    found = {name for photo in photos for name in photo.classes}
    classes = (*known, *sorted(found.difference(known)))
    if len(classes) < 2:  # noqa: PLR2004 - with one there is nothing to tell apart
        raise DatasetError(
            f"the photos show {' and '.join(classes) or 'no class'} only; give two classes or more"
        )
    unlearned = ", ".join(sorted(found.difference(learned(photos), known)))
    if unlearned:
        raise DatasetError(f"no photo of {unlearned} falls into the training part; give more")
    return classes


def learned(photos: Iterable[Photo]) -> frozenset[str]:
    """Name the classes that photos for training show."""
    return frozenset(name for photo in photos if photo.part == Part.TRAIN for name in photo.classes)


def refuse_lost(photos: Iterable[Photo], readable: Iterable[Photo]) -> None:
    """See that of each class that is to be learned some photo could be read.

    Raises
    ------
    DatasetError
        If a class has none: the network would have an output that nothing taught.
    """
    lost = ", ".join(sorted(learned(photos) - learned(readable)))
    if lost:
        raise DatasetError(
            f"no photo of {lost} for training can be read; replace them, or remove all of {lost}"
        )


def listed(photos: tuple[Photo, ...], classes: tuple[str, ...], known: tuple[str, ...]) -> str:
    """Count each class's photos: a folder whose name is misspelt shows as a new class."""
    counts = Counter(photo.classes[0] for photo in photos if len(photo.classes) == 1)
    counts[SEVERAL] = sum(len(photo.classes) > 1 for photo in photos)
    counts[NONE] = sum(not photo.classes for photo in photos)
    found = (
        f"{name}{' (new)' if name in classes and name not in known else ''} {counts[name]:,}"
        for name in (*classes, SEVERAL, NONE)
        if counts[name]
    )
    return f"Photos by class: {', '.join(found)}"
