"""Raw material from disk: what can't be read is named and left out."""

import dataclasses
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from model.data.fashion_mnist import HELD_OUT, FashionMnist
from model.data.negatives import Negative
from model.data.photos import Part, Photo
from model.errors import DatasetError
from model.scenes.scene import SIDE
from model.training.sources import (
    CROPS,
    DRAWN,
    Others,
    Pictures,
    mark,
    material,
    read_masks,
    read_others,
    read_parts,
)
from tests.model.files import quartered, shirt


def photo(folder: Path, name: str, part: Part = Part.TRAIN, *classes: str) -> Photo:
    path = folder / f"{name}.jpg"
    shirt().save(path)
    return Photo(path, name, classes, part)


@pytest.fixture
def photos(tmp_path: Path) -> list[Photo]:
    return [
        photo(tmp_path, "shirt", Part.TRAIN, "Shirt"),
        photo(tmp_path, "legs", Part.TRAIN, "Trouser"),
        photo(tmp_path, "shoe", Part.TRAIN, "Sandal", "Sneaker"),
        photo(tmp_path, "hat", Part.TRAIN),
        photo(tmp_path, "unseen", Part.VALIDATION, "Coat"),
        photo(tmp_path, "secret", Part.TEST, "Coat"),
    ]


def test_training_and_validation_are_read_and_the_test_is_not(photos: list[Photo]) -> None:
    photos[-1].path.unlink()
    reported: list[str] = []
    training, validation = read_parts(photos, reported.append)
    assert [p.sender for p in training.photos] == ["shirt", "legs", "shoe", "hat"]
    assert [p.sender for p in validation.photos] == ["unseen"]
    assert [p.size for p in training.pictures] == [(240, 320)] * 4
    assert training.square().shape == (4, SIDE, SIDE, 3)
    assert not reported


def test_photos_of_both_parts_can_be_put_together(photos: list[Photo]) -> None:
    training, validation = read_parts(photos, print)
    both = training + validation
    assert [p.sender for p in both.photos] == ["shirt", "legs", "shoe", "hat", "unseen"]
    assert both.pictures == (*training.pictures, *validation.pictures)


def test_broken_photos_are_reported_and_left_out(photos: list[Photo]) -> None:
    photos[1].path.write_bytes(photos[1].path.read_bytes()[:500])
    photos[2].path.unlink()
    reported: list[str] = []
    training, _ = read_parts(photos, reported.append)
    assert [p.sender for p in training.photos] == ["shirt", "hat"]
    assert len(training.pictures) == 2
    assert [str(photos[k].path) in line for k, line in enumerate(reported, start=1)] == [True, True]


@pytest.mark.parametrize("part", [Part.TRAIN, Part.VALIDATION])
def test_a_part_without_photos_is_an_error(photos: list[Photo], part: Part) -> None:
    left = [each for each in photos if each.part != part]
    with pytest.raises(DatasetError, match="too few readable photos"):
        read_parts(left, print)


def test_hats_alone_teach_no_class(photos: list[Photo]) -> None:
    hats = [each for each in photos if each.part != Part.TRAIN or not each.classes]
    with pytest.raises(DatasetError, match="0 for training and 1, of other senders"):
        read_parts(hats, print)


def test_others_are_read_cropped_and_joined_by_drawings(tmp_path: Path) -> None:
    quartered(90, 60).save(tmp_path / "small.png")
    quartered(1_200, 800).save(tmp_path / "large.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG")
    negatives = [
        Negative(tmp_path / name, part)
        for name, part in [
            ("small.png", Part.TRAIN),
            ("large.png", Part.TRAIN),
            ("broken.png", Part.TRAIN),
            ("never-opened.png", Part.TEST),
        ]
    ]
    reported: list[str] = []
    read = read_others(negatives, Part.TRAIN, reported.append)
    others = Others.of(read)
    assert others.pictures.shape == (DRAWN + 2 + CROPS, SIDE, SIDE, 3)
    assert others.pictures.dtype == np.uint8
    assert len(reported) == 1
    assert "broken.png" in reported[0]
    assert others.proportions[DRAWN:][:2] == pytest.approx(1.5)
    assert read[DRAWN].size == (90, 60)  # as it is served
    again = Others.of(read_others(negatives, Part.TRAIN, reported.append))
    np.testing.assert_array_equal(others.pictures, again.pictures)
    np.testing.assert_array_equal(others.proportions, again.proportions)


