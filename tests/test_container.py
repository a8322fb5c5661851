"""The container's files, checked without Docker: what they name exists, and nobody is root."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.runner import GRACE_SECONDS
from bot.store.engine import PATIENCE_SECONDS

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def stages() -> list[list[str]]:
    """The Dockerfile's instructions by stage, continuation lines joined."""
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    starts = [index for index, line in enumerate(lines) if line.startswith("FROM ")]
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]


def copied(stages: list[list[str]]) -> set[str]:
    """What is copied from the project."""
    copies = [line.split()[1:] for stage in stages for line in stage if line.startswith("COPY ")]
    return {name for words in copies if not words[0].startswith("--") for name in words[:-1]}


def test_whatever_is_copied_exists_and_may_enter_the_build(stages: list[list[str]]) -> None:
    allowed = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    names = copied(stages)
    assert names == set(allowed)
    assert {name for name in names if not (ROOT / name).exists()} == set()


def test_the_result_runs_without_root_pip_or_compilers(stages: list[list[str]]) -> None:
    build, result = stages
    assert "python -m venv --without-pip /venv" in " ".join(build)
    assert "pip uninstall --yes pip" in " ".join(result)
    assert not any("apt-get" in line for line in result)
    users = [line.split()[1] for line in result if line.startswith("USER ")]
    assert users == ["fitcheck"]


def test_python_is_process_one_and_hears_sigterm(stages: list[list[str]]) -> None:
    assert stages[-1][-1] == 'CMD ["python", "-m", "bot"]'


def test_the_healthcheck_is_a_module_of_the_bot(stages: list[list[str]]) -> None:
    (check,) = [line for line in stages[-1] if line.startswith("HEALTHCHECK ")]
    (name,) = re.findall(r'"-m", "([\w.]+)"', check)
    assert callable(import_module(name).main)


def test_scripts_and_workflow_name_files_that_exist() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text()
    assert ".ci/run" in workflow
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100
    targets = re.findall(r"^make (\w+)$", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)
    assert targets == ["lint", "docs", "test"]


@pytest.mark.parametrize(
    ("page", "pattern"),
    [
        ("compose.yaml", r"stop_grace_period: (\d+)s"),
        ("docs/hosting.md", r"^TimeoutStopSec=(\d+)$"),
    ],
)
def test_an_end_that_waits_for_a_slow_database_is_not_cut_short(page: str, pattern: str) -> None:
    (seconds,) = re.findall(pattern, (ROOT / page).read_text(), re.MULTILINE)
    # The answers under way, the write under way, and the last one.
    assert int(seconds) > GRACE_SECONDS + 2 * PATIENCE_SECONDS
