"""What can't be trained is told in one line, before hours have passed."""

from pathlib import Path

import pytest

from model.data.photos import Part, part_of
from scripts import train
from tests.scripts.train.folders import kilt, write


def test_what_would_not_be_read_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        train.main(["--negatives", "groceries"])
    assert "without --photos no clothing is told from --negatives" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        train.main(["--photos", "photos", "--only-photos", "--fashion-mnist", "there"])
    assert "nothing is read from --fashion-mnist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--photos", "photos"], "calibrates --start on --photos"),
        (["--start", "there"], "calibrates --start on --photos"),
    ],
)
def test_a_final_run_needs_a_start_and_photos(
    capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    with pytest.raises(SystemExit):
        train.main(["--final", *options])
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("how", [[], ["--final"], ["--halfway"]])
@pytest.mark.parametrize("start", [["there", "--out", "a/../there"], ["runs/classifier/artifact"]])
def test_no_run_replaces_its_start(
    capsys: pytest.CaptureFixture[str], how: list[str], start: list[str]
) -> None:
    with pytest.raises(SystemExit):
        train.main([*how, "--photos", "photos", "--start", *start])
    assert "--out is --start, which it would replace; name another" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--start", "there", "--photos", "photos", "--final"]])
def test_halfway_needs_two_ends(capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    with pytest.raises(SystemExit):
        train.main(["--halfway", *options])
    assert "--halfway is between --start and what it learns" in capsys.readouterr().err


@pytest.mark.parametrize("epochs", ["0", "-3", "1.5", "many", ""])
def test_no_epochs_are_refused(capsys: pytest.CaptureFixture[str], epochs: str) -> None:
    with pytest.raises(SystemExit):
        train.main([f"--epochs={epochs}"])
    assert "is no whole number above zero" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({}, "holds neither images.csv nor a folder"),
        ({Part.TRAIN: 2}, "too few readable photos: 2 for training and 0"),
        ({Part.VALIDATION: 2}, "too few readable photos: 0 for training and 2"),
    ],
)
def test_too_few_photos_are_one_clear_line(
    place: Path, capsys: pytest.CaptureFixture[str], parts: dict[Part, int], message: str
) -> None:
    write(place / "photos" / "Shirt", kilt, parts)
    assert train.main(["--photos", str(place / "photos")]) == 1
    error = capsys.readouterr().err.strip()
    assert message in error
    assert "\n" not in error
    assert not (place / "runs").exists()


def test_a_class_of_which_nothing_can_be_read_isnt_learned(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(photos / "Belt", kilt, {Part.TRAIN: 2, Part.VALIDATION: 1})
    for path in (photos / "Belt").iterdir():
        if part_of(f"Belt/{path.name}") is Part.TRAIN:
            path.write_bytes(b"")
    assert train.main(["--photos", str(photos), "--epochs", "1", "--out", "artifact"]) == 1
    assert "no photo of Belt for training can be read; replace them" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--photos", "nowhere"], "nowhere is no directory; give the folder"),
        (["--segmenter", "nowhere.keras"], r"nowhere.keras is missing"),
        (["--start", "my-photos"], r"my-photos/card.json is missing"),
        (["--photos", "my-photos", "--negatives", "nowhere"], "nowhere is no folder"),
    ],
)
@pytest.mark.usefixtures("photos")
def test_missing_input_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert train.main(arguments) == 1
    error = capsys.readouterr().err.strip()
    assert message in error
    assert "\n" not in error


def test_one_class_is_nothing_to_tell_apart(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(place / "photos" / "Kilt", kilt, {Part.TRAIN: 2, Part.VALIDATION: 2})
    assert train.main(["--photos", str(place / "photos"), "--only-photos"]) == 1
    assert "the photos show Kilt only; give two classes" in capsys.readouterr().err


def test_photos_alone_need_photos(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        train.main(["--only-photos"])
    assert "--only-photos needs --photos" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--out", "mine"], ["--architecture", "tutorial"]])
def test_a_place_that_cant_be_written_costs_no_hours(
    place: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    (place / "runs").touch()
    with pytest.raises(SystemExit):
        train.main(["--epochs", "1", *options])
    assert "runs is no folder; give the command in another folder" in capsys.readouterr().err
