"""Raw material: photos, masks and pictures without clothing, read from disk and decoded."""

import zlib
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rich.progress import track

from model.data.fashion_mnist import FashionMnist
from model.data.negatives import Negative
from model.data.photos import SHOE_CLASSES, Part, Photo, spelt
from model.decode import DAMAGED, MAX_MEGAPIXELS, decode
from model.errors import DatasetError, PictureError
from model.scenes.material import Material
from model.scenes.scene import SIDE, SQUARE, squeezed
from model.scenes.synthetic import nothing
from model.scenes.wearer import BODY, LEGS

DRAWN: Final = 60
"""Screens, patterns and shapes that stand beside the pictures without clothing."""

CROPS: Final = 5
"""Parts taken out of each large picture without clothing."""

LARGE_EDGE: Final = 1_000
"""From this edge on a picture without clothing holds enough for `CROPS`, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """Decoded photos of one part, and what they show.

    Attributes
    ----------
    pictures : tuple of PIL.Image.Image
        Upright RGB working copies.
    photos : tuple of Photo
        Their labels, in the same order.
    """

    pictures: tuple[Image.Image, ...]
    photos: tuple[Photo, ...]

    def __add__(self, other: "Pictures") -> "Pictures":
        """Both parts together."""
        return Pictures(self.pictures + other.pictures, self.photos + other.photos)

    def square(self) -> NDArray[np.uint8]:
        """Squeeze the pictures into one array of uint8, shape (n, 128, 128, 3)."""
        return np.stack([squeezed(picture) for picture in self.pictures])

    def proportions(self) -> NDArray[np.float64]:
        """Give each picture's width by height, shape (n,)."""
        return np.array([picture.width / picture.height for picture in self.pictures])


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """Pictures without clothing to learn from.

    Attributes
    ----------
    pictures : ndarray of uint8, shape (n, 128, 128, 3)
        Squeezed into squares.
    proportions : ndarray of float64, shape (n,)
        Their width by height.
    """

    pictures: NDArray[np.uint8]
    proportions: NDArray[np.float64]

    @classmethod
    def of(cls, pictures: Collection[Image.Image]) -> "Others":
        """Squeeze RGB pictures; they are too many to be kept as they are."""
        return cls(
            np.stack([squeezed(picture) for picture in pictures]),
            np.array([picture.width / picture.height for picture in pictures]),
        )


def read_parts(photos: Iterable[Photo], report: Callable[[str], None]) -> tuple[Pictures, Pictures]:
    """Decode the photos for training and those for validation.

    Raises
    ------
    DatasetError
        If either part holds no readable photo of one of the classes.
    """
    wanted = list(photos)
    parts = tuple(
        _read_pictures([photo for photo in wanted if photo.part == part], report)
        for part in (Part.TRAIN, Part.VALIDATION)
    )
    counts = [sum(bool(photo.classes) for photo in part.photos) for part in parts]
    if not all(counts):
        raise DatasetError(
            f"too few readable photos: {counts[0]} for training and {counts[1]}, of other senders, "
            "for validation; at least one of each is needed, some hundreds to learn anything"
        )
    return parts[0], parts[1]


def _read_pictures(wanted: list[Photo], report: Callable[[str], None]) -> Pictures:
    """Decode photos on all cores; what can't be read is reported and left out."""
    decoded = _decoded([photo.path for photo in wanted], "Reading photos", report)
    kept = [(p, photo) for p, photo in zip(decoded, wanted, strict=True) if p is not None]
    return Pictures(tuple(p for p, _ in kept), tuple(photo for _, photo in kept))


def read_others(
    negatives: Iterable[Negative], part: Part, report: Callable[[str], None]
) -> tuple[Image.Image, ...]:
    """Decode pictures without clothing, and parts of the large ones, and draw `DRAWN` more."""
    paths = [negative.path for negative in negatives if negative.part == part]
    rng = np.random.default_rng((list(Part).index(part), len(paths)))
    others = [nothing(rng, SIDE) for _ in range(DRAWN)]
    decoded = _decoded(paths, f"Reading pictures without clothing ({part})", report)
    for path, picture in zip(paths, decoded, strict=True):
        if picture is None:
            continue
        others.append(picture)
        with Image.open(path) as header:
            large = max(header.size) >= LARGE_EDGE
        others += [_some_of(rng, picture) for _ in range(CROPS if large else 0)]
    return tuple(others)


