"""Counts: by server, day and class."""

import asyncio
from datetime import date

from bot.store.store import Store, open_store
from tests.bot.store.conftest import GUILD

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


async def test_pictures_are_counted_by_class_and_day(store: Store) -> None:
    store.counts.add(GUILD, ["Coat", "Coat", "Bag"], MONDAY)
    store.counts.add(GUILD, ["Bag", "Bag"], TUESDAY)
    store.counts.add(GUILD + 1, ["Shirt"], MONDAY)
    tally = await store.counts.of(GUILD)
    assert tally.total == 5
    assert list(tally.by_class.items()) == [("Bag", 3), ("Coat", 2)]
    assert list(tally.by_day.items()) == [(MONDAY, 3), (TUESDAY, 2)]
    assert (await store.counts.of(GUILD + 2)).total == 0


async def test_without_a_day_it_is_today(store: Store) -> None:
    store.counts.add(GUILD, ["Coat"])
    (count,) = (await store.counts.of(GUILD)).counts
    assert (count.label, count.pictures) == ("Coat", 1)


async def test_two_processes_counting_the_same_lose_none(store: Store, address: str) -> None:
    async with open_store(address) as other:
        for n in range(300):
            labels = ["Coat", "Bag", "Shirt"] if n % 2 else ["Shirt", "Bag", "Coat"]
            store.counts.add(GUILD, labels, MONDAY)
            other.counts.add(GUILD, reversed(labels), MONDAY)
        await asyncio.gather(store.counts.of(GUILD), other.counts.of(GUILD))
    assert (await store.counts.of(GUILD)).by_class == {"Bag": 600, "Coat": 600, "Shirt": 600}
