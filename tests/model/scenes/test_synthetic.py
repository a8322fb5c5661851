"""Drawn pictures without clothing: many kinds, none of them twice."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from model.scenes import synthetic
from model.scenes.synthetic import blob, nothing, pattern, screen

Drawing = Callable[[np.random.Generator, int], Image.Image]
KINDS = (screen, pattern, blob, nothing)


@pytest.mark.parametrize("draw", KINDS)
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), side=st.sampled_from([16, 96, 128]))
def test_every_drawing_is_an_rgb_square(draw: Drawing, seed: int, side: int) -> None:
    picture = draw(np.random.default_rng(seed), side)
    assert picture.mode == "RGB"
    assert picture.size == (side, side)
    again = draw(np.random.default_rng(seed), side)
    assert picture.tobytes() == again.tobytes()


@pytest.mark.parametrize("draw", KINDS)
def test_no_two_drawings_are_alike(draw: Drawing) -> None:
    rng = np.random.default_rng(1)
    assert len({draw(rng, 64).tobytes() for _ in range(30)}) == 30


@pytest.mark.parametrize("draw", KINDS)
def test_drawings_show_something(draw: Drawing) -> None:
    rng = np.random.default_rng(2)
    contrast = [np.asarray(draw(rng, 64), float).std(axis=(0, 1)).max() for _ in range(30)]
    assert np.median(contrast) > 5


def test_a_blob_leaves_its_ground_plain() -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        picture = np.asarray(blob(rng, 96))
        corners = picture[[0, 0, -1, -1], [0, -1, 0, -1]]
        assert (corners == corners[0]).all()


def test_a_third_each_are_screens_patterns_and_blobs(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    for kind in ("screen", "pattern", "blob"):
        monkeypatch.setattr(synthetic, kind, lambda *_, kind=kind: drawn.append(kind))
    rng = np.random.default_rng(1)
    for _ in range(600):
        nothing(rng, 16)
    assert all(150 < drawn.count(kind) < 250 for kind in ("screen", "pattern", "blob"))
