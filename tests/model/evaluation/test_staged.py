"""Clothing is staged as shops show it, answered by the shipped networks, and measured."""

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from model.artifact import Artifact
from model.data import fashion_mnist
from model.data.photos import Part, Photo
from model.evaluation import staged as module
from model.evaluation.fashion import FashionAnswers
from model.evaluation.photos import Answered, PhotoAnswers, answer_photos
from model.evaluation.staged import SHOP, StagedAnswers, answer_staged, staged
from model.prediction import Verdict
from model.scenes.shop import SHOES_AND_BAGS
from tests.model.files import quartered, shirt

BOOT = Path(__file__).parents[3] / "examples" / "ankle-boot.png"


@pytest.fixture(scope="module")
def photos(trained: Artifact, tmp_path_factory: pytest.TempPathFactory) -> PhotoAnswers:
    """A boot, a shirt, what may be one of two, what counts as trousers, and a thing."""
    folder = tmp_path_factory.mktemp("photos")
    place, thing = folder / "shirt.png", folder / "thing.png"
    shirt().save(place)
    quartered().save(thing)
    photos = [
        Photo(BOOT, "ann", ("Ankle boot",), Part.TEST),
        Photo(place, "ann", ("T-shirt/top",), Part.TEST),
        Photo(place, "ann", ("Shirt", "Coat"), Part.TEST),
        Photo(place, "ann", ("Trouser",), Part.TEST),
    ]
    return asyncio.run(answer_photos(trained, photos, [thing]))


@pytest.fixture(scope="module")
def named(photos: PhotoAnswers) -> Answered:
    return photos.named


@pytest.fixture(scope="module")
def fashion() -> FashionAnswers:
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    images, labels = fashion_mnist.load().of(Part.VALIDATION)
    return FashionAnswers(images[:40], labels[:40], np.zeros((40, 10), np.float32))


@pytest.fixture(scope="module")
def answered(trained: Artifact, photos: PhotoAnswers, fashion: FashionAnswers) -> StagedAnswers:
    return asyncio.run(answer_staged(trained, photos, fashion))


def test_what_is_staged_is_the_same_each_time(
    trained: Artifact, photos: PhotoAnswers, fashion: FashionAnswers, answered: StagedAnswers
) -> None:
    again = asyncio.run(answer_staged(trained, photos, fashion))
    for kind in ("studio", "worn", "screens", "bare_screens", "shop"):
        one, other = (
            [(classes, stages.picture.tobytes()) for classes, stages in getattr(each, kind)]
            for each in (answered, again)
        )
        assert one == other, kind


def test_every_garment_is_put_before_a_studios_ground(
    named: Answered, answered: StagedAnswers
) -> None:
    assert [classes for classes, _ in answered.studio] == [photo.classes for photo, _ in named]
    for (_, shot), (_, stages) in zip(answered.studio, named, strict=True):
        assert shot.picture.size == (128, 128)
        assert shot.picture.tobytes() != stages.picture.tobytes()
    assert answered.studio[0][1].prediction.label == "Ankle boot"


def test_tops_and_trousers_of_one_class_are_worn(answered: StagedAnswers) -> None:
    assert [classes for classes, _ in answered.worn] == [("T-shirt/top",), ("Trouser",)]
    # As wide as shops' pictures are, though they are drawn in squares.
    assert {stages.picture.size for _, stages in answered.worn} == {(128, 160), (128, 171)}


def test_photos_are_shown_on_screens(named: Answered, answered: StagedAnswers) -> None:
    assert [classes for classes, _ in answered.screens] == [photo.classes for photo, _ in named]
    assert all(min(stages.picture.size) >= 200 for _, stages in answered.screens)
    assert answered.screens[0][1].prediction.label == "Ankle boot"


def test_pictures_without_clothing_are_shown_on_them_too(
    photos: PhotoAnswers, answered: StagedAnswers
) -> None:
    ((classes, shot),) = answered.bare_screens
    assert classes == ()
    assert shot.picture.size == answered.screens[0][1].picture.size  # the same screen
    assert shot.picture.tobytes() != photos.others[0].picture.tobytes()


def test_without_trousers_nobody_is_dressed(trained: Artifact, photos: PhotoAnswers) -> None:
    few = replace(photos, named=photos.named[:3], others=())
    answered = asyncio.run(answer_staged(trained, few, None))
    assert len(answered.studio) == 3
    assert not answered.worn
    assert not answered.bare_screens
    assert not answered.shop
    assert staged(answered.worn, "so") is None


