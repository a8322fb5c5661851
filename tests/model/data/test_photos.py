"""Photo data sets on disk: the public one's table, and a folder per class."""

import csv
import hashlib
import os
import shutil
import unicodedata
from collections import Counter
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from model.data import photos
from model.data.fashion_mnist import CLASSES
from model.data.photos import (
    CLASS_OF,
    COPIES,
    FOOTWEAR,
    Part,
    Photo,
    part_of,
    read_photos,
    senders_of,
)
from model.errors import DatasetError

HERE = Path(photos.__file__).parent


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def shoes(kind: str) -> str:
    """The name of some photo of such shoes."""
    return next(row["image"] for row in rows(HERE / "footwear.csv") if row["footwear"] == kind)


def table(
    folder: Path, *images: tuple[str, str, str], missing: frozenset[str] = frozenset()
) -> Path:
    """Write a data set of (image, sender, label) in the public one's layout."""
    (folder / "images").mkdir(parents=True)
    with (folder / "images.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["image", "sender_id", "label", "kids"])
        for image, sender, label in images:
            writer.writerow([image, sender, label, "False"])
            if image not in missing:
                Image.new("RGB", (4, 4)).save(folder / "images" / f"{image}.jpg")
    return folder


def only(folder: Path) -> Photo:
    (photo,) = read_photos(folder)
    return photo


def test_a_row_of_the_table_is_a_photo(tmp_path: Path) -> None:
    photo = only(table(tmp_path, ("abc", "1", "Hoodie")))
    assert photo.path == tmp_path / "images" / "abc.jpg"
    assert photo.path.is_file()
    assert photo.sender == "1"
    assert photo.classes == ("Pullover",)
    assert photo.part is Part.TEST


def test_what_a_training_sender_sent_too_isnt_measured(tmp_path: Path) -> None:
    (copy,) = COPIES
    assert only(table(tmp_path, (copy, "53", "Skirt"), ("abc", "53", "Skirt"))).path.stem == "abc"


@pytest.mark.parametrize(("label", "name"), CLASS_OF.items())
def test_labels_map_to_fashion_mnists_classes(tmp_path: Path, label: str, name: str) -> None:
    assert name in CLASSES
    assert only(table(tmp_path, ("abc", "1", label))).classes == (name,)


@pytest.mark.parametrize(("kind", "names"), FOOTWEAR.items())
def test_shoes_are_told_apart_by_their_own_table(
    tmp_path: Path, kind: str, names: tuple[str, ...]
) -> None:
    assert set(names) <= set(CLASSES)
    assert only(table(tmp_path, (shoes(kind), "1", "Shoes"))).classes == names


def test_shoes_that_nobody_told_apart_are_left_out(tmp_path: Path) -> None:
    folder = table(tmp_path, ("unknown", "1", "Shoes"), ("abc", "1", "Dress"))
    assert only(folder).classes == ("Dress",)


@pytest.mark.parametrize("label", ["Hat", "Skirt", "Shorts", "Body"])
def test_other_clothing_is_none_of_the_classes(tmp_path: Path, label: str) -> None:
    assert only(table(tmp_path, ("abc", "1", label))).classes == ()


def test_other_clothing_is_of_its_class_once_the_network_knows_that(tmp_path: Path) -> None:
    folder = table(tmp_path, ("abc", "1", "Hat"), ("def", "1", "Skirt"))
    assert [photo.classes for photo in read_photos(folder, (*CLASSES, "Hat"))] == [("Hat",), ()]


@pytest.mark.parametrize("label", ["Not sure", "Other", "Skip"])
def test_labels_that_say_nothing_are_left_out(tmp_path: Path, label: str) -> None:
    folder = table(tmp_path, ("abc", "1", label), ("def", "1", "Dress"))
    assert only(folder).classes == ("Dress",)


def test_an_unheard_of_label_is_a_class_of_its_own(tmp_path: Path) -> None:
    assert only(table(tmp_path, ("abc", "1", "Kilt"))).classes == ("Kilt",)


def test_blanks_around_a_label_are_no_part_of_it(tmp_path: Path) -> None:
    assert only(table(tmp_path, ("abc", "1", " Dress "))).classes == ("Dress",)


def test_a_row_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    file = table(tmp_path, ("abc", "1", "Dress"), ("def", "2", "Dress")) / "images.csv"
    file.write_text(file.read_text().rsplit("2,Dress", 1)[0])
    assert only(tmp_path).sender == "1"


def test_rows_without_a_file_are_left_out(tmp_path: Path) -> None:
    folder = table(
        tmp_path, ("abc", "1", "Dress"), ("gone", "1", "Dress"), missing=frozenset({"gone"})
    )
    assert only(folder).path.stem == "abc"


def test_a_folder_for_each_class(tmp_path: Path) -> None:
    for name in ("Kilt/a.jpg", "Kilt/b.PNG", "Shirt/c.heic", "Shirt/notes.txt", "readme.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"not opened yet")
    found = read_photos(tmp_path)
    assert [(str(p.path.relative_to(tmp_path)), p.classes) for p in found] == [
        ("Kilt/a.jpg", ("Kilt",)),
        ("Kilt/b.PNG", ("Kilt",)),
        ("Shirt/c.heic", ("Shirt",)),
    ]


@pytest.mark.parametrize(("name", "expected"), [("T-Shirt", "T-shirt/top"), ("Bag", "Bag")])
def test_folders_of_known_labels_join_fashion_mnists_classes(
    tmp_path: Path, name: str, expected: str
) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "a.jpg").touch()
    assert only(tmp_path).classes == (expected,)


@pytest.mark.parametrize("name", ["Not sure", "Other", "Skip", ".trash"])
def test_folders_that_say_nothing_are_left_out(tmp_path: Path, name: str) -> None:
    for folder in (name, "Hat"):
        (tmp_path / folder).mkdir()
        Image.new("RGB", (4, 4)).save(tmp_path / folder / "1.jpg")
    assert only(tmp_path).classes == ("Hat",)


def test_a_folder_of_any_shoes_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "Shoes").mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "Shoes" / "1.jpg")
    with pytest.raises(DatasetError, match="doesn't say which shoes; name folders Sandal, "):
        read_photos(tmp_path)


