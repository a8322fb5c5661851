"""The fitting room's requests: the page, its health, the example and the answers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from aiohttp import web

from bot.desk import ErrorDesk
from bot.errors import FileTooLarge
from bot.language.language import Wording
from bot.settings import Settings
from bot.web.answer import compose
from bot.web.errors import RoomFull, UploadTimeout
from bot.web.guard import add_headers, guard
from model.engine import Engine
from model.errors import BrokenPicture

PAGE: Final = Path(__file__).parent / "page"
EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "ankle-boot.png"

FILES: Final = {
    "/": PAGE / "index.html",
    "/example": EXAMPLE,
    **{f"/page/{file.name}": file for file in PAGE.iterdir()},
}
"""The only files that are served, by path."""

PLACES: Final = 8
"""Photos that are held in memory at once; those of more browsers wait, unread."""

UPLOAD_SECONDS: Final = 60.0
"""The longest that a photo may take to arrive, and before that wait for a place."""

STALL_SECONDS: Final = 10.0
"""The longest that nothing may come of a photo under way: its place is given to another."""

SHUTDOWN_SECONDS: Final = 10.0
"""The longest that an end waits for answers under way."""


class FittingRoom:
    """Answers photos to a browser.

    It can be asked before the network is loaded; answers then wait for it.

    Parameters
    ----------
    settings : Settings
        Address and limits.
    wording : Wording
        The language to answer in.
    errors : ErrorDesk
        Words what can't be answered.
    places : int
        How many photos are held at once.
    upload_seconds : float
        How long a photo may take to arrive, and wait for a place.
    stall_seconds : float
        How long nothing may come of it.
    """

    def __init__(
        self,
        settings: Settings,
        wording: Wording,
        errors: ErrorDesk,
        *,
        places: int = PLACES,
        upload_seconds: float = UPLOAD_SECONDS,
        stall_seconds: float = STALL_SECONDS,
    ) -> None:
        self._settings = settings
        self._wording = wording
        self._errors = errors
        self._places = asyncio.Semaphore(places)
        self._upload_seconds = upload_seconds
        self._stall_seconds = stall_seconds
        self._engine: asyncio.Future[Engine] = asyncio.get_running_loop().create_future()

    def open(self, engine: Engine) -> None:
        """Answer with this engine from now on."""
        self._engine.set_result(engine)

    def runner(self) -> web.AppRunner:
        """Build what serves the room; the request of a browser that left is cancelled."""
        return web.AppRunner(
            self._app(),
            access_log=None,
            shutdown_timeout=SHUTDOWN_SECONDS,
            handler_cancellation=True,
        )

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[guard(self._settings.web_host, self._wording)])
        for path, file in FILES.items():
            app.router.add_get(path, partial(_send, file))
        app.router.add_get("/healthz", self._health)
        app.router.add_post("/classify", self._classify)
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._stop_waiting)
        return app

    async def _health(self, _: web.Request) -> web.Response:
        if not self._engine.done():
            sentence = self._wording("web-warming-up")
            return web.json_response({"status": "warming up", "sentence": sentence}, status=503)
        version = self._engine.result().card.version
        sentence = self._wording("web-ready")
        return web.json_response({"status": "ok", "sentence": sentence, "version": version})

    async def _classify(self, request: web.Request) -> web.Response:
        try:
            async with self._place():
                answer = await self._answer(request)
        except Exception as error:  # noqa: BLE001 - the desk words what it knows and logs the rest
            sentence = self._errors.sentence(error, self._wording, "fitting room")
            return web.json_response({"error": sentence}, status=422)
        return web.json_response(answer)

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._upload_seconds):
                await self._places.acquire()
        except TimeoutError:
            raise RoomFull(f"no place after {self._upload_seconds:g} seconds") from None
        try:
            yield
        finally:
            self._places.release()

    async def _answer(self, request: web.Request) -> dict[str, Any]:
        data = await self._receive(request)
        engine = await asyncio.shield(self._engine)
        stages = await engine.examine(data)
        return await asyncio.to_thread(compose, stages, engine.card.version, self._wording)

    async def _receive(self, request: web.Request) -> bytes:
        """Read a posted file into memory, and no more of it than the limit."""
        limit = self._settings.max_bytes
        declared = request.content_length or 0
        if declared > limit:
            raise FileTooLarge(declared, limit)
        now, data = asyncio.get_running_loop().time, bytearray()
        begun = now()
        latest = begun + self._upload_seconds
        try:
            async with asyncio.timeout_at(min(latest, begun + self._stall_seconds)) as end:
                async for chunk in request.content.iter_any():
                    end.reschedule(min(latest, now() + self._stall_seconds))
                    data += chunk
                    if len(data) > limit:
                        raise FileTooLarge(len(data), limit)
        except TimeoutError:
            raise UploadTimeout(now() - begun) from None
        except web.RequestPayloadError as error:
            raise BrokenPicture("its encoding is damaged") from error
        return bytes(data)

    async def _stop_waiting(self, _: web.Application) -> None:
        if not self._engine.done():
            self._engine.cancel()


async def _send(file: Path, _: web.Request) -> web.FileResponse:
    return web.FileResponse(file)
