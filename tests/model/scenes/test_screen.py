"""Screenshots: the picture is on them in its proportions, and so is its mask."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from model.scenes.scene import empty_scene, photo_scene
from model.scenes.screen import posted, screenshot
from tests.model.scenes.pieces import GREEN, RED, assert_sound, patch, planes

seeds = st.integers(0, 2**32 - 1)


@settings(max_examples=60)
@given(seed=seeds, proportion=st.floats(0.5, 1.5))
def test_a_photo_keeps_its_garment_and_its_proportion(seed: int, proportion: float) -> None:
    scene = screenshot(np.random.default_rng(seed), photo_scene(RED, patch(), proportion))
    assert_sound(scene)
    assert scene.presence
    picture, mask, known = planes(scene)
    photo = (picture == (255, 0, 0)).all(axis=2)
    rows, columns = (np.flatnonzero(photo.any(axis=axis)) for axis in (1, 0))
    height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
    assert photo.sum() == height * width  # nothing is written across it
    assert width / height * scene.proportion == pytest.approx(proportion, rel=0.1)
    assert not mask[~photo].any()
    assert (mask > 127).sum() / photo.sum() == pytest.approx((patch() > 0).mean(), rel=0.15)
    assert (known == 255).all()


@given(seed=seeds)
def test_a_screen_without_clothing_has_no_mask_to_be_learned(seed: int) -> None:
    scene = screenshot(np.random.default_rng(seed), empty_scene(GREEN))
    assert_sound(scene)
    assert not scene.presence
    _, mask, known = planes(scene)
    assert not mask.any()
    assert not known.any()


def test_most_screens_are_phones() -> None:
    rng = np.random.default_rng(3)
    proportions = [screenshot(rng, empty_scene(GREEN)).proportion for _ in range(100)]
    assert 0.6 < np.mean(np.array(proportions) < 0.7) < 0.9


def test_who_wears_a_garment_is_not_kept_where_the_photo_was() -> None:
    scene = photo_scene(RED, patch())
    worn = replace(scene, figure=scene.mask)
    shown = screenshot(np.random.default_rng(1), worn)
    assert shown.with_wearer().mask is shown.mask


@pytest.mark.parametrize("proportion", [0.6, 1.0, 1.5])
def test_a_posted_picture_is_seen_in_its_proportion(proportion: float) -> None:
    for seed in range(20):
        screen = posted(
            np.random.default_rng(seed), Image.new("RGB", (384, 384), "red"), proportion
        )
        left, upper, right, lower = red(screen)
        assert (right - left) / (lower - upper) == pytest.approx(proportion, rel=0.08)


def red(screen: Image.Image) -> tuple[int, int, int, int]:
    """Where a screen shows pure red."""
    there = (np.asarray(screen) == (255, 0, 0)).all(axis=2)
    rows, columns = np.flatnonzero(there.any(axis=1)), np.flatnonzero(there.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def test_some_pages_are_dark_and_most_have_a_coloured_button() -> None:
    dark, coloured = [], []
    for seed in range(100):
        scene = screenshot(np.random.default_rng(seed), empty_scene(GREEN, 0.9))
        picture = planes(scene)[0]
        page = picture[~(picture == (0, 255, 0)).all(axis=2)]
        dark.append(np.median(page) < 60)
        coloured.append((np.ptp(page, axis=1) > 40).mean() > 0.02)
    assert 0.15 < np.mean(dark) < 0.45
    assert 0.4 < np.mean(coloured) < 0.9
