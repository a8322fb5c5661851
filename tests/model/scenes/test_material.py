"""What scenes are drawn from, and how often."""

import dataclasses

import numpy as np
import pytest
from PIL import Image

from model.scenes.material import Material, Shares
from model.scenes.scene import SIDE


def material(*, tops: bool = True, trousers: bool = True) -> Material:
    rng = np.random.default_rng(1)
    masks = np.zeros((4, SIDE, SIDE), np.uint8)
    masks[:, 30:100, 30:100] = 255
    return Material(
        photos=rng.integers(0, 256, (4, SIDE, SIDE, 3), np.uint8),
        masks=masks,
        proportions=np.array([0.75, 1.0, 1.33, 0.75]),
        tops=np.array([0, 1] if tops else [], np.int64),
        trousers=np.array([2] if trousers else [], np.int64),
        shoes=np.array([3] if trousers else [], np.int64),
        fashion=rng.integers(0, 256, (20, 28, 28), np.uint8),
        labels=np.arange(20, dtype=np.uint8) % 10,
        others=rng.integers(0, 256, (3, SIDE, SIDE, 3), np.uint8),
        other_proportions=np.array([0.75, 1.0, 1.0]),
    )


@pytest.mark.parametrize(("tops", "trousers"), [(True, True), (True, False), (False, False)])
def test_scenes_are_drawn_from_whatever_there_is(*, tops: bool, trousers: bool) -> None:
    rng = np.random.default_rng(1)
    source = material(tops=tops, trousers=trousers)
    presence = [source.scene(rng).presence for _ in range(2_000)]
    assert 0.82 < np.mean(presence) < 0.88


@pytest.mark.parametrize("empty", [0.0, 1.0])
@pytest.mark.parametrize("screens", [0.0, 0.3, 1.0])
def test_as_many_scenes_are_empty_and_on_screens_as_asked_for(empty: float, screens: float) -> None:
    source = dataclasses.replace(material(), proportions=np.full(4, 0.9))
    rng = np.random.default_rng(1)
    scenes = [source.scene(rng, Shares(empty, screens)) for _ in range(300)]
    assert {scene.presence for scene in scenes} == {not empty}
    # Nothing else here is as narrow as a phone, or as wide as a computer.
    on_screens = [not 0.66 < scene.proportion < 1.15 for scene in scenes]
    assert np.mean(on_screens) == pytest.approx(screens, abs=0.05)


def test_things_are_restaged_and_grounds_laid_bare() -> None:
    source = material()
    white = np.full((1, SIDE, SIDE, 3), 255, np.uint8)
    white[:, 30:100, 30:100] = 0, 200, 0
    photos = np.full_like(source.photos, (0, 0, 90))
    masks = np.zeros_like(source.masks)
    masks[:, 46:82, 46:82] = 255  # there is ground all around
    source = dataclasses.replace(
        source, photos=photos, masks=masks, others=white, other_proportions=np.array([1.5])
    )
    rng = np.random.default_rng(1)
    scenes = [source.scene(rng, Shares(empty=1.0, screens=0.0)) for _ in range(600)]
    as_they_are = Image.fromarray(white[0]).tobytes()
    bare = Image.fromarray(photos[0]).tobytes()
    kinds = [scene.picture.tobytes() for scene in scenes]
    # Squeezed by less than they were, they would be told from clothing by that.
    assert {scene.proportion for scene in scenes} == {1.0, 1.5}
    as_taken = [scene.proportion == 1.5 for scene in scenes]
    assert as_taken == [kind == as_they_are for kind in kinds]
    assert 0.25 < np.mean([kind == as_they_are for kind in kinds]) < 0.6
    assert 0.05 < np.mean([kind == bare for kind in kinds]) < 0.3
    assert len(set(kinds)) > 15


def test_trousers_are_worn_below_and_a_top_above() -> None:
    photos = np.full((4, SIDE, SIDE, 3), (0, 0, 255), np.uint8)
    photos[2] = 255, 0, 0
    source = dataclasses.replace(material(), photos=photos)
    for seed in range(5):
        scene = source.worn_scene(np.random.default_rng(seed), 2)
        picture, mask = np.asarray(scene.picture, int), np.asarray(scene.mask)
        assert (picture[mask > 250][:, [1, 2]] < 12).all()
        blue = (picture[..., 2] > 80) & (picture[..., :2] < 12).all(axis=2)
        assert np.nonzero(blue)[0].mean() < np.nonzero(mask > 127)[0].mean()
