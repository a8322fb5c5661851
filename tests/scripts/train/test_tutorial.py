"""The tutorial's network is trained by the same command."""

from pathlib import Path

import keras
import pytest

from scripts import train
from scripts.tutorial import steps


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
        *(["--only-photos"], ["--final"], ["--seed", "3"], ["--segmenter", "there"]),
        ["--bfloat16"],
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


@pytest.mark.usefixtures("place")
def test_ctrl_c_advises_no_option_that_the_tutorial_refuses(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "train", stopped)
    assert train.main(["--architecture", "tutorial"]) == 130
    assert capsys.readouterr().err == "\nstopped\n"
