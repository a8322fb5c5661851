"""How a running FitCheck hears that it is to end."""

import asyncio
import signal
from collections.abc import Callable


def on_signals(stop: Callable[[], None]) -> None:
    """Call `stop` on SIGTERM and Ctrl-C; a second one ends at once.

    Parameters
    ----------
    stop : callable
        Called once in the running event loop, also on Windows, whose loops handle no signals.
    """
    loop = asyncio.get_running_loop()

    def hear(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(stop)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, hear)
