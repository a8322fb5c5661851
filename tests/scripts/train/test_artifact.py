"""From raw pictures to an artifact that answers, by the command that people type."""

import asyncio
import json
from contextlib import closing
from pathlib import Path

import keras
import numpy as np
import pytest

from model import artifact
from model.data.fashion_mnist import CLASSES
from model.data.photos import Part, part_of
from model.engine import Engine
from model.evaluation.fashion import answer_fashion
from model.training.run import CHECKPOINT
from model.training.schedule import averaging, one_cycle
from scripts import train
from scripts.train_options import AGAIN, FINAL, FIRST, parsed
from tests.model.files import encode
from tests.scripts.train.folders import drawn_shirt, kilt


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


def test_learning_rate_and_average_follow_from_the_length_of_the_run(place: Path) -> None:
    assert train.main(["--epochs", "2", "--out", "artifact"]) == 0
    optimizer = keras.saving.load_model(place / "runs" / "classifier" / CHECKPOINT).optimizer
    steps = int(optimizer.iterations)
    assert optimizer.ema_momentum == averaging(steps)
    rates = one_cycle(FIRST.peak, steps, train.LAST).get_config()
    assert optimizer.get_config()["learning_rate"]["config"] == rates


def test_measuring_goes_with_what_was_learned_from(place: Path) -> None:
    options = ["--photos", "my photos", "--negatives", "rooms", "toys"]
    measure = f"scripts.evaluate --artifact {place} --photos 'my photos' --negatives rooms toys"
    assert train._measuring(place, parsed(options, None)).endswith(measure)
    options = ["--fashion-mnist", "there", "--epochs", "1"]
    measure = f"scripts.evaluate --artifact {place} --fashion-mnist there"
    assert train._measuring(place, parsed(options, None)).endswith(measure)


def test_how_a_run_goes_follows_from_where_it_begins() -> None:
    start, photos = ["--start", "there"], ["--photos", "photos"]
    asked: tuple[list[str], ...] = ([], start, [*start, *photos, "--final"])
    courses = [parsed(options, None).course for options in asked]
    assert courses == [FIRST, AGAIN, FINAL]
    assert FIRST.peak > AGAIN.peak > FINAL.peak
    assert FIRST.epochs > AGAIN.epochs > FINAL.epochs


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
