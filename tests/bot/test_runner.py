"""`python -m bot` doesn't start on a database that it can't work with, and says why."""

import os
import signal
import sqlite3
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot import runner
from bot.settings import Settings
from bot.store.errors import StoreUnavailable
from tests.conftest import ROOT


def overwritten(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        file.execute("INSERT INTO alembic_version VALUES ('9999')")
        file.commit()


@pytest.mark.parametrize("spoil", [overwritten, newer])
async def test_an_unusable_database_is_one_line_and_exit_code_2(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(tmp_path / "fitcheck.db")
    (tmp_path / "heartbeat").touch()  # of one that was killed
    ours = {name.upper() for name in Settings.model_fields}
    variables = {name: value for name, value in os.environ.items() if name not in ours}
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "bot"),
        cwd=tmp_path,
        env={
            **variables,
            "PYTHONPATH": str(ROOT),
            "DATA_DIR": str(tmp_path),
            "DISCORD_TOKEN": "never.used",
        },
        stdout=PIPE,
        stderr=PIPE,
    )
    _, err = await process.communicate()
    assert process.returncode == 2, err.decode()
    lines = [line for line in err.decode().splitlines() if line.startswith("FitCheck: ")]
    assert len(lines) == 1
    assert "Traceback" not in err.decode()
    assert not (tmp_path / "heartbeat").exists()


async def test_a_signal_ends_at_once_while_the_database_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    heard_by: list[object] = []

    @asynccontextmanager
    async def waiting(_: str) -> AsyncIterator[None]:
        heard_by.append(signal.getsignal(signal.SIGTERM))
        raise StoreUnavailable("another process migrates it")
        yield

    monkeypatch.setattr(runner, "open_store", waiting)
    with pytest.raises(StoreUnavailable):
        await runner.run(Settings(_env_file=None, data_dir=tmp_path), "never.used")
    assert heard_by == [before]
