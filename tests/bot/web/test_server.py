"""`python -m bot` without a token, as `make run` starts it."""

import json
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from aiohttp.web import Application, AppRunner

from bot.errors import SettingsError
from bot.language.language import languages
from bot.settings import Settings
from bot.web.server import _greet, _listen
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
    settings = Settings(_env_file=None, web_host=host, web_port=8080)
    _greet(settings, languages().wording("en"))
    assert f"is at {where}" in capsys.readouterr().out.splitlines()[0]


def greeted(process: subprocess.Popen[str]) -> None:
    """Wait until it listens."""
    assert process.stdout is not None
    for _ in range(3):
        assert process.stdout.readline()


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
    heartbeat = tmp_path / "heartbeat"
    heartbeat.touch()  # of one that was killed
    port = free_port()
    with start(port, tmp_path) as process:
        greeted(process)
        if early:
            assert not heartbeat.exists()
        else:
            assert classify(f"http://127.0.0.1:{port}", boot)["classes"]
            assert heartbeat.exists()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=120)
    assert process.returncode == 0
    assert rest == ""
    assert errors == ""
    assert not heartbeat.exists()


def test_a_second_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    port = free_port()
    with start(port, tmp_path) as process:
        greeted(process)
        with (
            socket.create_connection(("127.0.0.1", port)) as uploading,
            socket.create_connection(("127.0.0.1", port)) as idle,
        ):
            uploading.sendall(
                b"POST /classify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                b"Expect: 100-continue\r\n\r\n"
            )
            assert b"100 Continue" in uploading.recv(100)
            process.send_signal(signal.SIGINT)
            assert idle.recv(1) == b""  # it is ending, and waits for the upload
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=120)
    assert process.returncode == -signal.SIGINT


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


@pytest.mark.parametrize("host", ["a..b", "256.0.0.1"])
async def test_an_address_that_is_none_is_said_with_the_variables_name(host: str) -> None:
    settings, wording = Settings(_env_file=None, web_host=host), languages().wording("en")
    runner = AppRunner(Application())
    await runner.setup()
    with pytest.raises(SettingsError, match=f"WEB_HOST and WEB_PORT: can't listen on {host}"):
        await _listen(runner, settings, wording)
    await runner.cleanup()