def read_masks(directory: Path, photos: Iterable[Photo]) -> NDArray[np.uint8]:
    """Read each photo's saliency mask, `<photo's name>.png`.

    Returns
    -------
    ndarray of uint8, shape (n, 128, 128)

    Raises
    ------
    DatasetError
        If a photo has none or none that can be read, or two photos would have the same.
    """
    masks = []
    owners: dict[Path, Path] = {}
    for photo in photos:
        path = directory / f"{photo.path.stem}.png"
        if owners.setdefault(path, photo.path) != photo.path:
            raise DatasetError(
                f"{path} would be the mask of {owners[path]} and of {photo.path}; rename one"
            )
        if not path.is_file():
            raise DatasetError(
                f"{path} is missing; make masks with rembg's u2netp, see docs/training.md"
            )
        try:
            with Image.open(path) as file:
                mask = file.convert("L")
        except DAMAGED as error:
            raise DatasetError(f"{path} can't be read: {error}; make this mask anew") from error
        masks.append(np.asarray(mask.resize(SQUARE, Image.Resampling.BILINEAR)))
    return np.stack(masks)


def mark(pictures: Pictures, others: Others) -> int:
    """Give a checksum of pictures and labels, so that no run is resumed with other ones.

    It is that of the decoded pictures. What is cut out of them differs a little with the number of
    cores, on which a run may be resumed all the same.
    """
    number = zlib.crc32(repr([photo.classes for photo in pictures.photos]).encode())
    for picture in pictures.pictures:
        number = zlib.crc32(picture.tobytes(), number)
    return zlib.crc32(others.pictures.tobytes(), number)


def material(
    fashion: FashionMnist | None,
    pictures: Pictures,
    masks: NDArray[np.uint8],
    others: Others,
) -> Material:
    """Gather what scenes are made of; without Fashion-MNIST there are no product shots."""
    small, labels = np.empty((0, 28, 28), np.uint8), np.empty(0, np.uint8)
    if fashion:
        small, labels = fashion.of(Part.TRAIN)
    first = np.array([photo.classes[0] if photo.classes else "" for photo in pictures.photos])
    alone = np.array([len(photo.classes) == 1 for photo in pictures.photos])
    return Material(
        photos=pictures.square(),
        masks=masks,
        proportions=pictures.proportions(),
        tops=np.flatnonzero(np.isin(first, BODY) & alone),
        trousers=np.flatnonzero((first == LEGS) & alone),
        shoes=np.flatnonzero(np.isin(first, SHOE_CLASSES)),
        fashion=small,
        labels=labels,
        others=others.pictures,
        other_proportions=others.proportions,
    )


def _decoded(
    paths: list[Path], what: str, report: Callable[[str], None]
) -> list[Image.Image | None]:
    """Decode files on all cores; what can't be read is reported and stands as None."""

    def read(path: Path) -> Image.Image | PictureError | OSError:
        try:
            return decode(path.read_bytes(), max_megapixels=MAX_MEGAPIXELS)
        except (PictureError, OSError) as error:
            return error

    pictures: list[Image.Image | None] = []
    with ThreadPoolExecutor() as threads:
        found = track(threads.map(read, paths), what, total=len(paths))
        for path, picture in zip(paths, found, strict=True):
            if isinstance(picture, Image.Image):
                pictures.append(picture)
            else:
                report(f"left out {spelt(str(path))}: {picture}")
                pictures.append(None)
    return pictures


def _some_of(rng: np.random.Generator, picture: Image.Image) -> Image.Image:
    share = rng.uniform(0.25, 0.8)
    width, height = (max(1, int(edge * share)) for edge in picture.size)  # however thin it is
    left = int(rng.integers(0, picture.width - width + 1))
    top = int(rng.integers(0, picture.height - height + 1))
    return picture.crop((left, top, left + width, top + height))
