"""Scenes: picture and mask belong together, however they are varied."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from model.scenes.scene import (
    SIDE,
    empty_scene,
    photo_scene,
    recoloured,
    squeezed_mask,
    stretched,
    varied,
)
from tests.model.scenes.pieces import GREEN, RED, assert_sound, patch, planes

seeds = st.integers(0, 2**32 - 1)


def test_a_photo_is_taken_as_it_is() -> None:
    scene = photo_scene(RED, patch())
    picture, mask, known = planes(scene)
    assert (picture == RED).all()
    assert (mask == patch()).all()
    assert (known == 255).all()
    assert scene.presence


def test_without_clothing_the_mask_is_anyones_guess() -> None:
    scene = empty_scene(GREEN)
    assert_sound(scene)
    assert planes(scene)[2].max() == 0
    assert not scene.presence


@settings(max_examples=30)
@given(seed=seeds, side=st.sampled_from([96, 128]))
def test_variations_move_picture_and_mask_together(seed: int, side: int) -> None:
    picture = np.full((SIDE, SIDE, 3), 20, np.uint8)
    picture[patch() > 0] = 235
    scene = photo_scene(picture, patch())
    varied_picture, target, _ = varied(np.random.default_rng(seed), scene, side)
    assert varied_picture.shape == (side, side, 3)
    assert target.shape == (side, side, 2)
    assert varied_picture.dtype == target.dtype == np.float32
    for array in (varied_picture, target):
        assert array.min() >= 0
        assert array.max() <= 1
    bright = varied_picture.mean(axis=2)
    inside, outside = bright[target[..., 0] > 0.95], bright[target[..., 0] < 0.05]
    assert len(inside) > 50
    assert np.median(inside) > np.median(outside) + 0.2
    again = varied(np.random.default_rng(seed), scene, side)
    assert (again[0] == varied_picture).all()
    assert (again[1] == target).all()


@settings(max_examples=30)
@given(seeds)
def test_recolouring_stays_in_range(seed: int) -> None:
    rng = np.random.default_rng(seed)
    picture = rng.random((20, 20, 3)).astype(np.float32)
    colored = recoloured(rng, picture)
    assert colored.shape == picture.shape
    assert colored.dtype == np.float32
    assert colored.min() >= 0
    assert colored.max() <= 1


def test_what_lies_on_its_side_keeps_its_shape() -> None:
    tall = np.full((SIDE, SIDE, 3), 255, np.uint8)  # a square in a picture half as wide as high
    tall[SIDE // 2 - 16 : SIDE // 2 + 16, SIDE // 2 - 32 : SIDE // 2 + 32] = 0
    shapes = []
    for seed in range(150):
        scene = empty_scene(Image.fromarray(tall), 0.5)
        picture, _, proportion = varied(np.random.default_rng(seed), scene, SIDE)
        taken = Image.fromarray((picture * 255).astype(np.uint8))
        light = np.asarray(stretched(taken, proportion).convert("L"), np.float32)
        rows, columns = np.nonzero(light < (light.min() + light.max()) / 2)
        shapes.append(columns.std() / rows.std())
    assert min(shapes) > 0.6
    assert max(shapes) < 1.6


def test_the_wearer_is_taken_for_the_garment_where_somebody_wears_it() -> None:
    scene = photo_scene(RED, patch())
    assert scene.with_wearer().mask is scene.mask
    figure = Image.new("L", (SIDE, SIDE), 255)
    assert replace(scene, figure=figure).with_wearer().mask is figure


def test_every_other_picture_is_mirrored() -> None:
    half = np.full((SIDE, SIDE, 3), 230, np.uint8)
    half[:, : SIDE // 2] = 20
    mirrored = []
    for seed in range(100):
        picture, _, _ = varied(np.random.default_rng(seed), empty_scene(Image.fromarray(half)), 64)
        left, right = picture[:, :32].mean(), picture[:, 32:].mean()
        mirrored.append(bool(left > right))
    assert 0.35 < np.mean(mirrored) < 0.65


def test_a_smaller_picture_shows_as_much() -> None:
    scene = photo_scene(RED, patch())
    for seed in range(20):
        large, small = (varied(np.random.default_rng(seed), scene, side)[1] for side in (128, 64))
        assert small[..., 0].mean() == pytest.approx(large[..., 0].mean(), abs=0.01)


def test_recolouring_gives_gray_a_tint_as_lamps_do() -> None:
    gray = np.full((8, 8, 3), 0.5, np.float32)
    tints = [
        np.ptp(recoloured(np.random.default_rng(seed), gray).mean(axis=(0, 1)))
        for seed in range(100)
    ]
    assert 0.02 < np.median(tints) < 0.12


def test_a_mask_is_stored_in_all_of_its_range() -> None:
    levels = np.repeat(np.array([0, 0.5, 1], np.float32), 32)[None].repeat(96, axis=0)
    stored = squeezed_mask(levels)
    assert stored.shape == (SIDE, SIDE)
    assert stored.dtype == np.uint8
    assert stored[5, [5, SIDE // 2, SIDE - 5]].tolist() == [0, 128, 255]


def test_varied_pictures_keep_their_hue() -> None:
    scene = photo_scene(np.full_like(RED, (200, 120, 40)), patch())
    pictures = [varied(np.random.default_rng(seed), scene, 32)[0] for seed in range(30)]
    means = [picture.mean(axis=(0, 1)) for picture in pictures]
    assert np.mean([red > green + 0.05 > blue + 0.1 for red, green, blue in means]) > 0.7
