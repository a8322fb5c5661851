"""`python -m bot` doesn't start on a database that it can't work with, and says why."""

import os
import sqlite3
import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.settings import Settings
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
