"""A shutdown waits for what is under way, not for ever."""

import asyncio

import pytest

from bot.inflight import InFlight


async def test_nothing_under_way_is_not_waited_for() -> None:
    await InFlight().landed(within=0.0)


async def test_all_are_waited_for() -> None:
    in_flight = InFlight()
    with in_flight.one():
        with in_flight.one():
            waiting = asyncio.create_task(in_flight.landed(within=60.0))
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not waiting.done()
    await waiting


async def test_failed_answer_is_over_too() -> None:
    in_flight = InFlight()
    with pytest.raises(ZeroDivisionError), in_flight.one():
        _ = 1 // 0
    await in_flight.landed(within=0.0)


async def test_waiting_ends_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    in_flight = InFlight()
    with in_flight.one():
        await in_flight.landed(within=0.0)
    assert "1 answers were still unfinished" in caplog.text
