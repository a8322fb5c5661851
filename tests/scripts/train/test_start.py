"""Going on from an artifact's weights."""

from pathlib import Path

import numpy as np
import pytest

from model import artifact
from model.data.fashion_mnist import CLASSES
from model.data.photos import Part, listed_senders
from model.training.lessons import Lessons, photo_lessons
from scripts import train
from tests.scripts.train.folders import drawn_shirt, kilt


def test_a_run_goes_on_from_an_artifact(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main(["--epochs", "1"]) == 0
    first = place / "runs" / "classifier" / "artifact"  # never among the shipped networks
    begun = artifact.load(first)

    arguments = ["--start", str(first), "--epochs", "2", "--seed", "5", "--out", "second"]
    assert train.main(arguments) == 0
    training = artifact.read_card(Path("second")).training
    assert [command.split()[3:] for command in training.commands] == [
        ["--epochs", "1"],
        ["--start", "artifact", "--epochs", "2", "--seed", "5", "--out", "second"],
    ]
    assert (training.epochs, training.seed) == (3, 5)
    again = artifact.load(Path("second")).classifier.get_weights()
    moved = [
        np.abs(a - b).max() for a, b in zip(begun.classifier.get_weights(), again, strict=True)
    ]
    assert 0 < max(moved) < 0.1

    assert train.main(["--start", str(first), "--epochs", "3", "--resume"]) == 1
    assert "of a run with other" in capsys.readouterr().err


def test_an_eleventh_class_joins_ten_that_are_known(photos: Path) -> None:
    assert train.main(["--epochs", "1", "--out", "ten"]) == 0
    arguments = ["--photos", str(photos), "--start", "ten", "--epochs", "1", "--out", "eleven"]
    assert train.main(arguments) == 0
    ten, eleven = (artifact.load(Path(name)) for name in ("ten", "eleven"))
    assert eleven.card.classes == (*CLASSES, "Kilt")
    (known, _), (kernel, bias) = (each.classifier.get_weights() for each in (ten, eleven))
    assert np.abs(kernel[:, : len(CLASSES)] - known).max() < 0.1
    assert bias.shape == (11,)


def test_a_run_doesnt_go_on_from_another_network(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--photos", str(photos), "--start", str(artifact.ARTIFACTS), "--epochs", "1"]
    assert train.main(arguments) == 1
    error = capsys.readouterr().err
    assert "by another network or in another order than T-shirt/top" in error
    assert "train without --start" in error


def test_a_wrong_beginning_is_told_before_the_lessons_are_made(
    photos: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train, "_lessons", lambda *_: pytest.fail("made lessons for nothing"))
    assert train.main(["--photos", str(photos), "--start", str(artifact.ARTIFACTS)]) == 1
    assert "train without --start" in capsys.readouterr().err


@pytest.fixture
def table(place: Path) -> Path:
    """Two senders of the public data set, one of each part, and a kilt of either."""
    folder = place / "clothing"
    (folder / "images").mkdir(parents=True)
    senders = listed_senders()
    lines = ["image,sender_id,label"]
    for part in (Part.TRAIN, Part.VALIDATION):
        sender = next(name for name in senders if senders[name] is part)
        for label, draw in (("Kilt", kilt), ("Shirt", drawn_shirt)):
            image = f"{label}-{sender}"
            draw(int(sender)).save(folder / "images" / f"{image}.jpg")
            lines.append(f"{image},{sender},{label}")
    (folder / "images.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_final_run_learns_the_validation_photos_by_the_calibration_it_has(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Lessons] = []

    def observed(*arguments: object, **options: object) -> Lessons:
        made.append(photo_lessons(*arguments, **options))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(train, "photo_lessons", observed)
    learning = ["--photos", str(table), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0
    assert train.main([*learning, "--start", "first", "--final", "--out", "second"]) == 0
    first, second = (artifact.read_card(Path(name)) for name in ("first", "second"))
    assert second.calibration == first.calibration
    assert (first.training.final, second.training.final) == (False, True)
    before, after = made
    assert len(after.sources[2].pictures) == 2 * len(before.sources[2].pictures)
    assert before.validation is not None
    assert after.validation is None


def test_what_a_final_run_has_learned_calibrates_nothing(
    table: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learning = ["--photos", str(table), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0
    assert train.main([*learning, "--start", "first", "--final", "--out", "second"]) == 0
    assert train.main([*learning, "--start", "second"]) == 1
    assert "has learned the photos on which this run would be calibrated" in capsys.readouterr().err

    # Photos of anyone else are as new to it as before.
    other = ["--photos", str(photos), "--epochs", "1", "--start", "second", "--out", "third"]
    assert train.main(other) == 0
    assert artifact.read_card(Path("third")).training.final
