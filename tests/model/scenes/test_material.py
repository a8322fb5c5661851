"""What scenes are drawn from, and how often."""

import dataclasses
from collections import Counter
from typing import Any

import numpy as np
import pytest
from PIL import Image

from model.data.fashion_mnist import CLASSES
from model.scenes import material as drawing
from model.scenes.layer import Layer
from model.scenes.material import Material, Shares
from model.scenes.scene import SIDE, Scene, empty_scene
from model.scenes.shop import SHOES_AND_BAGS


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


@dataclasses.dataclass
class Drawn:
    """What was put together, and of what, while nothing is drawn."""

    kinds: Counter[str] = dataclasses.field(default_factory=Counter)
    widths: dict[str, set[int]] = dataclasses.field(default_factory=dict)
    below: list[bool] = dataclasses.field(default_factory=list)
    labels: list[str] = dataclasses.field(default_factory=list)
    foreign: list[bool] = dataclasses.field(default_factory=list)

    def worn(self, _: object, *layers: Layer, below: bool, ground: Any) -> Scene:
        self.below.append(below)
        return self._note("worn", layers, ground)

    def studio(self, _: object, garment: Layer, *, ground: Any) -> Scene:
        return self._note("studio", (garment,), ground)

    def fashion(self, _: object, __: object, label: str, ground: Any) -> Scene:
        self.labels.append(label)
        return self._note("fashion", (), ground)

    def photo(self, _: object, __: object, proportion: float) -> Scene:
        self.kinds["photo"] += 1
        return empty_scene(Image.new("RGB", (1, 1)), proportion)

    def _note(self, kind: str, layers: tuple[Layer, ...], ground: object) -> Scene:
        self.kinds[kind] += 1
        self.widths.setdefault(kind, set()).update(each.alpha.width for each in layers)
        self.foreign.append(ground is not None)
        return empty_scene(Image.new("RGB", (1, 1)))


def test_every_kind_of_scene_is_drawn_as_often_as_it_should_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn, rng = Drawn(), np.random.default_rng(1)
    for kind in ("worn", "studio", "fashion", "photo"):
        monkeypatch.setattr(drawing, f"{kind}_scene", getattr(drawn, kind))
    source = material()
    proportions = {
        source.scene(rng, Shares(empty=0.0, screens=0.0)).proportion for _ in range(4_000)
    }
    shares = {kind: count / 4_000 for kind, count in drawn.kinds.items()}
    expected = {"photo": 0.65, "worn": 0.15, "studio": 0.12, "fashion": 0.08}
    assert shares == pytest.approx(expected, abs=0.02)
    assert proportions == {0.75, 1.0, 1.33}
    assert drawn.widths["worn"] == drawn.widths["studio"] == {52, 70, 93}  # 70 were squeezed
    assert np.mean(drawn.below) == pytest.approx(0.2, abs=0.06)
    shoes_and_bags = np.mean([label in SHOES_AND_BAGS for label in drawn.labels])
    assert shoes_and_bags == pytest.approx(0.6 + 0.4 * len(SHOES_AND_BAGS) / len(CLASSES), abs=0.08)
    assert np.mean(drawn.foreign) == pytest.approx(0.15, abs=0.04)


def test_one_studio_shot_in_three_is_of_shoes_that_the_photos_know() -> None:
    rng, source = np.random.default_rng(1), material()
    shoes = [source.shot_row(rng) in source.shoes for _ in range(2_000)]
    assert np.mean(shoes) == pytest.approx(1 / 3 + 2 / 3 / 4, abs=0.05)
    bare = dataclasses.replace(source, shoes=np.array([], np.int64))
    assert {bare.shot_row(rng) for _ in range(200)} == {0, 1, 2, 3}
