"""What the classifier learns from, by kind, and what it is calibrated on afterwards."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.progress import track

from model.data.fashion_mnist import CLASSES, FashionMnist
from model.data.photos import Part
from model.scenes.material import EVERYTHING, Material
from model.scenes.scene import SIDE, Scene, empty_scene, stretched, varied
from model.scenes.screen import posted
from model.scenes.shop import fashion_mask, shoes_and_bags
from model.scenes.synthetic import nothing
from model.segmenter import Segmenter
from model.training.kept import Kept, keep
from model.training.mix import Source
from model.training.roughness import roughly
from model.training.samples import Samples, masked, prepared_along, samples, target
from model.training.sources import Others, Pictures

RAW: Final = 74
"""Pictures in a batch that are Fashion-MNIST's own."""

STYLED: Final = 5
"""Pictures in a batch that are Fashion-MNIST's in a photo's style."""

PHOTO: Final = 20
"""Photos in a batch."""

WORN: Final = 12
"""Garments on a drawn body in a batch, as they are cut out."""

FIGURE: Final = 1
"""Garments on a drawn body in a batch that are cut out with the whole body."""

STUDIO: Final = 4
"""Photos' garments before a studio's ground in a batch, as they are cut out."""

SHOP: Final = 4
"""Product shots made of Fashion-MNIST in a batch."""

NONE: Final = 8
"""Pictures in a batch that show none of the classes."""

VARIANTS: Final = 8
"""Ways in which each training photo is turned, zoomed, relit or posted before it is cut out."""

SCENES: Final = 6_000
"""Scenes of each kind that are put together once and cut out like photos."""

EMPTY_SCENES: Final = 800
"""Pictures without clothing that are drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """Sources of the training batches, and what to calibrate on; None where there are no photos."""

    sources: tuple[Source, ...]
    validation: Kept[Samples] | None


def fashion_lessons(fashion: FashionMnist, classes: tuple[str, ...]) -> Lessons:
    """Learn from Fashion-MNIST alone, a quarter of it in a photo's style."""
    raw, styled = _fashion_sources(fashion, classes, raw=96, styled=32)
    return Lessons((raw, styled), validation=None)


def photo_lessons(
    fashion: FashionMnist | None,
    classes: tuple[str, ...],
    *,
    training: Pictures,
    others: Others,
    validation: tuple[Pictures, Collection[Image.Image]],
    material: Material,
    segment: Segmenter,
    seed: int,
) -> Lessons:
    """Learn from photos, and from Fashion-MNIST beside them.

    Parameters
    ----------
    fashion : FashionMnist or None
        All of it; only the training part is learned. None to learn photos alone.
    classes : tuple of str
        In the order of the network's outputs.
    training, others : Pictures, Others
        Photos, and pictures without clothing, to learn from.
    validation : tuple of Pictures and collection of PIL.Image.Image
        The same to calibrate on.
    material : Material
        What scenes are made of: the training photos, and others.
    segment : Segmenter
        The trained cut-out network.
    seed : int
        Of scenes and variations.
    """
    rng = np.random.default_rng(seed)
    photos = _cut_out(
        "photos",
        _variants(rng, training, classes),
        len(training.photos) * (1 + VARIANTS),
        roughly(rng, segment),
    )
    shown = _cut_out("studio shots", _studio(rng, training, material, classes), SCENES, segment)
    worn = _worn(rng, training, material, classes, segment) if material.wearable else ()
    empty = _cut_out(
        "pictures without clothing",
        _empty(rng, others, classes),
        2 * len(others.pictures) + EMPTY_SCENES,
        segment,
    )
    named = photos.targets[:, -1] == 0
    studio = Source(shown.pictures, shown.targets, STUDIO)
    rest = (studio, *worn, _nameless(photos.pictures[~named], empty.pictures, classes))
    share = PHOTO if fashion else RAW + STYLED + PHOTO + SHOP
    labels = photos.targets[named]
    photo = Source(photos.pictures[named], labels, share, _evened(labels))
    sources = (photo, *rest)
    if fashion:
        raw, styled = _fashion_sources(fashion, classes, raw=RAW, styled=STYLED)
        shots = _cut_out("product shots", _shop(rng, material, classes), SCENES, segment)
        shop = Source(shots.pictures, shots.targets, SHOP)
        sources = (raw, styled, photo, shop, *rest)
    return Lessons(sources, keep(*validation, classes, segment))


def _cut_out(
    what: str,
    drawn: Iterable[tuple[Image.Image, NDArray[np.float32]]],
    total: int,
    segment: Segmenter,
) -> Samples:
    """Cut out pictures as they are drawn: all of them at once would take gigabytes."""
    rows: list[NDArray[np.float32]] = []

    def pictures() -> Iterator[Image.Image]:
        for picture, row in track(drawn, f"Cutting out {what}", total=total):
            rows.append(row)
            yield picture

    return samples(masked(pictures(), segment), rows)


def _nameless(
    clothing: NDArray[np.uint8], others: NDArray[np.uint8], classes: tuple[str, ...]
) -> Source:
    """Put hats and skirts, all their variants three times each, beside what is no clothing."""
    pictures = np.concatenate([clothing] * 3 + [others])
    return Source(pictures, np.tile(target((), classes), (len(pictures), 1)), NONE)


