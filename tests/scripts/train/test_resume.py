"""A run that was stopped goes on, and no other run does."""

from pathlib import Path

import pytest

from model import artifact
from model.data.photos import Part, part_of
from model.training import lessons
from scripts import train
from tests.model.files import encode, quartered
from tests.scripts.train.folders import drawn_shirt, kilt


def test_a_run_with_another_segmenter_is_not_resumed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main(["--epochs", "1", "--out", "artifact"]) == 0
    other = place / "other.keras"
    segmenter = artifact.load_network(artifact.ARTIFACTS / artifact.SEGMENTER, artifact.SEGMENTER)
    segmenter.set_weights([0.9 * weight for weight in segmenter.get_weights()])
    segmenter.save(other)
    arguments = ["--epochs", "2", "--out", "artifact", "--resume"]
    assert train.main([*arguments, "--segmenter", str(other)]) == 1
    assert "of a run with other classes, data" in capsys.readouterr().err
    assert train.main(arguments) == 0


def test_a_run_of_other_classes_is_not_resumed(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main(["--epochs", "1", "--out", "artifact"]) == 0
    arguments = ["--photos", str(photos), "--epochs", "2", "--out", "artifact", "--resume"]
    assert train.main(arguments) == 1
    error = capsys.readouterr().err
    assert "of a run with other classes, data" in error
    assert "runs/classifier/run.json" in error


def test_a_run_of_as_many_other_pictures_or_other_labels_is_not_resumed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos, orange = place / "photos", place / "negatives" / "orange.png"
    for folder in (photos / "images", orange.parent):
        folder.mkdir(parents=True)
    quartered().save(orange)
    assert part_of(orange.stem) is Part.TRAIN
    for number in range(4):
        drawn_shirt(number).save(photos / "images" / f"{number}.jpg")
    table = "image,sender_id,label\n0,8,{}\n1,8,{}\n2,4,Kilt\n3,4,Shirt\n"  # 4 for validation
    (photos / "images.csv").write_text(table.format("Kilt", "Shirt"))
    arguments = ["--photos", str(photos), "--negatives", str(orange.parent), "--out", "artifact"]
    assert train.main([*arguments, "--epochs", "1"]) == 0

    arguments += ["--epochs", "2", "--resume"]
    for path, other in (
        (photos / "images" / "0.jpg", encode(kilt(1), "JPEG")),
        (photos / "images.csv", table.format("Shirt", "Kilt").encode()),
        (orange, encode(quartered().rotate(180), "PNG")),
    ):
        before = path.read_bytes()
        path.write_bytes(other)
        assert train.main(arguments) == 1, path
        assert "of a run with other classes, data" in capsys.readouterr().err
        path.write_bytes(before)
    assert train.main(arguments) == 0


def test_a_run_from_other_weights_is_not_resumed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start = place / "start"
    assert train.main(["--epochs", "1", "--out", str(start)]) == 0
    arguments = ["--start", str(start), "--out", "artifact"]
    assert train.main([*arguments, "--epochs", "1"]) == 0
    begun = artifact.load(start)
    begun.classifier.set_weights([0.9 * weight for weight in begun.classifier.get_weights()])
    artifact.save(start, begun.card, begun.classifier, artifact.ARTIFACTS / artifact.SEGMENTER)
    assert train.main([*arguments, "--epochs", "2", "--resume"]) == 1
    assert "of a run with other classes, data" in capsys.readouterr().err


@pytest.mark.usefixtures("place")
def test_a_run_of_another_precision_is_not_resumed(capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main(["--epochs", "1"]) == 0
    assert train.main(["--epochs", "2", "--resume", "--bfloat16"]) == 1
    assert "of a run with other classes, data" in capsys.readouterr().err


def test_a_run_that_mixes_its_pictures_otherwise_is_not_resumed(
    photos: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--photos", str(photos)]
    assert train.main([*arguments, "--epochs", "1"]) == 0
    monkeypatch.setattr(lessons, "PHOTO", lessons.PHOTO + 1)
    assert train.main([*arguments, "--epochs", "2", "--resume"]) == 1
    assert "of a run with other classes, data" in capsys.readouterr().err


def test_what_ctrl_c_ends_says_how_it_goes_on(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(train, "_learned", stopped)
    assert train.main(["--out", str(place / "artifact")]) == 130
    assert "\nstopped; with --resume the same command goes on" in capsys.readouterr().err
