"""Training samples: every source of pictures brought to prepared arrays, once, before training.

Photos, scenes and pictures without clothing go through the very functions that serve them (decode,
cut out, prepare), with the segmenter that is given, so the classifier learns its mistakes too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.crop import cut_out
from model.prepare import prepare
from model.scenes.scene import squeezed_mask
from model.segmenter import Segmenter, segmenter_input

CHUNK = 32
"""Pictures per call of the segmenter."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Prepared pictures and what they show.

    Attributes
    ----------
    pictures : ndarray of uint8, shape (n, 56, 56)
        0..255, to save memory.
    targets : ndarray of float32, shape (n, classes + 1)
        1 for each acceptable class, the last column for "none of them".
    presence : ndarray of float32, shape (n,)
        The segmenter's presence logits.
    """

    pictures: NDArray[np.uint8]
    targets: NDArray[np.float32]
    presence: NDArray[np.float32]


def target(accepted: Iterable[str], classes: tuple[str, ...]) -> NDArray[np.float32]:
    """Write the classes that are right for a picture as a row, shape (classes + 1,)."""
    accepted = set(accepted)
    row = np.array([name in accepted for name in classes] + [not accepted], np.float32)
    if not row.any():
        raise ValueError(f"{sorted(accepted)} are not among {classes}")
    return row


Found = tuple[Image.Image, NDArray[np.float32], float]
"""An RGB picture, where its garment is, and the segmenter's presence logit."""


def masked(pictures: Iterable[Image.Image], segment: Segmenter) -> Iterator[Found]:
    """Run the segmenter over `CHUNK` pictures at a time; give each with its mask and presence."""
    waiting = iter(pictures)
    while chunk := list(islice(waiting, CHUNK)):
        masks, presence = segment(np.stack([segmenter_input(picture) for picture in chunk]))
        yield from zip(chunk, masks, presence[:, 0].tolist(), strict=True)


def samples(found: Iterable[Found], targets: Iterable[NDArray[np.float32]]) -> Samples:
    """Cut out and prepare pictures along the masks that `masked` gave."""
    prepared, presences = [], []
    for picture, mask, presence in found:
        prepared.append(prepared_along(picture, mask))
        presences.append(presence)
    return Samples(np.stack(prepared), np.stack(list(targets)), np.array(presences, np.float32))


def prepared_along(picture: Image.Image, mask: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Cut an RGB picture out along a mask and prepare it; shape (56, 56), 0..255."""
    return np.round(prepare(cut_out(picture, mask)) * 255).astype(np.uint8)


def found_masks(pictures: Iterable[Image.Image], segment: Segmenter) -> NDArray[np.uint8]:
    """Let the segmenter find the garments, for scenes; shape (n, 128, 128), 0..255."""
    return np.stack([squeezed_mask(mask) for _, mask, _ in masked(pictures, segment)])
