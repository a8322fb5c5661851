"""Places for pictures that are answered at once, with a real server and the real network."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import BaseTestServer, TestServer

from bot.photos.classify import PER_PERSON, Answered, Classifier
from bot.photos.download import Downloader
from model.engine import Engine

ALICE, BOB = 1, 2
LIMIT = 1_000_000
MOST = 10


@dataclass
class Cdn:
    """Holds back whatever is called slow until the test lets it go."""

    data: bytes
    asked: list[str] = field(default_factory=list)
    full: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, request: web.Request) -> web.Response:
        self.asked.append(request.match_info["name"])
        if request.match_info["name"] == "slow.png":
            if len(self.asked) == PER_PERSON:
                self.full.set()
            await self.let_go.wait()
        return web.Response(body=self.data)


@pytest.fixture
async def cdn(boot: bytes) -> AsyncIterator[tuple[Cdn, BaseTestServer]]:
    cdn, app = Cdn(boot), web.Application()
    app.router.add_get("/{name}", cdn.serve)
    async with TestServer(app) as server:
        yield cdn, server


@pytest.fixture
async def classifier(engine: Engine) -> AsyncIterator[Classifier]:
    async with ClientSession() as session:
        downloader = Downloader(session, max_bytes=LIMIT, seconds=30)
        yield Classifier(engine, downloader, max_bytes=LIMIT, max_pictures=MOST)


def attachments(server: BaseTestServer, name: str, count: int) -> list[discord.Attachment]:
    url = str(server.make_url(f"/{name}"))
    data: Any = {"id": 1, "filename": name, "size": 1, "url": url, "proxy_url": url}
    state = discord.Client(intents=discord.Intents.default())._connection
    return [discord.Attachment(data=data, state=state)] * count


async def test_what_is_beyond_the_limit_is_not_even_fetched(
    cdn: tuple[Cdn, BaseTestServer], classifier: Classifier
) -> None:
    held, server = cdn
    photos = await classifier.classify(attachments(server, "boot.png", MOST + 1), ALICE)
    assert [photo.number for photo in photos] == [*range(1, MOST + 1)]
    assert len(held.asked) == MOST


async def test_nobody_waits_for_the_many_pictures_of_somebody_else(
    cdn: tuple[Cdn, BaseTestServer], classifier: Classifier
) -> None:
    held, server = cdn
    slow = attachments(server, "slow.png", MOST)
    async with asyncio.TaskGroup() as group:
        many = [group.create_task(classifier.classify(slow, ALICE)) for _ in range(2)]
        await held.full.wait()
        (answered,) = await classifier.classify(attachments(server, "boot.png", 1), BOB)
        assert isinstance(answered, Answered)
        assert held.asked == ["slow.png"] * PER_PERSON + ["boot.png"]
        held.let_go.set()
    outcomes = [photo for task in many for photo in task.result()]
    assert [photo.number for photo in outcomes] == [*range(1, MOST + 1)] * 2
    assert all(isinstance(photo, Answered) for photo in outcomes)
