"""Pictures without clothing, found in folders and split by what they show."""

import os
import unicodedata
from pathlib import Path

import pytest

from model.data.negatives import Negative, counted, read_negatives
from model.data.photos import Part, part_of
from model.errors import DatasetError


def touch(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def test_pictures_are_found_at_any_depth_and_nothing_else(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg", "rooms/b.PNG", "rooms/old/c.webp", "notes.txt", "rooms/d.svg")
    found = [str(n.path.relative_to(tmp_path)) for n in read_negatives((tmp_path,))]
    assert found == ["a.jpg", "rooms/b.PNG", "rooms/old/c.webp"]


def test_pictures_of_one_thing_are_never_in_two_parts(tmp_path: Path) -> None:
    touch(tmp_path, *(f"Thing-{t}_{n:03}.jpg" for t in "abcdefghijklmnop" for n in range(6)))
    found = read_negatives((tmp_path,))
    parts = {(negative.path.stem.split("_")[0], negative.part) for negative in found}
    assert len(found) == 16 * 6
    assert len(parts) == 16
    assert {part for _, part in parts} > {Part.TRAIN}


@pytest.mark.parametrize(
    "versions",
    [
        "{} {}_mirror {}_flip",
        "{}-d {}-l",
        "{}-Light {}-Dark",
        "{} {}-gimmel {}-hay_mirror {}-nun {}-shin",
        "{}-dialog-invislayer {}-dialog-transparentlayer",
    ],
)
def test_versions_of_one_picture_are_never_in_two_parts(tmp_path: Path, versions: str) -> None:
    for thing in "abcdefghijklmnop":
        touch(tmp_path / thing, *(f"{name}.jpg" for name in versions.replace("{}", thing).split()))
    found = read_negatives((tmp_path,))
    assert len({(each.path.parent, each.part) for each in found}) == 16
    assert len({each.part for each in found}) > 1


def test_what_only_ends_like_a_version_is_another_thing(tmp_path: Path) -> None:
    players = [f"{kind}-player" for kind in "abcdefghijklmnop"]
    touch(tmp_path, *(f"{name}.jpg" for name in players))
    found = read_negatives((tmp_path,))
    assert [each.part for each in found] == [part_of(name) for name in players]


def test_of_a_wallpaper_in_several_sizes_one_is_taken(tmp_path: Path) -> None:
    touch(tmp_path, "Hill/1920x1080.jpg", "Hill/800x600.png", "Lake/1920x1080.jpg", "Lake/sea.jpg")
    found = [str(n.path.relative_to(tmp_path)) for n in read_negatives((tmp_path,))]
    assert found == ["Hill/1920x1080.jpg", "Lake/1920x1080.jpg", "Lake/sea.jpg"]


def test_a_wallpapers_own_thumbnail_is_not_taken(tmp_path: Path) -> None:
    touch(tmp_path, "Hill/contents/images/1920x1080.jpg", "Hill/contents/screenshot.png")
    touch(tmp_path, "screenshot.png")
    found = [str(n.path.relative_to(tmp_path)) for n in read_negatives((tmp_path,))]
    assert found == ["Hill/contents/images/1920x1080.jpg", "screenshot.png"]


def test_what_has_two_names_is_taken_once(tmp_path: Path) -> None:
    touch(tmp_path, "single-window.png", "image-window-single.png")
    (found,) = read_negatives((tmp_path,))
    assert found.path.stem == "single-window"


@pytest.mark.parametrize("name", ["{:08}", "IMG_{:04}", "DSC{:05}", "photo-{}"])
def test_pictures_that_only_a_camera_named_are_in_all_parts(tmp_path: Path, name: str) -> None:
    touch(tmp_path, *(f"{name.format(n)}.jpg" for n in range(60)))
    assert {negative.part for negative in read_negatives((tmp_path,))} == set(Part)


@pytest.mark.parametrize("name", ["frame_{:03}", "room{:02}", "Screenshot_{}"])
def test_pictures_that_are_all_named_alike_are_in_all_parts(tmp_path: Path, name: str) -> None:
    touch(tmp_path / "rooms", *(f"{name.format(n)}.jpg" for n in range(60)))
    touch(tmp_path / "more" / "deep", *(f"{name.format(n)}.jpg" for n in range(60)))
    found = read_negatives((tmp_path / "rooms", tmp_path / "more"))
    for folder in ("rooms", "deep"):
        assert {each.part for each in found if each.path.parent.name == folder} == set(Part)


def test_how_many_there_are_for_each_part_is_counted() -> None:
    parts = [Part.TEST, Part.TRAIN, Part.TRAIN]
    negatives = [Negative(Path(str(number)), part) for number, part in enumerate(parts)]
    expected = "Pictures without clothing: 2 for train, 0 for validation, 1 for test"
    assert counted(negatives) == expected


def test_a_folder_that_is_named_like_a_picture_is_none(tmp_path: Path) -> None:
    touch(tmp_path, "rooms.jpg/a.jpg")
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere")
    found = [str(n.path.relative_to(tmp_path)) for n in read_negatives((tmp_path,))]
    assert found == ["rooms.jpg/a.jpg"]


def test_several_folders_are_read_together(tmp_path: Path) -> None:
    one, other = touch(tmp_path / "one", "a.jpg"), touch(tmp_path / "other", "a.jpg")
    assert len(read_negatives((one, other))) == 2
    assert len(read_negatives((one, one))) == 1


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("nowhere", "is no folder"),
        ("full/a.jpg", "is no folder"),
        ("empty", "holds no pictures"),
    ],
)
def test_a_folder_without_pictures_is_an_error(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "empty").mkdir()
    full = touch(tmp_path / "full", "a.jpg")
    with pytest.raises(DatasetError, match=f"{name} {cause}; give a folder that holds pictures"):
        read_negatives((full, tmp_path / name))


