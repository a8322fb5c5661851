"""The fitting room's requests, with the real network."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self
from unittest.mock import create_autospec

import pytest
from aiohttp.test_utils import BaseTestServer, TestClient
from aiohttp.web import AppRunner, Request
from yarl import URL

from bot.desk import ErrorDesk
from bot.language.language import languages
from bot.settings import Settings
from bot.web.room import FittingRoom
from model.engine import Engine
from model.errors import BrokenPicture

BOOT = (Path(__file__).parents[3] / "examples" / "ankle-boot.png").read_bytes()
LIMIT = 200_000

RULES = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Client = TestClient[Request, None]


class RoomServer(BaseTestServer):
    """Serves a room as `python -m bot` does; aiohttp's own server wouldn't."""

    def __init__(self, room: FittingRoom) -> None:
        super().__init__()
        self._room = room

    async def _make_runner(self, **_: Any) -> AppRunner:
        return self._room.runner()


class Serve(Protocol):
    async def __call__(
        self, engine: Engine | None, host: str = ..., /, **limits: Any
    ) -> tuple[FittingRoom, Client]: ...


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    async with AsyncExitStack() as stack:

        async def start(
            engine: Engine | None, host: str = "127.0.0.1", /, **limits: Any
        ) -> tuple[FittingRoom, Client]:
            settings = Settings(_env_file=None, max_bytes=LIMIT, web_host=host)
            wording, errors = languages().wording("en"), ErrorDesk(languages())
            room = FittingRoom(settings, wording, errors, **limits)
            if engine is not None:
                room.open(engine)
            client: Client = await stack.enter_async_context(TestClient(RoomServer(room)))
            return room, client

        yield start


@dataclass(frozen=True)
class Upload:
    """A photo on its way from a browser, as far as the test lets it come."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def begin(cls, client: Client, header: str) -> Self:
        """Send the head of a request."""
        assert client.port is not None
        upload = cls(*await asyncio.open_connection("127.0.0.1", client.port))
        await upload.send(
            f"POST /classify HTTP/1.1\r\nHost: 127.0.0.1\r\n{header}\r\n"
            "Expect: 100-continue\r\n\r\n".encode()
        )
        head = await upload.reader.readuntil(b"\r\n\r\n")
        assert head == b"HTTP/1.1 100 Continue\r\n\r\n"
        return upload

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self) -> tuple[int, dict[str, Any]]:
        """Wait for the answer, and leave; the status and the JSON."""
        status, *headers = (await self.reader.readuntil(b"\r\n\r\n")).decode().splitlines()
        named = dict(line.lower().split(": ", 1) for line in headers if line)
        body = await self.reader.readexactly(int(named["content-length"]))
        await self.leave()
        return int(status.split()[1]), json.loads(body)

    async def leave(self) -> None:
        self.writer.close()
        await self.writer.wait_closed()


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


async def test_an_upload_that_never_ends_is_cut_off_at_the_limit(client: Client) -> None:
    upload = await Upload.begin(client, "Transfer-Encoding: chunked")
    await upload.send(f"{LIMIT + 1:x}\r\n".encode() + b"\0" * (LIMIT + 1) + b"\r\n")
    status, answer = await upload.answer()
    assert status == 422
    assert "send a smaller copy" in answer["error"]


async def test_an_upload_that_is_declared_too_large_is_not_waited_for(client: Client) -> None:
    status, answer = await (await Upload.begin(client, f"Content-Length: {LIMIT + 1}")).answer()
    assert status == 422
    assert "send a smaller copy" in answer["error"]


@pytest.mark.parametrize("limit", ["upload_seconds", "stall_seconds"])
async def test_an_upload_that_takes_too_long_or_stalls_gets_a_sentence(
    serve: Serve, engine: Engine, limit: str
) -> None:
    _, client = await serve(engine, **{limit: 0.0})
    upload = await Upload.begin(client, f"Content-Length: {len(BOOT)}")
    status, answer = await upload.answer()
    assert status == 422
    assert "wasn't here after 0 seconds" in answer["error"]


async def test_an_upload_that_finds_no_place_gets_a_sentence(serve: Serve, engine: Engine) -> None:
    _, client = await serve(engine, places=0, upload_seconds=0.0)
    response = await client.post("/classify", data=BOOT)
    assert response.status == 422
    assert "busy with other photos" in (await response.json())["error"]


