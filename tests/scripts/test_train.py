"""From raw pictures to an artifact that answers, by the command that people type."""

import asyncio
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image, ImageDraw

from model import artifact, network
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES, FashionMnist
from model.data.photos import Part, part_of, read_photos
from model.engine import Engine
from model.errors import DatasetError
from model.evaluation.fashion import answer_fashion
from model.training import lessons, sources
from scripts import train
from tests.model.files import encode, quartered, shirt

HELD_OUT = 200
SIZE = 640 + HELD_OUT


@pytest.fixture(scope="module")
def fashion() -> FashionMnist:
    """The first of the real data set's pictures, enough for a few steps."""
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    whole = fashion_mnist.load()
    return FashionMnist(
        whole.train_images[:SIZE],
        whole.train_labels[:SIZE],
        whole.test_images[:100],
        whole.test_labels[:100],
    )


@pytest.fixture
def place(fashion: FashionMnist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and sizes that fit into seconds."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fashion_mnist, "load", lambda directory=None: directory or fashion)
    monkeypatch.setattr(fashion_mnist, "HELD_OUT", HELD_OUT)
    monkeypatch.setattr(lessons, "SCENES", 24)
    monkeypatch.setattr(lessons, "EMPTY_SCENES", 12)
    monkeypatch.setattr(sources, "DRAWN", 12)
    monkeypatch.setattr(network, "resnet", small)
    return tmp_path


def small(classes: int) -> keras.Model:
    """A network of the shipped one's shape that compiles in a second."""
    inputs = keras.Input(network.INPUT)
    x = keras.layers.AveragePooling2D(4)(inputs)
    return keras.Model(inputs, keras.layers.Dense(classes)(keras.layers.Flatten()(x)))


def kilt(seed: int) -> Image.Image:
    """Pleats: nothing that Fashion-MNIST knows."""
    rng = np.random.default_rng(seed)
    picture = Image.new("RGB", (200, 200), "white")
    draw = ImageDraw.Draw(picture)
    color = tuple(int(c) for c in rng.integers(0, 200, 3))
    draw.polygon([(60, 40), (140, 40), (180, 170), (20, 170)], fill=color)
    for x in range(30, 180, 12):
        draw.line([(100, 0), (x, 200)], fill="black", width=2)
    return picture


def drawn_shirt(seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    return shirt("white", f"rgb{tuple(int(c) for c in rng.integers(0, 200, 3))}")


def write(folder: Path, draw: Callable[[int], Image.Image], parts: dict[Part, int]) -> None:
    """Fill a class's folder; a photo's part follows from its name."""
    folder.mkdir(parents=True)
    wanted = dict(parts)
    for number in range(1_000):
        part = part_of(f"{folder.name}/{number}.jpg")
        if wanted.get(part, 0) > 0:
            wanted[part] -= 1
            draw(number).save(folder / f"{number}.jpg")


@pytest.fixture
def photos(place: Path) -> Path:
    folder = place / "my-photos"
    parts = {Part.TRAIN: 8, Part.VALIDATION: 4}
    write(folder / "Kilt", kilt, parts)
    write(folder / "Shirt", drawn_shirt, parts)
    return folder


def test_a_folder_with_an_eleventh_class_becomes_an_artifact_that_answers_it(
    place: Path, photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kilts = sorted((photos / "Kilt").iterdir(), key=lambda path: part_of(f"Kilt/{path.name}"))
    broken = next(path for path in kilts if part_of(f"Kilt/{path.name}") is Part.TRAIN)
    broken.write_bytes(broken.read_bytes()[:300])
    out = place / "my-artifact"

    assert train.main(["--photos", str(photos), "--epochs", "1", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"left out {broken}" in said
    assert "Without --negatives" in said
    measure = f"now measure it: python -m scripts.evaluate --artifact {out} --photos {photos}\n"
    assert measure in said

    engine = Engine.load(out)
    card = engine.card
    assert card.classes == (*CLASSES, "Kilt")
    assert card.training.epochs == 1
    assert "scripts.train --photos my-photos" in card.training.commands[0]
    assert str(place) not in card.model_dump_json()
    assert card.fashion_mnist is None
    assert card.calibration.small_temperature is not None
    assert card.calibration.known_threshold > 0
    prediction = asyncio.run(engine.classify(encode(kilt(9_999), "JPEG")))
    engine.close()
    assert prediction.classes == card.classes
    assert prediction.probabilities.shape == (11,)
    assert "Kilt" in [place.label for place in prediction.ranking]
    shipped = artifact.ARTIFACTS / artifact.SEGMENTER
    assert (out / artifact.SEGMENTER).read_bytes() == shipped.read_bytes()

    # A whole run is not trained again, only written again.
    assert (
        train.main(["--photos", str(photos), "--epochs", "1", "--out", str(out), "--resume"]) == 0
    )
    again = artifact.read_card(out)
    assert again.classes == card.classes
    log = (place / "runs" / "classifier" / "log.jsonl").read_text().splitlines()
    assert [json.loads(line)["epoch"] for line in log] == [1]


def test_fashion_mnist_alone_trains_and_says_what_that_costs(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = place / "artifact"
    assert train.main(["--epochs", "1", "--out", str(out)]) == 0
    assert "Without --photos" in capsys.readouterr().out
    card = artifact.read_card(out)
    assert card.classes == CLASSES
    assert card.calibration.temperature == card.calibration.small_temperature
    assert artifact.load(out).classifier.output_shape == (None, len(CLASSES))


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


def test_measuring_goes_with_what_was_learned_from(place: Path) -> None:
    options = ["--photos", "my photos", "--negatives", "rooms", "toys"]
    parsed = train._parser().parse_args(options)
    assert train._measuring(place, parsed.photos, parsed.negatives).endswith(
        f"scripts.evaluate --artifact {place} --photos 'my photos' --negatives rooms toys"
    )


def test_a_run_with_another_segmenter_is_not_resumed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main(["--epochs", "1", "--out", "artifact"]) == 0
    other = place / "other.keras"
    segmenter = artifact.load_network(artifact.ARTIFACTS / artifact.SEGMENTER)
    segmenter.set_weights([0.9 * weight for weight in segmenter.get_weights()])
    segmenter.save(other)
    arguments = ["--epochs", "2", "--out", "artifact", "--resume"]
    assert train.main([*arguments, "--segmenter", str(other)]) == 1
    assert "of a run with other classes, data, seed or networks" in capsys.readouterr().err
    assert train.main(arguments) == 0


def test_a_run_of_other_classes_is_not_resumed(
    photos: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main(["--epochs", "1", "--out", "artifact"]) == 0
    arguments = ["--photos", str(photos), "--epochs", "2", "--out", "artifact", "--resume"]
    assert train.main(arguments) == 1
    error = capsys.readouterr().err
    assert "of a run with other classes, data, seed or networks" in error
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


def test_the_tutorials_network(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = place / "artifact"
    assert train.main(["--architecture", "tutorial", "--epochs", "2", "--out", str(out)]) == 0
    assert "test accuracy" in capsys.readouterr().out
    trained = keras.saving.load_model(out / "network.keras")
    assert trained.output_shape == (None, 10)


def test_the_tutorials_network_never_lands_among_the_shipped_ones(place: Path) -> None:
    assert train.main(["--architecture", "tutorial", "--epochs", "1"]) == 0
    assert (place / "runs" / "tutorial" / "network.keras").is_file()


@pytest.mark.parametrize(
    "option",
    [
        *(["--photos", "photos"], ["--resume"], ["--start", "there"], ["--negatives", "there"]),
        *(["--only-photos"], ["--seed", "3"], ["--segmenter", "there"], ["--bfloat16"]),
    ],
)
def test_the_tutorial_takes_no_options_of_the_shipped_network(
    capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    with pytest.raises(SystemExit):
        train.main(["--architecture", "tutorial", *option])
    error = capsys.readouterr().err
    assert "learns from Fashion-MNIST alone" in error
    assert f"leave out {option[0]}" in error


def test_what_would_not_be_read_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        train.main(["--negatives", "groceries"])
    assert "without --photos no clothing is told from --negatives" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        train.main(["--photos", "photos", "--only-photos", "--fashion-mnist", "there"])
    assert "nothing is read from --fashion-mnist" in capsys.readouterr().err


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


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--photos", "nowhere"], "nowhere is no directory; give the folder"),
        (["--segmenter", "nowhere.keras"], r"nowhere.keras is missing"),
        (["--photos", "my-photos", "--negatives", "nowhere"], "nowhere holds no pictures"),
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


def test_classes_that_only_the_photos_know_come_last_and_in_order(photos: Path) -> None:
    write(photos / "Apron", kilt, {Part.TRAIN: 1})
    found = read_photos(photos)
    assert train.all_classes(found, CLASSES) == (*CLASSES, "Apron", "Kilt")
    assert train.all_classes(found, ()) == ("Apron", "Kilt", "Shirt")


def test_a_class_without_photos_for_training_is_told(photos: Path) -> None:
    write(photos / "Apron", kilt, {Part.TEST: 2})
    with pytest.raises(DatasetError, match="no photo of Apron falls into the training part; give"):
        train.all_classes(read_photos(photos), CLASSES)


def test_a_few_photos_alone_teach_their_own_classes(place: Path, photos: Path) -> None:
    out = place / "artifact"
    arguments = ["--photos", str(photos), "--only-photos", "--epochs", "40", "--out", str(out)]
    assert train.main(arguments) == 0
    loaded = artifact.load(out)
    assert loaded.card.classes == ("Kilt", "Shirt")
    assert answer_fashion(loaded, None, Part.TEST) is None
    unseen = [encode(draw(n), "JPEG") for draw in (kilt, drawn_shirt) for n in range(5_000, 5_010)]

    async def answers() -> list[str]:
        with closing(Engine(loaded)) as engine:
            return [(await engine.classify(data)).label for data in unseen]

    right = np.array(asyncio.run(answers())) == np.repeat(["Kilt", "Shirt"], 10)
    assert right.mean() >= 0.9


def test_one_class_is_nothing_to_tell_apart(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(place / "photos" / "Kilt", kilt, {Part.TRAIN: 2, Part.VALIDATION: 2})
    assert train.main(["--photos", str(place / "photos"), "--only-photos"]) == 1
    assert "the photos show Kilt only; give two classes" in capsys.readouterr().err


def test_photos_alone_need_photos(capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main(["--only-photos"]) == 1
    assert "--only-photos needs --photos" in capsys.readouterr().err
