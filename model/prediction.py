"""What FitCheck has to say about one picture."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

SUREST: Final = 0.99
"""The most that people are told: of answers to photos that are surer still, some are wrong."""

_DOUBTFUL: Final = 0.5
"""How probably it has to be one of the classes, lest it is more likely none of them."""


class Verdict(StrEnum):
    """How far an answer can be trusted."""

    CLOTHING = "clothing"
    UNSURE = "unsure"
    NOT_CLOTHING = "not_clothing"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One class and its probability in 0..1."""

    label: str
    probability: float


def told(probability: float) -> float:
    """Return what people are told of a probability in 0..1: no answer is certain."""
    return min(probability, SUREST)


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """The answer to one picture.

    Attributes
    ----------
    verdict : Verdict
        Whether the picture shows clothing, and whether the label can be trusted.
    classes : tuple of str
        The network's classes, in the order of its outputs.
    probabilities : ndarray of float32, shape (len(classes),)
        Calibrated probabilities, in 0..1, that sum to one: which class, given that it is one.
    clothing_score : float
        How sure both networks are that the picture shows clothing, in 0..1.
    known : float
        How probably it is one of the classes, and not clothing of another kind, in 0..1.
    seen : ndarray of float32, shape (28, 28)
        What the network saw, 0 (background) to 1.
    milliseconds : float
        From bytes to answer, waiting included.
    """

    verdict: Verdict
    classes: tuple[str, ...]
    probabilities: NDArray[np.float32]
    clothing_score: float
    known: float
    seen: NDArray[np.float32]
    milliseconds: float

    @property
    def is_clothing(self) -> bool:
        """Whether it shows clothing, be it of one of the classes or of another kind."""
        return self.verdict is not Verdict.NOT_CLOTHING

    @property
    def is_of_classes(self) -> bool:
        """Whether it is one of the classes, surely or at least more likely than not."""
        if self.verdict is Verdict.UNSURE:
            return self.known >= _DOUBTFUL
        return self.verdict is Verdict.CLOTHING

    @property
    def is_rather_none(self) -> bool:
        """Whether it is in doubt because it is more likely none of the classes."""
        return self.verdict is Verdict.UNSURE and not self.is_of_classes

    @property
    def ranking(self) -> tuple[Ranked, ...]:
        """All classes, the most probable first."""
        order = np.argsort(-self.probabilities, kind="stable")
        return tuple(Ranked(self.classes[i], float(self.probabilities[i])) for i in order)

    @property
    def top3(self) -> tuple[Ranked, ...]:
        """The three most probable classes."""
        return self.ranking[:3]

    @property
    def label(self) -> str:
        """The most probable class."""
        return self.ranking[0].label

    @property
    def probability(self) -> float:
        """The probability of `label`, in 0..1."""
        return self.ranking[0].probability

    @property
    def confidence(self) -> float:
        """How probably it is one of the classes, and then `label`, in 0..1."""
        return self.known * self.probability