async def test_a_photo_is_not_received_before_there_is_a_place_for_it(serve: Serve) -> None:
    engine = create_autospec(Engine, instance=True)
    engine.examine.side_effect = BrokenPicture("on purpose")
    _, client = await serve(engine, places=1)
    first = await Upload.begin(client, "Content-Length: 5")
    second = await Upload.begin(client, "Content-Length: 6")
    await second.send(b"second")
    for _ in range(5):  # time enough for the second
        assert (await client.get("/")).status == 200
    await first.send(b"first")
    assert [(await upload.answer())[0] for upload in (first, second)] == [422, 422]
    assert [call.args for call in engine.examine.call_args_list] == [(b"first",), (b"second",)]


async def test_a_browser_that_leaves_gives_up_its_place(serve: Serve, engine: Engine) -> None:
    _, client = await serve(engine, places=1)
    upload = await Upload.begin(client, "Content-Length: 1000")
    await upload.leave()
    assert (await client.post("/classify", data=BOOT)).status == 200


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


async def test_a_browser_that_leaves_before_the_network_is_there_takes_nothing_with_it(
    serve: Serve, engine: Engine
) -> None:
    room, client = await serve(None)
    upload = await Upload.begin(client, f"Content-Length: {len(BOOT)}")
    await upload.send(BOOT)
    for _ in range(5):  # time enough for it to arrive
        await client.get("/healthz")
    await upload.leave()
    for _ in range(5):  # and for this to be noticed
        await client.get("/healthz")
    room.open(engine)
    assert (await client.post("/classify", data=BOOT)).status == 200


async def test_a_browser_that_leaves_is_no_fault(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    upload = await Upload.begin(client, "Content-Length: 1000")
    await upload.send(b"half of it")
    await upload.leave()
    assert (await client.post("/classify", data=BOOT)).status == 200
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_every_response_carries_the_pages_rules(client: Client) -> None:
    responses = [
        *[await client.get(path) for path in ("/", "/page/fitting-room.js", "/healthz")],
        await client.get("/example"),
        await client.get("/healthz", headers={"Host": "evil.example"}),
        await client.get("/nowhere"),
        await client.post("/classify", data=b""),
    ]
    assert [response.status for response in responses] == [200, 200, 200, 200, 403, 404, 422]
    for response in responses:
        assert RULES.items() <= dict(response.headers).items()


@pytest.mark.parametrize(
    "path",
    [
        "/page/../room.py",
        "/page/%2e%2e/room.py",
        "/page/..%2froom.py",
        "/page/",
        "/.env",
        "/room.py",
        pytest.param(f"/page/{'a' * 5000}", id="a name longer than files have"),
    ],
)
async def test_only_the_pages_own_files_are_served(client: Client, path: str) -> None:
    url = URL(f"http://127.0.0.1:{client.port}{path}", encoded=True)  # as it is, dots and all
    async with client.session.get(url) as response:
        assert response.status in {403, 404}


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:9", "LOCALHOST", "[::1]:8080"])
async def test_this_machine_is_answered_by_any_of_its_names(client: Client, host: str) -> None:
    assert (await client.get("/healthz", headers={"Host": host})).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "[", ""]
)
async def test_a_foreign_name_that_points_here_is_turned_away(client: Client, host: str) -> None:
    response = await client.get("/healthz", headers={"Host": host})
    assert response.status == 403
    assert response.content_type == "text/plain"
    sentence = await response.text()
    assert sentence.startswith("This page answers to localhost")
    assert "open it by the address" in sentence
    assert "or set WEB_HOST to that name" in sentence


async def test_the_name_that_was_set_is_answered(serve: Serve, engine: Engine) -> None:
    _, client = await serve(engine, "Wardrobe.lan")
    for host in ("wardrobe.lan", "WARDROBE.LAN:8080"):
        assert (await client.get("/healthz", headers={"Host": host})).status == 200
    assert (await client.get("/healthz", headers={"Host": "evil.example"})).status == 403


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://["]
)
async def test_another_sites_page_cant_post(client: Client, origin: str) -> None:
    response = await client.post("/classify", data=BOOT, headers={"Origin": origin})
    assert response.status == 403
    assert "open this page itself" in (await response.json())["error"]


async def test_the_pages_own_posts_pass(client: Client) -> None:
    origin = f"http://127.0.0.1:{client.port}"
    response = await client.post("/classify", data=BOOT, headers={"Origin": origin})
    assert response.status == 200
