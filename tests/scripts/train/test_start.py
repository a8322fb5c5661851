"""Going on from an artifact's weights."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from PIL import Image, ImageColor

from model import artifact
from model.card import Calibration
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES
from model.data.photos import Part, part_of
from model.training.calibration import Answers, calibrated
from model.training.kept import Kept
from model.training.lessons import Lessons, photo_lessons
from scripts import train
from scripts.train import Weights
from tests.scripts.train.folders import drawn_shirt, kilt, write


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

    another = ["--start", str(first), "--epochs", "3", "--out", "second", "--resume"]
    assert train.main(another) == 1
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


def test_any_further_class_joins_those_of_a_start(
    place: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main(["--photos", str(photos), "--epochs", "1", "--out", "eleven"]) == 0
    capsys.readouterr()
    write(place / "more" / "Apron", kilt, {Part.TRAIN: 2, Part.VALIDATION: 1})
    arguments = ["--photos", "more", "--start", "eleven", "--epochs", "1", "--out", "twelve"]
    assert train.main(arguments) == 0
    assert artifact.read_card(Path("twelve")).classes == (*CLASSES, "Kilt", "Apron")
    assert "Apron (new) 3" in capsys.readouterr().out


def test_a_start_that_knows_hats_learns_those_of_a_table_as_hats(
    place: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (photos / "Kilt").rename(photos / "Hat")
    arguments = ["--only-photos", "--epochs", "1", "--photos"]
    assert train.main([*arguments, str(photos), "--out", "hats"]) == 0
    pictures = (photos / "Hat").rename(place / "images")
    rows = [f"{path.stem},{path.stem},Hat" for path in pictures.iterdir()]
    (place / "images.csv").write_text("\n".join(["image,sender_id,label", *rows]))
    capsys.readouterr()
    assert train.main([*arguments, str(place), "--start", "hats", "--out", "more"]) == 0
    assert f"Photos by class: Hat {len(rows)}\n" in capsys.readouterr().out


def test_a_run_doesnt_go_on_from_another_network(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--photos", str(photos), "--start", str(artifact.ARTIFACTS), "--epochs", "1"]
    assert train.main(arguments) == 1
    error = capsys.readouterr().err
    version = artifact.read_card(artifact.ARTIFACTS).version
    assert f"--start holds {version}, a network of another shape" in error
    assert "train without --start" in error


def test_a_wrong_beginning_is_told_before_the_lessons_are_made(
    photos: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(train, "_lessons", lambda *_: pytest.fail("made lessons for nothing"))
    assert train.main(["--photos", str(photos), "--start", str(artifact.ARTIFACTS)]) == 1
    assert "train without --start" in capsys.readouterr().err


def test_fashion_mnist_isnt_learned_by_a_start_of_other_classes(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ["--photos", str(photos), "--only-photos", "--epochs", "1"]
    assert train.main([*own, "--out", "own"]) == 0
    assert train.main(["--start", "own", "--epochs", "1", "--out", "both"]) == 1
    error = capsys.readouterr().err
    assert "don't begin with Fashion-MNIST's (Kilt, Shirt" in error
    assert "--only-photos" in error
    assert train.main([*own, "--start", "own", "--out", "more"]) == 0


def test_a_run_goes_on_with_the_segmenter_of_its_start(place: Path) -> None:
    assert train.main(["--epochs", "1", "--out", "first"]) == 0
    segmenter = artifact.load_network(artifact.ARTIFACTS / artifact.SEGMENTER, artifact.SEGMENTER)
    segmenter.set_weights([0.9 * weight for weight in segmenter.get_weights()])
    segmenter.save(place / "other.keras")
    arguments = ["--epochs", "1", "--segmenter", "other.keras", "--out", "first"]
    assert train.main(arguments) == 0
    assert train.main(["--start", "first", "--epochs", "1", "--out", "second"]) == 0
    sums = [artifact.read_card(Path(name)).sha256 for name in ("first", "second")]
    assert sums[0][artifact.SEGMENTER] == sums[1][artifact.SEGMENTER]
    assert sums[0][artifact.SEGMENTER] == artifact.sha256(place / "other.keras")


def test_a_final_run_learns_the_validation_photos_once_they_calibrated_its_start(
    photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Lessons] = []

    def observed(*arguments: object, **options: object) -> Lessons:
        made.append(photo_lessons(*arguments, **options))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(train, "photo_lessons", observed)
    learning = ["--photos", str(photos), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0
    assert train.main([*learning, "--start", "first", "--final", "--out", "second"]) == 0
    first, second = (artifact.read_card(Path(name)) for name in ("first", "second"))
    # Fashion-MNIST's is fitted anew, for its pictures are still kept.
    fitted = {"small_temperature": second.calibration.small_temperature}
    assert second.calibration == first.calibration.model_copy(update=fitted)
    kept = {name for name in map(_name, photos.glob("*/*")) if part_of(name) is Part.VALIDATION}
    assert not first.training.known_senders
    assert set(second.training.known_senders) == kept
    before, after = made
    number = {8: len(before.sources[2].pictures), 12: len(after.sources[2].pictures)}
    assert number[12] * 8 == number[8] * 12  # eight of a class for training, four for validation
    assert len(before.sources[-1].pictures) == len(after.sources[-1].pictures)
    assert before.validation is not None
    assert after.validation is not None
    np.testing.assert_array_equal(
        after.validation.photos.pictures, before.validation.photos.pictures
    )


def test_what_calibrates_holds_no_picture_without_clothing_that_is_learned(
    place: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    negatives = place / "negatives"
    negatives.mkdir()
    shade = {Part.TRAIN: "red", Part.VALIDATION: "lime", Part.TEST: "blue"}
    for name in "abcdefghijklmnopqrstuvwxyz":
        Image.new("RGB", (64, 64), shade[part_of(name)]).save(negatives / f"{name}.png")
    given: dict[str, Any] = {}

    def observed(*arguments: Any, **options: Any) -> Lessons:
        given.update(options)
        return photo_lessons(*arguments, **options)

    monkeypatch.setattr(train, "photo_lessons", observed)
    known = ["--photos", str(photos), "--negatives", str(negatives)]
    assert train.main([*known, "--epochs", "1", "--out", "first"]) == 0
    learned = {tuple(picture[64, 64]) for picture in given["others"].pictures}
    kept = {picture.getpixel((0, 0)) for picture in given["validation"][1]}
    red, lime, blue = map(ImageColor.getrgb, shade.values())
    assert red in learned
    assert not learned & {lime, blue}
    assert lime in kept
    assert not kept & {red, blue}


def test_a_final_run_is_calibrated_by_the_segmenter_that_it_is_given(
    place: Path, photos: Path
) -> None:
    learning = ["--photos", str(photos), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0
    segmenter = artifact.load_network(artifact.ARTIFACTS / artifact.SEGMENTER, artifact.SEGMENTER)
    segmenter.set_weights([0.9 * weight for weight in segmenter.get_weights()])
    segmenter.save(place / "other.keras")
    final = [*learning, "--start", "first", "--final"]
    assert train.main([*final, "--segmenter", "other.keras", "--out", "second"]) == 0
    first, second = (artifact.read_card(Path(name)) for name in ("first", "second"))
    assert second.sha256[artifact.SEGMENTER] == artifact.sha256(place / "other.keras")
    assert second.calibration.presence_weight != first.calibration.presence_weight


@pytest.mark.parametrize("option", ["--final", "--halfway"])
def test_such_a_run_ends_halfway_between_its_start_and_what_it_learned(
    photos: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    learning = ["--photos", str(photos), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0

    monkeypatch.setattr(train, "fit", learning_that(lambda weight: weight + 1))
    assert train.main([*learning, "--start", "first", option, "--out", "second"]) == 0
    first, second = (artifact.load(Path(name)).classifier for name in ("first", "second"))
    for before, after in zip(first.get_weights(), second.get_weights(), strict=True):
        np.testing.assert_allclose(after, before + 0.5, atol=1e-6)


def test_a_final_run_fits_fashion_mnists_temperature_to_what_it_ends_at(
    photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning = ["--photos", str(photos), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0

    monkeypatch.setattr(train, "fit", learning_that(lambda weight: 2 * weight))
    assert train.main([*learning, "--start", "first", "--final", "--out", "second"]) == 0
    before, after = (
        artifact.read_card(Path(name)).calibration.small_temperature for name in ("first", "second")
    )
    assert before is not None
    assert after == pytest.approx(1.5 * before, rel=0.05)


def test_the_network_is_calibrated_by_what_it_answers_when_it_serves(
    photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Lessons] = []
    fitted: list[Kept[Answers]] = []

    def prepared(*arguments: Any, **options: Any) -> Lessons:
        made.append(photo_lessons(*arguments, **options))
        return made[0]

    def observed(small: Any, validation: Kept[Answers]) -> Calibration:
        fitted.append(validation)
        return calibrated(small, validation)

    monkeypatch.setattr(train, "photo_lessons", prepared)
    monkeypatch.setattr(train, "calibrated", observed)
    assert train.main(["--photos", str(photos), "--epochs", "1", "--out", "first"]) == 0
    kept = made[0].validation
    assert kept is not None
    (served,) = artifact.load(Path("first")).classify(fashion_mnist.scale(kept.photos.pictures))
    np.testing.assert_allclose(fitted[0].photos.logits, served, atol=1e-4)


def test_what_people_wear_calibrates_too(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(photos / "Trouser", drawn_shirt, {Part.TRAIN: 2, Part.VALIDATION: 2})
    fitted: list[Kept[Answers]] = []

    def observed(small: Any, validation: Kept[Answers]) -> Calibration:
        fitted.append(validation)
        return calibrated(small, validation)

    monkeypatch.setattr(train, "calibrated", observed)
    assert train.main(["--photos", str(photos), "--epochs", "1", "--out", "first"]) == 0
    (validation,) = fitted
    assert validation.worn is not None
    assert validation.worn.accepted.any(axis=0).sum() == 2  # shirts and trousers, but no kilts


def test_what_a_final_run_has_learned_calibrates_nothing(
    place: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learning = ["--photos", str(photos), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0
    assert train.main([*learning, "--start", "first", "--final", "--out", "second"]) == 0
    for final in ([], ["--final"]):
        assert train.main([*learning, "--start", "second", *final]) == 1
        error = capsys.readouterr().err
        assert "has learned the photos on which this run would be calibrated" in error

    # Photos of anyone else are as new to it as before.
    write(place / "others" / "Blouse", drawn_shirt, {Part.TRAIN: 2, Part.VALIDATION: 1})
    write(place / "others" / "Kilt", kilt, {Part.TRAIN: 2})
    other = ["--photos", "others", "--epochs", "1", "--start", "second", "--out", "third"]
    assert train.main(other) == 0
    known = [artifact.read_card(Path(name)).training.known_senders for name in ("second", "third")]
    assert known[0] == known[1]


def test_halfway_calibrates_what_it_ends_at(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learning = ["--photos", str(photos), "--epochs", "1"]
    assert train.main([*learning, "--out", "first"]) == 0

    monkeypatch.setattr(train, "fit", learning_that(lambda weight: 2 * weight))
    assert train.main([*learning, "--start", "first", "--halfway", "--out", "second"]) == 0
    first, second = (artifact.read_card(Path(name)) for name in ("first", "second"))
    assert second.calibration.temperature != first.calibration.temperature
    assert not second.training.known_senders


@pytest.mark.parametrize("option", ["--final", "--halfway"])
def test_an_averaged_run_learns_no_class_that_its_start_doesnt_know(
    place: Path, photos: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    write(place / "known" / "Blouse", drawn_shirt, {Part.TRAIN: 2, Part.VALIDATION: 1})
    assert train.main(["--photos", "known", "--epochs", "1", "--out", "first"]) == 0
    arguments = ["--photos", str(photos), "--start", "first", option, "--out", "second"]
    assert train.main(arguments) == 1
    assert "--start doesn't know Kilt yet" in capsys.readouterr().err


def learning_that(change: Callable[[Weights], Weights]) -> Callable[..., keras.Model]:
    """Change every weight instead of learning."""

    def fit(model: keras.Model, *_: object, **__: object) -> keras.Model:
        model.set_weights([change(weight) for weight in model.get_weights()])
        return model

    return fit


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
