"""Fetching an attachment: streamed, capped, timed out."""

import asyncio
from http import HTTPStatus
from typing import Final

import aiohttp

from bot.errors import DownloadBroken, DownloadTimeout, FileTooLarge, PictureGone

_CHUNK: Final = 64 * 1024
_GONE: Final = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class Downloader:
    """Fetches pictures into memory.

    Parameters
    ----------
    session : aiohttp.ClientSession
        What is fetched with.
    max_bytes : int
        The most bytes that are received of one file; a declared size can be a lie.
    seconds : float
        The most time for one file, in seconds.
    """

    def __init__(self, session: aiohttp.ClientSession, *, max_bytes: int, seconds: float) -> None:
        self._session = session
        self._max_bytes = max_bytes
        self._seconds = seconds

    async def fetch(self, url: str) -> bytes:
        """Fetch a whole file.

        Raises
        ------
        PictureGone, FileTooLarge, DownloadTimeout, DownloadBroken
        """
        try:
            async with asyncio.timeout(self._seconds), self._session.get(url) as response:
                return await self._read(response)
        except TimeoutError:
            raise DownloadTimeout(self._seconds) from None
        except aiohttp.ClientError as error:
            # Its words may hold the signed address, which belongs in no log.
            raise DownloadBroken(type(error).__name__) from None

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        if response.status in _GONE:
            raise PictureGone(f"HTTP {response.status}")
        if response.status != HTTPStatus.OK:
            raise DownloadBroken(f"HTTP {response.status}")
        data = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            data += chunk
            if len(data) > self._max_bytes:
                raise FileTooLarge(len(data), self._max_bytes)
        return bytes(data)
