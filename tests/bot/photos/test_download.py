"""Downloads from a real server that keeps its word, or doesn't."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import DownloadBroken, DownloadTimeout, FileTooLarge, PictureGone
from bot.photos.download import Downloader

LIMIT = 200_000
Serve = Callable[[Callable[[web.Request], Awaitable[web.StreamResponse]]], Awaitable[str]]


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    servers = []

    async def serve(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> str:
        app = web.Application()
        app.router.add_get("/picture.png", handler)
        server = TestServer(app)
        await server.start_server()
        servers.append(server)
        return str(server.make_url("/picture.png"))

    yield serve
    for server in servers:
        await server.close()


async def fetch(session: aiohttp.ClientSession, url: str, *, seconds: float = 30.0) -> bytes:
    return await Downloader(session, max_bytes=LIMIT, seconds=seconds).fetch(url)


async def test_file_arrives_whole(serve: Serve, session: aiohttp.ClientSession) -> None:
    data = bytes(range(256)) * (LIMIT // 256)

    async def whole(_: web.Request) -> web.Response:
        return web.Response(body=data)

    assert await fetch(session, await serve(whole)) == data


async def test_more_than_declared_is_cut_off(serve: Serve, session: aiohttp.ClientSession) -> None:
    cut_off = asyncio.Event()

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(bytes(50_000))
        finally:
            cut_off.set()

    with pytest.raises(FileTooLarge):
        await fetch(session, await serve(endless))
    await cut_off.wait()


async def test_small_file_that_unpacks_to_a_large_one_is_cut_off(
    serve: Serve, session: aiohttp.ClientSession
) -> None:
    async def packed(_: web.Request) -> web.Response:
        response = web.Response(body=bytes(100 * LIMIT))
        response.enable_compression(web.ContentCoding.gzip)
        return response

    with pytest.raises(FileTooLarge):
        await fetch(session, await serve(packed))


async def test_stall_is_timed_out(serve: Serve, session: aiohttp.ClientSession) -> None:
    done = asyncio.Event()

    async def stalling(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"some")
        await done.wait()
        return response

    url = await serve(stalling)
    with pytest.raises(DownloadTimeout) as caught:
        await fetch(session, url, seconds=0.2)
    assert caught.value.seconds == 0.2
    done.set()


async def test_break_is_no_picture(serve: Serve, session: aiohttp.ClientSession) -> None:
    async def breaking(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.content_length = 1000
        await response.prepare(request)
        await response.write(b"some")
        assert request.transport is not None
        request.transport.abort()
        return response

    with pytest.raises(DownloadBroken):
        await fetch(session, await serve(breaking))


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (403, PictureGone),
        (404, PictureGone),
        (410, PictureGone),
        (429, DownloadBroken),
        (500, DownloadBroken),
    ],
)
async def test_status_is_understood(
    serve: Serve, session: aiohttp.ClientSession, status: int, error: type[Exception]
) -> None:
    async def refusing(_: web.Request) -> web.Response:
        return web.Response(status=status)

    with pytest.raises(error):
        await fetch(session, await serve(refusing))


async def test_address_is_in_no_error(session: aiohttp.ClientSession) -> None:
    with pytest.raises(DownloadBroken) as caught:
        await fetch(session, "http://127.0.0.1:9/picture.png?hm=signature")
    assert "signature" not in str(caught.value)
    assert caught.value.__suppress_context__
