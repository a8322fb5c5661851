"""Calibration: everything that is fitted on validation pictures after the weights are fixed."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.card import Calibration
from model.training.kept import Kept
from model.verdict import clothing_score, energy, known, softmax

TURNED_AWAY: Final = 0.035
"""Share of validation clothing, on photos and before a studio's ground, that may be turned away.

Of the photos alone, fewer are. Of other senders' photos up to twice as many were, and at most one
in twenty should be.
"""

DOUBTED: Final = 0.04
"""Share of validation photos that may be called unsure because it seems to be of no class.

Hats and skirts seem so too, and a sure answer to those is always wrong.
"""

SURE_ACCURACY: Final = 0.9
"""How often answers above the sure threshold must be right on validation photos.

It must be exceeded by a standard error: the photos above a threshold are few, and of the many
thresholds that are tried some would reach it by luck.
"""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What the networks answered to validation pictures of one kind.

    Attributes
    ----------
    logits : ndarray of float32, shape (n, classes)
    presence : ndarray of float32, shape (n,)
        The segmenter's presence logits.
    accepted : ndarray of bool, shape (n, classes)
        The classes that are right; none for what is of another kind.
    """

    logits: Floats
    presence: Floats
    accepted: NDArray[np.bool_]

    @property
    def named(self) -> "Answers":
        """Those that show one of the classes."""
        rows = self.accepted.any(axis=1)
        return Answers(self.logits[rows], self.presence[rows], self.accepted[rows])

    def __add__(self, other: "Answers") -> "Answers":
        """Both kinds together."""
        return Answers(
            np.concatenate([self.logits, other.logits]),
            np.concatenate([self.presence, other.presence]),
            np.concatenate([self.accepted, other.accepted]),
        )


def calibrated(
    small: tuple[Floats, NDArray[np.bool_]] | None, validation: Kept[Answers] | None
) -> Calibration:
    """Fit everything that validation pictures tell.

    Parameters
    ----------
    small : tuple of (logits, accepted), both of shape (n, classes), or None
        Of 28×28 pictures, if the network learned from any.
    validation : Kept of Answers, or None
        If it learned from photos.

    Notes
    -----
    One temperature serves whatever is posted, so it is fitted on photos, and on their garments
    before studio grounds and on people: photos alone would make the network too sure of the others.
    The probability from which on an answer is sure is chosen by photos, and the score from which on
    a picture is clothing by photos and studio shots.
    """
    fitted = Calibration()
    if small:
        temperature = fit_temperature(*small)
        fitted = Calibration(temperature=temperature, small_temperature=temperature)
    if validation is None:
        return fitted
    photos, studio = validation.photos.named, validation.studio.named
    posted = photos + studio
    if validation.worn is not None:
        posted += validation.worn
    temperature = fit_temperature(posted.logits, posted.accepted, expected=fitted.temperature)
    fitted = fitted.model_copy(update={"temperature": temperature})
    return fit_thresholds(photos, studio, fit_score(photos + studio, validation.others, fitted))


def fit_temperature(logits: Floats, accepted: NDArray[np.bool_], expected: float = 1.0) -> float:
    """Find the temperature with the least cross-entropy.

    Parameters
    ----------
    logits, accepted : ndarray, both of shape (n, classes)
        Of validation pictures.
    expected : float
        What is taken without any pictures. A temperature that is off by a factor of e costs as much
        as one more picture with a cross-entropy of 1: without that, a handful of pictures that are
        all answered rightly would make the network endlessly sure.

    Notes
    -----
    Temperature scaling: Guo et al. 2017, arXiv:1706.04599. One parameter, so a search over a grid
    of 1 % steps finds it.
    """
    grid = np.exp(np.arange(np.log(0.2), np.log(5), 0.01)).astype(np.float32)
    losses = [
        -np.log(np.clip((softmax(logits / t) * accepted).sum(axis=1), 1e-9, 1)).sum()
        + np.log(t / expected) ** 2
        for t in grid
    ]
    return float(grid[int(np.argmin(losses))])


def fit_score(clothing: Answers, others: Answers, calibration: Calibration) -> Calibration:
    """Fit how the clothing score weighs the two networks: a logistic regression, classes balanced.

    Parameters
    ----------
    clothing, others : Answers
        To validation pictures with and without clothing.
    calibration : Calibration
        Its other fields are kept.
    """
    features = np.concatenate(
        [
            np.stack([energy(kind.logits), kind.presence, np.ones_like(kind.presence)], axis=1)
            for kind in (clothing, others)
        ]
    ).astype(np.float64)
    truth = np.repeat([1.0, 0.0], [len(clothing.presence), len(others.presence)])
    weight = np.where(truth == 1, 0.5 / truth.sum(), 0.5 / (1 - truth).sum())
    beta = np.zeros(3)
    ridge = 1e-3 * np.diag([1.0, 1.0, 0.0])
    for _ in range(100):  # Newton's method, no score's logit moving by more than 1 at a time
        p = 1 / (1 + np.exp(-np.clip(features @ beta, -30, 30)))
        gradient = features.T @ (weight * (p - truth)) + ridge @ beta
        hessian = (
            features * (weight * np.clip(p * (1 - p), 1e-6, 1))[:, None]
        ).T @ features + ridge
        step = np.linalg.solve(hessian, gradient)
        beta -= step / max(1.0, float(np.abs(features @ step).max()))
    return calibration.model_copy(
        update={
            "energy_weight": float(beta[0]),
            "presence_weight": float(beta[1]),
            "bias": float(beta[2]),
        }
    )


def fit_thresholds(photos: Answers, studio: Answers, calibration: Calibration) -> Calibration:
    """Choose below which score a picture is no clothing, and below which probabilities unsure.

    Parameters
    ----------
    photos, studio : Answers
        To validation photos of the classes, and to their garments before a studio's ground.
    calibration : Calibration
        Temperature and score weights.
    """
    clothing = photos + studio
    score = clothing_score(energy(clothing.logits), clothing.presence, calibration)
    probabilities = softmax(photos.logits / np.float32(calibration.temperature))
    clear = photos.accepted.sum(axis=1) == 1  # else a class's probability isn't of being right
    confidence = probabilities[clear].max(axis=1)
    right = photos.accepted[clear][np.arange(len(confidence)), probabilities[clear].argmax(axis=1)]
    steps = np.arange(0.34, 0.95, 0.01)
    reached = [t for t in steps if _surely(right[confidence >= t], SURE_ACCURACY)]
    return calibration.model_copy(
        update={
            "clothing_threshold": _quantile(score, TURNED_AWAY),
            "sure_threshold": round(float(reached[0] if reached else steps[-1]), 2),
            "known_threshold": _quantile(known(energy(photos.logits)), DOUBTED),
        }
    )


def _quantile(values: Floats, share: float) -> float:
    """Find a threshold that no more than a share of the values lie below."""
    return float(np.quantile(values, share, method="lower"))


def _surely(right: NDArray[np.bool_], share: float) -> bool:
    """Whether so many are right that the share is exceeded by a standard error, or just that.

    It is the error that the share itself would have: its lower bound is that of Wilson's interval
    (1927, "Probable inference, the law of succession, and statistical inference"), which doesn't
    take a handful that are all right for certainty.
    """
    if len(right) == 0:
        return False
    error = np.sqrt(share * (1 - share) / len(right))
    return bool(right.mean() - share >= error - 1e-9)
