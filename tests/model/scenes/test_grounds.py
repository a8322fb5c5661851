"""Grounds: many kinds of them, and nothing of a garment on any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from model.scenes import grounds
from model.scenes.grounds import bare_ground, plain_ground, restaged
from model.scenes.scene import SIDE
from tests.model.scenes.pieces import BLUE, GREEN, RED, patch

seeds = st.integers(0, 2**32 - 1)


def thing(ground: str) -> Image.Image:
    """A red ball that nearly fills the frame."""
    picture = Image.new("RGB", (SIDE, SIDE), ground)
    ImageDraw.Draw(picture).ellipse((4, 4, SIDE - 5, SIDE - 5), fill="red")
    return picture


@pytest.mark.parametrize("seed", range(20))
def test_a_thing_before_white_is_put_before_another_ground(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(grounds, "plain_ground", lambda _: Image.new("RGB", (SIDE, SIDE), "silver"))
    picture = thing("white")
    scene = restaged(np.random.default_rng(seed), picture)
    assert scene.mode == "RGB"
    assert scene.size == (SIDE, SIDE)
    pixels = np.asarray(scene, int)
    red = pixels[..., 1] < 20  # the ball's own colour holds no green, whatever lights it
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert SIDE // 4 < len(rows) <= SIDE
    assert abs(len(rows) - len(columns)) <= 2
    assert pixels.max() == 192
    assert picture.tobytes() == thing("white").tobytes()


def test_things_are_put_before_many_grounds_and_in_many_sizes() -> None:
    rng = np.random.default_rng(1)
    shown = [np.asarray(restaged(rng, thing("white")), int) for _ in range(40)]
    assert len({picture[0, 0].tobytes() for picture in shown}) > 15
    assert np.std([(picture[..., 1] < 20).mean() for picture in shown]) > 0.05


def test_other_pictures_are_not_restaged() -> None:
    for picture in (GREEN, thing("gray")):
        assert restaged(np.random.default_rng(1), picture).tobytes() == picture.tobytes()


@given(seeds)
def test_bare_ground_holds_nothing_of_the_garment(seed: int) -> None:
    photo = np.where(patch()[..., None] > 0, RED, BLUE)
    ground = bare_ground(np.random.default_rng(seed), photo, patch())
    if ground is not None:
        assert ground.size == (SIDE, SIDE)
        assert ground.getcolors() == [(SIDE * SIDE, (0, 0, 255))]


def test_bare_ground_is_found_where_there_is_some() -> None:
    rng = np.random.default_rng(1)
    above = np.zeros((SIDE, SIDE), np.uint8)
    above[: SIDE // 2] = 255
    found = [bare_ground(rng, BLUE, above) is not None for _ in range(50)]
    assert np.mean(found) > 0.8
    for all_or_nothing in (0, 255):
        mask = np.full((SIDE, SIDE), all_or_nothing, np.uint8)
        assert bare_ground(rng, BLUE, mask) is None


def test_plain_grounds_are_mostly_light() -> None:
    rng = np.random.default_rng(1)
    light = [np.asarray(plain_ground(rng)).mean() for _ in range(60)]
    assert np.median(light) > 150
    assert len({round(level) for level in light}) > 10
