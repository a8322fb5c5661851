"""A small Discord to put FitCheck into, and the server that its attachments come from."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord.backend.cdn
import simcord.http.router
import simcord.interactions
from aiohttp import ServerDisconnectedError, web
from aiohttp.test_utils import TestServer
from simcord import Env
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle

from bot.client import FitCheck
from bot.photos.download import Downloader
from bot.settings import Settings
from bot.store.store import Store, open_store
from bot.store.url import configured
from model.engine import Engine
from tests.bot.openapi import Description


@dataclass
class Cdn:
    """The server that attachments are fetched from, which can be told to misbehave.

    Attributes
    ----------
    faults : dict of str to str
        File name to ``gone``, ``stall``, ``break`` or ``fail``.
    asked : list of str
        The file names that were asked for.
    """

    faults: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    env: Env | None = None
    stalling: asyncio.Event = field(default_factory=asyncio.Event)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        assert self.env is not None
        name = request.path.rsplit("/", 1)[-1]
        self.asked.append(name)
        data = self.env.backend.cdn.get(str(request.url))
        fault = self.faults.get(name)
        # simcord would wait for the timer of every connection that the bot keeps open.
        closing = {"Connection": "close"}
        if data is None or fault == "gone":
            return web.Response(status=404, headers=closing)
        if fault == "fail":
            return web.Response(status=502, headers=closing)
        response = web.StreamResponse(headers=closing)
        response.content_length = len(data)
        await response.prepare(request)
        if fault in {"stall", "break"}:
            await response.write(data[:100])
            if fault == "stall":
                self.stalling.set()
                await self.closing.wait()
            assert request.transport is not None
            request.transport.abort()
        else:
            await response.write(data)
        return response


@pytest.fixture
async def cdn(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Cdn]:
    cdn = Cdn()
    app = web.Application()
    app.router.add_get("/{path:.*}", cdn.serve)
    async with TestServer(app) as server:
        monkeypatch.setattr(simcord.backend.cdn, "CDN_BASE", str(server.make_url("")).rstrip("/"))
        monkeypatch.setattr(Downloader, "fetch", _waiting(cdn, Downloader.fetch))
        yield cdn
        cdn.closing.set()


def _waiting(cdn: Cdn, fetch: Callable[..., Awaitable[bytes]]) -> Callable[..., Awaitable[bytes]]:
    """Tell simcord that a stalled download waits for the clock, which tests move by hand."""

    async def waiting(downloader: Downloader, url: str) -> bytes:
        if cdn.env is not None and cdn.faults.get(url.rsplit("/", 1)[-1]) == "stall":
            data: bytes = await cdn.env.external_wait(fetch(downloader, url), reason="a stall")
            return data
        return await fetch(downloader, url)

    return waiting


@dataclass(frozen=True)
class World:
    """A server with a channel and two members, and FitCheck in it."""

    env: Env
    client: FitCheck
    store: Store
    guild: GuildHandle
    channel: ChannelHandle
    alice: MemberActor
    admin: MemberActor
    cdn: Cdn

    @property
    def mention(self) -> str:
        return f"<@{self.env.backend.bot_user.id}>"

    async def let_stalled_downloads_end(self, seconds: float) -> None:
        """Wait until a download stalls, then move the clock."""
        await self.cdn.stalling.wait()
        await self.env.advance_time(seconds)

    @property
    def answers(self) -> list[discord.Message]:
        """What FitCheck wrote into the channel."""
        me = self.env.backend.bot_user.id
        return [message for message in self.channel.history() if message.author.id == me]


Enter = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture(scope="session")
def description(workshop: Path) -> Description | None:
    """Discord's OpenAPI description, where it is at hand."""
    path = workshop / "discord" / "openapi.json"
    return Description(path) if path.exists() else None


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A host's, whose shards simcord needn't be asked for."""
    return Settings(_env_file=None, data_dir=tmp_path, shard_count=1, shard_ids=(0,))


@pytest.fixture
async def store(settings: Settings) -> AsyncIterator[Store]:
    async with open_store(configured(settings)) as store:
        yield store


@pytest.fixture
def enter(
    settings: Settings, store: Store, engine: Engine, cdn: Cdn, description: Description | None
) -> Enter:
    """Start FitCheck; an error that nobody looks at or a request against the rules fails a test."""

    @asynccontextmanager
    async def enter(
        *,
        settings: Settings = settings,
        engine: Engine = engine,
        message_content: bool = True,
    ) -> AsyncIterator[World]:
        client = FitCheck(settings, store, message_content=message_content, engine=engine)
        approved = discord.Intents.all()
        approved.message_content = message_content
        env = Env(client, settle_timeout=20.0, approved_intents=approved)
        cdn.env = env
        await env.start()
        try:
            guild = env.create_guild()
            manager = guild.create_role(
                "Manager", permissions=discord.Permissions(manage_guild=True)
            )
            yield World(
                env,
                client,
                store,
                guild,
                guild.create_text_channel("fits"),
                guild.add_member(env.create_user("alice")),
                guild.add_member(env.create_user("admin"), roles=[manager]),
                cdn,
            )
        finally:
            await env.shutdown()
            await client.close()
        env._raise_errors_since(env._errors_acknowledged)
        if description is not None:
            assert not [
                fault
                for sent in env.http_requests
                for fault in description.faults(sent.method, sent.path, sent.json)
            ]

    return enter


@pytest.fixture
async def world(enter: Enter) -> AsyncIterator[World]:
    async with enter() as world:
        yield world


Speak = Callable[[str], None]


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Speak:
    """Set the language of everybody's Discord, which is English in simcord."""
    build = simcord.interactions.base_payload

    def speak(locale: str) -> None:
        def speaking(*arguments: Any, **named: Any) -> tuple[Any, dict[str, Any]]:
            record, payload = build(*arguments, **named)
            return record, {**payload, "locale": locale}

        monkeypatch.setattr(simcord.interactions, "base_payload", speaking)

    return speak


Drop = Callable[[str, str], None]


@pytest.fixture
def drop(monkeypatch: pytest.MonkeyPatch) -> Drop:
    """Let Discord close the connection at the next request of a method to a path, as a pattern."""
    due: list[tuple[str, str]] = []
    dispatch = simcord.http.router.dispatch

    def dropping(backend: object, method: str, path: str, **named: Any) -> Any:
        for one in due:
            if method == one[0] and fnmatch(path, one[1]):
                due.remove(one)
                raise ServerDisconnectedError
        return dispatch(backend, method, path, **named)

    monkeypatch.setattr(simcord.http.router, "dispatch", dropping)
    return lambda method, path: due.append((method, path))


Compare = Callable[[object, str], None]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compare a look with the one on file beside the test; `--draw` files it anew."""

    def compare(look: object, name: str) -> None:
        path = request.path.parent / "looks" / name
        text = look if isinstance(look, str) else json.dumps(look, indent=1, ensure_ascii=False)
        if request.config.getoption("--draw"):
            path.write_text(text + "\n", encoding="utf-8")
        assert text + "\n" == path.read_text(encoding="utf-8")

    return compare
