"""Heads differ, and are as large as one."""

import numpy as np
import pytest

from model.scenes.head import draw_head
from model.scenes.pen import Frame, Pen
from model.scenes.scene import SIDE

FRAME = Frame(middle=SIDE / 2, top=-0.5, across=50, down=50)
SKIN, HAIR = (200, 150, 120), (40, 30, 20)


def drawn(seed: int) -> np.ndarray:
    pen = Pen.of(FRAME)
    draw_head(np.random.default_rng(seed), pen, SKIN, HAIR)
    return np.asarray(pen.drawn())


@pytest.mark.parametrize("seed", range(10))
def test_a_head_is_as_large_as_one(seed: int) -> None:
    rows = np.flatnonzero((drawn(seed)[..., 3] > 127).any(axis=1))
    assert rows[-1] - rows[0] == pytest.approx(50, abs=14)


def test_most_heads_have_a_face_and_no_two_are_alike() -> None:
    heads = [drawn(seed) for seed in range(40)]
    faces = [(head[..., :3] == SKIN).all(axis=2).sum() > 300 for head in heads]
    assert 28 <= sum(faces) < 40
    assert len({head.tobytes() for head in heads}) == 40
