"""Studio scenes: the mask lies where the garment does, whatever ground is drawn behind it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.scenes.layer import layer
from model.scenes.scene import SIDE
from model.scenes.studio import studio_scene
from tests.model.scenes.pieces import GREEN, RED, assert_sound, patch, planes

seeds = st.integers(0, 2**32 - 1)


@settings(max_examples=25)
@given(seed=seeds, plain=st.booleans())
def test_in_a_studio_the_mask_is_the_garments(seed: int, *, plain: bool) -> None:
    garment = layer(RED, patch(), 1.0)
    scene = studio_scene(np.random.default_rng(seed), garment, ground=None if plain else GREEN)
    assert_sound(scene)
    assert scene.presence
    picture, mask, known = planes(scene)
    assert (mask > 200).sum() > 200
    assert (np.abs(picture[mask > 250] - (255, 0, 0)) < 12).all()
    assert (known == 255).all()
    pure_red = (picture == (255, 0, 0)).all(axis=2)
    assert (mask[pure_red] > 200).all()


@pytest.mark.parametrize("proportion", [0.4, 1.0, 3.0])
def test_a_garment_fills_much_of_the_picture_in_its_own_proportions(proportion: float) -> None:
    garment = layer(RED, patch(), proportion)
    for seed in range(20):
        scene = studio_scene(np.random.default_rng(seed), garment)
        box = scene.mask.point(lambda v: 255 if v > 127 else 0).getbbox()
        assert box is not None
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        assert width / height == pytest.approx(5 / 7 * proportion, rel=0.15)
        assert max(width, height) > SIDE / 3


def test_drawing_changes_no_ground() -> None:
    ground = GREEN.copy()
    for seed in range(5):
        studio_scene(np.random.default_rng(seed), layer(RED, patch(), 1.0), ground=ground)
    assert ground.tobytes() == GREEN.tobytes()


def test_garments_stand_about_the_middle_and_half_of_them_cast_a_shadow() -> None:
    garment, middles, shadows = layer(RED, patch(), 1.0), [], []
    for seed in range(60):
        picture, mask, _ = planes(studio_scene(np.random.default_rng(seed), garment, ground=GREEN))
        middles.append(np.nonzero(mask > 127)[1].mean())
        shadows.append(bool((picture[mask == 0] != (0, 255, 0)).any()))
    assert np.abs(np.array(middles) - SIDE / 2).max() < SIDE / 6
    assert np.std(middles) > 2
    assert 0.3 < np.mean(shadows) < 0.7
