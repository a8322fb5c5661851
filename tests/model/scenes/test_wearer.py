"""Drawn people: the mask is the garment's and no other's, and somebody is in it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from model.data.fashion_mnist import CLASSES
from model.scenes import wearer
from model.scenes.body import Pose, drawn_body
from model.scenes.layer import Layer, layer
from model.scenes.pen import Frame
from model.scenes.scene import SIDE, Scene
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
    assert (picture[figure == 0] == (0, 255, 0)).all()  # no shade falls beside it
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


def test_hair_before_a_garment_is_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    hair = Image.new("RGBA", GREEN.size)
    hair.paste((0, 255, 0, 255), (0, 0, 64, 128))
    monkeypatch.setattr(wearer, "drawn_locks", lambda *_: hair)
    for seed in range(10):
        scene = worn_scene(np.random.default_rng(seed), TOP, OTHER, below=seed % 2 == 0)
        _, mask, _ = planes(scene)
        assert not mask[:, :64].any()
        assert mask[:, 64:].any()


LONG = np.zeros((SIDE, SIDE), np.uint8)
LONG[4:124, 48:80] = 255
DRESS = layer(RED, LONG, 1.0)


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[Frame]:
    """Collect what pictures show of whom."""
    seen: list[Frame] = []

    def noted(rng: np.random.Generator, pose: Pose, frame: Frame) -> Image.Image:
        seen.append(frame)
        return drawn_body(rng, pose, frame)

    monkeypatch.setattr(wearer, "drawn_body", noted)
    return seen


def dressed(count: int, garment: Layer, other: Layer, *, below: bool) -> list[Scene]:
    return [
        worn_scene(np.random.default_rng(seed), garment, other, below=below, ground=GREEN)
        for seed in range(count)
    ]


def size(scene: Scene, frame: Frame) -> tuple[float, float]:
    """Width and height of what is to be named, in heads."""
    rows, columns = np.nonzero(np.asarray(scene.mask) > 127)
    return np.ptp(columns) / frame.across, np.ptp(rows) / frame.down


def test_whoever_wears_it_is_squeezed_like_the_picture(frames: list[Frame]) -> None:
    for scene, frame in zip(dressed(10, TOP, OTHER, below=False), frames, strict=True):
        assert frame.across * scene.proportion == pytest.approx(frame.down)


def test_tops_are_no_wider_when_worn_than_when_they_lie(frames: list[Frame]) -> None:
    scenes = dressed(60, TOP, OTHER, below=False)
    whole = [pair for pair in zip(scenes, frames, strict=True) if not reaches(pair[0].mask, -1)]
    shapes = [height / width for width, height in (size(*pair) for pair in whole)]
    assert np.median(shapes) > 70 / 50


def test_a_dress_reaches_far_down_and_mostly_over_bare_legs(frames: list[Frame]) -> None:
    scenes = dressed(60, DRESS, OTHER, below=False)
    heights = [size(*pair)[1] for pair in zip(scenes, frames, strict=True)]
    assert np.median(heights) > 2.8
    trousers = [blue(planes(scene)[0]).sum() > 40 for scene in scenes]
    assert 0.15 < np.mean(trousers) < 0.55


def test_trousers_are_seen_below_any_top_down_to_their_hem(frames: list[Frame]) -> None:
    scenes = dressed(40, OTHER, DRESS, below=True)
    heights = [size(*pair)[1] for pair in zip(scenes, frames, strict=True)]
    assert np.median(heights) > 2.5
    assert np.mean([reaches(scene.mask, -1) for scene in scenes]) < 0.4


def test_whatever_is_worn_above_or_below_is_put_on_and_no_shoes_or_bags() -> None:
    garments = [((name,), TOP) for name in CLASSES]
    worn = list(wearers(np.random.default_rng(1), garments))
    names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Shirt"]
    assert [classes for classes, _ in worn] == [(name,) for name in names]
    assert min(picture.width / picture.height for _, picture in worn) < 0.85  # as shops show them
