"""Grounds: many kinds of them, and nothing of a garment on any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from model.scenes import grounds
from model.scenes.grounds import bare_ground, cast_shadow, plain_ground, restaged
from model.scenes.scene import SIDE, Scene, empty_scene
from tests.model.scenes.pieces import BLUE, GREEN, RED, patch

seeds = st.integers(0, 2**32 - 1)


def thing(ground: str, proportion: float = 1.0) -> Scene:
    """A red ball that nearly fills the frame, or an egg that was squeezed into it."""
    picture = Image.new("RGB", (SIDE, SIDE), ground)
    ImageDraw.Draw(picture).ellipse((4, 4, SIDE - 5, SIDE - 5), fill="red")
    return empty_scene(picture, proportion)


@pytest.mark.parametrize("seed", range(20))
def test_a_thing_before_white_is_put_before_another_ground(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(grounds, "plain_ground", lambda _: Image.new("RGB", (SIDE, SIDE), "silver"))
    proportion = (0.5, 1.0, 1.6)[seed % 3]
    scene = restaged(np.random.default_rng(seed), thing("white", proportion))
    assert not scene.presence
    assert scene.proportion == 1
    assert scene.picture.mode == "RGB"
    assert scene.picture.size == scene.mask.size == scene.known.size == (SIDE, SIDE)
    pixels = np.asarray(scene.picture, int)
    red = pixels[..., 1] < 20  # the ball's own colour holds no green, whatever lights it
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert SIDE // 4 < max(len(rows), len(columns)) <= SIDE
    assert len(columns) / len(rows) == pytest.approx(proportion, rel=0.1)
    assert pixels.max() == 192


def test_things_are_put_before_many_grounds_and_in_many_sizes() -> None:
    rng = np.random.default_rng(1)
    shown = [np.asarray(restaged(rng, thing("white")).picture, int) for _ in range(40)]
    assert len({picture[0, 0].tobytes() for picture in shown}) > 15
    assert np.std([(picture[..., 1] < 20).mean() for picture in shown]) > 0.05


def test_other_pictures_are_not_restaged() -> None:
    banner = np.full((SIDE, SIDE, 3), 255, np.uint8)
    banner[8:-8] = 90  # white above and below alone
    for scene in (
        empty_scene(GREEN, 1.5),
        thing("gray", 0.7),
        empty_scene(Image.fromarray(banner)),
    ):
        assert restaged(np.random.default_rng(1), scene) is scene


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


def test_the_thing_casts_the_shadow_and_not_the_white_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def night(_: object, ground: Image.Image, alpha: Image.Image, at: tuple[int, int]) -> None:
        ground.paste("black", at, alpha)

    monkeypatch.setattr(grounds, "plain_ground", lambda _: Image.new("RGB", (SIDE, SIDE), "silver"))
    monkeypatch.setattr(grounds, "cast_shadow", night)
    pixels = np.asarray(restaged(np.random.default_rng(1), thing("white")).picture, int)
    assert (pixels == 0).all(axis=2).mean() > 0.02  # all of the ball
    assert (pixels == 192).all(axis=2).any()
    assert not (pixels[..., 0] > pixels[..., 1] + 20).any()


def test_every_other_thing_casts_a_faint_shadow_close_by() -> None:
    alpha = Image.new("L", (30, 20), 255)
    darkened = []
    for seed in range(40):
        ground = Image.new("RGB", (SIDE, SIDE), "white")
        cast_shadow(np.random.default_rng(seed), ground, alpha, (10, 80))
        shade = 255 - np.asarray(ground.convert("L"), int)
        darkened.append(bool(shade.any()))
        if shade.any():
            assert shade.max() <= 0.36 * 255
            rows, columns = np.nonzero(shade > shade.max() / 2)
            assert rows.mean() == pytest.approx(90, abs=6)
            assert columns.mean() == pytest.approx(25, abs=6)
    assert 0.3 < np.mean(darkened) < 0.7
