"""Logits become probabilities and a verdict as the card's calibration says."""

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.card import Calibration, Card, Training
from model.prediction import Prediction, Verdict
from model.verdict import clothing_score, energy, judge, known, softmax

CLASSES = ("Shirt", "Bag", "Sandal", "Kilt")
SEEN = np.zeros((28, 28), np.float32)

logits = st.lists(st.floats(-200, 200, width=32), min_size=len(CLASSES), max_size=len(CLASSES)).map(
    lambda values: np.array(values, np.float32)
)


def card(**calibration: float) -> Card:
    return Card(
        version="test",
        classes=CLASSES,
        input_shape=(28, 28, 1),
        preparation="",
        parameters=1,
        sha256={},
        calibration=Calibration(**calibration),
        training=Training(commands=(), seed=0, epochs=0, date="", versions={}),
    )


def answer(
    values: list[float] | NDArray[np.float32], presence: float = 0.0, **calibration: float
) -> Prediction:
    return judge(
        np.asarray(values, np.float32),
        presence,
        card=card(**calibration),
        seen=SEEN,
        milliseconds=12.5,
    )


@given(logits)
def test_probabilities_are_those_of_keras(values: NDArray[np.float32]) -> None:
    probabilities = softmax(values)
    assert probabilities.dtype == np.float32
    np.testing.assert_allclose(probabilities, keras.ops.softmax(values), atol=1e-6)
    assert probabilities.sum() == pytest.approx(1, abs=1e-5)


@given(logits)
def test_energy_is_the_log_of_the_sum(values: NDArray[np.float32]) -> None:
    assert energy(values) == pytest.approx(float(keras.ops.logsumexp(values)), rel=1e-4, abs=1e-4)


shares = st.floats(0, 1)


@given(logits, st.floats(-100, 100), st.floats(0.05, 20), st.tuples(shares, shares, shares))
def test_every_verdict_follows_from_the_thresholds(
    values: NDArray[np.float32],
    presence: float,
    temperature: float,
    thresholds: tuple[float, float, float],
) -> None:
    clothing, sure, familiar = thresholds
    prediction = answer(
        values,
        presence,
        temperature=temperature,
        presence_weight=0.5,
        clothing_threshold=clothing,
        sure_threshold=sure,
        known_threshold=familiar,
    )
    assert 0 <= prediction.clothing_score <= 1
    if prediction.clothing_score < clothing:
        assert prediction.verdict is Verdict.NOT_CLOTHING
    elif prediction.probabilities.max() < sure or known(energy(values)) < familiar:
        assert prediction.verdict is Verdict.UNSURE
    else:
        assert prediction.verdict is Verdict.CLOTHING


@given(logits, st.floats(0.05, 20))
def test_temperature_changes_how_sure_and_never_what(
    values: NDArray[np.float32], temperature: float
) -> None:
    plain, calibrated = answer(values), answer(values, temperature=temperature)
    assert plain.probabilities[calibrated.classes.index(calibrated.label)] == pytest.approx(
        plain.probability, abs=1e-6
    )
    if temperature > 1:
        assert calibrated.probability <= plain.probability + 1e-6
    else:
        assert calibrated.probability >= plain.probability - 1e-6


def test_temperature_divides_the_logits_of_probabilities_alone() -> None:
    plain, calibrated = answer([2, 0, 0, 0]), answer([2, 0, 0, 0], temperature=2)
    np.testing.assert_allclose(
        calibrated.probabilities, softmax(np.array([1, 0, 0, 0], np.float32)), atol=1e-6
    )
    assert calibrated.known == plain.known
    assert calibrated.clothing_score == plain.clothing_score


def test_a_sure_answer() -> None:
    prediction = answer([0, 0, 9, 1])
    assert prediction.verdict is Verdict.CLOTHING
    assert prediction.label == "Sandal"
    assert prediction.probability > 0.99
    assert prediction.classes == CLASSES
    assert prediction.seen is SEEN
    assert prediction.milliseconds == 12.5


def test_a_toss_up_is_unsure() -> None:
    assert answer([5, 5, 5, 5]).verdict is Verdict.UNSURE


def test_what_is_probably_none_of_the_classes_is_unsure_however_clear_the_nearest() -> None:
    hat = [-2.0, -9.0, -9.0, -9.0]
    assert answer(hat, clothing_threshold=0.05).verdict is Verdict.CLOTHING
    prediction = answer(hat, clothing_threshold=0.05, known_threshold=0.3)
    assert prediction.verdict is Verdict.UNSURE
    assert prediction.probability > 0.99
    assert prediction.known == pytest.approx(1 / (1 + np.exp(2)), abs=0.01)
    assert prediction.confidence == pytest.approx(prediction.known, abs=0.01)
    assert answer([2, -9, -9, -9], known_threshold=0.3).verdict is Verdict.CLOTHING


@given(logits)
def test_known_is_what_a_class_for_none_of_them_leaves(values: NDArray[np.float32]) -> None:
    with_none = softmax(np.append(values, np.float32(0)))
    assert known(energy(values)) == pytest.approx(1 - with_none[-1], abs=1e-5)


def test_low_logits_are_no_clothing() -> None:
    assert answer([-9, -8, -9, -9]).verdict is Verdict.NOT_CLOTHING


def test_no_clothing_comes_before_unsure() -> None:
    assert answer([-9, -9, -9, -9]).verdict is Verdict.NOT_CLOTHING


def test_a_score_at_the_threshold_is_clothing() -> None:
    at = answer([2, 0, 0, 0]).clothing_score
    verdict = answer([2, 0, 0, 0], clothing_threshold=at, sure_threshold=0).verdict
    assert verdict is Verdict.CLOTHING


def test_both_networks_have_a_say_in_the_score() -> None:
    weighed = Calibration(energy_weight=2.0, presence_weight=3.0, bias=-1.0)
    energies, presence = np.array([0.25], np.float32), np.array([0.5], np.float32)
    score = clothing_score(energies, presence, weighed)
    assert score[0] == pytest.approx(1 / (1 + np.exp(-(2 * 0.25 + 3 * 0.5 - 1))))


@given(logits, st.floats(-1e30, 1e30))
def test_no_logit_is_too_large_for_a_score(values: NDArray[np.float32], presence: float) -> None:
    score = clothing_score(
        energy(values), np.asarray(presence, np.float32), Calibration(presence_weight=1.0)
    )
    assert 0 <= score <= 1


@given(logits)
def test_the_ranking_is_whole_and_in_order(values: NDArray[np.float32]) -> None:
    prediction = answer(values)
    ranked = [place.probability for place in prediction.ranking]
    assert ranked == sorted(ranked, reverse=True)
    assert {place.label for place in prediction.ranking} == set(CLASSES)
    assert prediction.top3 == prediction.ranking[:3]
    assert (prediction.label, prediction.probability) == (
        prediction.top3[0].label,
        prediction.top3[0].probability,
    )
    for place in prediction.ranking:
        assert place.probability == prediction.probabilities[CLASSES.index(place.label)]


def test_classes_that_are_level_keep_the_cards_order() -> None:
    assert [place.label for place in answer([1, 1, 1, 1]).ranking] == list(CLASSES)
