"""`python -m bot` as hosts run it: a process, its last words and its exit code."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer, unused_port

from bot.settings import Settings
from tests.bot.local_discord import LAUNCH, LocalDiscord
from tests.conftest import ROOT

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"  # noqa: S105 - a made-up one


@pytest.fixture
async def local(boot: bytes) -> AsyncIterator[LocalDiscord]:
    local = LocalDiscord(TOKEN, boot)
    async with TestServer(local.app()) as server:
        local.server = server
        yield local
        local.release.set()


Start = Callable[..., Awaitable[Process]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Start it in an empty folder, with no settings but those given."""
    started: list[Process] = []

    async def start(
        *arguments: str, local: LocalDiscord | None = None, **variables: str
    ) -> Process:
        names = {name.upper() for name in Settings.model_fields}
        inherited = {name: value for name, value in os.environ.items() if name not in names}
        base = str(local.server.make_url("/api")) if local else "http://127.0.0.1:9/nowhere"
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", LAUNCH, base, *arguments),
            cwd=tmp_path,
            env={**inherited, "PYTHONPATH": str(ROOT), "DATA_DIR": str(tmp_path), **variables},
            stdout=PIPE,
            stderr=PIPE,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def test_wrong_setting_is_one_line_and_exit_code_2(start: Start) -> None:
    process = await start(WEB_PORT="http")
    _, err = await process.communicate()
    assert process.returncode == 2
    (line,) = err.decode().splitlines()
    assert line.startswith("FitCheck: WEB_PORT: ")


@pytest.mark.parametrize("token", ["", TOKEN])
async def test_a_wrong_data_folder_is_one_line_and_exit_code_2(
    start: Start, tmp_path: Path, token: str
) -> None:
    (tmp_path / "file").touch()
    process = await start(DATA_DIR=str(tmp_path / "file"), DISCORD_TOKEN=token)
    _, err = await process.communicate()
    assert process.returncode == 2
    (line,) = err.decode().splitlines()
    assert line.startswith("FitCheck: DATA_DIR: ")


async def test_a_wrong_database_address_is_told_before_there_is_a_token(start: Start) -> None:
    process = await start(DATABASE_URL="mysql://fitcheck", WEB_PORT=str(unused_port()))
    _, err = await process.communicate()
    assert process.returncode == 2
    (line,) = err.decode().splitlines()
    assert line.startswith("FitCheck: DATABASE_URL starts with mysql://")


@pytest.mark.parametrize("where", ["file/fitcheck.db", "."])
async def test_a_wrong_database_file_is_one_line_and_exit_code_2(
    start: Start, tmp_path: Path, where: str
) -> None:
    (tmp_path / "file").touch()
    address = f"sqlite:///{tmp_path / where}"
    process = await start(DATABASE_URL=address, DISCORD_TOKEN=TOKEN)
    _, err = await process.communicate()
    assert process.returncode == 2
    (line,) = err.decode().splitlines()
    assert f"{tmp_path / where} can't be opened" in line
    assert "DATABASE_URL" in line


async def test_a_database_server_that_isnt_there_is_one_line_and_exit_code_1(start: Start) -> None:
    address = "postgresql://fitcheck:hunter2@127.0.0.1:1/fitcheck"
    process = await start(DATABASE_URL=address, DISCORD_TOKEN=TOKEN)
    _, err = await process.communicate()
    assert process.returncode == 1
    (line,) = err.decode().splitlines()
    assert "DATABASE_URL" in line
    assert "hunter2" not in line


async def test_a_wrong_artifact_is_one_line_and_exit_code_2(start: Start, tmp_path: Path) -> None:
    process = await start(ARTIFACT=str(tmp_path / "nowhere"), WEB_PORT=str(unused_port()))
    _, err = await process.communicate()
    assert process.returncode == 2
    assert "FitCheck: ARTIFACT: " in err.decode()
    assert "Traceback" not in err.decode()


async def test_refused_token_is_one_line_and_exit_code_2(start: Start, local: LocalDiscord) -> None:
    wrong = TOKEN[::-1]
    process = await start(local=local, DISCORD_TOKEN=wrong)
    _, err = await process.communicate()
    assert process.returncode == 2
    said = [line for line in err.decode().splitlines() if line.startswith("FitCheck: ")]
    assert len(said) == 1
    assert said[0].startswith("FitCheck: DISCORD_TOKEN: Discord refused it")
    assert "Traceback" not in err.decode()
    assert wrong not in err.decode()


