"""Studio scenes: the mask lies where the garment does, whatever is drawn around it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from model.training.scene import SIDE
from model.training.studio import product_shot, studio_scene
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


@pytest.mark.parametrize("size", [(300, 400), (400, 200)])
def test_a_product_shot_shows_the_garment_in_its_own_proportions(size: tuple[int, int]) -> None:
    picture = Image.new("RGB", size, "green")
    width, height = size
    box = (width // 4, height // 4, width * 3 // 4, height * 3 // 4)
    picture.paste("red", box)
    mask = np.zeros((96, 96), np.float32)
    mask[24:72, 24:72] = 1
    for seed in range(20):
        shot = product_shot(np.random.default_rng(seed), picture, mask)
        assert (shot.mode, shot.size) == ("RGB", (SIDE, SIDE))
        pixels = np.asarray(shot).astype(int)
        red = (pixels[..., 0] > 240) & (pixels[..., 1:] < 40).all(axis=2)
        rows, columns = red.any(axis=1).sum(), red.any(axis=0).sum()
        assert columns / rows == pytest.approx(width / height, rel=0.15)
        assert max(rows, columns) > SIDE / 3
        # Nothing of where it lay has come along.
        assert not ((pixels[..., 1] > 100) & (pixels[..., [0, 2]] < 40).all(axis=2)).any()


def test_drawing_changes_no_ground() -> None:
    ground = GREEN.copy()
    for seed in range(5):
        studio_scene(
            np.random.default_rng(seed), RED, patch(), trousers=(BLUE, patch()), ground=ground
        )
    assert ground.tobytes() == GREEN.tobytes()
