"""The loss is Keras's own where both are defined, and fair to sets of classes beyond."""

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.training.loss import SetCrossEntropy, mask_loss
from model.verdict import softmax

CLASSES = 10

logits = st.lists(st.floats(-4, 4, width=32), min_size=CLASSES, max_size=CLASSES).map(
    lambda values: np.array([values], np.float32)
)


def row(*classes: int) -> NDArray[np.float32]:
    """A target of one part; class 10 is "none of them"."""
    target = np.zeros((1, 1, CLASSES + 1), np.float32)
    target[0, 0, list(classes)] = 1
    return target


def loss(target: NDArray[np.float32], values: NDArray[np.float32], smoothing: float = 0) -> float:
    return float(SetCrossEntropy(smoothing)(target, values))


def beside_zero(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.pad(values, ((0, 0), (0, 1)))


@given(logits, st.integers(0, CLASSES))
def test_for_one_class_it_is_keras_cross_entropy_beside_a_logit_of_zero(
    values: NDArray[np.float32], label: int
) -> None:
    expected = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(
        np.array([label]), beside_zero(values)
    )
    assert loss(row(label), values) == pytest.approx(float(expected), abs=1e-3)


@given(logits, st.sets(st.integers(0, CLASSES - 1), min_size=1))
def test_for_a_set_it_is_that_of_their_summed_probability(
    values: NDArray[np.float32], classes: set[int]
) -> None:
    mass = softmax(beside_zero(values))[0, list(classes)].sum()
    assert loss(row(*classes), values) == pytest.approx(-np.log(mass), abs=1e-3)


@given(logits, st.integers(0, CLASSES - 2))
def test_a_further_class_that_is_right_never_costs(values: NDArray[np.float32], label: int) -> None:
    assert loss(row(label, label + 1), values) <= loss(row(label), values) + 1e-5


@given(logits, st.integers(0, CLASSES - 1), st.floats(0, 0.3))
def test_smoothing_is_keras_own_over_the_classes_of_clothing(
    values: NDArray[np.float32], label: int, smoothing: float
) -> None:
    logs = np.log(softmax(beside_zero(values)))[0]
    expected = -(1 - smoothing) * logs[label] - smoothing * logs[:-1].mean()
    assert loss(row(label), values, smoothing) == pytest.approx(expected, abs=1e-3)


@given(logits)
def test_none_of_them_is_not_smoothed(values: NDArray[np.float32]) -> None:
    assert loss(row(10), values, 0.3) == pytest.approx(loss(row(10), values), abs=1e-6)


@given(
    logits,
    st.sets(st.integers(0, CLASSES - 1), min_size=1),
    st.sets(st.integers(0, CLASSES - 1), min_size=1),
    st.floats(0, 1, width=32),
)
def test_two_parts_count_by_their_weights(
    values: NDArray[np.float32], first: set[int], second: set[int], share: float
) -> None:
    both = np.concatenate([(1 - share) * row(*first), share * row(*second)], axis=1)
    apart = [loss(row(*part), values, 0.08) for part in (first, second)]
    expected = (1 - share) * apart[0] + share * apart[1]
    assert loss(both.astype(np.float32), values, 0.08) == pytest.approx(expected, abs=1e-3)


def test_it_is_the_mean_over_the_batch() -> None:
    rng = np.random.default_rng(1)
    values = rng.normal(size=(5, CLASSES)).astype(np.float32)
    targets = np.concatenate([row(k) for k in (0, 3, 10, 9, 4)])
    alone = [loss(targets[k : k + 1], values[k : k + 1], 0.08) for k in range(5)]
    assert loss(targets, values, 0.08) == pytest.approx(float(np.mean(alone)), rel=1e-5)


def test_no_logit_makes_it_endless() -> None:
    for size in (1e4, -1e4):
        values = np.full((1, CLASSES), size, np.float32)
        for target in (row(0), row(10), row(1, 2)):
            assert np.isfinite(loss(target, values, 0.08))


def test_a_checkpoint_keeps_it() -> None:
    again = keras.losses.deserialize(keras.losses.serialize(SetCrossEntropy(0.2)))
    assert isinstance(again, SetCrossEntropy)
    assert again.smoothing == 0.2


def test_more_classes_and_their_training_work_out() -> None:
    network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(11)])
    network.compile(keras.optimizers.Adam(0.5), loss=SetCrossEntropy(0.0))
    pictures = np.eye(3, dtype=np.float32)
    targets = np.eye(12, dtype=np.float32)[[10, 2, 11], None]
    before = network.evaluate(pictures, targets, verbose=0)
    network.fit(pictures, targets, epochs=30, verbose=0)
    assert network.evaluate(pictures, targets, verbose=0) < before / 10
    output = network.predict_on_batch(pictures)
    assert output[0].argmax() == 10
    assert output[1].argmax() == 2
    assert output[2].max() < 0  # none of them: all below the unwritten zero


def mask_cost(
    mask: NDArray[np.float32], truth: NDArray[np.float32], known: NDArray[np.float32]
) -> float:
    return float(mask_loss(np.stack([truth, known], -1)[None], mask[None, ..., None]))


def test_where_all_is_known_it_is_keras_own_entropy_and_half_the_jaccard_distance() -> None:
    rng = np.random.default_rng(1)
    mask = rng.uniform(0.01, 0.99, (8, 8)).astype(np.float32)
    truth = rng.random((8, 8)).astype(np.float32)
    entropy = float(keras.losses.BinaryCrossentropy()(truth.ravel(), mask.ravel()))
    shared, both = (mask * truth).sum(), (mask + truth).sum()
    distance = 1 - (shared + 1) / (both - shared + 1)
    expected = pytest.approx(entropy + distance / 2, rel=1e-4)
    assert mask_cost(mask, truth, np.ones_like(truth)) == expected


def test_what_is_anyones_guess_costs_nothing() -> None:
    truth = np.zeros((8, 8), np.float32)
    known = truth.copy()
    known[:4] = 1
    right, wrong = np.zeros_like(truth), np.zeros_like(truth)
    wrong[4:] = 1
    assert mask_cost(wrong, truth, known) == pytest.approx(mask_cost(right, truth, known))
    assert mask_cost(1 - right, truth, known) > 10 * mask_cost(right, truth, known)


def test_a_sure_mistake_is_not_endless() -> None:
    ones, zeros = np.ones((8, 8), np.float32), np.zeros((8, 8), np.float32)
    assert np.isfinite(mask_cost(ones, zeros, ones))
