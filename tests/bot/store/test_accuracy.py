"""What votes say of a server's answers."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.accuracy import Confusion, Share, wilson
from bot.store.schema import NO_CLOTHING
from bot.store.store import Store
from tests.bot.store.conftest import GUILD, PostMaker

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
shares = st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(shares)
def test_the_interval_holds_the_share_and_stays_in_range(share: tuple[int, int]) -> None:
    found = wilson(*share)
    assert found.value is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low < found.high


@given(shares)
def test_the_interval_is_the_same_seen_from_the_other_side(share: tuple[int, int]) -> None:
    right, total = share
    one, other = wilson(right, total), wilson(total - right, total)
    assert one.low == pytest.approx(1 - other.high, abs=1e-9)
    assert one.high == pytest.approx(1 - other.low, abs=1e-9)


@given(shares, st.integers(2, 50))
def test_more_votes_make_it_narrower(share: tuple[int, int], times: int) -> None:
    right, total = share
    few, many = wilson(right, total), wilson(right * times, total * times)
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, table I: method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
     (1, 29, 0.0061, 0.1718)],
)  # fmt: skip
def test_published_values(right: int, total: int, low: float, high: float) -> None:
    share = wilson(right, total)
    assert (share.low, share.high) == pytest.approx((low, high), abs=5e-5)


def test_no_votes_say_nothing() -> None:
    assert wilson(0, 0) == Share(0, 0, 0.0, 1.0)
    assert wilson(0, 0).value is None


@pytest.mark.parametrize(("right", "total"), [(2, 1), (-1, 1)])
def test_what_is_no_share(right: int, total: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(right, total)


async def vote(store: Store) -> None:
    await store.votes.cast(GUILD, 1, 0, 5, "Sneaker", now=NOON)
    await store.votes.cast(GUILD, 2, 0, 5, "Ankle boot", now=NOON)
    await store.votes.cast(GUILD, 2, 0, 6, "Ankle boot", now=NOON)
    await store.votes.cast(GUILD, 3, 1, 5, "Ankle boot", now=NOON)
    await store.votes.cast(GUILD, 4, 0, 5, NO_CLOTHING, now=NOON)
    await store.votes.cast(GUILD + 1, 5, 0, 5, "Ankle boot", now=NOON)


async def test_each_picture_counts_once(store: Store, a_post: PostMaker) -> None:
    for message_id in (1, 2, 4, 6):
        store.posts.record(a_post(message_id))
    store.posts.record(a_post(3, "Sneaker", "Sneaker"))
    store.posts.record(a_post(5, guild=GUILD + 1))
    await vote(store)
    share = await store.accuracy.of(GUILD)
    assert (share.right, share.total) == (1, 4)
    assert (await store.accuracy.of(GUILD + 2)).value is None
    assert await store.accuracy.confusions(GUILD) == (
        Confusion("Sneaker", "Ankle boot", 2),
        Confusion("Sneaker", NO_CLOTHING, 1),
    )
    assert len(await store.accuracy.confusions(GUILD, limit=1)) == 1


async def test_what_is_corrected_most_comes_first(store: Store, a_post: PostMaker) -> None:
    for message_id, said in ((1, "Ankle boot"), (2, "T-shirt/top"), (3, "T-shirt/top")):
        store.posts.record(a_post(message_id))
        await store.votes.cast(GUILD, message_id, 0, 5, said, now=NOON)
    assert await store.accuracy.confusions(GUILD) == (
        Confusion("Sneaker", "T-shirt/top", 2),
        Confusion("Sneaker", "Ankle boot", 1),
    )


async def test_votes_as_csv_name_no_voter(store: Store, a_post: PostMaker) -> None:
    store.posts.record(a_post(1, "T-shirt/top"))
    store.posts.record(a_post(2, guild=GUILD + 1))
    await store.votes.cast(GUILD, 1, 0, 987654, NO_CLOTHING, now=NOON)
    await store.votes.cast(GUILD + 1, 2, 0, 987654, NO_CLOTHING, now=NOON)
    text = await store.accuracy.votes_csv(GUILD)
    assert "987654" not in text
    assert list(csv.DictReader(StringIO(text))) == [
        {
            "voted_at": "2026-11-22T12:00:00+00:00",
            "channel_id": "70",
            "message_id": "1",
            "picture": "0",
            "answered": "T-shirt/top",
            "probability": "0.05",
            "said": NO_CLOTHING,
        }
    ]
