"""A shutdown waits for what is under way, not for ever."""

import asyncio

import pytest

from bot.errors import ShuttingDown
from bot.inflight import InFlight
from bot.store.forgetting import Forgetting
from bot.store.index_jobs import IndexJobs
from tests.bot.conftest import World


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


@pytest.fixture
def busy(world: World, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What a shutdown would wait for, each time that the database is asked."""
    counts: list[int] = []

    def watch(owner: type, name: str) -> None:
        ask = getattr(owner, name)

        async def watched(*arguments: object) -> object:
            counts.append(world.client.in_flight.count)
            return await ask(*arguments)

        monkeypatch.setattr(owner, name, watched)

    watch(Forgetting, "person")
    watch(IndexJobs, "in_guild")
    return counts


async def test_commands_are_waited_for(world: World, busy: list[int]) -> None:
    await world.alice.slash(world.channel, "forget-me")
    assert (busy, world.client.in_flight.count) == ([1], 0)


async def test_presses_in_panels_are_waited_for(world: World, busy: list[int]) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    await world.admin.click(panel, label="Refresh")
    assert (busy, world.client.in_flight.count) == ([1, 1], 0)


async def test_what_comes_during_a_shutdown_is_told_or_left(
    world: World, busy: list[int], boot: bytes
) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    await world.client.in_flight.landed(within=60.0)
    asked = (
        await world.alice.slash(world.channel, "forget-me"),
        await world.admin.click(panel, label="Refresh"),
    )
    for one in asked:
        assert one.ephemeral
        assert one.response is not None
        assert "being restarted" in one.response.content
    await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
    assert not world.answers
    assert (busy, world.client.in_flight.count) == ([1], 0)  # the panel's, before
    # The press; nor is the message an error, of which nobody would be told.
    assert [type(error) for error in world.env.errors] == [ShuttingDown]
