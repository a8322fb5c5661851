"""Drawn people: the mask is the garment's and no other's, and somebody is in it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from model.scenes.layer import layer
from model.scenes.wearer import wearers, worn_scene
from tests.model.scenes.pieces import BLUE, GREEN, RED, assert_sound, patch, planes

seeds = st.integers(0, 2**32 - 1)

TOP = layer(RED, patch(), 1.0)
OTHER = layer(BLUE, patch(), 1.0)


def blue(picture: NDArray[np.int_]) -> NDArray[np.bool_]:
    """Where the other garment is, however it is lit."""
    return (picture[..., 2] > 80) & (picture[..., :2] < 12).all(axis=2)


@settings(max_examples=40)
@given(seed=seeds, below=st.booleans(), plain=st.booleans())
def test_the_mask_is_the_garments(seed: int, *, below: bool, plain: bool) -> None:
    ground = None if plain else GREEN
    scene = worn_scene(np.random.default_rng(seed), TOP, OTHER, below=below, ground=ground)
    assert_sound(scene)
    assert scene.presence
    picture, mask, known = planes(scene)
    assert (mask > 200).sum() > 200
    assert (picture[mask > 250][:, 1:] < 12).all()  # red, however it is lit
    assert (picture[mask > 250][:, 0] > 80).all()
    assert (known == 255).all()
    assert (mask[blue(picture)] < 128).all()


@settings(max_examples=40)
@given(seed=seeds, below=st.booleans())
def test_the_figure_is_the_garment_and_whoever_wears_it(seed: int, *, below: bool) -> None:
    scene = worn_scene(np.random.default_rng(seed), TOP, OTHER, below=below, ground=GREEN)
    assert scene.figure is not None
    picture, mask, _ = planes(scene)
    figure = np.asarray(scene.figure, int)
    assert (figure[mask > 200] > 200).all()
    ground = (picture == (0, 255, 0)).all(axis=2)
    assert (figure[ground] < 128).all()
    assert 0.6 < scene.proportion <= 1


def test_much_of_a_picture_is_whoever_wears_it() -> None:
    shares = []
    for seed in range(30):
        scene = worn_scene(np.random.default_rng(seed), TOP, OTHER, below=False)
        assert scene.figure is not None
        figure, mask = np.asarray(scene.figure, int), np.asarray(scene.mask, int)
        shares.append((figure - mask > 127).sum() / (figure > 127).sum())
    assert 0.2 < np.median(shares) < 0.8


def test_trousers_are_worn_below_a_top() -> None:
    for seed in range(10):
        scene = worn_scene(np.random.default_rng(seed), TOP, OTHER, below=True, ground=GREEN)
        picture, mask, _ = planes(scene)
        above = np.nonzero(blue(picture))[0]
        assert above.mean() < np.nonzero(mask > 127)[0].mean()


def reaches(plane: Image.Image | None, row: int) -> bool:
    """Whether something is in a picture's row."""
    return bool(np.asarray(plane)[row].max() > 127)


def test_tops_are_seen_on_portraits_and_on_whole_people_too() -> None:
    scenes = [
        worn_scene(np.random.default_rng(seed), TOP, OTHER, below=False) for seed in range(150)
    ]
    cut = [reaches(scene.mask, -1) for scene in scenes]
    whole = [not reaches(scene.figure, 0) and not reaches(scene.figure, -1) for scene in scenes]
    assert 0.2 < np.mean(cut) < 0.5
    assert 0.02 < np.mean(whole) < 0.2


def test_no_whole_head_is_above_trousers_that_are_to_be_named() -> None:
    for seed in range(40):
        scene = worn_scene(np.random.default_rng(seed), TOP, OTHER, below=True, ground=GREEN)
        assert reaches(scene.figure, 0)


def test_tops_and_trousers_of_one_class_are_put_on_somebody() -> None:
    garments = [
        (("Coat",), TOP),
        (("Trouser",), OTHER),
        (("Coat", "Shirt"), TOP),
        (("Sandal",), TOP),
        ((), TOP),
    ]
    worn = list(wearers(np.random.default_rng(1), garments))
    assert [classes for classes, _ in worn] == [("Coat",), ("Trouser",)]
    assert all(picture.width <= picture.height for _, picture in worn)
    again = list(wearers(np.random.default_rng(1), garments))
    assert [picture.tobytes() for _, picture in worn] == [each.tobytes() for _, each in again]
    assert not list(wearers(np.random.default_rng(1), garments[:1]))


def test_drawing_changes_no_ground() -> None:
    ground = GREEN.copy()
    for seed in range(5):
        worn_scene(np.random.default_rng(seed), TOP, OTHER, below=seed % 2 == 0, ground=ground)
    assert ground.tobytes() == GREEN.tobytes()
