"""Drawn bodies: everything is where people have it, and as large as the frame says."""

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