def test_shoes_and_bags_become_product_shots(
    answered: StagedAnswers, fashion: FashionAnswers
) -> None:
    wanted = [label for label in fashion.labels if fashion_mnist.CLASSES[label] in SHOES_AND_BAGS]
    assert len(answered.shop) == len(wanted) < SHOP
    assert {name for (name,), _ in answered.shop} == set(SHOES_AND_BAGS)
    right = [stages.prediction.label in classes for classes, stages in answered.shop]
    assert np.mean(right) >= 0.6


def test_staging_is_the_same_each_time(
    trained: Artifact, photos: PhotoAnswers, answered: StagedAnswers
) -> None:
    again = asyncio.run(answer_staged(trained, photos, None))
    for before, after in ((answered.studio, again.studio), (answered.worn, again.worn)):
        assert [stages.picture.tobytes() for _, stages in before] == [
            stages.picture.tobytes() for _, stages in after
        ]


def test_a_picture_is_shown_on_many_screens_and_always_in_its_proportion(
    trained: Artifact, photos: PhotoAnswers
) -> None:
    wide = replace(photos.others[0], picture=Image.new("RGB", (400, 200), "red"))
    photo, _ = photos.named[0]
    few = PhotoAnswers(((photo, wide),) * 4, (), (wide,) * 4)
    answered = asyncio.run(answer_staged(trained, few, None))
    for shown in (answered.screens, answered.bare_screens):
        assert len({stages.picture.tobytes() for _, stages in shown}) == 4
        for _, stages in shown:
            red, green, blue = np.moveaxis(np.asarray(stages.picture, int), -1, 0)
            rows, columns = np.nonzero((red > 200) & (green < 40) & (blue < 40))
            assert np.ptp(columns) / np.ptp(rows) == pytest.approx(2, rel=0.1)


def test_what_lies_beside_a_garment_comes_before_no_studios_ground(
    trained: Artifact, photos: PhotoAnswers
) -> None:
    picture, mask = Image.new("RGB", (192, 192), "blue"), np.zeros((96, 96), np.float32)
    picture.paste("red", (40, 40, 152, 152))
    mask[24:72, 24:72] = 1
    photo, stages = photos.named[0]
    cut = replace(stages, picture=picture, mask=mask)
    few = PhotoAnswers(((photo, cut),) * 4, (), ())
    shots = asyncio.run(answer_staged(trained, few, None)).studio
    assert len({shot.picture.tobytes() for _, shot in shots}) == 4
    for _, shot in shots:
        pixels = np.asarray(shot.picture, int)
        assert ((pixels[..., 0] - pixels[..., 2]) > 100).mean() > 0.1
        assert ((pixels[..., 2] - pixels[..., 0]) < 100).all()


def test_product_shots_are_drawn_from_all_of_the_shoes_and_bags(
    trained: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However they are sorted, and each of them is another shot."""
    monkeypatch.setattr(module, "SHOP", 24)
    labels = np.repeat(np.arange(10, dtype=np.uint8), 10)
    images = np.zeros((100, 28, 28), np.uint8)
    images[:, 8:20, 4:24] = 180
    sorted_by_class = FashionAnswers(images, labels, np.zeros((100, 10), np.float32))
    shop = asyncio.run(answer_staged(trained, PhotoAnswers((), (), ()), sorted_by_class)).shop
    assert {name for (name,), _ in shop} == set(SHOES_AND_BAGS)
    assert len({stages.picture.tobytes() for _, stages in shop}) == len(shop) == 24


def test_staged_clothing_is_named_and_turned_away(answered: StagedAnswers) -> None:
    (boot, shot), *_ = answered.studio
    prediction = replace(shot.prediction, verdict=Verdict.NOT_CLOTHING)
    turned_away = replace(shot, prediction=prediction)
    unsure = replace(shot, prediction=replace(shot.prediction, verdict=Verdict.UNSURE))
    measured = staged(((boot, unsure), (("Bag", *boot), turned_away), (("Bag",), shot)), "so")
    assert measured is not None
    assert measured.pictures == 3
    assert measured.accuracy == pytest.approx(2 / 3)
    assert measured.turned_away == pytest.approx(1 / 3)
    assert measured.false_clothing is None
    assert measured.how == "so"
    bare = ((), unsure), ((), turned_away), ((), turned_away), ((), turned_away)
    both = staged(((boot, shot),), "so", bare)
    assert both is not None
    assert (both.turned_away, both.false_clothing) == (0, 0.25)
