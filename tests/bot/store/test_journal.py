"""The journal: nobody waits for the database, and nothing is written twice or out of order."""

import asyncio
from functools import partial

import pytest
from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.counts import Counts
from bot.store.database import Database
from bot.store.gone import Gone
from bot.store.journal import Journal
from bot.store.schema import counts, revisions
from tests.bot.store.conftest import GUILD


async def _note(number: int, connection: AsyncConnection) -> None:
    await connection.execute(revisions.insert().values(name=str(number), revision=number))


async def _erase(numbers: frozenset[int], connection: AsyncConnection) -> None:
    await connection.execute(revisions.delete().where(revisions.c.revision.in_(numbers)))


async def _noted(database: Database) -> list[int]:
    async with database.reading() as connection:
        query = select(revisions.c.revision).order_by(revisions.c.revision)
        return list(await connection.scalars(query))


async def test_entries_are_written_in_order(database: Database) -> None:
    journal = Journal(database)
    for number in range(1, 501):
        journal.keep(partial(_note, number))
    journal.forget(_erase, 500)
    assert await _noted(database) == []
    await journal.flush()
    assert await _noted(database) == list(range(1, 500))
    assert len(journal) == 0


async def test_what_is_cancelled_while_it_commits_is_written_once(database: Database) -> None:
    journal = Journal(database)
    counts = Counts(database, journal, Gone())
    counts.add(GUILD, ["Coat"])
    flushing = asyncio.create_task(journal.flush())
    engine = database._engine.sync_engine
    event.listen(engine, "commit", lambda _: flushing.cancel(), once=True)
    with pytest.raises(asyncio.CancelledError):
        await flushing
    assert len(journal) == 0
    assert (await counts.of(GUILD)).total == 1


async def test_an_entry_that_cannot_be_written_takes_no_other_with_it(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def impossible(connection: AsyncConnection) -> None:
        await connection.execute(counts.insert().values(guild_id=1, day=None, label="", pictures=1))

    journal = Journal(database)
    journal.keep(partial(_note, 1))
    journal.keep(impossible)
    journal.keep(partial(_note, 2))
    await journal.flush()
    assert await _noted(database) == [1, 2]
    assert "could not be written" in caplog.text


async def test_a_full_journal_loses_new_entries_but_no_deletion(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    journal = Journal(database, capacity=2)
    for number in (1, 2, 3, 4):
        journal.keep(partial(_note, number))
    journal.forget(_erase, 1)
    assert caplog.text.count("newer ones are lost") == 1
    await journal.flush()
    assert await _noted(database) == [2]
    journal.keep(partial(_note, 5))
    await journal.flush()
    assert await _noted(database) == [2, 5]


async def test_deletions_one_after_the_other_cost_one_entry_and_take_no_others_place(
    database: Database,
) -> None:
    journal = Journal(database, capacity=2)
    journal.keep(partial(_note, 1))
    for number in range(1_000):
        journal.forget(_erase, number)
    assert len(journal) == 2
    journal.keep(partial(_note, 1_001))
    await journal.flush()
    assert await _noted(database) == [1_001]


async def test_no_statement_gets_more_ids_than_it_can_take(database: Database) -> None:
    journal = Journal(database)
    journal.keep(partial(_note, 33_000))
    for number in range(33_001):
        journal.forget(_erase, number)
    await journal.flush()
    assert await _noted(database) == []


async def test_a_deletion_comes_after_what_it_deletes_and_before_what_follows(
    database: Database,
) -> None:
    journal = Journal(database)
    for number in (1, 2, 1):
        journal.forget(_erase, 1)
        journal.keep(partial(_note, number))
    journal.forget(_erase, 2)
    await journal.flush()
    assert await _noted(database) == [1]


async def test_what_is_deleted_while_deletions_are_written_is_deleted_next(
    database: Database,
) -> None:
    async def erase(numbers: frozenset[int], connection: AsyncConnection) -> None:
        await _erase(numbers, connection)
        if 1 in numbers:
            journal.forget(erase, 2)

    journal = Journal(database)
    journal.keep(partial(_note, 1))
    journal.keep(partial(_note, 2))
    journal.forget(erase, 1)
    await journal.flush()
    assert await _noted(database) == []
