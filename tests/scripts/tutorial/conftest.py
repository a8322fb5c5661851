"""The tutorial's page, run once."""

import contextlib
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from model.data import fashion_mnist

PAGE = Path(__file__).parents[3] / "docs" / "tutorial.md"


@dataclass(frozen=True)
class Block:
    """A block of code, what the page says it prints, and what it printed."""

    code: str
    promised: str
    printed: str


@dataclass(frozen=True)
class Run:
    """The page after every block has run, in order, in one interpreter."""

    folder: Path
    blocks: list[Block]
    names: dict[str, Any]


@pytest.fixture(scope="session", autouse=True)
def _data() -> None:
    """Skip what needs the data set where it isn't; no test downloads it."""
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Do the tutorial as a reader would."""
    folder = tmp_path_factory.mktemp("tutorial")
    names: dict[str, Any] = {}
    blocks = []
    pairs = re.findall(
        r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", PAGE.read_text(), re.DOTALL
    )
    with contextlib.chdir(folder):
        for code, promised in pairs:
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(code, str(PAGE), "exec"), names)  # noqa: S102 - the page is ours
            blocks.append(Block(code, promised, printed.getvalue()))
    return Run(folder, blocks, names)
