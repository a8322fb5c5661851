"""docs/dependencies.md and pyproject.toml name the same packages."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def required() -> list[str]:
    """What pyproject.toml asks for, with versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [line for group in groups for line in group if not line.startswith("fitcheck[")]


def test_every_dependency_is_explained_and_nothing_else() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text()
    explained = {name.lower() for name in re.findall(r"\*\*([\w.-]+)\*\*", page)}
    assert explained == {re.split(r"[\[<>=~; ]", line)[0].lower() for line in required()}


def test_every_dependency_has_an_upper_bound() -> None:
    assert [line for line in required() if "<" not in line and "~=" not in line] == []