@pytest.mark.parametrize("inside", ["2024/1.jpg", "1.txt"])
def test_a_folder_without_pictures_is_an_error(tmp_path: Path, inside: str) -> None:
    for name in ("Hat/1.jpg", f"Scarf/{inside}"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    with pytest.raises(DatasetError, match="Scarf holds no pictures; move some right into it, or"):
        read_photos(tmp_path)


def test_a_folders_parts_do_not_depend_on_where_it_lies(tmp_path: Path) -> None:
    for n in range(40):
        path = tmp_path / "here" / "Kilt" / f"{n}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    before = [photo.part for photo in read_photos(tmp_path / "here")]
    shutil.move(tmp_path / "here", tmp_path / "there")
    assert [photo.part for photo in read_photos(tmp_path / "there")] == before
    assert set(before) == set(Part)


def test_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="is no directory; give the folder"):
        read_photos(tmp_path / "nowhere")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"neither images\.csv nor a folder"):
        read_photos(tmp_path)


def test_a_table_whose_photos_are_gone_is_an_error(tmp_path: Path) -> None:
    folder = table(tmp_path, ("gone", "1", "Dress"), missing=frozenset({"gone"}))
    with pytest.raises(DatasetError, match=r"none of the labelled photos of images\.csv"):
        read_photos(folder)


def test_a_table_that_excel_saved_is_read(tmp_path: Path) -> None:
    folder = table(tmp_path, ("abc", "1", "Dress"))
    file = folder / "images.csv"
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert only(folder).classes == ("Dress",)


