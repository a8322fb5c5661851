"""A fitting room as people start it, and a browser in front of it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Running:
    """A started `python -m bot`."""

    address: str
    greeting: tuple[str, ...]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def start(port: int, folder: Path) -> subprocess.Popen[str]:
    """Start `python -m bot` without a token, in a folder that holds no `.env`."""
    environment = {
        **os.environ,
        "WEB_PORT": str(port),
        "DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("DISCORD_TOKEN", None)
    return subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    port = free_port()
    with start(port, tmp_path_factory.mktemp("room")) as process:
        assert process.stdout is not None
        greeting = tuple(process.stdout.readline() for _ in range(3))
        yield Running(f"http://127.0.0.1:{port}", greeting)
        process.terminate()
        process.communicate(timeout=60)
