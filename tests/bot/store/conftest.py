"""The store on both of its databases."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from bot.store.index import Search
from bot.store.posts import Answer, Post
from bot.store.store import Store, open_store
from bot.store.url import database_url, sqlite_url
from tests.bot.store.postgres import PostgresServer, binaries

GUILD, CHANNEL, POSTER, VOTER = 7, 70, 700, 701
PostMaker = Callable[..., Post]
PROBABILITIES = {"Sneaker": 0.8, "Ankle boot": 0.15, "T-shirt/top": 0.05}


async def everywhere(_channel_id: int, _parent_id: int | None) -> bool:
    """Stand for an asker who may read every channel."""
    return True


async def until(condition: Callable[[], bool]) -> None:
    """Wait for background work; the time limit only ends a test that would never end."""
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 (what is waited for has no event)
            await asyncio.sleep(0.01)


async def found(store: Store, label: str = "Sneaker") -> list[int]:
    """Return the messages in the server that hold a class, newest first."""
    page = await store.index.find(Search(GUILD, label), everywhere, limit=5000)
    return [post.message_id for post in page.posts]


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A running PostgreSQL; a test that stops it starts it again."""
    folder = binaries()
    if folder is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL's programs are missing; .ci/run installs them")
        pytest.skip("PostgreSQL's programs are not installed")
    server = PostgresServer(folder)
    server.start()
    yield server
    server.stop()
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of either kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "data" / "fitcheck.db")
    server: PostgresServer = request.getfixturevalue("server")
    return await server.empty_database()


@pytest.fixture
async def store(address: str) -> AsyncIterator[Store]:
    async with open_store(address) as opened:
        yield opened


@pytest.fixture
async def database(address: str, store: Store) -> AsyncIterator[Database]:
    """A second, plain way to the database that `store` is open on."""
    del store  # by which the database is migrated
    opened = Database(database_url(address))
    yield opened
    await opened.close()


@pytest.fixture
def a_post() -> PostMaker:
    """Make posts that differ only in what a test cares for."""

    def make(
        message_id: int = 1,
        *labels: str,
        guild: int = GUILD,
        channel: int = CHANNEL,
        parent: int | None = None,
        author: int = POSTER,
    ) -> Post:
        answers = {
            picture: Answer(label, PROBABILITIES)
            for picture, label in enumerate(labels or ("Sneaker",))
        }
        return Post(message_id, guild, channel, parent, author, answers)

    return make
