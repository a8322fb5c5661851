"""The heartbeat as Docker's healthcheck sees it."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.health import STALE, beat, fault, forget

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def beating(directory: Path, *, able: bool) -> AsyncIterator[None]:
    """Let one heartbeat pass and the next be waited for."""
    task = asyncio.create_task(beat(directory, lambda: able))
    await asyncio.sleep(0)
    assert not task.done()
    yield
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def check(directory: Path) -> subprocess.CompletedProcess[str]:
    """Run the healthcheck as the container does."""
    return subprocess.run(
        [sys.executable, "-m", "bot.health"],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(directory)},
        capture_output=True,
        text=True,
        check=False,
    )


async def test_one_that_can_answer_is_healthy(tmp_path: Path) -> None:
    async with beating(tmp_path / "data", able=True):
        done = check(tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")


async def test_one_that_ended_is_not(tmp_path: Path) -> None:
    async with beating(tmp_path, able=True):
        pass
    done = check(tmp_path)
    assert done.returncode == 1
    assert f"no heartbeat in {tmp_path}: FitCheck isn't running" in done.stderr
    assert "or it uses another DATA_DIR; look into its log" in done.stderr


def test_one_that_was_killed_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "heartbeat").touch()
    forget(tmp_path)
    assert check(tmp_path).returncode == 1
    forget(tmp_path)  # as at the very first start


async def test_one_that_lost_its_connection_is_not(tmp_path: Path) -> None:
    async with beating(tmp_path, able=False):
        done = check(tmp_path)
    assert done.returncode == 1
    assert "isn't connected" in done.stderr


async def test_a_data_folder_that_is_none_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = check(tmp_path / "file")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert f"{tmp_path / 'file' / 'heartbeat'} can't be read: Not a directory" in line
    assert "DATA_DIR" in line


async def test_a_folder_that_cannot_be_written_is_said_and_survived(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    async with beating(tmp_path / "file", able=True):
        assert "No heartbeat" in caplog.text
    assert "The heartbeat stays" in caplog.text


async def test_one_that_hangs_is_not(tmp_path: Path) -> None:
    async with beating(tmp_path, able=True):
        last = (tmp_path / "heartbeat").stat().st_mtime
        assert fault(tmp_path, last + STALE) is None
        said = str(fault(tmp_path, last + STALE + 1))
    assert "is 61 s old: FitCheck isn't running, hangs or isn't connected" in said
    assert said.endswith("look into its log")


async def test_one_that_hangs_is_not_either_once_the_clock_was_set_back(tmp_path: Path) -> None:
    async with beating(tmp_path, able=True):
        last = (tmp_path / "heartbeat").stat().st_mtime
        assert fault(tmp_path, last - STALE) is None
        assert "hangs or isn't connected" in str(fault(tmp_path, last - STALE - 1))
