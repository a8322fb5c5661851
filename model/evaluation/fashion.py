"""One part of Fashion-MNIST and what is answered to it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.artifact import Artifact
from model.card import Card, Scores
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES
from model.data.photos import Part
from model.metrics import scores
from model.plots import errors
from model.verdict import softmax

WORST: Final = 12
"""Errors that are drawn, the most confident ones."""


@dataclass(frozen=True, slots=True, eq=False)
class FashionAnswers:
    """Pictures of one part of Fashion-MNIST and what was answered.

    Attributes
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        0..255.
    labels : ndarray of uint8, shape (n,)
        True classes.
    probabilities : ndarray of float32, shape (n, classes)
        Calibrated, in 0..1.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    probabilities: NDArray[np.float32]


def answer_fashion(loaded: Artifact, directory: Path | None, part: Part) -> FashionAnswers | None:
    """Let the classifier answer a part of Fashion-MNIST, if it knows those classes.

    Raises
    ------
    DatasetError
        If Fashion-MNIST can't be read.
    """
    if loaded.card.classes[: len(CLASSES)] != CLASSES:
        return None
    images, labels = fashion_mnist.load(directory).of(part)
    (logits,) = loaded.classify_small(fashion_mnist.scale(images))
    calibration = loaded.card.calibration
    temperature = calibration.small_temperature or calibration.temperature
    probabilities = softmax(logits / np.float32(temperature))
    return FashionAnswers(images, labels, probabilities)


def fashion_scores(answered: FashionAnswers, card: Card, how: str) -> Scores:
    """Measure what was answered to Fashion-MNIST's pictures."""
    accepted = np.zeros(answered.probabilities.shape, bool)
    accepted[np.arange(len(accepted)), answered.labels] = True
    what = f"{how} ({len(accepted):,} images)"
    return scores(answered.probabilities, accepted, card.classes, what)


def worst_of_fashion(answered: FashionAnswers, card: Card) -> bytes | None:
    """Draw the most confident errors as a PNG, 28×28 and answer; None where all is right."""
    answers = answered.probabilities.argmax(axis=1)
    confidence = answered.probabilities.max(axis=1)
    wrong = np.flatnonzero(answers != answered.labels)
    worst = wrong[np.argsort(-confidence[wrong], kind="stable")][:WORST]
    if len(worst) == 0:
        return None
    captions = [
        f"{card.classes[answers[n]]} {confidence[n]:.0%}\nis {card.classes[answered.labels[n]]}"
        for n in worst
    ]
    return errors.draw(answered.images[worst], captions, title="the most confident errors")
