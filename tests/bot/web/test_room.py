"""The fitting room's requests, with the real network."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from unittest.mock import create_autospec

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.desk import ErrorDesk
from bot.language.language import languages
from bot.settings import Settings
from bot.web.room import FittingRoom
from model.engine import Engine

BOOT = (Path(__file__).parents[3] / "examples" / "ankle-boot.png").read_bytes()
LIMIT = 200_000

Client = TestClient[Request, Application]
Serve = Callable[[Engine | None], Awaitable[tuple[FittingRoom, Client]]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    clients: list[Client] = []

    async def start(engine: Engine | None) -> tuple[FittingRoom, Client]:
        settings = Settings(max_bytes=LIMIT)
        room = FittingRoom(settings, languages().wording("en"), ErrorDesk(languages()))
        if engine is not None:
            room.open(engine)
        client = TestClient(TestServer(room.app()))
        await client.start_server()
        clients.append(client)
        return room, client

    yield start
    for client in clients:
        await client.close()


@pytest.fixture
async def client(serve: Serve, engine: Engine) -> Client:
    return (await serve(engine))[1]


async def test_a_picture_gets_the_engines_answer_in_words(client: Client, engine: Engine) -> None:
    response = await client.post("/classify", data=BOOT)
    answer = await response.json()
    prediction = await engine.classify(BOOT)
    assert response.status == 200
    assert answer["verdict"] == prediction.verdict.value
    assert "Ankle boot" in answer["headline"]
    assert [each["label"] for each in answer["classes"]] == [
        each.label for each in prediction.ranking
    ]
    assert sum(each["probability"] for each in answer["classes"]) == pytest.approx(1, abs=1e-4)
    assert len(answer["stages"]) == 5
    assert answer["seen"]["image"].startswith("data:image/png;base64,")
    assert prediction.label == "Ankle boot"
    assert engine.card.version in answer["timing"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"not a picture at all", "isn't a picture"),
        (BOOT[:3000], "damaged or cut short"),
        (b"\0" * (LIMIT + 1), "send a smaller copy"),
    ],
    ids=["empty", "text", "truncated", "large"],
)
async def test_a_file_without_an_answer_gets_a_sentence(
    client: Client, data: bytes, words: str
) -> None:
    response = await client.post("/classify", data=data)
    assert response.status == 422
    assert words in (await response.json())["error"]


async def test_a_damaged_transfer_is_not_our_fault(client: Client) -> None:
    headers = {"Content-Encoding": "gzip"}
    response = await client.post("/classify", data=b"not gzip", headers=headers)
    assert response.status == 422
    assert "damaged or cut short" in (await response.json())["error"]


async def test_an_upload_of_unknown_length_is_cut_off_at_the_limit(client: Client) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield b"\0" * (LIMIT // 4)

    response = await client.post("/classify", data=chunks())
    assert response.status == 422
    assert "send a smaller copy" in (await response.json())["error"]


async def test_a_fault_of_fitcheck_gets_the_code_that_the_log_repeats(
    serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    faulty = create_autospec(Engine, instance=True)
    faulty.examine.side_effect = RuntimeError("the network fell over")
    _, client = await serve(faulty)
    response = await client.post("/classify", data=BOOT)
    sentence = (await response.json())["error"]
    (record,) = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert record.args is not None
    assert str(record.getMessage()).split()[-1] in sentence
    assert "the network fell over" not in sentence


async def test_an_early_picture_waits_for_the_network(serve: Serve, engine: Engine) -> None:
    room, client = await serve(None)
    health = await client.get("/healthz")
    assert health.status == 503
    assert "Warming up" in (await health.json())["sentence"]
    early = asyncio.create_task(client.post("/classify", data=BOOT))
    assert (await client.get("/healthz")).status == 503
    assert not early.done()
    room.open(engine)
    assert (await early).status == 200
    health = await client.get("/healthz")
    assert health.status == 200
    assert (await health.json())["version"] == engine.card.version


async def test_a_browser_that_leaves_is_no_fault(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    assert client.port is not None
    _, writer = await asyncio.open_connection("127.0.0.1", client.port)
    head = f"POST /classify HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nContent-Length: 1000\r\n"
    writer.write(f"{head}\r\nhalf of it".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert (await client.post("/classify", data=BOOT)).status == 200
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_every_response_carries_the_pages_rules(client: Client) -> None:
    for path in ("/", "/page/fitting-room.js", "/healthz", "/example"):
        response = await client.get(path)
        assert response.status == 200
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "no-store"


async def test_only_the_pages_own_files_are_served(client: Client) -> None:
    for path in ("/page/../room.py", "/page/%2e%2e/room.py", "/page/", "/.env", "/room.py"):
        assert (await client.get(path)).status in {403, 404}


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:9", "LOCALHOST", "[::1]:8080"])
async def test_this_machine_is_answered_by_any_of_its_names(client: Client, host: str) -> None:
    assert (await client.get("/healthz", headers={"Host": host})).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "[", ""]
)
async def test_a_foreign_name_that_points_here_is_turned_away(client: Client, host: str) -> None:
    response = await client.get("/healthz", headers={"Host": host})
    assert response.status == 403
    assert "open it by the address" in (await response.json())["error"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://["]
)
async def test_another_sites_page_cant_post(client: Client, origin: str) -> None:
    response = await client.post("/classify", data=BOOT, headers={"Origin": origin})
    assert response.status == 403


async def test_the_pages_own_posts_pass(client: Client) -> None:
    origin = f"http://127.0.0.1:{client.port}"
    response = await client.post("/classify", data=BOOT, headers={"Origin": origin})
    assert response.status == 200
