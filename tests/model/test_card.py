"""The card: what it refuses, and what it doesn't tell."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from model.artifact import Artifact
from model.card import Calibration, Card, command_line


def test_a_card_survives_its_json(trained: Artifact) -> None:
    assert Card.model_validate_json(trained.card.model_dump_json()) == trained.card


def test_a_card_cannot_be_changed(trained: Artifact) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        trained.card.version = "another"  # type: ignore[misc]


@pytest.mark.parametrize(
    "fields",
    [
        {"temperature": 0},
        {"small_temperature": 0},
        {"sure_threshold": 1.1},
        {"known_threshold": -0.1},
        {"bias": "high"},
    ],
)
def test_impossible_calibrations_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Calibration.model_validate(fields)


def test_a_command_is_written_down_without_places(tmp_path: Path) -> None:
    arguments = ["--photos", str(tmp_path / "my photos"), f"--out={tmp_path}/new/", "--epochs", "3"]
    assert command_line("scripts.train", arguments) == (
        "python -m scripts.train --photos 'my photos' --out=new --epochs 3"
    )


def test_a_command_with_a_name_that_isnt_utf8_can_be_written_down(trained: Artifact) -> None:
    command = command_line("scripts.train", ["--photos", os.fsdecode(b"/there/foto-\xe4")])
    training = trained.card.training.model_copy(update={"commands": (command,)})
    card = trained.card.model_copy(update={"training": training})
    assert Card.model_validate_json(card.model_dump_json()).training.commands == (command,)


@pytest.mark.parametrize("argument", [".", "..", "--resume", "clothing-dataset", "--epochs=3"])
def test_what_names_no_place_stays(argument: str) -> None:
    assert command_line("scripts.evaluate", [argument]).endswith(f" {argument}")


@pytest.mark.parametrize("given", [["--photos", "{}"], ["--photos={}"], ["{}"]])
def test_an_equals_sign_in_a_place_gives_nothing_of_it_away(given: list[str]) -> None:
    place = "/home/ada/run=3/photos"
    command = command_line("scripts.train", [argument.format(place) for argument in given])
    assert "ada" not in command
    assert command.endswith("photos")
