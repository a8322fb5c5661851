"""From logits to a verdict: calibrated probabilities, and whether they are to be believed."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.card import Calibration, Card
from model.prediction import Prediction, Verdict


def judge(
    logits: NDArray[np.float32],
    presence: float,
    *,
    card: Card,
    seen: NDArray[np.float32],
    milliseconds: float,
) -> Prediction:
    """Turn one picture's logits into an answer.

    Parameters
    ----------
    logits : ndarray of float32, shape (classes,)
        The classifier's output.
    presence : float
        The segmenter's presence logit.
    card : Card
        Classes and calibration.
    seen : ndarray of float32, shape (28, 28)
        What the classifier saw, 0..1.
    milliseconds : float
        How long the answer took.
    """
    calibration = card.calibration
    probabilities = softmax(logits / np.float32(calibration.temperature))
    energies = energy(logits)
    score = float(clothing_score(energies, np.asarray(presence, np.float32), calibration))
    one_of_them = float(known(energies))
    if score < calibration.clothing_threshold:
        verdict = Verdict.NOT_CLOTHING
    elif (
        probabilities.max() < calibration.sure_threshold
        or one_of_them < calibration.known_threshold
    ):
        verdict = Verdict.UNSURE
    else:
        verdict = Verdict.CLOTHING
    return Prediction(verdict, card.classes, probabilities, score, one_of_them, seen, milliseconds)


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Turn logits, shape (…, classes), into probabilities that sum to one over the last axis."""
    exponential = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(exponential / exponential.sum(axis=-1, keepdims=True), np.float32)


def energy(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the log-sum-exp of logits, shape (…, classes), over the last axis.

    It is the logit of "one of them" against the unwritten zero of "none of them"; see Liu et al.
    2020, arXiv:2010.03759.
    """
    top = logits.max(axis=-1, keepdims=True)
    return np.asarray(top[..., 0] + np.log(np.exp(logits - top).sum(axis=-1)), np.float32)


def known(energies: NDArray[np.float32]) -> NDArray[np.float32]:
    """Tell how probably pictures show one of the classes, and not a hat or nothing, in 0..1."""
    return _sigmoid(energies)


def clothing_score(
    energies: NDArray[np.float32], presence: NDArray[np.float32], calibration: Calibration
) -> NDArray[np.float32]:
    """Weigh what both networks say of "clothing or not" into a score in 0..1."""
    logit = (
        calibration.energy_weight * energies
        + calibration.presence_weight * presence
        + calibration.bias
    )
    return _sigmoid(logit)


def _sigmoid(logit: NDArray[np.floating[Any]]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -60, 60))), np.float32)
