"""A confusion matrix as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.plots.canvas import GROUND, INK, canvas, png


@dataclass(frozen=True, slots=True)
class Confusion:
    """The pair of classes that is most often confused.

    Attributes
    ----------
    true, answer : str
        The true class, and what was answered instead.
    count : int
        How many pictures.
    """

    true: str
    answer: str
    count: int


def worst(counts: Sequence[Sequence[int]], labels: Sequence[str]) -> Confusion:
    """Find the most confused pair.

    Parameters
    ----------
    counts : sequence of sequence of int, shape (n, n)
        Rows are true classes, columns answers.
    labels : sequence of str, length n
        The classes' names.
    """
    wrong = np.array(counts)
    np.fill_diagonal(wrong, 0)
    row, column = divmod(int(wrong.argmax()), len(labels))
    return Confusion(labels[row], labels[column], int(wrong[row, column]))


def draw(
    counts: Sequence[Sequence[int]],
    labels: Sequence[str],
    *,
    title: str,
    true: str,
    answer: str,
) -> bytes:
    """Draw a confusion matrix; takes long enough to belong on a thread.

    Parameters
    ----------
    counts : sequence of sequence of int, shape (n, n)
        Rows are true classes, columns answers.
    labels : sequence of str, length n
        The classes' names.
    title, true, answer : str
        What stands above the matrix, beside its rows and below its columns.

    Returns
    -------
    bytes
        A PNG. Colours show each row's shares, numbers the counts.
    """
    matrix = np.array(counts)
    shares = _shares(matrix)
    side = 2.4 + 0.56 * len(labels)
    figure = canvas(side, side)
    axes = figure.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_title(title, color=INK, fontsize=12, pad=12)
    axes.set_ylabel(true, color=INK)
    axes.set_xlabel(answer, color=INK)
    places = np.arange(len(labels))
    axes.set_yticks(places, labels, color=INK)
    axes.set_xticks(places, labels, color=INK, rotation=45, ha="right", rotation_mode="anchor")
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    for row, column in np.argwhere(matrix > 0):
        axes.text(
            column,
            row,
            str(matrix[row, column]),
            ha="center",
            va="center",
            fontsize=9,
            color=GROUND if shares[row, column] > 0.5 else INK,  # noqa: PLR2004 - half of Blues
        )
    return png(figure)


def _shares(matrix: NDArray[np.int_]) -> NDArray[np.float64]:
    """Divide rows by their sums; a class without pictures stays all zero."""
    totals: NDArray[np.int_] = np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    return np.divide(matrix, totals, dtype=np.float64)
