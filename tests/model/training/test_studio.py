"""Studio scenes: the mask lies where the garment does, whatever is drawn around it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.training.scene import SIDE
from model.training.studio import studio_scene
from tests.model.training.pieces import BLUE, GREEN, RED, assert_sound, patch, planes

seeds = st.integers(0, 2**32 - 1)


@settings(max_examples=25)
@given(seed=seeds, worn=st.booleans(), plain=st.booleans())
def test_in_a_studio_the_mask_is_the_garments(seed: int, *, worn: bool, plain: bool) -> None:
    trousers = (BLUE, patch()) if worn else None
    scene = studio_scene(
        np.random.default_rng(seed),
        RED,
        patch(),
        trousers=trousers,
        ground=None if plain else GREEN,
    )
    assert_sound(scene)
    assert scene.presence
    picture, mask, known = planes(scene)
    assert (mask > 200).sum() > 200
    assert (np.abs(picture[mask > 250] - (255, 0, 0)) < 12).all()
    assert (known[mask > 250] == 255).all()
    pure_red = (picture == (255, 0, 0)).all(axis=2)
    assert (mask[pure_red] > 200).all()


@settings(max_examples=25)
@given(seeds)
def test_trousers_below_are_neither_garment_nor_ground(seed: int) -> None:
    scene = studio_scene(
        np.random.default_rng(seed), RED, patch(), trousers=(BLUE, patch()), ground=GREEN
    )
    picture, mask, known = planes(scene)
    trousers = (picture == (0, 0, 255)).all(axis=2)
    assert (mask[trousers] < 128).all()
    assert (known[trousers] == 0).all()


@pytest.mark.parametrize("seed", range(5))
def test_a_garment_that_nobody_found_is_drawn_whole(seed: int) -> None:
    nothing = np.zeros((SIDE, SIDE), np.uint8)
    scene = studio_scene(np.random.default_rng(seed), RED, nothing, trousers=None)
    assert_sound(scene)


def test_drawing_changes_no_ground() -> None:
    ground = GREEN.copy()
    for seed in range(5):
        studio_scene(
            np.random.default_rng(seed), RED, patch(), trousers=(BLUE, patch()), ground=ground
        )
    assert ground.tobytes() == GREEN.tobytes()