@pytest.mark.parametrize("size", [(2_000, 8), (8, 2_000)])
def test_thin_others_are_cropped_too(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "ruler.png"
    quartered(*size).save(path)
    others = Others.of(read_others([Negative(path, Part.TRAIN)], Part.TRAIN, print))
    assert others.pictures.shape == (DRAWN + 1 + CROPS, SIDE, SIDE, 3)


def test_without_negatives_there_are_drawings() -> None:
    assert len(read_others([], Part.VALIDATION, print)) == DRAWN


def test_each_part_has_drawings_of_its_own() -> None:
    learned, kept = (read_others([], part, print) for part in (Part.TRAIN, Part.VALIDATION))
    assert not {each.tobytes() for each in learned} & {each.tobytes() for each in kept}


def test_masks_are_found_by_the_photos_name(tmp_path: Path, photos: list[Photo]) -> None:
    for k, each in enumerate(photos):
        Image.new("L", (160, 100), 40 * k).save(tmp_path / f"{each.path.stem}.png")
    masks = read_masks(tmp_path, photos)
    assert masks.shape == (len(photos), SIDE, SIDE)
    assert masks[:, 0, 0].tolist() == [0, 40, 80, 120, 160, 200]


def test_one_mask_for_two_photos_is_an_error(tmp_path: Path, photos: list[Photo]) -> None:
    Image.new("L", (160, 100)).save(tmp_path / f"{photos[0].path.stem}.png")
    twin = dataclasses.replace(photos[0], path=Path("elsewhere") / photos[0].path.name)
    with pytest.raises(DatasetError, match=r"would be the mask of .* and of .*; rename one"):
        read_masks(tmp_path, [photos[0], twin])


def test_a_mask_that_was_cut_short_is_an_error(tmp_path: Path, photos: list[Photo]) -> None:
    path = tmp_path / f"{photos[0].path.stem}.png"
    Image.new("L", (60, 60)).save(path)
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DatasetError, match=rf"{path.name} can't be read: .*; make this mask anew"):
        read_masks(tmp_path, photos[:1])


def test_a_missing_mask_is_an_error_with_its_remedy(tmp_path: Path, photos: list[Photo]) -> None:
    with pytest.raises(DatasetError, match=r"shirt\.png is missing; make masks with rembg"):
        read_masks(tmp_path, photos)


def test_material_knows_what_is_worn_and_what_was_held_out(photos: list[Photo]) -> None:
    images = np.zeros((HELD_OUT + 3, 28, 28), np.uint8)
    labels = np.arange(len(images), dtype=np.uint8)
    fashion = FashionMnist(images, labels, images[:1], labels[:1])
    training, _ = read_parts(photos, print)
    masks = np.zeros((4, SIDE, SIDE), np.uint8)
    made = material(fashion, training, masks, Others.of(read_others([], Part.TRAIN, print)))
    assert made.tops.tolist() == [0]
    assert made.trousers.tolist() == [1]
    assert made.labels.tolist() == [0, 1, 2]
    assert made.wearable


def test_a_broken_photo_whose_name_isnt_utf_8_is_named_as_far_as_it_goes(
    photos: list[Photo], tmp_path: Path
) -> None:
    odd = dataclasses.replace(photos[1], path=tmp_path / os.fsdecode(b"b\xf6\xf6t.jpg"))
    reported: list[str] = []
    read_parts([odd, *photos], reported.append)
    assert b"b\\xf6\\xf6t.jpg" in reported[0].encode()


def test_other_pictures_labels_or_pictures_without_clothing_have_another_mark() -> None:
    def marked(label: str = "Shirt", cloth: str = "red", ground: str = "gray") -> int:
        photo = Photo(Path("unused.jpg"), "someone", (label,), Part.TRAIN)
        learned = Pictures((Image.new("RGB", (8, 6), cloth),), (photo,))
        return mark(learned, Others.of([Image.new("RGB", (9, 7), ground)]))

    assert marked() == marked()
    assert len({marked(), marked("Dress"), marked(cloth="blue"), marked(ground="white")}) == 4
    assert marked("Shirt") != marked("Kilts")
