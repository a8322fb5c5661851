"""Figures that say how good an answer is."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.card import Scores

BINS: Final = 15
"""Bins of the calibration error, as usual since Guo et al. 2017, arXiv:1706.04599."""

Floats = NDArray[np.float32]


def scores(
    probabilities: Floats, accepted: NDArray[np.bool_], classes: Sequence[str], how: str
) -> Scores:
    """Measure a data set's answers.

    Parameters
    ----------
    probabilities : ndarray of float32, shape (n, classes)
        In 0..1, each row summing to one.
    accepted : ndarray of bool, shape (n, classes)
        The classes that are right for each picture, one or more.
    classes : sequence of str
        Names of the columns.
    how : str
        What was measured, and by which command.

    Notes
    -----
    A picture of which several classes are right counts in accuracy, top-3 and loss only. For the
    figures by class it would have to be of one class: of that which was answered, it would always
    be right. Nor is its probability to be compared with how often it is right: one answered with
    0.4 is surely right if the other two, with 0.3 each, are right as well.
    """
    answer = probabilities.argmax(axis=1)
    right = accepted[np.arange(len(answer)), answer]
    accuracy = float(right.mean())
    mass = (probabilities * accepted).sum(axis=1)
    top3 = np.argsort(-probabilities, axis=1, kind="stable")[:, :3]
    in_top3 = np.take_along_axis(accepted, top3, axis=1).any(axis=1)
    clear = accepted.sum(axis=1) == 1
    truth, clearly_right = accepted[clear].argmax(axis=1), right[clear]
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, (truth, answer[clear]), 1)
    per_class = {
        name: float(clearly_right[truth == k].mean())
        for k, name in enumerate(classes)
        if (truth == k).any()
    }
    confidence = probabilities[clear].max(axis=1)
    return Scores(
        pictures=len(answer),
        accuracy=accuracy,
        mean_class_accuracy=float(np.mean(list(per_class.values()) or [accuracy])),
        top3_accuracy=float(in_top3.mean()),
        loss=float(-np.log(np.clip(mass, 1e-12, 1)).mean()),
        ece=calibration_error(confidence, clearly_right),
        per_class=per_class,
        confusion=confusion.tolist(),
        reliability=reliability(confidence, clearly_right),
        how=how,
    )


def reliability(confidence: Floats, right: NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """Compare confidence with accuracy, bin by bin.

    Returns
    -------
    list of (mean confidence, accuracy, count)
        For each of `BINS` equal bins that holds a picture.
    """
    bins = np.clip((confidence * BINS).astype(int), 0, BINS - 1)
    return [
        (
            float(confidence[bins == b].mean()),
            float(right[bins == b].mean()),
            int((bins == b).sum()),
        )
        for b in np.unique(bins)
    ]


def calibration_error(confidence: Floats, right: NDArray[np.bool_]) -> float:
    """Give the expected calibration error over `BINS` equal bins, in 0..1."""
    return float(
        sum(count * abs(c - a) for c, a, count in reliability(confidence, right))
        / max(1, len(right))
    )


def chance_error(bins: Sequence[tuple[float, float, int]]) -> float:
    """Give about the calibration error that true confidences would show on so many pictures.

    Parameters
    ----------
    bins : sequence of (mean confidence, accuracy, count)
        From `reliability`.

    Notes
    -----
    In each bin, how many are right is then binomial about the confidence, and the mean absolute
    deviation of a binomial has a closed form (de Moivre 1730; Diaconis and Zabell 1991, "Closed
    form summation for classical distributions"). About, because a bin's confidences are taken as
    equal and its pictures as independent, which several of one sender are not.
    """
    total = max(1, sum(count for _, _, count in bins))
    return sum(_absolute_deviation(count, confidence) for confidence, _, count in bins) / total


def _absolute_deviation(count: int, chance: float) -> float:
    """Give the mean distance of a binomial from its mean, in 0..count."""
    if not 0 < chance < 1:
        return 0
    above = math.floor(count * chance) + 1
    choices = math.lgamma(count + 1) - math.lgamma(above + 1) - math.lgamma(count - above + 1)
    odds = above * math.log(chance) + (count - above + 1) * math.log1p(-chance)
    return 2 * above * math.exp(choices + odds)


def auroc(positive: Floats, negative: Floats) -> float:
    """Give the chance that a positive scores above a negative, ties counting half."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, side="left")
    level = np.searchsorted(ordered, positive, side="right") - below
    return float((below + level / 2).sum() / (len(positive) * len(negative)))
