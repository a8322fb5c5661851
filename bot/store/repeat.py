"""Work in the background that goes on for as long as FitCheck does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection

from bot.store.errors import StoreUnavailable

log = logging.getLogger(__name__)


async def repeat(name: str, work: Callable[[], Awaitable[object]], seconds: float) -> None:
    """Do `work` again and again, `seconds` apart, until cancelled.

    A database that is gone is logged once, and once more when it is back; any other error is logged
    with its traceback each time. Neither ends the work.
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
        await asyncio.sleep(seconds)


async def end(tasks: Collection[asyncio.Task[None]], seconds: float = 1.0) -> None:
    """Cancel tasks until they have ended.

    Once may not be enough: a driver that is just losing its connection may raise that instead, and
    what was to be cancelled would go on.

    Parameters
    ----------
    tasks : collection of asyncio.Task
        What has ended already is left as it is.
    seconds : float
        How long they are given before they are cancelled again.
    """
    going = {task for task in tasks if not task.done()}
    while going:
        for task in going:
            task.cancel()
        _, going = await asyncio.wait(going, timeout=seconds)
