"""The fitting room: a page on this machine that answers photos as the bot does."""

import asyncio
import errno
from typing import Final

from aiohttp import web

from bot.desk import ErrorDesk
from bot.errors import SettingsError
from bot.health import beat, forget
from bot.language.language import FALLBACK, Wording, languages
from bot.settings import Settings
from bot.signals import on_signals
from bot.web.room import FittingRoom
from model.artifact import ARTIFACTS
from model.engine import Engine

ANY: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - it is the host who chooses it
"""Addresses that stand for all of a machine's, which browsers can't open, and one of those."""


def run(settings: Settings) -> None:
    """Serve the fitting room until Ctrl-C or SIGTERM.

    Parameters
    ----------
    settings : Settings
        Address and limits.

    Raises
    ------
    SettingsError
        If it can't listen where it was told to.
    ArtifactError
        If the network can't be loaded.
    """
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    wording = languages().wording(FALLBACK)
    stopped = asyncio.Event()
    on_signals(stopped.set)
    room = FittingRoom(settings, wording, ErrorDesk(languages()))
    runner = room.runner()
    await runner.setup()
    engine = None
    try:
        await _listen(runner, settings, wording)
        forget(settings.data_dir)
        _greet(settings, wording)
        engine = await _load(settings, stopped)
        if engine is not None:
            room.open(engine)
            heart = asyncio.create_task(beat(settings.data_dir, lambda: True))
            await stopped.wait()
            heart.cancel()
    finally:
        await runner.cleanup()
        if engine is not None:
            engine.close()


async def _load(settings: Settings, stopped: asyncio.Event) -> Engine | None:
    """Load the network while the page is already there; None if it is stopped meanwhile."""
    loading = asyncio.create_task(
        asyncio.to_thread(
            Engine.load,
            settings.artifact or ARTIFACTS,
            max_megapixels=settings.max_megapixels,
        )
    )
    stopping = asyncio.create_task(stopped.wait())
    await asyncio.wait({loading, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    return loading.result() if loading.done() else None


async def _listen(runner: web.AppRunner, settings: Settings, wording: Wording) -> None:
    host, port = settings.web_host, settings.web_port
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SettingsError(wording("web-port-taken", host=host, port=str(port))) from None
        raise _no_address(settings, wording, error.strerror or str(error)) from None
    except UnicodeError as error:  # of a name with an empty label, such as "a..b"
        raise _no_address(settings, wording, str(error)) from None


def _no_address(settings: Settings, wording: Wording, cause: str) -> SettingsError:
    host, port = settings.web_host, str(settings.web_port)
    return SettingsError(wording("web-no-address", host=host, port=port, cause=cause))


def _greet(settings: Settings, wording: Wording) -> None:
    here = ANY.get(settings.web_host)
    host = here or settings.web_host
    address = f"http://{f'[{host}]' if ':' in host else host}:{settings.web_port}"
    for line in (
        wording("web-where-any" if here else "web-where", address=address),
        wording("web-connect"),
        wording("web-stop"),
    ):
        print(line, flush=True)  # noqa: T201 - the page's address belongs in the terminal
