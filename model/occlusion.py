"""What mattered to the network: pieces of its picture are taken away, one at a time.

Zeiler & Fergus 2013, "Visualizing and Understanding Convolutional Networks", arXiv:1311.2901.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.prepare import SIDE
from model.verdict import energy

PATCH: Final = 6
"""Height and width of the piece that is taken away, in pixels."""

STRIDE: Final = 3
"""How far it moves, in pixels."""

_SMALLEST: Final = 1e-3
"""A loss of log-probability that is noise, not evidence."""


def occluded(seen: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cover a piece of a picture with background, at every place in turn.

    Parameters
    ----------
    seen : ndarray of float32, shape (28, 28)
        What the network saw, 0 (background) to 1.

    Returns
    -------
    ndarray of float32, shape (n, 28, 28)
    """
    places = list(_places(seen.shape))
    pictures = np.repeat(seen[None], len(places), axis=0)
    for picture, place in zip(pictures, places, strict=True):
        picture[place] = 0.0
    return pictures


def heat(
    logits: NDArray[np.float32], without: NDArray[np.float32], answer: int
) -> NDArray[np.float32]:
    """Map how much an answer lost with each piece.

    Parameters
    ----------
    logits : ndarray of float32, shape (classes,)
        The network's output for the whole picture.
    without : ndarray of float32, shape (n, classes)
        For each of the pictures that `occluded` makes.
    answer : int
        The class that was answered; other views of the picture may have had the last word.

    Returns
    -------
    ndarray of float32, shape (28, 28)
        The mean loss of the answered class's log-probability over the pieces that cover a pixel,
        as a share of the largest; 0 where nothing was lost, 1 where most was.
    """
    losses = _log_probability(logits, answer) - _log_probability(without, answer)
    total, pieces = np.zeros((2, SIDE, SIDE), np.float32)
    for loss, place in zip(losses, _places(total.shape), strict=True):
        total[place] += loss
        pieces[place] += 1
    lost = np.maximum(total / pieces, 0)
    largest = lost.max()
    return lost / largest if largest > _SMALLEST else np.zeros_like(lost)


def _places(shape: tuple[int, ...]) -> Iterator[tuple[slice, slice]]:
    """Give every place of the piece; at the edges it is cut, so that each pixel is covered."""
    height, width = shape
    for top in range(STRIDE - PATCH, height, STRIDE):
        for left in range(STRIDE - PATCH, width, STRIDE):
            yield (
                slice(max(top, 0), min(top + PATCH, height)),
                slice(max(left, 0), min(left + PATCH, width)),
            )


def _log_probability(logits: NDArray[np.float32], answer: int) -> NDArray[np.float32]:
    return np.asarray(logits[..., answer] - energy(logits), np.float32)
