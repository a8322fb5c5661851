"""Product shots of Fashion-MNIST: the mask lies where the garment does, holes included."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.scenes.scene import Scene
from model.scenes.shop import fashion_mask, fashion_scene
from tests.model.scenes.pieces import GREEN, assert_sound, planes

seeds = st.integers(0, 2**32 - 1)


def boot() -> NDArray[np.uint8]:
    """A Fashion-MNIST picture: bright with a dark hole, on black."""
    image = np.zeros((28, 28), np.uint8)
    image[6:22, 4:24] = 180
    image[12:16, 10:16] = 0
    return image


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

    shots = [fashion_scene(np.random.default_rng(n), slope, "Coat", GREEN) for n in range(20)]
    assert np.median([roughness(scene) for scene in shots]) > 15  # of 255; enlarged alone: 2


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


def test_drawing_changes_no_ground() -> None:
    ground = GREEN.copy()
    for seed in range(5):
        fashion_scene(np.random.default_rng(seed), boot(), "Bag", ground)
    assert ground.tobytes() == GREEN.tobytes()


def test_products_stand_anywhere_and_half_of_them_cast_a_shadow() -> None:
    places, shadows = [], []
    for seed in range(60):
        picture, mask, _ = planes(fashion_scene(np.random.default_rng(seed), boot(), "Coat", GREEN))
        places.append([axis.mean() for axis in np.nonzero(mask > 127)])
        shadows.append(bool((picture[mask == 0] != (0, 255, 0)).any()))
    assert np.mean(places, axis=0) == pytest.approx([64, 64], abs=8)
    assert (np.std(places, axis=0) > 8).all()
    assert 0.3 < np.mean(shadows) < 0.7