def test_a_table_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    folder = table(tmp_path, ("abc", "1", "Kostüm"))
    file = folder / "images.csv"
    file.write_text(file.read_text(encoding="utf-8"), encoding="latin-1")
    with pytest.raises(DatasetError, match=r"images\.csv isn't UTF-8; save it anew"):
        read_photos(folder)


def test_a_table_with_an_endless_field_is_an_error(tmp_path: Path) -> None:
    folder = table(tmp_path, ("abc", "1", "x" * 131_073))
    with pytest.raises(DatasetError, match=r"images\.csv is no CSV: field larger .*; save it anew"):
        read_photos(folder)


def test_a_table_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    folder = table(tmp_path, ("abc", "1", "Dress"))
    denied = PermissionError(13, "Permission denied", str(folder / "images.csv"))
    with (
        mock.patch.object(Path, "open", autospec=True, side_effect=denied),
        pytest.raises(DatasetError, match=r"images\.csv can't be read: Permission denied"),
    ):
        read_photos(folder)


def test_a_photo_of_the_table_that_may_not_be_looked_at_is_named_itself(tmp_path: Path) -> None:
    folder = table(tmp_path, ("abc", "1", "Dress"))
    denied = PermissionError(13, "Permission denied", str(folder / "images" / "abc.jpg"))
    with (
        mock.patch.object(Path, "is_file", side_effect=[True, denied]),
        pytest.raises(DatasetError, match=r"images/abc\.jpg can't be read: Permission denied"),
    ):
        read_photos(folder)


def test_a_table_of_another_kind_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "images.csv").write_text("file,class\na.jpg,Dress\n")
    with pytest.raises(
        DatasetError, match=r"images\.csv needs the columns image, label, sender_id"
    ):
        read_photos(tmp_path)


@pytest.mark.parametrize("sender", ["", " "])
def test_photos_of_nobody_are_refused(tmp_path: Path, sender: str) -> None:
    table(tmp_path, ("abc", "1", "Hoodie"), ("def", sender, "Hoodie"))
    with pytest.raises(DatasetError, match=r"images\.csv doesn't say who sent def; fill sender_id"):
        read_photos(tmp_path)


def test_a_parts_senders_are_named_once(tmp_path: Path) -> None:
    images = [
        ("abc", "4", "Hoodie"),
        ("def", "4", "Hat"),
        ("ghi", "7", "Polo"),
        ("jkl", "1", "Polo"),
    ]
    found = read_photos(table(tmp_path, *images))
    assert senders_of(found, Part.VALIDATION) == {"4", "7"}
    assert senders_of(found, Part.TEST) == {"1"}
    assert not senders_of(found, Part.TRAIN)


def test_the_split_by_sender_is_fixed() -> None:
    senders = {row["sender_id"]: Part(row["part"]) for row in rows(HERE / "senders.csv")}
    assert len(senders) == len(rows(HERE / "senders.csv"))
    assert Counter(senders.values()) == {Part.TRAIN: 93, Part.VALIDATION: 33, Part.TEST: 61}
    # The shipped networks learned from the training senders, and may never be measured on them.
    digest = hashlib.sha256((HERE / "senders.csv").read_bytes()).hexdigest()
    assert digest == "a69473c89b014d8af62ea111d2d311c0eb815d29d84b5cd1022576f1c5c6fd9e"


