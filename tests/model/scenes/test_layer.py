"""Garments cut out of their photos keep their proportions and leave their ground behind."""

import numpy as np
import pytest
from PIL import Image

from model.scenes.layer import Layer, layer, photo_layer
from model.scenes.scene import SIDE
from tests.model.scenes.pieces import RED, patch


def square(size: tuple[int, int], left: int, color: str) -> Layer:
    """A block of 4×4 in an otherwise transparent layer."""
    alpha = Image.new("L", size)
    alpha.paste(255, (left, 3, left + 4, 7))
    return Layer(Image.new("RGB", size, color), alpha)


@pytest.mark.parametrize("size", [(300, 400), (400, 200)])
def test_a_garment_is_cut_out_in_its_own_proportions(size: tuple[int, int]) -> None:
    picture = Image.new("RGB", size, "green")
    width, height = size
    box = (width // 4, height // 4, width * 3 // 4, height * 3 // 4)
    picture.paste("red", box)
    mask = np.zeros((96, 96), np.float32)
    mask[24:72, 24:72] = 1
    garment = photo_layer(picture, mask)
    assert garment.picture.size == garment.alpha.size
    assert garment.alpha.width / garment.alpha.height == pytest.approx(width / height, rel=0.05)
    covering = np.asarray(garment.alpha) > 250
    assert (np.asarray(garment.picture)[covering] == (255, 0, 0)).all()


def test_a_garment_that_nobody_found_is_the_whole_photo() -> None:
    garment = layer(RED, np.zeros((SIDE, SIDE), np.uint8), 0.5)
    assert garment.alpha.size == (SIDE // 2, SIDE)
    assert garment.alpha.getextrema() == (255, 255)


def test_a_layer_is_trimmed_to_what_it_covers() -> None:
    assert layer(RED, patch(), 1.0).alpha.size == (50, 70)
    trimmed = square((20, 10), 5, "red").trimmed()
    assert trimmed.picture.size == trimmed.alpha.size == (4, 4)
    assert trimmed.alpha.getextrema() == (255, 255)


def test_the_upper_of_two_layers_covers_the_lower() -> None:
    both = square((20, 10), 5, "red").under(square((20, 10), 7, "blue"))
    assert np.asarray(both.alpha)[4, 5:11].tolist() == [255] * 6
    row = np.asarray(both.picture)[4, 5:11].tolist()
    assert row == [[255, 0, 0]] * 2 + [[0, 0, 255]] * 4
    assert both.alpha.getbbox() == (5, 3, 11, 7)


def test_a_layer_is_trimmed_alike_on_both_sides_of_a_column() -> None:
    for left, width in ((2, 16), (12, 12)):
        trimmed = square((20, 10), left, "red").trimmed(10)
        assert trimmed.alpha.size == (width, 4)
    assert square((20, 10), 5, "red").trimmed(0).alpha.size == (18, 4)


def test_a_layer_is_resized_without_what_is_transparent() -> None:
    white = square((20, 10), 5, "white")
    black = Layer(Image.new("RGB", (20, 10)), white.alpha)
    resized = Layer(Image.composite(white.picture, black.picture, white.alpha), white.alpha)
    resized = resized.resized((33, 17))
    assert resized.picture.size == resized.alpha.size == (33, 17)
    seen = np.asarray(resized.alpha) > 8
    assert np.asarray(resized.picture)[seen].min() >= 250


@pytest.mark.parametrize(("level", "covers"), [(64, 0), (128, 128), (192, 255)])
def test_what_a_mask_is_half_sure_of_covers_half(level: int, covers: int) -> None:
    mask = patch()
    mask[60:70, 60:70] = level
    garment = layer(RED, mask, 1.0)
    assert garment.alpha.getpixel((25, 35)) == covers
