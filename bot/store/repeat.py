"""Work in the background that goes on for as long as FitCheck does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection

from bot.store.errors import StoreUnavailable

log = logging.getLogger(__name__)


async def repeat(name: str, work: Callable[[], Awaitable[object]], seconds: float) -> None:
    """Do `work` again and again, `seconds` apart, until cancelled.

    A database that is gone, or refuses FitCheck, is logged once, and once more when it is back; any
    other error is logged with its traceback each time. Neither ends the work.

    Raises
    ------
    asyncio.CancelledError
        When cancelled.
    """
    reachable = True
    while True:
        try:
            await work()
        except StoreUnavailable as error:
            if reachable:
                log.warning("%s: waiting, since %s", name, error)
            reachable = False
        except Exception:
            log.exception("%s failed; trying again in %g seconds", name, seconds)
        else:
            if not reachable:
                log.info("%s: the database is back", name)
            reachable = True
        check_cancelled()
        await asyncio.sleep(seconds)


def check_cancelled() -> None:
    """End the current task if it was cancelled and something answered that in its place.

    A driver that is just losing its connection may raise that instead.

    Raises
    ------
    asyncio.CancelledError
        If the current task was cancelled.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


async def end(tasks: Collection[asyncio.Task[None]]) -> None:
    """Cancel tasks, each once, and wait until they have ended.

    A task that is left to be cancelled a second time, by `asyncio.run` say, may never end: if that
    meets aiosqlite while it closes the first one's connection, it waits for a thread that is gone.
    """
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks)