def _worn(
    rng: np.random.Generator,
    training: Pictures,
    material: Material,
    classes: tuple[str, ...],
    segment: Segmenter,
) -> tuple[Source, Source]:
    """Cut garments out of drawn wearers, and whole wearers."""
    dressed = list(_dressed(rng, training, material, classes))
    shown = (
        (stretched(*_retaken(rng, scene.picture, scene.proportion)), row) for scene, row in dressed
    )
    found = _cut_out("worn garments", shown, len(dressed), segment)
    whole = [_figure(rng, scene) for scene, _ in track(dressed, "Cutting out whole figures")]
    return (
        Source(found.pictures, found.targets, WORN),
        Source(np.stack(whole), found.targets, FIGURE),
    )


def _fashion_sources(
    fashion: FashionMnist, classes: tuple[str, ...], *, raw: int, styled: int
) -> tuple[Source, Source]:
    pictures, labels = fashion.of(Part.TRAIN)
    targets = np.stack([target([name], classes) for name in CLASSES])[labels]
    inside = np.stack(
        [
            np.asarray(fashion_mask(picture, CLASSES[label])) // 255
            for picture, label in zip(
                track(pictures, "Telling garments from ground"), labels, strict=True
            )
        ]
    )
    return Source(pictures, targets, raw), Source(pictures, targets, styled, inside=inside)


def _variants(
    rng: np.random.Generator, training: Pictures, classes: tuple[str, ...]
) -> Iterator[tuple[Image.Image, NDArray[np.float32]]]:
    """Take each photo as it is, and `VARIANTS` times as others might have taken or posted it."""
    rows = [target(photo.classes, classes) for photo in training.photos]
    yield from zip(training.pictures, rows, strict=True)
    square, proportions = training.square(), training.proportions()
    for _ in range(VARIANTS):
        for picture, proportion, row in zip(square, proportions, rows, strict=True):
            yield _posted(rng, *_retaken(rng, Image.fromarray(picture), proportion)), row


def _studio(
    rng: np.random.Generator, training: Pictures, material: Material, classes: tuple[str, ...]
) -> Iterator[tuple[Image.Image, NDArray[np.float32]]]:
    """Put photos' garments before a studio's ground, as shops show them."""
    for _ in range(SCENES):
        row = material.shot_row(rng)
        shot = material.shot_scene(rng, row).picture
        yield _retaken(rng, shot)[0], target(training.photos[row].classes, classes)


def _dressed(
    rng: np.random.Generator, training: Pictures, material: Material, classes: tuple[str, ...]
) -> Iterator[tuple[Scene, NDArray[np.float32]]]:
    """Put garments on drawn bodies, each class as often as the others."""
    rows = np.concatenate([material.tops, material.trousers])
    labels = np.array([training.photos[row].classes[0] for row in rows])
    _, kind, count = np.unique(labels, return_inverse=True, return_counts=True)
    chance = 1 / count[kind] / len(count)
    for row in rng.choice(rows, SCENES, p=chance):
        yield material.worn_scene(rng, int(row)), target(training.photos[row].classes, classes)


def _figure(rng: np.random.Generator, scene: Scene) -> NDArray[np.uint8]:
    """Prepare a garment together with its wearer: the cut-out goes wrong that way on people."""
    picture, mask, proportion = varied(rng, scene.with_wearer(), SIDE)
    shown = stretched(_image(picture), proportion)
    return prepared_along(shown, mask[..., 0])


def _shop(
    rng: np.random.Generator, material: Material, classes: tuple[str, ...]
) -> Iterator[tuple[Image.Image, NDArray[np.float32]]]:
    """Turn Fashion-MNIST into product shots, three quarters of them of shoes and bags."""
    often = shoes_and_bags(material.labels)
    for _ in range(SCENES):
        row = int(rng.choice(often) if rng.random() < 0.75 else rng.integers(len(material.labels)))
        shot = material.fashion_scene(rng, row).picture
        picture = _retaken(rng, shot)[0] if rng.random() < 0.7 else shot
        yield picture, target([CLASSES[material.labels[row]]], classes)


def _empty(
    rng: np.random.Generator, others: Others, classes: tuple[str, ...]
) -> Iterator[tuple[Image.Image, NDArray[np.float32]]]:
    """Take pictures without clothing as they are posted, once varied, and some that are drawn."""
    none = target((), classes)
    for other, proportion in zip(others.pictures, others.proportions, strict=True):
        picture = Image.fromarray(other)
        for taken in ((picture, proportion), _retaken(rng, picture, proportion)):
            yield _posted(rng, *taken), none
    for _ in range(EMPTY_SCENES):
        yield nothing(rng, SIDE), none


def _retaken(
    rng: np.random.Generator, picture: Image.Image, proportion: float = 1.0
) -> tuple[Image.Image, float]:
    """Take a squeezed picture as someone else might have, and tell which proportion it then has."""
    taken, _, proportion = varied(rng, empty_scene(picture, proportion), SIDE)
    return _image(taken), proportion


def _posted(rng: np.random.Generator, picture: Image.Image, proportion: float) -> Image.Image:
    """Give a picture back its proportion, or post it as a screenshot."""
    if rng.random() < EVERYTHING.screens:
        return posted(rng, picture, proportion)
    return stretched(picture, proportion)


def _image(picture: NDArray[np.float32]) -> Image.Image:
    return Image.fromarray((picture * 255).astype(np.uint8))


def _evened(targets: NDArray[np.float32]) -> NDArray[np.float64]:
    """Draw rare classes more often: each by the square root of its count."""
    _, kind, count = np.unique(targets, axis=0, return_inverse=True, return_counts=True)
    weights = 1 / np.sqrt(count[kind.reshape(-1)])
    return np.asarray(weights / weights.sum(), np.float64)
