"""Background work goes on, whatever happens."""

import asyncio

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.repeat import repeat


async def test_no_error_ends_the_work(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    errors = iter(
        [None, StoreUnavailable("gone"), StoreUnavailable("gone"), ValueError("a mistake"), None]
    )
    done = asyncio.Event()

    async def work() -> None:
        try:
            error = next(errors)
        except StopIteration:
            done.set()
            return
        if error:
            raise error

    task = asyncio.create_task(repeat("Work", work, 0))
    await done.wait()
    task.cancel()
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "Work: waiting, since gone"),
        ("ERROR", "Work failed; trying again in 0 seconds"),
        ("INFO", "Work: the database is back"),
    ]
    assert caplog.records[1].exc_info
