"""Whatever ends a command, it is told in a line and by the exit code."""

import pytest

from model.errors import ModelError
from scripts.ending import RESUMABLE, ended


def fail(error: BaseException) -> None:
    raise error


def test_done_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(lambda: None) == 0
    assert capsys.readouterr() == ("", "")


def test_an_error_is_its_own_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(lambda: fail(ModelError("no room; make some"))) == 1
    assert capsys.readouterr() == ("", "no room; make some\n")


def test_ctrl_c_begins_a_line_and_promises_only_what_the_command_can(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended(lambda: fail(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == "\nstopped\n"
    assert ended(lambda: fail(KeyboardInterrupt()), RESUMABLE) == 130
    assert "with --resume the same command goes on" in capsys.readouterr().err


def test_what_nobody_foresaw_keeps_its_traceback() -> None:
    with pytest.raises(ZeroDivisionError):
        ended(lambda: fail(ZeroDivisionError()))
