"""Background work goes on, whatever happens."""

import asyncio

import pytest

from bot.store.errors import StoreUnavailable
from bot.store.repeat import end, repeat


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


async def test_work_ends_though_a_lost_connection_swallows_its_cancelling() -> None:
    working, cancelled = asyncio.Event(), 0

    async def work() -> None:
        nonlocal cancelled
        working.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError as error:
            cancelled += 1
            if cancelled == 1:
                raise StoreUnavailable("the connection was lost") from error
            raise

    tasks = [asyncio.create_task(repeat("Work", work, 0)) for _ in range(2)]
    await working.wait()
    async with asyncio.timeout(60):
        await end(tasks, seconds=0.01)
    assert all(task.cancelled() for task in tasks)


async def test_ending_nothing_and_what_has_ended_takes_no_time() -> None:
    async def once() -> None:
        pass

    task = asyncio.create_task(once())
    await task
    await end([task])
    await end([])
