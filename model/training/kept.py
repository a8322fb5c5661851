"""What is kept for validation: photos, their garments staged, and pictures without clothing."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from PIL import Image

from model.scenes.layer import photo_layer
from model.scenes.studio import studio_scene
from model.scenes.wearer import wearers
from model.segmenter import Segmenter
from model.training.samples import Samples, masked, samples, target
from model.training.sources import Pictures

Content = TypeVar("Content")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Kept(Generic[Content]):
    """Samples, or the answers to them.

    Attributes
    ----------
    photos : Content
        Of photos of clothing.
    studio : Content
        Of the same garments, cut out and put before a studio's ground.
    worn : Content or None
        Of those of them that people wear, put on some; None if nobody could be dressed.
    others : Content
        Of pictures without clothing.
    """

    photos: Content
    studio: Content
    worn: Content | None
    others: Content

    def map(self, each: Callable[[Content], Other]) -> "Kept[Other]":
        """Turn each into something else."""
        return Kept(
            each(self.photos),
            each(self.studio),
            None if self.worn is None else each(self.worn),
            each(self.others),
        )


def keep(
    photos: Pictures, others: Collection[Image.Image], classes: tuple[str, ...], segment: Segmenter
) -> Kept[Samples]:
    """Stage and cut out what is kept.

    Parameters
    ----------
    photos, others : Pictures, collection of PIL.Image.Image
        The validation part of either, in full as when photos are answered: the squares that are
        learned from are blurred.
    classes : tuple of str
        In the order of the network's outputs.
    segment : Segmenter
        The trained cut-out network.
    """
    rng = np.random.default_rng(len(photos.photos))
    shown = [photo.classes for photo in photos.photos]
    rows = [target(right, classes) for right in shown]
    found = list(masked(photos.pictures, segment))
    garments = [photo_layer(picture, mask) for picture, mask, _ in found]
    studio = [studio_scene(rng, garment).picture for garment in garments]
    worn = list(wearers(rng, zip(shown, garments, strict=True)))
    on_people = masked((picture for _, picture in worn), segment)
    none = [target((), classes)] * len(others)
    return Kept(
        photos=samples(found, rows),
        studio=samples(masked(studio, segment), rows),
        worn=samples(on_people, [target(right, classes) for right, _ in worn]) if worn else None,
        others=samples(masked(others, segment), none),
    )
