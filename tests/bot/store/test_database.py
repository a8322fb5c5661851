"""Transactions are whole, and get through."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.errors import StoreUnavailable
from bot.store.schema import counts, votes
from bot.store.url import database_url
from tests.bot.store.postgres import PostgresServer


async def test_a_transaction_is_whole(database: Database) -> None:
    async def half() -> None:
        async with database.writing() as connection:
            await connection.execute(text("INSERT INTO counts VALUES (1, '2026-11-22', 'Bag', 1)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await half()
    async with database.reading() as connection:
        assert (await connection.execute(counts.select())).all() == []


async def test_nothing_refers_to_what_is_not_there(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.writing() as connection:
            await connection.execute(
                text("INSERT INTO votes VALUES (1, 0, 5, 'Bag', '2026-11-22 00:00:00')")
            )
    async with database.reading() as connection:
        assert (await connection.execute(votes.select())).all() == []


async def test_writers_that_wait_for_each_other_both_get_through(server: PostgresServer) -> None:
    database = Database(database_url(await server.empty_database()))
    async with database.writing() as connection:
        await connection.execute(text("CREATE TABLE pairs AS SELECT generate_series(1, 2) AS one"))
    holding = asyncio.Barrier(2)

    async def write(first: int, second: int) -> int:
        attempts = 0

        async def work(connection: AsyncConnection) -> int:
            nonlocal attempts
            attempts += 1
            lock = text("SELECT FROM pairs WHERE one = :one FOR UPDATE")
            await connection.execute(lock, {"one": first})
            if attempts == 1:
                await holding.wait()
            await connection.execute(lock, {"one": second})
            return attempts

        return await database.write(work)

    assert sorted(await asyncio.gather(write(1, 2), write(2, 1))) == [1, 2]
    await database.close()


async def test_a_writer_that_others_always_undo_is_told_to_try_later(
    server: PostgresServer,
) -> None:
    database = Database(database_url(await server.empty_database()))

    async def collide(connection: AsyncConnection) -> None:
        await connection.execute(text("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$"))

    with pytest.raises(StoreUnavailable, match="another transaction"):
        await database.write(collide)
    await database.close()
