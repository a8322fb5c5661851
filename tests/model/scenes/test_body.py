"""Drawn bodies: everything is where people have it, and as large as the frame says."""

from dataclasses import replace

import numpy as np
import pytest

from model.scenes.body import KNEE, drawn_body, drawn_locks, posed
from model.scenes.pen import Frame
from model.scenes.scene import SIDE

WHOLE = Frame(middle=SIDE / 2, top=-0.2, across=SIDE / 8, down=SIDE / 8)


@pytest.mark.parametrize("seed", range(8))
def test_a_body_has_head_arms_and_legs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    body = drawn_body(rng, posed(rng), WHOLE)
    assert (body.mode, body.size) == ("RGBA", (SIDE, SIDE))
    there = np.asarray(body.getchannel("A")) > 127

    def width(y: float) -> int:
        return int(there[int(WHOLE.point(0, y)[1])].sum())

    assert width(0.5) < width(1.9)  # head and shoulders
    assert width(KNEE) < width(1.9)
    assert width(KNEE) >= 2 * 0.4 * WHOLE.across  # two legs
    assert not there[:, [0, -1]].any()
    assert there.any(axis=1).sum() == pytest.approx(7.5 * WHOLE.down, rel=0.05)


def test_bodies_differ() -> None:
    poses = [posed(np.random.default_rng(seed)) for seed in range(20)]
    assert len({pose.skin for pose in poses}) == len({pose.hair for pose in poses}) == 20
    assert {pose.locks > 0 for pose in poses} == {True, False}
    for pose in poses:
        assert all(0 <= channel <= 255 for channel in (*pose.skin, *pose.hair))
        assert pose.skin[0] > pose.skin[2]  # red and blue


def test_only_long_hair_falls_over_the_shoulders() -> None:
    fallen = set()
    for seed in range(40):
        rng = np.random.default_rng(seed)
        pose = posed(rng)
        locks = np.asarray(drawn_locks(rng, pose, WHOLE).getchannel("A"))
        fallen.add((pose.locks > 0, bool(locks.any())))
        if locks.any():
            rows = np.flatnonzero(locks.any(axis=1))
            assert rows[-1] == pytest.approx(WHOLE.point(0, pose.locks)[1], abs=4)
    assert fallen == {(False, False), (True, False), (True, True)}


@pytest.mark.parametrize("seed", range(8))
def test_a_trunk_has_no_gap_from_the_shoulders_to_the_hips(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pose = posed(rng)
    there = np.asarray(drawn_body(rng, pose, WHOLE).getchannel("A")) > 127
    for y, half in ((1.85, 0.8 * pose.shoulder), (2.9, 0.7 * pose.hip), (3.7, 0.9 * pose.hip)):
        (left, row), (right, _) = WHOLE.point(-half, y), WHOLE.point(half, y)
        assert there[int(row), int(left) : int(right)].all()


def test_arms_hang_and_are_bent_towards_the_body() -> None:
    def width(arm: float, elbow: float) -> float:
        rng = np.random.default_rng(1)
        pose = replace(posed(rng), shoulder=1, arms=(arm, arm), elbows=(elbow, elbow))
        there = np.asarray(drawn_body(rng, pose, WHOLE).getchannel("A")) > 127
        return float(there.any(axis=0).sum() / WHOLE.across)

    assert width(0.05, 0) < 2.8  # in heads
    assert width(0.4, -0.9) + 0.5 < width(0.4, 0)


def test_skin_is_no_more_even_than_cloth_and_what_is_bright_stays_so() -> None:
    levels, brightest = [], []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        pose = replace(posed(rng), skin=(255, 255, 255))
        body = np.asarray(drawn_body(rng, pose, WHOLE))
        (left, upper), (right, lower) = WHOLE.point(-0.4, 2), WHOLE.point(0.4, 3)
        trunk = body[int(upper) : int(lower), int(left) : int(right), 0]
        levels.append(len(np.unique(trunk)))
        brightest.append((trunk == 255).mean())
    assert np.median(levels) > 10
    assert np.mean(brightest) > 0.3
