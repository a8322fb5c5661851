"""`python -m bot` without a token, as `make run` starts it."""

import json
import signal
import socket
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from bot.language.language import languages
from bot.settings import Settings
from bot.web.server import _greet
from tests.bot.web.conftest import Running, free_port, start


def test_the_terminal_tells_in_three_lines_where_how_and_how_to_stop(running: Running) -> None:
    where, connect, stop = running.greeting
    assert running.address in where
    assert "DISCORD_TOKEN" in connect
    assert ".env" in connect
    assert "Ctrl-C" in stop


@pytest.mark.parametrize(
    ("host", "where"),
    [
        ("0.0.0.0", "http://127.0.0.1:8080, and at this machine's addresses"),  # noqa: S104
        ("::", "http://[::1]:8080, and at this machine's addresses"),
        ("192.168.1.5", "http://192.168.1.5:8080:"),
    ],
)
def test_the_address_in_the_terminal_is_one_that_can_be_opened(
    host: str, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _greet(Settings(web_host=host, web_port=8080), languages().wording("en"))
    assert f"is at {where}" in capsys.readouterr().out.splitlines()[0]


def classify(address: str, picture: bytes) -> Any:
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}/classify", data=picture, method="POST"
    )
    with urllib.request.urlopen(request) as response:  # noqa: S310 - our own address
        return json.load(response)


def test_the_example_boot_is_an_ankle_boot(running: Running, boot: bytes) -> None:
    assert classify(running.address, boot)["classes"][0]["label"] == "Ankle boot"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("early", [True, False], ids=["while-loading", "after-an-answer"])
def test_a_signal_ends_it_cleanly(
    number: signal.Signals, tmp_path: Path, boot: bytes, *, early: bool
) -> None:
    port = free_port()
    with start(port, tmp_path) as process:
        assert process.stdout is not None
        for _ in range(3):
            assert process.stdout.readline()
        if not early:
            assert classify(f"http://127.0.0.1:{port}", boot)["classes"]
        process.send_signal(number)
        rest, errors = process.communicate(timeout=120)
    assert process.returncode == 0
    assert rest == ""
    assert errors == ""


def test_a_taken_port_is_one_line_that_names_the_variable(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with start(port, tmp_path) as process:
            output, errors = process.communicate(timeout=120)
    assert process.returncode != 0
    assert output == ""
    (line,) = [each for each in errors.splitlines() if "WEB_PORT" in each]
    assert str(port) in line
    assert "Traceback" not in errors
