"""What a batch is made of: so many pictures of each kind."""

from dataclasses import dataclass
from typing import Final

import keras
import numpy as np
from numpy.typing import NDArray

from model.prepare import LARGE
from model.training import augment

CUT_MIXED: Final = 0.3
"""How many pictures of clothing get a piece of another; raw ones stay whole (see `Source.raw`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """Prepared pictures of one kind and how many of them go into each batch.

    Attributes
    ----------
    pictures : ndarray of uint8, shape (n, side, side)
        0..255; side 28 for raw Fashion-MNIST, else `model.prepare.LARGE`.
    targets : ndarray of float32, shape (n, classes + 1)
        1 for each acceptable class, the last column for "none of them".
    share : int
        Pictures per batch.
    weights : ndarray of float64, shape (n,), optional
        How often each is drawn, summing to one; alike if left out.
    inside : ndarray of uint8, shape (n, 28, 28), optional
        Where raw pictures show a garment, 0 or 1; given if they are to be styled as photos.
    """

    pictures: NDArray[np.uint8]
    targets: NDArray[np.float32]
    share: int
    weights: NDArray[np.float64] | None = None
    inside: NDArray[np.uint8] | None = None

    @property
    def raw(self) -> bool:
        """Whether these are Fashion-MNIST's own pictures, to be seen as they are."""
        return self.inside is None and self.pictures.shape[1] != LARGE


class Mix(keras.utils.PyDataset):
    """Batches drawn from several sources, the same for the same seed, epoch and step.

    An epoch goes once through the first source, unless its pictures are weighted; all others are
    drawn at random.

    Parameters
    ----------
    sources : tuple of Source
        The first one sets how long an epoch is.
    seed : int
        Of every draw and every augmentation.
    """

    def __init__(self, sources: tuple[Source, ...], *, seed: int) -> None:
        super().__init__(workers=2, max_queue_size=8)
        self.sources = sources
        self.seed = seed
        self.epoch = 0

    def __len__(self) -> int:
        """Steps per epoch."""
        return max(1, len(self.sources[0].pictures) // self.sources[0].share)

    def __getitem__(self, step: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Draw one batch: pictures (n, 28, 28, 1) in 0..1 and targets (n, 2, classes + 1)."""
        rng = np.random.default_rng((self.seed, self.epoch, step))
        batch = []
        for number, source in enumerate(self.sources):
            in_turn = number == 0 and source.weights is None
            rows = self._next(source, step) if in_turn else _drawn(rng, source)
            pictures = np.stack([_varied(rng, source, row) for row in rows])
            chance = 0 if source.raw else CUT_MIXED
            batch.append(augment.cut_mixed(rng, pictures, source.targets[rows], chance))
        pictures, targets = map(np.concatenate, zip(*batch, strict=True))
        return pictures[..., None], targets

    def _next(self, source: Source, step: int) -> NDArray[np.int64]:
        order = np.random.default_rng((self.seed, self.epoch)).permutation(len(source.pictures))
        return order[step * source.share :][: source.share]

    def on_epoch_end(self) -> None:
        """Go on to the next epoch's order and augmentations."""
        self.epoch += 1


def _drawn(rng: np.random.Generator, source: Source) -> NDArray[np.int64]:
    return rng.choice(len(source.pictures), source.share, p=source.weights)


def _varied(rng: np.random.Generator, source: Source, row: int) -> NDArray[np.float32]:
    picture = source.pictures[row] / np.float32(255)
    if source.raw:
        return augment.light(rng, picture)
    if source.inside is not None:
        picture = augment.styled(rng, picture, source.inside[row].astype(np.float32))
    return augment.strong(rng, picture)
