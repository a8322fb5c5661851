"""Which classes photos add, and how many show each."""

from pathlib import Path

import pytest

from model.data.classes import all_classes, listed, refuse_lost
from model.data.fashion_mnist import CLASSES
from model.data.photos import Part, Photo
from model.errors import DatasetError


def photos(*classes: str, part: Part = Part.TRAIN) -> tuple[Photo, ...]:
    return tuple(Photo(Path("unused.jpg"), "someone", (name,), part) for name in classes)


def test_classes_that_only_the_photos_know_come_last_and_in_order() -> None:
    found = photos("Shirt", "Kilt", "Apron")
    assert all_classes(found, CLASSES) == (*CLASSES, "Apron", "Kilt")
    assert all_classes(found, ()) == ("Apron", "Kilt", "Shirt")


def test_a_class_without_photos_for_training_is_told() -> None:
    found = photos("Shirt", "Kilt") + photos("Apron", "Apron", part=Part.TEST)
    with pytest.raises(DatasetError, match="no photo of Apron falls into the training part; give"):
        all_classes(found, CLASSES)


def test_a_class_is_lost_with_the_last_of_its_photos_for_training() -> None:
    found = photos("Shirt", "Kilt", "Kilt") + photos("Apron", part=Part.TEST)
    refuse_lost(found, photos("Shirt", "Kilt"))
    with pytest.raises(DatasetError, match="no photo of Kilt for training can be read; replace"):
        refuse_lost(found, photos("Shirt"))


def test_photos_are_counted_by_class_and_new_classes_marked() -> None:
    found = photos("Shirt", "Shirt", "Trousers", "Trousers", "Trousers")
    said = listed(found, all_classes(found, CLASSES), CLASSES)
    assert said == "Photos by class: Shirt 2, Trousers (new) 3"


def test_photos_of_several_classes_and_of_none_are_counted_apart() -> None:
    path = Path("unused.jpg")
    shoes = Photo(path, "someone", ("Sandal", "Sneaker"), Part.TRAIN)
    hat = Photo(path, "someone", (), Part.TRAIN)
    found = (*photos("Sandal"), shoes, hat, hat)
    said = listed(found, all_classes(found, CLASSES), CLASSES)
    assert said == "Photos by class: Sandal 1, of any of several 1, of none 2"