@pytest.mark.parametrize(
    ("refusal", "code", "words"),
    [
        (4004, 2, "DISCORD_TOKEN: Discord refused it"),
        (4013, 1, "Discord can't be reached: "),
    ],
)
async def test_a_gateway_that_refuses_is_one_line(
    start: Start, local: LocalDiscord, refusal: int, code: int, words: str
) -> None:
    local.refusal = refusal
    process = await start(local=local, DISCORD_TOKEN=TOKEN)
    _, err = await process.communicate()
    assert process.returncode == code
    assert f"FitCheck: {words}" in err.decode()
    assert "Traceback" not in err.decode()


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (503, "503 Service Unavailable"),
        (521, "521 "),
        (429, "429 Too Many Requests; it turns this machine away"),
    ],
)
async def test_a_page_in_discords_place_is_one_line(
    start: Start, local: LocalDiscord, status: int, cause: str
) -> None:
    local.page = status
    process = await start(local=local, DISCORD_TOKEN=TOKEN)
    _, err = await process.communicate()
    assert process.returncode == 1
    assert f"FitCheck: Discord can't be reached: {cause}" in err.decode().splitlines()[-1]
    assert "<html>" not in err.decode()


@pytest.mark.parametrize("refusal", [4010, 4011])
async def test_shards_that_discord_refuses_are_one_line_and_exit_code_2(
    start: Start, local: LocalDiscord, refusal: int
) -> None:
    local.refusal = refusal
    process = await start(local=local, DISCORD_TOKEN=TOKEN, SHARD_COUNT="1", SHARD_IDS="0")
    _, err = await process.communicate()
    assert process.returncode == 2
    assert "FitCheck: SHARD_COUNT: Discord refuses these shards" in err.decode()
    assert "Traceback" not in err.decode()


async def test_sync_without_a_token_says_so(start: Start) -> None:
    process = await start("--sync")
    _, err = await process.communicate()
    assert process.returncode == 2
    assert "FitCheck: DISCORD_TOKEN: --sync needs it" in err.decode()


async def test_unreachable_discord_is_one_line_and_exit_code_1(start: Start) -> None:
    process = await start(DISCORD_TOKEN=TOKEN)
    _, err = await process.communicate()
    assert process.returncode == 1
    assert "FitCheck: Discord can't be reached: " in err.decode()
    assert "Traceback" not in err.decode()


async def test_sync_tells_discord_and_ends(start: Start, local: LocalDiscord) -> None:
    process = await start("--sync", local=local, DISCORD_TOKEN=TOKEN)
    _, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    (names,) = local.synced
    assert {"classify", "Classify clothing", "stats"} <= set(names)
    assert not local.intents  # it doesn't connect


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_runs_without_the_intent_and_finishes_its_answer_when_told_to_end(
    start: Start, local: LocalDiscord, number: signal.Signals
) -> None:
    process = await start(local=local, DISCORD_TOKEN=TOKEN, LOG_LEVEL="DEBUG")
    # The picture is asked for and held back, so an answer is under way when the signal comes.
    async with asyncio.timeout(120):
        await local.asked_for_picture.wait()
        process.send_signal(number)
        local.release.set()
        out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert [intents.message_content for intents in local.intents] == [True, False]
    assert "Discord doesn't grant the message-content intent" in err.decode()
    (answer,) = map(json.loads, local.sent)
    assert answer["message_reference"]["message_id"]
    assert answer["attachments"][0]["description"]
    assert TOKEN not in (out + err).decode()


async def test_it_opens_the_shards_that_are_its_own(start: Start, local: LocalDiscord) -> None:
    process = await start(local=local, DISCORD_TOKEN=TOKEN, SHARD_COUNT="8", SHARD_IDS="5")
    async with asyncio.timeout(120):
        await local.asked_for_picture.wait()
        process.send_signal(signal.SIGTERM)
        local.release.set()
        _, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    assert local.shards == [[5, 8], [5, 8]]  # without the intent the second time
