"""Sorting: a channel's rules, switched on and off, undone in one step."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.store.errors import NothingToUndo, PlanChanged
from bot.store.sorting import Action, Plan, Rule
from bot.store.store import Store, open_store
from tests.bot.store.conftest import CHANNEL, GUILD, until

TAGS = Plan((Rule("Sneaker", Action.TAG, "123"), Rule("Bag", Action.REACTION, "👜")))
COPIES = Plan((Rule("Coat", Action.COPY, "456"),), switched_on=True)


async def test_a_plan_survives_a_restart(address: str) -> None:
    async with open_store(address) as store:
        assert store.sortings.of(CHANNEL) == Plan()
        await store.sortings.change(GUILD, CHANNEL, lambda _: TAGS)
    async with open_store(address) as store:
        assert store.sortings.of(CHANNEL) == TAGS
        assert store.sortings.of(CHANNEL + 1) == Plan()


async def test_undone_in_one_step_and_done_again(store: Store) -> None:
    await store.sortings.change(GUILD, CHANNEL, lambda _: TAGS)
    await store.sortings.change(GUILD, CHANNEL, lambda _: COPIES)
    await store.sortings.undo(GUILD, CHANNEL, COPIES)
    assert store.sortings.of(CHANNEL) == TAGS
    await store.sortings.undo(GUILD, CHANNEL, TAGS)
    assert store.sortings.of(CHANNEL) == COPIES


async def test_the_first_plan_is_undone_to_none(store: Store) -> None:
    await store.sortings.change(GUILD, CHANNEL, lambda _: COPIES)
    await store.sortings.undo(GUILD, CHANNEL, COPIES)
    assert store.sortings.of(CHANNEL) == Plan()


async def test_nothing_to_undo_here_or_in_another_server(store: Store) -> None:
    with pytest.raises(NothingToUndo):
        await store.sortings.undo(GUILD, CHANNEL, Plan())
    await store.sortings.change(GUILD, CHANNEL, lambda _: TAGS)
    with pytest.raises(NothingToUndo):
        await store.sortings.undo(GUILD + 1, CHANNEL, TAGS)
    assert store.sortings.of(CHANNEL) == TAGS


async def test_a_change_reaches_other_processes_by_itself(store: Store, address: str) -> None:
    async with open_store(address) as other:
        await store.sortings.change(GUILD, CHANNEL, lambda _: COPIES)
        await until(lambda: other.sortings.of(CHANNEL) == COPIES)


async def test_changes_at_once_all_last(store: Store, address: str) -> None:
    def adding(label: str) -> Callable[[Plan], Plan]:
        rule = Rule(label, Action.REACTION, "👜")
        return lambda plan: replace(plan, rules=(*plan.rules, rule))

    async with open_store(address) as other:
        await asyncio.gather(
            *(
                (store, other)[n % 2].sortings.change(GUILD, CHANNEL, adding(str(n)))
                for n in range(20)
            )
        )
    await store.sortings.refresh()
    assert {rule.label for rule in store.sortings.of(CHANNEL).rules} == set(map(str, range(20)))


async def test_a_change_that_is_refused_changes_nothing(store: Store) -> None:
    def refuse(plan: Plan) -> Plan:
        raise PlanChanged(str(plan))

    await store.sortings.change(GUILD, CHANNEL, lambda _: TAGS)
    with pytest.raises(PlanChanged):
        await store.sortings.change(GUILD, CHANNEL, refuse)
    assert store.sortings.of(CHANNEL) == TAGS


async def test_what_stays_as_it_is_leaves_the_way_back(store: Store) -> None:
    await store.sortings.change(GUILD, CHANNEL, lambda _: TAGS)
    await store.sortings.change(GUILD, CHANNEL, lambda plan: plan)
    await store.sortings.undo(GUILD, CHANNEL, TAGS)
    assert store.sortings.of(CHANNEL) == Plan()


async def test_only_what_was_seen_is_undone(store: Store, address: str) -> None:
    await store.sortings.change(GUILD, CHANNEL, lambda _: TAGS)
    async with open_store(address) as other:
        await other.sortings.change(GUILD, CHANNEL, lambda _: COPIES)
    with pytest.raises(PlanChanged):
        await store.sortings.undo(GUILD, CHANNEL, TAGS)
    await store.sortings.refresh()
    assert store.sortings.of(CHANNEL) == COPIES
