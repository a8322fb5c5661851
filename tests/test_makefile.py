"""What make would do, without its doing it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("upgraded", [False, True])
def test_an_environment_whose_python_is_gone_is_made_and_filled_anew(
    tmp_path: Path, *, upgraded: bool
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "run.stamp").touch()
    python = tmp_path / ".venv" / "bin" / "python"
    python.symlink_to(tmp_path / "gone" if upgraded else sys.executable)
    done = subprocess.run(  # noqa: S603 - our own Makefile
        ["make", "--dry-run", "run", f"PYTHON={sys.executable}"],  # noqa: S607 - wherever it is
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ("-m venv --clear .venv" in done.stdout) is upgraded  # else the dead link would stay
    assert ("-m pip install" in done.stdout) is upgraded