def test_a_name_that_isnt_utf_8_is_read(tmp_path: Path) -> None:
    touch(tmp_path, *(os.fsdecode(name) for name in (b"b\xf6se.jpg", b"b\xf6/8x6.jpg")))
    assert len(read_negatives((tmp_path,))) == 2


def test_a_things_part_is_the_same_however_a_machine_writes_its_letters(tmp_path: Path) -> None:
    things = [f"{letter}pfel" for letter in "äàáâãåëèéêïîöôü"]
    for form in ("NFC", "NFD"):
        touch(tmp_path / form, *(unicodedata.normalize(form, f"{name}_1.jpg") for name in things))
    composed, split = (
        {
            unicodedata.normalize("NFC", each.path.stem): each.part
            for each in read_negatives((tmp_path / form,))
        }
        for form in ("NFC", "NFD")
    )
    assert composed == split


def test_a_folder_that_may_not_even_be_looked_at_is_an_error() -> None:
    with pytest.raises(DatasetError, match=r"^x+ (can't be read|is no folder)"):
        read_negatives((Path("x" * 300),))


def test_what_a_mac_puts_beside_a_picture_is_none(tmp_path: Path) -> None:
    touch(tmp_path, "rooms/a.jpg", "rooms/._a.jpg")
    assert [each.path.name for each in read_negatives((tmp_path,))] == ["a.jpg"]


@pytest.mark.parametrize("name", ["room_{:02}", "IMG_{:04}", "{:05}"])
@pytest.mark.parametrize("alone", [True, False])
def test_a_numbered_picture_and_its_mirror_image_are_of_one_part(
    tmp_path: Path, name: str, *, alone: bool
) -> None:
    numbered = [name.format(number) for number in range(60)]
    others = () if alone else ("sofa.jpg",)
    touch(tmp_path, *others, *(f"{each}{end}.jpg" for each in numbered for end in ("", "_mirror")))
    parts = {each.path.stem: each.part for each in read_negatives((tmp_path,))}
    assert [parts[f"{each}_mirror"] for each in numbered] == [parts[each] for each in numbered]
