"""Finding: the newest posts of a class, of this server, that the asker may read."""

from datetime import UTC, datetime, timedelta
from unittest.mock import create_autospec

import pytest
from discord.utils import time_snowflake

from bot.store.database import Database
from bot.store.index import Index, Search
from bot.store.journal import Journal
from bot.store.posts import Answer, Post
from bot.store.schema import NO_CLOTHING
from bot.store.store import Store
from tests.bot.store.conftest import CHANNEL, GUILD, POSTER, PostMaker, everywhere, found

NOW = datetime(2026, 11, 22, tzinfo=UTC)


async def test_what_is_said_of_a_found_post(store: Store) -> None:
    answers = {
        0: Answer("Sneaker", {"Sneaker": 0.6}),
        1: Answer("Sneaker", {"Sneaker": 0.9}),
        2: Answer("Coat", {"Sneaker": 0.95}),
    }
    store.posts.record(Post(1, GUILD, CHANNEL, None, POSTER, answers))
    (post,) = (await store.index.find(Search(GUILD, "Sneaker"), everywhere)).posts
    assert (post.message_id, post.channel_id, post.author_id) == (1, CHANNEL, POSTER)
    assert (post.pictures, post.probability) == (2, 0.9)


async def test_a_class_with_marks_in_its_name_and_one_by_vote(store: Store) -> None:
    odd = """T-shirt/"top".[0]'$"""
    store.posts.record(Post(1, GUILD, CHANNEL, None, POSTER, {0: Answer(odd, {odd: 0.5})}))
    await store.votes.cast(GUILD, 1, 0, 5, NO_CLOTHING)
    assert await found(store, odd) == []
    (post,) = (await store.index.find(Search(GUILD, NO_CLOTHING), everywhere)).posts
    assert post.probability == 0.0
    await store.votes.cast(GUILD, 1, 0, 5, odd)
    (post,) = (await store.index.find(Search(GUILD, odd), everywhere)).posts
    assert post.probability == 0.5


async def test_narrowed_by_member_channel_time_and_never_another_server(
    store: Store, a_post: PostMaker
) -> None:
    old, new = time_snowflake(NOW - timedelta(days=9)), time_snowflake(NOW)
    store.posts.record(a_post(old))
    store.posts.record(a_post(new, author=POSTER + 1))
    store.posts.record(a_post(new + 1, channel=99, parent=98))
    store.posts.record(a_post(new + 2, guild=GUILD + 1))
    store.posts.record(a_post(new + 3, "Coat"))

    async def ids(search: Search) -> list[int]:
        return [post.message_id for post in (await store.index.find(search, everywhere)).posts]

    assert await ids(Search(GUILD, "Sneaker")) == [new + 1, new, old]
    assert await ids(Search(GUILD, "Sneaker", author_id=POSTER)) == [new + 1, old]
    assert await ids(Search(GUILD, "Sneaker", channel_ids=(CHANNEL,))) == [new, old]
    assert await ids(Search(GUILD, "Sneaker", channel_ids=(98,))) == [new + 1]
    assert await ids(Search(GUILD, "Sneaker", channel_ids=(99,))) == [new + 1]
    assert await ids(Search(GUILD, "Sneaker", channel_ids=(CHANNEL, 98))) == [new + 1, new, old]
    assert await ids(Search(GUILD, "Sneaker", channel_ids=())) == []
    assert await ids(Search(GUILD, "Sneaker", since=NOW - timedelta(days=1))) == [new + 1, new]


async def test_only_channels_that_are_shown_are_asked_about(
    store: Store, a_post: PostMaker
) -> None:
    for message_id in range(1, 41):
        store.posts.record(a_post(message_id, channel=message_id))
    asked: list[int] = []

    async def readable(channel_id: int, _parent_id: int | None) -> bool:
        asked.append(channel_id)
        return True

    page = await store.index.find(Search(GUILD, "Sneaker"), readable, limit=8)
    assert [post.channel_id for post in page.posts] == asked[:8]
    assert len(asked) == 9  # one more tells that there is a next page


async def test_a_channel_that_cannot_be_read_is_looked_through_no_further(
    store: Store, database: Database, a_post: PostMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for message_id in range(1, 1001):
        store.posts.record(a_post(message_id, channel=CHANNEL if message_id == 1 else 99))
    assert len(await found(store)) == 1000
    # By the second way in: on the store's own, its clock reads the settings whenever it likes.
    reading = create_autospec(database.reading, side_effect=database.reading)
    monkeypatch.setattr(database, "reading", reading)

    async def readable(channel_id: int, _parent_id: int | None) -> bool:
        return channel_id == CHANNEL

    page = await Index(database, Journal(database)).find(Search(GUILD, "Sneaker"), readable)
    assert [post.message_id for post in page.posts] == [1]
    # The newest hundred, the rest without that channel, and the probabilities.
    assert reading.call_count == 3


async def test_pages_show_each_readable_post_once(store: Store, a_post: PostMaker) -> None:
    for message_id in range(1, 331):  # most of them where the asker can't read
        store.posts.record(a_post(message_id, channel=message_id % 13))
    asked: list[int] = []

    async def readable(channel_id: int, _parent_id: int | None) -> bool:
        asked.append(channel_id)
        return channel_id == 5

    seen: list[int] = []
    before: int | None = None
    while True:
        page = await store.index.find(Search(GUILD, "Sneaker"), readable, limit=10, before=before)
        seen += [post.message_id for post in page.posts]
        assert len(page.posts) <= 10
        assert len(asked) == len(set(asked))
        asked.clear()
        if page.following is None:
            break
        before = page.following
    assert seen == [one for one in range(330, 0, -1) if one % 13 == 5]
