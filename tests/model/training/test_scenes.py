"""Scenes: the mask lies where the garment does, whatever is drawn around it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from model.training import scenes
from model.training.scenes import SIDE, Scene, fashion_mask, fashion_scene, studio_scene, varied

seeds = st.integers(0, 2**32 - 1)

RED = np.full((SIDE, SIDE, 3), (255, 0, 0), np.uint8)
BLUE = np.full((SIDE, SIDE, 3), (0, 0, 255), np.uint8)
GREEN = Image.new("RGB", (SIDE, SIDE), (0, 255, 0))


def patch() -> NDArray[np.uint8]:
    """A mask of a garment in the middle."""
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[30:100, 40:90] = 255
    return mask


def boot() -> NDArray[np.uint8]:
    """A Fashion-MNIST picture: bright with a dark hole, on black."""
    image = np.zeros((28, 28), np.uint8)
    image[6:22, 4:24] = 180
    image[12:16, 10:16] = 0
    return image


def planes(scene: Scene) -> tuple[NDArray[np.int_], NDArray[np.int_], NDArray[np.int_]]:
    return (
        np.asarray(scene.picture, int),
        np.asarray(scene.mask, int),
        np.asarray(scene.known, int),
    )


def assert_sound(scene: Scene) -> None:
    assert scene.picture.mode == "RGB"
    assert scene.mask.mode == scene.known.mode == "L"
    assert scene.picture.size == scene.mask.size == scene.known.size == (SIDE, SIDE)


def test_a_photo_is_taken_as_it_is() -> None:
    scene = scenes.photo_scene(RED, patch())
    picture, mask, known = planes(scene)
    assert (picture == RED).all()
    assert (mask == patch()).all()
    assert (known == 255).all()
    assert scene.presence


def test_without_clothing_the_mask_is_anyones_guess() -> None:
    scene = scenes.empty_scene(GREEN)
    assert_sound(scene)
    assert planes(scene)[2].max() == 0
    assert not scene.presence


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


@settings(max_examples=25)
@given(seed=seeds, label=st.sampled_from(["Sneaker", "Bag"]))
def test_fashion_mnist_becomes_a_product_shot(seed: int, label: str) -> None:
    scene = fashion_scene(np.random.default_rng(seed), boot(), label, GREEN)
    assert_sound(scene)
    assert scene.presence
    picture, mask, known = planes(scene)
    assert (known == 255).all()
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    assert np.ptp(columns) + 1 >= 40 * 20 / 28 * 0.8
    hole = mask[
        rows[0] + int(np.ptp(rows) * 0.48) : rows[0] + int(np.ptp(rows) * 0.54),
        columns[0] + int(np.ptp(columns) * 0.4) : columns[0] + int(np.ptp(columns) * 0.5),
    ]
    assert (hole.mean() < 128) == (label == "Bag")  # a bag's holes show the ground
    ground = (picture == (0, 255, 0)).all(axis=2)
    assert (mask[ground] < 128).all()


def test_dark_in_fashion_mnist_is_light_in_the_shop() -> None:
    dark, light = (np.full((28, 28), level, np.uint8) for level in (250, 40))

    def shade(image: NDArray[np.uint8]) -> float:
        levels = []
        for seed in range(20):
            picture, mask, _ = planes(
                fashion_scene(np.random.default_rng(seed), image, "Coat", GREEN)
            )
            levels.append(picture[mask > 250].mean())
        return float(np.mean(levels))

    assert shade(dark) < shade(light)


def test_a_product_shot_is_sharper_than_what_was_enlarged() -> None:
    slope = np.tile(np.linspace(40, 250, 28).astype(np.uint8), (28, 1))

    def roughness(scene: Scene) -> float:
        picture, mask, _ = planes(scene)
        rows, columns = np.nonzero(mask > 250)
        inside = picture[rows.min() : rows.max(), columns.min() : columns.max()].mean(axis=2)
        return float(np.abs(np.diff(inside, 2)).max())

    scenes_ = [fashion_scene(np.random.default_rng(n), slope, "Coat", GREEN) for n in range(20)]
    assert np.median([roughness(scene) for scene in scenes_]) > 15  # of 255; enlarged alone: 2


def test_a_mask_of_fashion_mnist_has_holes_only_where_the_class_does() -> None:
    shirt, bag = (np.asarray(fashion_mask(boot(), label)) for label in ("Shirt", "Bag"))
    solid = np.zeros((28, 28), np.uint8)
    solid[6:22, 4:24] = 255
    assert (shirt == solid).all()
    solid[12:16, 10:16] = 0
    assert (bag == solid).all()


def test_a_garment_that_touches_the_frame_keeps_its_mask() -> None:
    image = np.full((28, 28), 200, np.uint8)
    assert (np.asarray(fashion_mask(image, "Coat")) == 255).all()


@settings(max_examples=30)
@given(seed=seeds, side=st.sampled_from([96, 128]))
def test_variations_move_picture_and_mask_together(seed: int, side: int) -> None:
    picture = np.full((SIDE, SIDE, 3), 20, np.uint8)
    picture[patch() > 0] = 235
    scene = scenes.photo_scene(picture, patch())
    varied_picture, target = varied(np.random.default_rng(seed), scene, side)
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
    colored = scenes.recoloured(rng, picture)
    assert colored.shape == picture.shape
    assert colored.dtype == np.float32
    assert colored.min() >= 0
    assert colored.max() <= 1


def test_drawing_changes_no_ground() -> None:
    ground = GREEN.copy()
    for seed in range(5):
        studio_scene(
            np.random.default_rng(seed), RED, patch(), trousers=(BLUE, patch()), ground=ground
        )
        fashion_scene(np.random.default_rng(seed), boot(), "Bag", ground)
    assert ground.tobytes() == GREEN.tobytes()


def thing(ground: str) -> Image.Image:
    """A red ball that nearly fills the frame."""
    picture = Image.new("RGB", (SIDE, SIDE), ground)
    ImageDraw.Draw(picture).ellipse((4, 4, SIDE - 5, SIDE - 5), fill="red")
    return picture


@pytest.mark.parametrize("seed", range(20))
def test_a_thing_before_white_is_put_before_another_ground(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(scenes, "plain_ground", lambda _: Image.new("RGB", (SIDE, SIDE), "silver"))
    picture = thing("white")
    scene = scenes.restaged(np.random.default_rng(seed), picture)
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
    shown = [np.asarray(scenes.restaged(rng, thing("white")), int) for _ in range(40)]
    assert len({picture[0, 0].tobytes() for picture in shown}) > 15
    assert np.std([(picture[..., 1] < 20).mean() for picture in shown]) > 0.05


def test_other_pictures_are_not_restaged() -> None:
    for picture in (GREEN, thing("gray")):
        assert scenes.restaged(np.random.default_rng(1), picture).tobytes() == picture.tobytes()


@given(seeds)
def test_bare_ground_holds_nothing_of_the_garment(seed: int) -> None:
    photo = np.where(patch()[..., None] > 0, RED, BLUE)
    ground = scenes.bare_ground(np.random.default_rng(seed), photo, patch())
    if ground is not None:
        assert ground.size == (SIDE, SIDE)
        assert ground.getcolors() == [(SIDE * SIDE, (0, 0, 255))]


def test_bare_ground_is_found_where_there_is_some() -> None:
    rng = np.random.default_rng(1)
    above = np.zeros((SIDE, SIDE), np.uint8)
    above[: SIDE // 2] = 255
    found = [scenes.bare_ground(rng, BLUE, above) is not None for _ in range(50)]
    assert np.mean(found) > 0.8
    for all_or_nothing in (0, 255):
        mask = np.full((SIDE, SIDE), all_or_nothing, np.uint8)
        assert scenes.bare_ground(rng, BLUE, mask) is None


@pytest.mark.parametrize("seed", range(5))
def test_a_garment_that_nobody_found_is_drawn_whole(seed: int) -> None:
    nothing = np.zeros((SIDE, SIDE), np.uint8)
    scene = studio_scene(np.random.default_rng(seed), RED, nothing, trousers=None)
    assert_sound(scene)


def test_plain_grounds_are_mostly_light() -> None:
    rng = np.random.default_rng(1)
    light = [np.asarray(scenes.plain_ground(rng)).mean() for _ in range(60)]
    assert np.median(light) > 150
    assert len({round(level) for level in light}) > 10
