"""Signals as a terminal or systemd sends them."""

import signal
import subprocess
import sys

import pytest

from tests.conftest import ROOT

STUCK = """
import asyncio
from bot.signals import on_signals

async def work():
    stopped = asyncio.Event()
    on_signals(stopped.set)
    print("running", flush=True)
    await stopped.wait()
    print("stopping", flush=True)
    await asyncio.Event().wait()

asyncio.run(work())
"""
"""A program whose orderly end takes forever."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_at_once(number: signal.Signals) -> None:
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", STUCK], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            for line in ("running\n", "stopping\n"):
                assert process.stdout.readline() == line
                process.send_signal(number)
            assert process.wait(timeout=60) == -number
        finally:
            process.kill()
