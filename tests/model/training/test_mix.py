"""Batches hold what they should, in an order that follows from seed and epoch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.prepare import LARGE
from model.training.mix import Mix, Source

KIND = 1_000
"""The most pictures of a kind; each is of a class of its own, which tells what a batch holds."""


def source(
    kind: int, count: int, share: int, side: int = 28, weights: NDArray[np.float64] | None = None
) -> Source:
    """Pictures of one kind, each of a class of its own."""
    rng = np.random.default_rng(kind)
    targets = np.zeros((count, 3 * KIND + 1), np.float32)
    targets[np.arange(count), kind * KIND + np.arange(count)] = 1
    return Source(rng.integers(0, 256, (count, side, side), np.uint8), targets, share, weights)


def mix(seed: int = 1, epoch: int = 0) -> Mix:
    inside = np.ones((10, 28, 28), np.uint8)
    styled = source(2, 10, 2)
    batches = Mix(
        (
            source(0, 50, 8),
            source(1, 20, 5, LARGE),
            Source(styled.pictures, styled.targets, 2, inside=inside),
        ),
        seed=seed,
    )
    batches.epoch = epoch
    return batches


def drawn(targets: NDArray[np.float32]) -> NDArray[np.int64]:
    """Which pictures a batch holds: their kind in thousands, and their number."""
    return np.asarray(targets[:, 0].argmax(axis=1), np.int64)


def epoch_of(batches: Mix) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    return [batches[step] for step in range(len(batches))]


def test_a_batch_holds_each_sources_share() -> None:
    for pictures, targets in epoch_of(mix()):
        assert pictures.shape == (15, 28, 28, 1)
        assert pictures.dtype == np.float32
        assert 0 <= pictures.min() < pictures.max() <= 1
        assert targets.shape == (15, 2, 3 * KIND + 1)
        np.testing.assert_allclose(targets.sum(axis=(1, 2)), 1)
        assert (drawn(targets) // KIND).tolist() == [0] * 8 + [1] * 5 + [2] * 2


def test_every_epoch_draws_and_varies_anew() -> None:
    first, second = mix(epoch=0)[1], mix(epoch=1)[1]
    assert drawn(first[1])[8:].tolist() != drawn(second[1])[8:].tolist()
    alone = source(1, 1, 5, LARGE)
    again = [Mix((source(0, 8, 8), alone), seed=1) for _ in range(2)]
    again[1].epoch = 1
    assert not np.array_equal(again[0][0][0][8:], again[1][0][0][8:])


def test_an_epoch_goes_through_the_first_source_without_repetition() -> None:
    batches = mix()
    assert len(batches) == 50 // 8
    seen = np.concatenate([drawn(targets[:8]) for _, targets in epoch_of(batches)])
    assert len(set(seen)) == len(seen) == 48
    batches.on_epoch_end()
    following = np.concatenate([drawn(targets[:8]) for _, targets in epoch_of(batches)])
    assert len(set(following)) == 48
    assert following.tolist() != seen.tolist()


@settings(max_examples=10)
@given(st.integers(0, 1_000), st.integers(0, 20), st.integers(0, 5))
def test_seed_epoch_and_step_say_everything(seed: int, epoch: int, step: int) -> None:
    resumed = mix(seed, epoch)
    went_on = mix(seed)
    for _ in range(epoch):
        went_on.on_epoch_end()
    for one, other in zip(resumed[step], went_on[step], strict=True):
        np.testing.assert_array_equal(one, other)


def test_other_seeds_epochs_and_steps_give_other_batches() -> None:
    pictures = [batch.tobytes() for batch, _ in (mix()[0], mix()[1], mix(2)[0], mix(1, 1)[0])]
    assert len(set(pictures)) == 4


def test_weights_say_how_often_a_picture_is_drawn() -> None:
    weights = np.zeros(20)
    weights[[3, 7]] = 0.25, 0.75
    batches = Mix((source(0, 800, 8), source(1, 20, 5, LARGE, weights=weights)), seed=1)
    shown = np.concatenate([drawn(targets[8:]) for _, targets in epoch_of(batches)])
    assert set(shown) == {KIND + 3, KIND + 7}
    assert (shown == KIND + 7).mean() == pytest.approx(0.75, abs=0.08)


def test_pieces_come_from_pictures_of_the_same_kind_and_raw_ones_stay_whole() -> None:
    batches = [batch for epoch in range(3) for batch in epoch_of(mix(epoch=epoch))]
    targets = np.concatenate([targets for _, targets in batches])
    mixed = targets[targets[:, 1].any(axis=1)]
    assert len(mixed) > 20
    kinds = mixed.argmax(axis=2) // KIND
    np.testing.assert_array_equal(kinds[:, 0], kinds[:, 1])
    assert set(kinds[:, 0]) == {1, 2}


def test_pictures_are_varied_each_time() -> None:
    batches = Mix((source(0, 8, 8),), seed=1)
    first = batches[0][0]
    batches.on_epoch_end()
    assert not np.array_equal(np.sort(first, axis=0), np.sort(batches[0][0], axis=0))


def test_the_sources_stay_as_they_are() -> None:
    batches = mix()
    before = [source.pictures.copy() for source in batches.sources]
    epoch_of(batches)
    for source_, pictures in zip(batches.sources, before, strict=True):
        np.testing.assert_array_equal(source_.pictures, pictures)


def test_every_step_draws_anew_from_the_kinds_that_are_not_taken_in_turn() -> None:
    shown = [drawn(targets[8:]).tolist() for _, targets in epoch_of(mix())]
    assert len({tuple(rows) for rows in shown}) == len(shown)
