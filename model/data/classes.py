"""The classes that a network learns: the known ones, and those that only the photos know."""

from collections import Counter

from model.data.photos import Part, Photo
from model.errors import DatasetError


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
    learned = {name for photo in photos if photo.part == Part.TRAIN for name in photo.classes}
    unlearned = ", ".join(sorted(found.difference(learned, known)))
    if unlearned:
        raise DatasetError(f"no photo of {unlearned} falls into the training part; give more")
    return classes


def listed(photos: tuple[Photo, ...], classes: tuple[str, ...], known: tuple[str, ...]) -> str:
    """Count each class's photos: a folder whose name is misspelt shows as a new class."""
    counts = Counter(name for photo in photos for name in photo.classes)
    found = (
        f"{name}{'' if name in known else ' (new)'} {counts[name]:,}"
        for name in classes
        if counts[name]
    )
    return f"Photos by class: {', '.join(found)}"
