"""What the classifier learns from: every kind, with the right targets."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES, FashionMnist
from model.data.photos import Part, Photo
from model.scenes import screen
from model.scenes.scene import Scene, varied
from model.training import lessons, roughness, sources
from model.training.lessons import Lessons, fashion_lessons, photo_lessons
from model.training.sources import Others, Pictures
from tests.model.files import shirt

NAMES = (*CLASSES, "Kilt")
HELD_OUT = 20


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of scenes would take minutes."""
    monkeypatch.setattr(lessons, "SCENES", 30)
    monkeypatch.setattr(lessons, "EMPTY_SCENES", 4)
    monkeypatch.setattr(fashion_mnist, "HELD_OUT", HELD_OUT)


def fashion() -> FashionMnist:
    rng = np.random.default_rng(1)
    images = rng.integers(0, 256, (60 + HELD_OUT, 28, 28), np.uint8)
    labels = (np.arange(len(images)) % 10).astype(np.uint8)
    return FashionMnist(images, labels, images[:10], labels[:10])


def segment(pictures: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Find a garment in the middle; how present it is, its first pixel tells."""
    masks = np.zeros(pictures.shape[:3], np.float32)
    masks[:, 20:76, 24:72] = 1
    return masks, pictures[:, 0, 0, :1]


def photo(*classes: str) -> Photo:
    return Photo(Path("unused.jpg"), "someone", classes, Part.TRAIN)


def pictures(*kinds: tuple[str, ...], ground: str = "white") -> Pictures:
    return Pictures(tuple(shirt(ground) for _ in kinds), tuple(photo(*kind) for kind in kinds))


def learned(
    training: Pictures, validation: Pictures, *, alone: bool = False, without: int = 3
) -> Lessons:
    gray = Image.new("RGB", (256, 128), (90, 90, 90))
    others = Others.of([gray] * without)
    masks = np.full((len(training.photos), 128, 128), 255, np.uint8)
    return photo_lessons(
        None if alone else fashion(),
        NAMES,
        training=training,
        others=others,
        validation=(validation, [gray] * 2),
        material=sources.material(fashion(), training, masks, others),
        segment=segment,
        seed=3,
    )


TRAINING = pictures(
    ("Shirt",), ("Shirt",), ("Trouser",), ("Kilt",), ("Sandal", "Sneaker", "Ankle boot"), ()
)
VALIDATION = pictures(("Kilt",), ("Coat",), (), ground="black")


def counted(targets: NDArray[np.float32]) -> set[tuple[str, ...]]:
    names = (*NAMES, "none")
    return {tuple(np.array(names)[row > 0].tolist()) for row in targets}


def test_a_batch_is_made_of_every_kind() -> None:
    kinds = learned(TRAINING, VALIDATION).sources
    raw, styled, photos, shop, studio, worn, figures, none = kinds
    shares = [source.share for source in kinds]
    assert sum(shares) == 128
    assert shares[0] >= 64
    assert styled.inside is not None
    assert {names[0] for names in counted(raw.targets)} == set(CLASSES)
    assert len(raw.pictures) == len(styled.pictures) == 60  # the held-out ones are not among them
    named = {("Shirt",), ("Trouser",), ("Kilt",), ("Sandal", "Sneaker", "Ankle boot")}
    assert counted(photos.targets) == named
    assert named <= counted(studio.targets) <= {*named, ("none",)}
    assert counted(worn.targets) == counted(figures.targets) == {("Shirt",), ("Trouser",)}
    assert counted(none.targets) == {("none",)}
    # A hat and its variants count three times, beside three other pictures in two ways each.
    assert len(none.pictures) == 3 * (1 + lessons.VARIANTS) + 3 * 2 + lessons.EMPTY_SCENES
    assert counted(shop.targets) <= {(name,) for name in CLASSES}
    for source in kinds:
        assert len(source.pictures) == len(source.targets)
        assert source.targets.shape[1] == len(NAMES) + 1


def test_every_photo_is_shown_as_it_is_and_varied() -> None:
    photos = learned(TRAINING, VALIDATION).sources[2]
    assert len(photos.pictures) == 5 * (1 + lessons.VARIANTS)
    assert len({picture.tobytes() for picture in photos.pictures}) > 5


def test_only_training_photos_are_cut_out_roughly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roughness, "ROUGH", 0)
    clean = learned(TRAINING, VALIDATION)
    monkeypatch.setattr(roughness, "ROUGH", 1)
    rough = learned(TRAINING, VALIDATION)
    count = 5  # photos of a class, as they are
    alike = [
        np.array_equal(one, other)
        for one, other in zip(
            clean.sources[2].pictures[:count], rough.sources[2].pictures[:count], strict=True
        )
    ]
    assert sum(alike) <= 2  # some masks are left nearly as they were
    assert clean.validation is not None
    assert rough.validation is not None
    np.testing.assert_array_equal(
        clean.validation.photos.pictures, rough.validation.photos.pictures
    )


def test_a_batch_is_as_large_without_fashion_mnist() -> None:
    sizes = [
        sum(source.share for source in learned(TRAINING, VALIDATION, alone=alone).sources)
        for alone in (False, True)
    ]
    assert sizes[0] == sizes[1]


def test_some_pictures_with_and_some_without_clothing_are_posted_as_screenshots(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    posted: list[float] = []

    def observed(rng: np.random.Generator, picture: Image.Image, proportion: float) -> Image.Image:
        posted.append(proportion)
        return screen.posted(rng, picture, proportion)

    monkeypatch.setattr(lessons, "posted", observed)
    learned(TRAINING, VALIDATION, without=24)
    (shirts,) = set(TRAINING.proportions())
    clothing = posted.count(shirts)
    assert 0 < clothing < len(TRAINING.photos) * lessons.VARIANTS / 3
    assert 0 < len(posted) - clothing < 2 * 24 / 3  # each as it is, and once varied


def test_rare_classes_are_drawn_more_often_each() -> None:
    training = pictures(*[("Shirt",)] * 9, ("Kilt",))
    weights = learned(training, VALIDATION).sources[2].weights
    assert weights is not None
    kilt = learned(training, VALIDATION).sources[2].targets[:, NAMES.index("Kilt")] > 0
    assert weights.sum() == pytest.approx(1)
    assert weights[kilt].sum() == pytest.approx(0.25)  # 1 : 3, where the photos are 1 : 9


def test_each_class_is_worn_as_often_and_shops_mostly_show_shoes_and_bags() -> None:
    kinds = learned(pictures(*[("Shirt",)] * 9, ("Coat",), ("Trouser",)), VALIDATION).sources
    worn, shop = kinds[5].targets.sum(axis=0), kinds[3].targets.sum(axis=0)
    assert all(worn[NAMES.index(name)] >= 5 for name in ("Shirt", "Coat", "Trouser"))  # of 30
    often = ("Sandal", "Sneaker", "Bag", "Ankle boot")
    assert sum(shop[NAMES.index(name)] for name in often) > 0.6 * lessons.SCENES  # 85 in 100


def test_pictures_without_clothing_are_learned_as_they_are_and_varied_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[Image.Image] = []

    def observed(
        _: np.random.Generator, picture: Image.Image, proportion: float = 1.0
    ) -> tuple[Image.Image, float]:
        taken.append(picture)
        return picture, proportion

    monkeypatch.setattr(lessons, "_retaken", observed)
    learned(TRAINING, VALIDATION, without=7)
    assert [picture.getcolors(1) is not None for picture in taken].count(True) == 7


def test_without_worn_clothes_there_are_none() -> None:
    kinds = learned(pictures(("Kilt",), ("Bag",)), VALIDATION).sources
    assert len(kinds) == 6
    assert all(len(source.pictures) for source in kinds)


def test_validation_is_measured_as_it_is_served() -> None:
    made = learned(TRAINING, VALIDATION).validation
    assert made is not None
    assert made.photos.pictures.shape == (3, 56, 56)
    assert counted(made.photos.targets) == {("Kilt",), ("Coat",), ("none",)}
    assert made.photos.presence == pytest.approx([0, 0, 0])  # in training photos it is white there
    assert made.others.presence == pytest.approx([90 / 255] * 2)
    assert counted(made.others.targets) == {("none",)}
    wide = made.others.pictures.max(axis=0) > 0
    # The mask is 48 of 96 columns by 56 rows, of a picture that is twice as wide as high.
    assert np.any(wide, axis=1).sum() == pytest.approx(np.any(wide, axis=0).sum() * 56 / 96, abs=2)


def test_the_same_seed_teaches_the_same() -> None:
    for one, other in zip(
        learned(TRAINING, VALIDATION).sources, learned(TRAINING, VALIDATION).sources, strict=True
    ):
        np.testing.assert_array_equal(one.pictures, other.pictures)
        np.testing.assert_array_equal(one.targets, other.targets)


def test_fashion_mnist_alone() -> None:
    made = fashion_lessons(fashion(), CLASSES)
    raw, styled = made.sources
    assert raw.share + styled.share == 128
    assert styled.inside is not None
    assert len(raw.pictures) == 60
    assert made.validation is None


def test_whole_figures_are_cut_out_with_their_wearers_and_keep_their_classes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole: list[bool] = []

    def observed(
        rng: np.random.Generator, scene: Scene, side: int
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], float]:
        if scene.figure is not None:
            whole.append(scene.mask == scene.figure)
        return varied(rng, scene, side)

    monkeypatch.setattr(lessons, "varied", observed)
    kinds = learned(TRAINING, VALIDATION).sources
    worn, figures = (kinds[number] for number in (5, 6))
    assert whole == [True] * lessons.SCENES
    assert figures.share == lessons.FIGURE
    np.testing.assert_array_equal(figures.targets, worn.targets)
