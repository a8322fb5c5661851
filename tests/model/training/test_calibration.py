"""What is fitted after training is recovered where the truth is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.card import Calibration
from model.metrics import auroc
from model.training.calibration import (
    DOUBTED,
    SURE_ACCURACY,
    TURNED_AWAY,
    fit_score,
    fit_temperature,
    fit_thresholds,
)
from model.verdict import clothing_score, energy, known, softmax

CLASSES = 10
Floats = NDArray[np.float32]


def answered(seed: int, count: int, temperature: float) -> tuple[Floats, NDArray[np.bool_]]:
    """Logits whose softmax at that temperature is the truth, and labels drawn from it."""
    rng = np.random.default_rng(seed)
    true = rng.normal(0, 2, (count, CLASSES)).astype(np.float32)
    drawn = [rng.choice(CLASSES, p=p / p.sum()) for p in softmax(true).astype(np.float64)]
    return true * np.float32(temperature), np.eye(CLASSES, dtype=bool)[drawn]


def scattered(seed: int, count: int, level: float, presence: float) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    logits = rng.normal(level, 1, (count, CLASSES)).astype(np.float32)
    return logits, rng.normal(presence, 1, count).astype(np.float32)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.5])
def test_a_known_temperature_is_found_again(temperature: float) -> None:
    found = fit_temperature(*answered(1, 4_000, temperature))
    assert found == pytest.approx(temperature, rel=0.08)


def test_any_of_several_right_classes_counts() -> None:
    logits, accepted = answered(3, 500, 1.0)
    assert fit_temperature(logits, np.ones_like(accepted)) > 0
    wide = accepted | np.roll(accepted, 1, axis=1)
    assert fit_temperature(logits, wide) != fit_temperature(logits, accepted)


def test_the_score_separates_clothing_from_the_rest() -> None:
    clothing, others = scattered(1, 800, 2, 1.5), scattered(2, 200, -1, -1.5)
    fitted = fit_score(clothing, others, Calibration())
    scores = [
        clothing_score(energy(logits), presence, fitted) for logits, presence in (clothing, others)
    ]
    assert auroc(*scores) > 0.99
    assert fitted.energy_weight > 0
    assert fitted.presence_weight > 0
    # Balanced: both kinds lie on their own side of one half, though one is four times as large.
    assert np.median(scores[0]) > 0.9
    assert np.median(scores[1]) < 0.1


def test_a_network_that_knows_nothing_is_not_listened_to() -> None:
    clothing, others = scattered(1, 2_000, 0, 2), scattered(2, 2_000, 0, -2)
    fitted = fit_score(clothing, others, Calibration())
    assert abs(fitted.energy_weight) < 0.2 * fitted.presence_weight


def test_perfectly_separable_pictures_give_no_endless_weights() -> None:
    clothing, others = scattered(1, 100, 50, 50), scattered(2, 100, -50, -50)
    fitted = fit_score(clothing, others, Calibration())
    assert np.isfinite([fitted.energy_weight, fitted.presence_weight, fitted.bias]).all()


def test_fitting_the_score_keeps_the_rest() -> None:
    before = Calibration(temperature=1.7, clothing_threshold=0.3, sure_threshold=0.6)
    after = fit_score(scattered(1, 50, 1, 1), scattered(2, 50, -1, -1), before)
    kept = {"temperature", "clothing_threshold", "sure_threshold"}
    assert after.model_dump(include=kept) == before.model_dump(include=kept)


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.floats(0.5, 2))
def test_no_more_clothing_is_turned_away_than_allowed(seed: int, weight: float) -> None:
    logits, accepted = answered(seed, 500, 1.0)
    presence = np.random.default_rng(seed).normal(size=500).astype(np.float32)
    fitted = fit_thresholds(logits, presence, accepted, Calibration(presence_weight=weight))
    below = clothing_score(energy(logits), presence, fitted) < fitted.clothing_threshold
    assert below.mean() == pytest.approx(TURNED_AWAY, abs=0.01)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_no_more_clothing_is_doubted_than_allowed(seed: int) -> None:
    logits, accepted = answered(seed, 500, 1.0)
    fitted = fit_thresholds(logits, np.zeros(500, np.float32), accepted, Calibration())
    doubted = known(energy(logits)) < fitted.known_threshold
    assert doubted.mean() == pytest.approx(DOUBTED, abs=0.01)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_sure_answers_are_right_as_often_as_promised(seed: int) -> None:
    logits, accepted = answered(seed, 500, 1.0)
    fitted = fit_thresholds(logits, np.zeros(500, np.float32), accepted, Calibration())
    probabilities = softmax(logits)
    confidence, right = probabilities.max(axis=1), accepted[np.arange(500), probabilities.argmax(1)]

    def least(threshold: float) -> float:
        """The share that is right, less a standard error."""
        sure = right[confidence >= threshold]
        return float(sure.mean() - sure.std() / np.sqrt(len(sure)))

    # Where none of the thresholds keeps the promise, the highest is as careful as it gets.
    assert least(fitted.sure_threshold) >= SURE_ACCURACY or fitted.sure_threshold == 0.94
    assert least(fitted.sure_threshold - 0.01) < SURE_ACCURACY or fitted.sure_threshold == 0.34


def test_a_network_that_is_always_wrong_is_never_sure() -> None:
    logits = np.zeros((50, CLASSES), np.float32)
    logits[:, 0] = 3
    accepted = np.zeros((50, CLASSES), bool)
    accepted[:, 1] = True
    fitted = fit_thresholds(logits, np.zeros(50, np.float32), accepted, Calibration())
    assert fitted.sure_threshold > 0.9


def test_a_network_that_is_always_right_is_doubted_least() -> None:
    logits = np.zeros((50, CLASSES), np.float32)
    logits[:, 0] = 3
    accepted = np.zeros((50, CLASSES), bool)
    accepted[:, 0] = True
    fitted = fit_thresholds(logits, np.zeros(50, np.float32), accepted, Calibration())
    assert fitted.sure_threshold == pytest.approx(0.34)