def test_nothing_but_ids_is_published_of_the_photos() -> None:
    assert set(rows(HERE / "senders.csv")[0]) == {"sender_id", "part"}
    assert all(row["sender_id"].isdigit() for row in rows(HERE / "senders.csv"))
    assert set(rows(HERE / "footwear.csv")[0]) == {"image", "footwear"}
    assert {row["footwear"] for row in rows(HERE / "footwear.csv")} <= {*FOOTWEAR, "bad"}


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(list(CLASS_OF))), min_size=1))
def test_a_sender_is_never_in_two_parts(
    tmp_path_factory: pytest.TempPathFactory, taken: list[tuple[int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("photos")
    table(folder, *((f"photo-{n}", str(who), label) for n, (who, label) in enumerate(taken)))
    parts: dict[str, set[Part]] = {}
    for photo in read_photos(folder):
        parts.setdefault(photo.sender, set()).add(photo.part)
    assert all(len(found) == 1 for found in parts.values())


@given(st.text())
def test_any_sender_has_a_part(sender: str) -> None:
    assert part_of(sender) in Part


@pytest.mark.parametrize(
    ("sender", "part"),
    [
        ("Hat/1.jpg", Part.VALIDATION),
        ("Hat/2.jpg", Part.VALIDATION),
        ("", Part.TEST),
        ("é", Part.TRAIN),
        ("b6a1-4c", Part.TRAIN),
    ],
)
def test_a_sender_stays_in_its_part_for_ever(sender: str, part: Part) -> None:
    assert part_of(sender) is part


def test_of_ten_senders_one_is_for_the_test_and_one_for_validation() -> None:
    parts = [part_of(f"sender {n}") for n in range(2_000)]
    assert parts.count(Part.TEST) == pytest.approx(200, abs=60)
    assert parts.count(Part.VALIDATION) == pytest.approx(200, abs=60)


def test_the_shared_photos_are_all_split_by_the_table(shared: Path) -> None:
    folder = shared / "photos"
    if not folder.is_dir():
        pytest.skip(f"{folder} isn't there")
    split = {row["sender_id"]: row["part"] for row in rows(HERE / "senders.csv")}
    found = read_photos(folder)
    assert {photo.sender for photo in found} <= set(split)
    assert all(photo.part == split[photo.sender] for photo in found)
    for part in Part:
        assert {c for p in found if p.part is part for c in p.classes} == set(CLASSES) - {"Bag"}


def test_a_name_that_isnt_utf_8_is_read(tmp_path: Path) -> None:
    (tmp_path / "Coat").mkdir()
    (tmp_path / "Coat" / os.fsdecode(b"b\xf6\xf6t.jpg")).touch()
    assert only(tmp_path).sender.encode() == b"Coat/b\\xf6\\xf6t.jpg"


def test_a_folder_that_a_mac_wrote_holds_the_same_photos_and_classes(tmp_path: Path) -> None:
    found = []
    for form in ("NFC", "NFD"):  # ü as one letter, and as u and its dots
        label = tmp_path / form / unicodedata.normalize(form, "Schürze")
        label.mkdir(parents=True)
        for number in range(40):
            (label / unicodedata.normalize(form, f"für {number}.jpg")).touch()
        photos = read_photos(tmp_path / form)
        found.append({(photo.sender, photo.classes, photo.part) for photo in photos})
    assert found[0] == found[1]
    assert {part for _, _, part in found[0]} == set(Part)


def test_a_folder_that_may_not_even_be_looked_at_is_an_error() -> None:
    with pytest.raises(DatasetError, match=r"^x+ (can't be read|is no directory)"):
        read_photos(Path("x" * 300))


def test_a_folder_that_may_not_be_entered_is_an_error(tmp_path: Path) -> None:
    denied = PermissionError(13, "Permission denied", str(tmp_path / "images.csv"))
    with (
        mock.patch.object(Path, "is_file", side_effect=denied),
        pytest.raises(
            DatasetError, match=r"images.csv can't be read: Permission denied; check its"
        ),
    ):
        read_photos(tmp_path)


def test_what_a_mac_puts_beside_a_photo_is_none(tmp_path: Path) -> None:
    (tmp_path / "Dress").mkdir()
    for name in ("a.jpg", "._a.jpg"):
        (tmp_path / "Dress" / name).touch()
    assert only(tmp_path).sender == "Dress/a.jpg"
