"""What is kept for validation: photos as they are served, and their garments staged."""

import numpy as np
import pytest
from PIL import Image

from model.training import kept as module
from model.training.kept import Kept, keep
from model.training.samples import Samples
from model.training.sources import Pictures
from tests.model.training.test_lessons import NAMES, VALIDATION, counted, pictures, segment

OTHERS = (Image.new("RGB", (256, 128), (90, 90, 90)),) * 2


def kept(photos: Pictures = VALIDATION) -> Kept[Samples]:
    return keep(photos, OTHERS, NAMES, segment)


def test_photos_garments_are_staged_before_a_studios_ground() -> None:
    made, again = kept(), kept()
    np.testing.assert_array_equal(made.studio.targets, made.photos.targets)
    np.testing.assert_array_equal(made.studio.pictures, again.studio.pictures)
    assert made.studio.pictures.shape == (3, 56, 56)
    assert not np.array_equal(made.studio.pictures, made.photos.pictures)


def test_none_of_the_classes_is_right_for_pictures_without_clothing() -> None:
    assert kept().others.targets.tolist() == [[0] * len(NAMES) + [1]] * 2


def test_they_are_worn_where_there_are_tops_and_trousers() -> None:
    assert kept().worn is None
    dressed = kept(pictures(("Trouser",), ("Coat",), ("Shirt", "Coat"), ())).worn
    assert dressed is not None
    assert dressed.pictures.shape == (2, 56, 56)
    assert counted(dressed.targets) == {("Trouser",), ("Coat",)}
    assert (dressed.presence > 0).all()  # found anew on them


def test_each_is_turned_into_something_else() -> None:
    def count(samples: Samples) -> int:
        return len(samples.pictures)

    nobody, dressed = kept(), kept(pictures(("Trouser",), ("Coat",)))
    assert nobody.map(count) == Kept(3, 3, None, 2)
    assert dressed.map(count) == Kept(2, 2, 2, 2)


def test_each_stays_what_it_is_of() -> None:
    names = Kept("photos", "studio", "worn", "others")
    assert names.map(str.upper) == Kept("PHOTOS", "STUDIO", "WORN", "OTHERS")


def test_what_is_worn_keeps_its_own_class(monkeypatch: pytest.MonkeyPatch) -> None:
    worn = [
        (("Trouser",), Image.new("RGB", (60, 90), "white")),
        (("Coat",), Image.new("RGB", (60, 90))),
    ]
    monkeypatch.setattr(module, "wearers", lambda _rng, _garments: iter(worn))
    dressed = kept().worn
    assert dressed is not None
    assert dressed.presence.tolist() == [1, 0]
    named = [NAMES[place] for place in dressed.targets.argmax(axis=1)]
    assert named == ["Trouser", "Coat"]
