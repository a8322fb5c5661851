"""Whether a running FitCheck can answer: a heartbeat file that `python -m bot.health` looks at.

A file and no port, because the Discord bot listens on none.
"""

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.errors import SettingsError
from bot.settings import load_settings

log = logging.getLogger(__name__)

INTERVAL: Final = 15.0
"""Seconds between two heartbeats."""

STALE: Final = 60.0
"""Seconds after which a heartbeat counts for nothing: three may be missed."""


async def beat(directory: Path, able: Callable[[], bool]) -> None:
    """Renew the heartbeat while FitCheck is able to answer, until cancelled; then remove it.

    Parameters
    ----------
    directory : Path
        The data folder; made if it isn't there.
    able : callable
        Whether FitCheck could answer a picture right now.
    """
    try:
        while True:
            if able():
                _renew(directory)
            await asyncio.sleep(INTERVAL)
    finally:
        forget(directory)


def forget(directory: Path) -> None:
    """Remove the heartbeat: one that was killed leaves it behind, and it isn't the next one's.

    Parameters
    ----------
    directory : Path
        The data folder.
    """
    try:
        _heartbeat(directory).unlink(missing_ok=True)
    except OSError as error:
        log.warning("The heartbeat stays, so a health check may be mistaken: %s", error)


def fault(directory: Path, now: float) -> str | None:
    """Say what is wrong with the FitCheck that uses a data folder; None if nothing is.

    Parameters
    ----------
    directory : Path
        The data folder.
    now : float
        Seconds since the epoch.
    """
    try:
        age = now - _heartbeat(directory).stat().st_mtime
    except FileNotFoundError:
        return (
            f"no heartbeat in {directory}: FitCheck isn't running, isn't ready yet or isn't"
            " connected, or it uses another DATA_DIR; look into its log"
        )
    except OSError as error:
        return f"{_heartbeat(directory)} can't be read: {error.strerror}; give FitCheck's DATA_DIR"
    if abs(age) > STALE:  # one from the future: the clock was set back, and no other came since
        return (
            f"the last heartbeat is {age:.0f} s old: FitCheck isn't running, hangs or isn't"
            " connected; look into its log"
        )
    return None


def _renew(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _heartbeat(directory).touch()
    except OSError as error:
        log.warning("No heartbeat, so a health check will fail: %s", error)


def _heartbeat(directory: Path) -> Path:
    return directory / "heartbeat"


def main() -> int:
    """Print a fault and return 1, or return 0."""
    try:
        found = fault(load_settings().data_dir, time.time())
    except SettingsError as error:
        found = str(error)
    if found:
        print(found, file=sys.stderr)  # noqa: T201 - docker inspect shows what a check prints
    return int(found is not None)


if __name__ == "__main__":
    sys.exit(main())
