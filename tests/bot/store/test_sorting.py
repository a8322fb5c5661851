"""Sorting: a channel's rules, switched on and off, undone in one step."""

import pytest

from bot.store.errors import NothingToUndo
from bot.store.sorting import Action, Plan, Rule
from bot.store.store import Store, open_store
from tests.bot.store.conftest import CHANNEL, GUILD, until

TAGS = Plan((Rule("Sneaker", Action.TAG, "123"), Rule("Bag", Action.REACTION, "👜")))
COPIES = Plan((Rule("Coat", Action.COPY, "456"),), switched_on=True)


async def test_a_plan_survives_a_restart(address: str) -> None:
    async with open_store(address) as store:
        assert store.sortings.of(CHANNEL) == Plan()
        await store.sortings.change(GUILD, CHANNEL, TAGS)
    async with open_store(address) as store:
        assert store.sortings.of(CHANNEL) == TAGS
        assert store.sortings.in_guild(GUILD) == {CHANNEL: TAGS}
        assert store.sortings.in_guild(GUILD + 1) == {}


async def test_undone_in_one_step_and_done_again(store: Store) -> None:
    await store.sortings.change(GUILD, CHANNEL, TAGS)
    await store.sortings.change(GUILD, CHANNEL, COPIES)
    assert await store.sortings.undo(GUILD, CHANNEL) == TAGS
    assert store.sortings.of(CHANNEL) == TAGS
    assert await store.sortings.undo(GUILD, CHANNEL) == COPIES
    assert store.sortings.of(CHANNEL) == COPIES


async def test_the_first_plan_is_undone_to_none(store: Store) -> None:
    await store.sortings.change(GUILD, CHANNEL, COPIES)
    assert await store.sortings.undo(GUILD, CHANNEL) == Plan()


async def test_nothing_to_undo_here_or_in_another_server(store: Store) -> None:
    with pytest.raises(NothingToUndo):
        await store.sortings.undo(GUILD, CHANNEL)
    await store.sortings.change(GUILD, CHANNEL, TAGS)
    with pytest.raises(NothingToUndo):
        await store.sortings.undo(GUILD + 1, CHANNEL)
    assert store.sortings.of(CHANNEL) == TAGS


async def test_a_change_reaches_other_processes_by_itself(store: Store, address: str) -> None:
    async with open_store(address) as other:
        await store.sortings.change(GUILD, CHANNEL, COPIES)
        await until(lambda: other.sortings.of(CHANNEL) == COPIES)
