"""Figures, checked against their definitions."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.metrics import BINS, auroc, calibration_error, chance_error, reliability, scores

CLASSES = ("Shirt", "Bag", "Sandal", "Kilt")

few = st.integers(1, 12).flatmap(
    lambda n: arrays(np.float32, n, elements=st.sampled_from([0, 0.25, 0.5, 0.75, 1]))
)


@given(few, few)
def test_auroc_is_the_share_of_pairs_in_order(
    positive: NDArray[np.float32], negative: NDArray[np.float32]
) -> None:
    pairs = [(p > n) + 0.5 * (p == n) for p, n in product(positive, negative)]
    assert auroc(positive, negative) == pytest.approx(float(np.mean(pairs)))


@given(few, few)
def test_auroc_turns_around(positive: NDArray[np.float32], negative: NDArray[np.float32]) -> None:
    assert auroc(positive, negative) + auroc(negative, positive) == pytest.approx(1)


def test_perfect_calibration_has_no_error() -> None:
    # In every bin, exactly as many are right as was claimed.
    confidence = np.repeat(np.arange(1, 10) / 10, 10).astype(np.float32)
    right = np.concatenate([np.arange(10) < k for k in range(1, 10)])
    assert calibration_error(confidence, right) == pytest.approx(0, abs=1e-6)


def test_calibration_error_by_hand() -> None:
    confidence = np.array([0.93, 0.936, 0.99], np.float32)  # the last of 15 bins begins at 0.933
    error = calibration_error(confidence, np.array([True, False, True]))
    assert error == pytest.approx((0.07 + 2 * abs(0.963 - 0.5)) / 3)


@given(st.floats(0, 1, width=32), st.integers(0, 20), st.integers(1, 20))
def test_of_one_confidence_the_error_is_the_gap(claimed: float, good: int, bad: int) -> None:
    confidence = np.full(good + bad, claimed, np.float32)
    right = np.arange(good + bad) < good
    gap = abs(claimed - good / (good + bad))
    assert calibration_error(confidence, right) == pytest.approx(gap, abs=1e-5)


@given(st.lists(st.tuples(st.floats(0, 1), st.just(0.0), st.integers(1, 40)), min_size=1))
def test_chance_errs_as_the_binomials_say(bins: list[tuple[float, float, int]]) -> None:
    gaps = [
        sum(
            math.comb(count, right)
            * chance**right
            * (1 - chance) ** (count - right)
            * abs(right - count * chance)
            for right in range(count + 1)
        )
        for chance, _, count in bins
    ]
    expected = sum(gaps) / sum(count for _, _, count in bins)
    assert chance_error(bins) == pytest.approx(expected, abs=1e-9)


def test_chance_errs_less_on_more_pictures() -> None:
    few, many = (chance_error([(0.8, 0.8, count)]) for count in (100, 10_000))
    assert few == pytest.approx(10 * many, rel=0.01)


@given(st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_the_bins_hold_everybody_once(count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    confidence, right = rng.random(count).astype(np.float32), rng.random(count) < 0.5
    bins = reliability(confidence, right)
    assert sum(size for _, _, size in bins) == count
    assert sum(accuracy * size for _, accuracy, size in bins) == pytest.approx(right.sum())
    places = [int(mean * BINS) for mean, _, _ in bins]
    assert len(bins) <= BINS
    assert places == sorted(set(places))


def test_full_confidence_falls_into_the_last_bin() -> None:
    confidence = np.array([0.94, 1, 1], np.float32)  # the last of 15 bins begins at 0.933
    ((mean, accuracy, size),) = reliability(confidence, np.array([True, True, False]))
    assert mean == pytest.approx(0.98)
    assert size == 3
    assert accuracy == pytest.approx(2 / 3)


def one_hot(labels: list[int]) -> NDArray[np.bool_]:
    return np.eye(len(CLASSES), dtype=bool)[labels]


PROBABILITIES = np.array(
    [
        [0.70, 0.10, 0.10, 0.10],
        [0.40, 0.20, 0.30, 0.10],
        [0.05, 0.05, 0.80, 0.10],
        [0.45, 0.30, 0.15, 0.10],
    ],
    np.float32,
)


def test_scores_by_hand() -> None:
    measured = scores(PROBABILITIES, one_hot([0, 1, 2, 3]), CLASSES, "by hand")
    assert measured.pictures == 4
    assert measured.accuracy == 0.5
    assert measured.per_class == {"Shirt": 1.0, "Bag": 0.0, "Sandal": 1.0, "Kilt": 0.0}
    assert measured.mean_class_accuracy == 0.5
    assert measured.top3_accuracy == 0.75  # the bag is in third place, the kilt in fourth
    assert measured.loss == pytest.approx(-np.log([0.7, 0.2, 0.8, 0.1]).mean())
    assert measured.confusion == [[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0], [1, 0, 0, 0]]
    assert measured.ece == pytest.approx((0.3 + 0.4 + 0.2 + 0.45) / 4)
    bins = [(0.425, 0, 2), (0.7, 1, 1), (0.8, 1, 1)]
    assert np.array(measured.reliability) == pytest.approx(np.array(bins))
    assert measured.how == "by hand"


def test_mean_over_classes_counts_rare_classes_alike() -> None:
    rows = np.repeat(PROBABILITIES[:1], 10, axis=0)
    measured = scores(rows, one_hot([0] * 9 + [1]), CLASSES, "")
    assert measured.accuracy == pytest.approx(0.9)
    assert measured.mean_class_accuracy == pytest.approx(0.5)


def test_a_class_that_does_not_occur_has_no_accuracy() -> None:
    assert set(scores(PROBABILITIES, one_hot([0, 0, 2, 2]), CLASSES, "").per_class) == {
        "Shirt",
        "Sandal",
    }


def test_where_several_classes_are_right_any_of_them_is() -> None:
    accepted = one_hot([1, 1, 1, 1])
    accepted[:, 2] = True
    measured = scores(PROBABILITIES, accepted, CLASSES, "")
    assert measured.accuracy == 0.25  # the third alone answers one of them
    assert measured.top3_accuracy == 1.0
    assert measured.loss == pytest.approx(-np.log([0.2, 0.5, 0.85, 0.45]).mean(), rel=1e-5)
    # They are of none of the classes by themselves, and no probability is of being right.
    assert measured.per_class == {}
    assert measured.mean_class_accuracy == measured.accuracy
    assert np.sum(measured.confusion) == measured.ece == 0
    assert measured.reliability == []


def test_pictures_of_several_right_classes_say_nothing_of_any_class() -> None:
    accepted = one_hot([0, 1, 2, 2])
    clear = scores(PROBABILITIES[:2], accepted[:2], CLASSES, "")
    accepted[2:, 3] = True
    measured = scores(PROBABILITIES, accepted, CLASSES, "")
    assert measured.pictures == 4
    assert measured.per_class == clear.per_class == {"Shirt": 1.0, "Bag": 0.0}
    assert measured.mean_class_accuracy == clear.mean_class_accuracy
    assert (measured.ece, measured.reliability) == (clear.ece, clear.reliability)


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_scores_fit_together(count: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    probabilities = rng.dirichlet(np.ones(4), count).astype(np.float32)
    accepted = rng.random((count, 4)) < 0.4
    accepted[np.arange(count), rng.integers(0, 4, count)] = True
    measured = scores(probabilities, accepted, CLASSES, "")
    confusion = np.array(measured.confusion)
    clear = accepted.sum(axis=1) == 1
    right = accepted[np.arange(count), probabilities.argmax(axis=1)]
    assert measured.pictures == count
    assert confusion.sum() == clear.sum()
    assert np.trace(confusion) == right[clear].sum()
    for k, name in enumerate(CLASSES):
        if confusion[k].sum():
            share = confusion[k, k] / confusion[k].sum()
            assert measured.per_class[name] == pytest.approx(share)
    assert measured.accuracy <= measured.top3_accuracy <= 1
    assert 0 <= measured.ece <= 1


def test_probabilities_of_nothing_do_not_make_the_loss_endless() -> None:
    sure = np.array([[1.0, 0.0, 0.0, 0.0]], np.float32)
    assert np.isfinite(scores(sure, one_hot([3]), CLASSES, "").loss)
