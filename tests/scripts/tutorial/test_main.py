"""The tutorial's steps as commands."""

from pathlib import Path

import pytest
from PIL import Image

from scripts.tutorial.__main__ import main
from scripts.tutorial.steps import STEPS
from tests.scripts.tutorial.conftest import Run


@pytest.fixture
def trained(run: Run) -> str:
    """A folder that holds the network which the page trained."""
    run.names["network"].save(run.folder / "network.keras")
    return str(run.folder)


def test_load_tells_the_shapes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load"]) == 0
    assert "train (60000, 28, 28), labels (60000,)" in capsys.readouterr().out


@pytest.mark.parametrize(("step", "name"), [("image", "boot.png"), ("classes", "classes.png")])
def test_pictures_of_the_data_need_no_training(step: str, name: str, tmp_path: Path) -> None:
    assert main([step, "--folder", str(tmp_path)]) == 0
    with Image.open(tmp_path / name) as picture:
        assert picture.width > 400


def test_steps_run_in_the_order_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scale", "build", "compile"]) == 0
    out = capsys.readouterr().out
    assert "uint8 0..255" in out
    assert "float32 0.0..1.0" in out
    assert "101,770" in out
    assert "optimizer Adam, loss sparse_categorical_crossentropy" in out


def test_training_saves_what_the_next_steps_load(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--folder", str(tmp_path)]
    assert main(["train", "--epochs", "1", *folder]) == 0
    assert "1875/1875" in capsys.readouterr().out
    assert main(["evaluate", *folder]) == 0
    assert "test accuracy     0.8" in capsys.readouterr().out


def test_predicting_shows_answer_and_truth(
    trained: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["predict", "--folder", trained]) == 0
    assert "answer 9 (Ankle boot), true label 9 (Ankle boot)" in capsys.readouterr().out


def test_the_plot_of_answers(trained: str) -> None:
    (Path(trained) / "answers.png").unlink(missing_ok=True)
    assert main(["plot", "--folder", trained]) == 0
    with Image.open(Path(trained) / "answers.png") as picture:
        assert picture.width > 1000


@pytest.mark.parametrize("step", ["evaluate", "predict", "plot"])
def test_what_needs_training_says_how(
    step: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([step, "--folder", str(tmp_path)]) == 1
    assert "Train it: python -m scripts.tutorial train" in capsys.readouterr().err


def test_missing_data_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_an_unknown_step_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["knit"])
    error = capsys.readouterr().err
    assert "'knit' is none; choose from load, image" in error
    assert "[]" not in error


def test_a_damaged_network_says_what_helps(
    trained: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (Path(trained) / "network.keras").read_bytes()
    (tmp_path / "network.keras").write_bytes(whole[: len(whole) // 2])
    assert main(["predict", "--folder", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"can't read {tmp_path / 'network.keras'}" in line
    assert "Train it anew: python -m scripts.tutorial train" in line


@pytest.mark.parametrize("name", ["boot.png", "network.keras"])
def test_what_cant_be_written_is_one_clear_line(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("scripts.tutorial.steps.keras.Model.fit", lambda *_, **__: None)
    (tmp_path / name).mkdir()
    step = "image" if name == "boot.png" else "train"
    assert main([step, "--folder", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{tmp_path / name} can't be written: ")
    assert line.endswith("name another folder with --folder")


def test_ctrl_c_ends_the_steps_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(STEPS, "scale", stopped)
    assert main(["scale", "build"]) == 130
    out, error = capsys.readouterr()
    assert error == "\nstopped\n"
    assert "build" not in out
