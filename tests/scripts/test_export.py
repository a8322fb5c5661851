"""What is exported answers as the shipped network does."""

import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from model import artifact
from model.artifact import Artifact
from model.card import Card
from scripts import export


def test_both_formats_are_written_and_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export.main(["--to", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "SavedModel" in out
    assert "LiteRT" in out
    assert (tmp_path / "saved_model" / "saved_model.pb").is_file()
    assert Card.model_validate_json((tmp_path / "card.json").read_bytes()).classes


def test_other_networks_than_the_shipped_ones_are_exported(
    trained: Artifact, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    network = keras.models.clone_model(trained.classifier)
    network.set_weights([0.9 * weight for weight in trained.classifier.get_weights()])
    card = trained.card.model_copy(update={"preparation": "another"})
    card = artifact.save(mine, card, network, artifact.ARTIFACTS / artifact.SEGMENTER)
    out = tmp_path / "out"
    assert export.main(["--artifact", str(mine), "--to", str(out)]) == 0
    assert Card.model_validate_json((out / "card.json").read_bytes()) == card
    exported = export.saved_model(out / "saved_model")
    off = export.difference(network.predict_on_batch, exported, card.input_shape)
    assert off < export.TOLERANCE


def test_an_artifact_keeps_its_card(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / artifact.CLASSIFIER).touch()
    with pytest.raises(SystemExit):
        export.main(["--to", str(tmp_path)])
    assert "name another folder" in capsys.readouterr().err
    assert not (tmp_path / artifact.CARD).exists()


def test_no_networks_are_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export.main(["--artifact", str(tmp_path / "none"), "--to", str(tmp_path)]) == 1
    assert str(tmp_path / "none") in capsys.readouterr().err


def test_a_network_that_answers_otherwise_is_told_apart(trained: Artifact) -> None:
    classifier = trained.classifier.predict_on_batch
    shape = trained.card.input_shape
    assert export.difference(classifier, classifier, shape) == 0.0
    shifted = export.difference(
        classifier, lambda pictures: classifier(pictures) + np.float32(0.5), shape
    )
    assert shifted == pytest.approx(0.5)


@pytest.mark.parametrize("factor", [1, np.nan])
def test_a_wrong_export_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    factor: float,
) -> None:
    def other(_: keras.Model, folder: Path) -> dict[str, Path]:
        keras.utils.set_random_seed(3)
        untrained = keras.Sequential(
            [keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)]
        )
        untrained.set_weights([factor * weight for weight in untrained.get_weights()])
        return write(untrained, folder)

    write = export.export
    monkeypatch.setattr(export, "export", other)
    assert export.main(["--to", str(tmp_path)]) == 1
    assert "answers otherwise" in capsys.readouterr().err


def test_without_the_interpreter_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", None)
    with pytest.raises(export.ExportError, match=r"\.\[export\]"):
        export.litert(tmp_path / "classifier.tflite")


@pytest.mark.parametrize("taken", ["saved_model", "classifier.tflite/there"])
def test_what_cant_be_written_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).touch()
    assert export.main(["--to", str(tmp_path)]) == 1
    assert f"{tmp_path} can't be written: " in capsys.readouterr().err
    assert not (tmp_path / artifact.CARD).exists()


def test_ctrl_c_ends_it_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> dict[str, Path]:
        raise KeyboardInterrupt

    monkeypatch.setattr(export, "export", stopped)
    assert export.main(["--to", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "\nstopped\n"
