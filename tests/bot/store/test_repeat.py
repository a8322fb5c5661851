"""Background work goes on, whatever happens."""

import asyncio

import pytest

from bot.store.errors import DatabaseRefused, StoreUnavailable
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


async def test_a_database_that_refuses_is_logged_once_and_once_when_it_is_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    errors = iter([DatabaseRefused("wrong password"), StoreUnavailable("gone")] * 3)
    done, once_more = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        error = next(errors, None)
        if error is not None:
            raise error
        if once_more.is_set():
            done.set()
        once_more.set()

    task = asyncio.create_task(repeat("Work", work, 0))
    await done.wait()
    await end([task])
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "Work: waiting, since wrong password"),
        ("INFO", "Work: the database is back"),
    ]


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
        await end(tasks)
    assert all(task.cancelled() for task in tasks)


async def test_what_is_cancelled_may_take_its_time_to_end() -> None:
    working, closed = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        working.set()
        try:
            await asyncio.Event().wait()
        finally:
            await closed.wait()  # as a driver's connection is

    task = asyncio.create_task(repeat("Work", work, 0))
    await working.wait()
    ending = asyncio.create_task(end([task]))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not ending.done()
    closed.set()
    await ending
    assert task.cancelled()
    assert task.cancelling() == 1  # a second one would break its closing off


async def test_ending_nothing_and_what_has_ended_takes_no_time() -> None:
    async def once() -> None:
        pass

    task = asyncio.create_task(once())
    await task
    await end([task])
    await end([])
