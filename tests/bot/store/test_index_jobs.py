"""Taking in a channel's past: resumed after a restart, by one process at a time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.store.index_jobs import LEASE, IndexJob
from bot.store.store import Store, open_store
from tests.bot.store.conftest import CHANNEL, GUILD

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FRESH = IndexJob(CHANNEL, GUILD, None, 0, 0, finished=False)


async def test_progress_survives_a_restart(address: str) -> None:
    async with open_store(address) as store:
        await store.index_jobs.start(GUILD, CHANNEL)
        assert await store.index_jobs.claim(CHANNEL, NOON) == FRESH
        for before_id in (900, 800):
            await store.index_jobs.advance(
                CHANNEL, before_id=before_id, messages=100, pictures=7, now=NOON
            )
    half = IndexJob(CHANNEL, GUILD, 800, 200, 14, finished=False)
    async with open_store(address) as store:
        assert await store.index_jobs.unfinished() == (half,)
        await store.index_jobs.start(GUILD, CHANNEL)  # asked again: goes on
        assert await store.index_jobs.claim(CHANNEL, NOON + LEASE + timedelta(seconds=1)) == half
        await store.index_jobs.finish(CHANNEL)
        assert await store.index_jobs.unfinished() == ()
        assert await store.index_jobs.in_guild(GUILD) == (replace(half, finished=True),)
        assert await store.index_jobs.claim(CHANNEL) is None
        await store.index_jobs.start(GUILD, CHANNEL)
        assert await store.index_jobs.in_guild(GUILD) == (FRESH,)


async def test_two_processes_never_work_on_the_same(store: Store, address: str) -> None:
    async with open_store(address) as other:
        await store.index_jobs.start(GUILD, CHANNEL)
        assert await store.index_jobs.claim(CHANNEL, NOON)
        assert await other.index_jobs.claim(CHANNEL, NOON + LEASE / 2) is None
        late = NOON + LEASE * 2
        assert await other.index_jobs.claim(CHANNEL, late)
        step = {"before_id": 1, "messages": 1, "pictures": 1}
        assert await store.index_jobs.advance(CHANNEL, now=late, **step) is None
        await store.index_jobs.finish(CHANNEL)
        assert await other.index_jobs.unfinished()
        assert await other.index_jobs.advance(CHANNEL, now=late, **step)


async def test_a_clock_that_was_set_right_meanwhile_keeps_nobody_from_it(address: str) -> None:
    async with open_store(address) as store:
        await store.index_jobs.start(GUILD, CHANNEL)
        assert await store.index_jobs.claim(CHANNEL, NOON + timedelta(days=365))
    async with open_store(address) as store:
        assert await store.index_jobs.claim(CHANNEL, NOON) == FRESH


async def test_a_cancelled_job_stops_its_worker(store: Store) -> None:
    await store.index_jobs.start(GUILD, CHANNEL)
    await store.index_jobs.claim(CHANNEL)
    for _ in range(2):  # twice is as good as once
        await store.index_jobs.cancel(CHANNEL)
    assert await store.index_jobs.in_guild(GUILD) == ()
    assert await store.index_jobs.advance(CHANNEL, before_id=1, messages=1, pictures=1) is None
