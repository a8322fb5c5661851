"""The heat map: what is taken away, and what is made of the answers without it."""

import asyncio

import numpy as np
import pytest

from model.engine import Engine
from model.occlusion import PATCH, heat, occluded
from model.sheet import SIDE, draw_heat


def test_every_pixel_is_taken_away_somewhere_and_nothing_else_changes() -> None:
    seen = np.random.default_rng(1).uniform(0.1, 1, (28, 28)).astype(np.float32)
    pictures = occluded(seen)
    gone = pictures == 0
    assert gone.any(axis=0).all()
    assert gone.any(axis=(1, 2)).all()
    assert gone.sum(axis=(1, 2)).max() == PATCH * PATCH
    assert (pictures[~gone] == np.broadcast_to(seen, pictures.shape)[~gone]).all()


def test_heat_is_where_the_evidence_was() -> None:
    seen = np.zeros((28, 28), np.float32)
    seen[3:9, 18:24] = 1  # the first class is as likely as this square is bright
    logits = [np.array([one.sum() / 6, 0], np.float32) for one in (seen, *occluded(seen))]
    warm = heat(logits[0], np.stack(logits[1:]), 0)
    assert warm.shape == (28, 28)
    assert warm.dtype == np.float32
    assert (warm.min(), warm.max()) == (0, 1)
    assert seen[np.unravel_index(warm.argmax(), warm.shape)] == 1
    assert warm[16:].max() == 0
    assert warm[:, :12].max() == 0


def test_heat_is_that_of_the_class_that_was_answered() -> None:
    square = np.zeros((2, 28, 28), np.float32)
    square[0, 3:9, 3:9] = square[1, 18:24, 18:24] = 1  # what speaks for the one, and for the other
    seen = square.sum(axis=0)
    logits = [(square * one).sum(axis=(1, 2)) / 6 for one in (seen, *occluded(seen))]
    for answer in (0, 1):
        warm = heat(logits[0], np.stack(logits[1:]), answer)
        assert square[answer][np.unravel_index(warm.argmax(), warm.shape)] == 1


@pytest.mark.parametrize("step", [0.0, 5.0])
def test_where_nothing_is_lost_nothing_is_warm(step: float) -> None:
    logits = np.array([2, 1], np.float32)
    without = np.tile(logits + np.array([step, 0], np.float32), (len(occluded(SEEN)), 1))
    assert not heat(logits, without, 0).any()


def test_what_costs_the_same_everywhere_is_as_warm_where_pieces_overlap() -> None:
    logits = np.array([2, 1], np.float32)
    without = np.tile(np.array([0, 1], np.float32), (len(occluded(SEEN)), 1))
    np.testing.assert_allclose(heat(logits, without, 0), 1, rtol=1e-5)


def test_certainty_that_breaks_down_stays_finite() -> None:
    logits = np.array([500, 0], np.float32)
    without = np.tile(np.array([-500, 500], np.float32), (len(occluded(SEEN)), 1))
    assert np.isfinite(heat(logits, without, 0)).all()


def test_pieces_are_told_apart_however_improbable_the_answer_becomes() -> None:
    logits = np.array([10, 0], np.float32)
    costs = np.arange(len(occluded(SEEN)), dtype=np.float32)  # each piece more than the last
    warm = heat(logits, np.stack([0 * costs, 100 + costs], axis=1), 0)
    assert warm[-1, -1] == 1
    assert warm[0, 0] < 0.6


def test_the_network_needs_some_of_the_boot(engine: Engine, boot: bytes) -> None:
    async def warm() -> tuple[np.ndarray, np.ndarray]:
        prediction = await engine.classify(boot)
        return prediction.seen, await engine.heat(prediction)

    seen, heated = asyncio.run(warm())
    assert heated.shape == (28, 28)
    assert heated.max() == 1
    assert heated[seen > 0].mean() > heated[seen == 0].mean()


def test_heat_is_drawn_where_it_is() -> None:
    warm = np.zeros((28, 28), np.float32)
    warm[:10, :10] = 1
    drawn = np.asarray(draw_heat(SEEN, warm)).astype(int)
    assert drawn.shape == (SIDE, SIDE, 3)
    colourful = np.ptp(drawn, axis=2)
    assert colourful[:90, :90].min() > 50
    assert colourful[120:].max() == 0


SEEN = np.full((28, 28), 0.5, np.float32)
