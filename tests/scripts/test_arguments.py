"""What commands refuse before they begin."""

import argparse
import logging
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import evaluate, export, train, train_segmenter
from scripts.arguments import output, seed
from scripts.tutorial.__main__ import main as tutorial


def test_a_folder_for_what_comes_out_neednt_be_there_and_isnt_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (str(tmp_path / "a" / "b"), "a", "."):
        assert output(name) == Path(name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("below", ["", "below"])
@pytest.mark.parametrize("name", ["file", "forbidden"])
def test_a_folder_that_nothing_can_be_written_into_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, below: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "forbidden").mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path / "forbidden")
    with pytest.raises(argparse.ArgumentTypeError, match=f"{name} .*; name"):
        output(str(tmp_path / name / below))


def test_a_card_that_cant_be_written_is_told_before_it_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
    with pytest.raises(SystemExit):
        evaluate.main(["--artifact", str(tmp_path), "--write"])
    assert f"--write: {tmp_path} may not be written into" in capsys.readouterr().err


def test_a_name_that_the_system_refuses_is_refused() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="too long; name another"):
        output("x" * 300)


@pytest.mark.parametrize(
    ("main", "option"),
    [
        (train.main, "--out"),
        (evaluate.main, "--out"),
        (export.main, "--to"),
        (tutorial, "--folder"),
    ],
)
def test_every_command_that_writes_a_folder_looks_at_it_first(
    main: Callable[[list[str]], int],
    option: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit) as ended:
        main([option, str(tmp_path / "file")])
    assert ended.value.code == 2
    assert f"argument {option}: {tmp_path / 'file'} is no folder" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("11", 11), (str(2**32 - 1), 2**32 - 1)])
def test_a_seed_is_what_numpy_takes(text: str, number: int) -> None:
    assert seed(text) == number


@pytest.mark.parametrize("text", ["-1", str(2**32), "99999999999", "1.5", "²", ""])
@pytest.mark.parametrize("main", [train.main, train_segmenter.main])
def test_another_seed_is_refused(
    main: Callable[[list[str]], int], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([f"--seed={text}"])
    assert ended.value.code == 2
    assert re.search(r"argument --seed: .* is no whole number from 0 to ", capsys.readouterr().err)


def test_tensorflows_notes_for_builders_stay_out_of_the_terminal() -> None:
    assert not logging.getLogger("tensorflow").isEnabledFor(logging.WARNING)
