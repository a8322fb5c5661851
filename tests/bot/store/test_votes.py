"""Votes: one a person and picture, changeable, and never about another server's picture."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.store.database import Database
from bot.store.errors import AnswerForgotten, NotThePoster, UnknownClass, VoteUnwanted
from bot.store.posts import Answer
from bot.store.schema import NO_CLOTHING, Correctors, answers, votes
from bot.store.store import Store, open_store
from bot.store.votes import Ballot, Kept
from tests.bot.store.conftest import GUILD, POSTER, PROBABILITIES, PostMaker, found

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def test_one_vote_a_person_that_can_be_changed(
    store: Store, database: Database, a_post: PostMaker
) -> None:
    store.posts.record(a_post(1))
    first = await store.votes.cast(GUILD, 1, 0, 5, "Ankle boot")
    assert first == Ballot("Sneaker", "Ankle boot")
    second = await store.votes.cast(GUILD, 1, 0, 5, NO_CLOTHING)
    assert second == Ballot("Ankle boot", NO_CLOTHING)
    third = await store.votes.cast(GUILD, 1, 0, 5, "Sneaker")
    assert third == Ballot(NO_CLOTHING, "Sneaker")
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(votes)) == 1


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (["Ankle boot", "Ankle boot", "Sneaker"], "Ankle boot"),
        (["Ankle boot", "Sneaker"], "Sneaker"),  # a tie goes to what was answered
        (["Ankle boot", "T-shirt/top"], "T-shirt/top"),  # and otherwise to the latest
        (["T-shirt/top", "Ankle boot"], "Ankle boot"),
        (["Sneaker", "Ankle boot", NO_CLOTHING, NO_CLOTHING], NO_CLOTHING),
    ],
)
async def test_the_class_that_most_people_named_is_shown(
    store: Store, a_post: PostMaker, said: list[str], shown: str
) -> None:
    store.posts.record(a_post(1, "Sneaker", "Sneaker"))
    for voter, label in enumerate(said):
        now = NOON + timedelta(seconds=voter)
        ballot = await store.votes.cast(GUILD, 1, 0, voter, label, now=now)
    assert ballot.label == shown
    assert await found(store, shown) == [1]
    assert await found(store, "Sneaker") == [1]  # the other picture is as it was


async def test_what_is_kept_of_a_message(store: Store, a_post: PostMaker) -> None:
    store.posts.record(a_post(1, "Sneaker", NO_CLOTHING))
    await store.votes.cast(GUILD, 1, 1, 5, "Ankle boot")
    kept = await store.votes.of(GUILD, 1)
    assert kept == (
        Kept(0, Answer("Sneaker", PROBABILITIES), "Sneaker", POSTER),
        Kept(1, Answer(NO_CLOTHING, PROBABILITIES), "Ankle boot", POSTER),
    )
    assert list(kept[0].answer.probabilities) == list(PROBABILITIES)  # the likeliest first
    for guild, message in ((GUILD, 2), (GUILD + 1, 1)):
        with pytest.raises(AnswerForgotten):
            await store.votes.of(guild, message)


async def test_a_doubt_sorts_nothing_until_somebody_votes_on_it(
    store: Store, a_post: PostMaker
) -> None:
    doubt = Answer("Sneaker", PROBABILITIES, sure=False)
    store.posts.record(replace(a_post(1), answers={0: doubt}))
    (kept,) = await store.votes.of(GUILD, 1)
    assert (kept.answer.sure, kept.sorts) == (False, False)
    first = await store.votes.cast(GUILD, 1, 0, 5, "Sneaker")
    assert first == Ballot("Sneaker", "Sneaker", sorted_before=False)
    second = await store.votes.cast(GUILD, 1, 0, 5, "Ankle boot")
    assert second == Ballot("Sneaker", "Ankle boot", sorted_before=True)
    (kept,) = await store.votes.of(GUILD, 1)
    assert (kept.answer.sure, kept.sorts) == (False, True)
    await store.forgetting.person(5)
    (kept,) = await store.votes.of(GUILD, 1)
    assert (kept.answer.sure, kept.sorts) == (False, False)


async def test_a_vote_under_way_does_not_outlive_the_wish_to_be_forgotten(
    store: Store, database: Database, a_post: PostMaker
) -> None:
    store.posts.record(a_post(1))
    pressed, asked = NOON, NOON + timedelta(seconds=1)
    await store.forgetting.person(5, asked)
    with pytest.raises(VoteUnwanted):
        await store.votes.cast(GUILD, 1, 0, 5, "Ankle boot", now=pressed)
    (kept,) = await store.votes.of(GUILD, 1)
    assert kept.label == kept.answer.answered
    async with database.reading() as connection:
        assert not await connection.scalar(select(func.count()).select_from(votes))
    await store.votes.cast(GUILD, 1, 0, 6, "Ankle boot", now=pressed)  # others' are kept
    await store.votes.cast(GUILD, 1, 0, 5, "Ankle boot", now=asked + timedelta(seconds=1))


async def test_a_hidden_picture_sorts_nothing_whoever_votes_on_it(
    store: Store, a_post: PostMaker
) -> None:
    hidden = Answer("Sneaker", PROBABILITIES, spoiler=True)
    store.posts.record(replace(a_post(1), answers={0: hidden}))
    for said in ("Ankle boot", "Sneaker"):
        assert not (await store.votes.cast(GUILD, 1, 0, 5, said)).sorted_before
        (kept,) = await store.votes.of(GUILD, 1)
        assert not kept.sorts


async def test_a_vote_on_what_is_not_kept(store: Store, a_post: PostMaker) -> None:
    store.posts.record(a_post(1))
    for guild, message, picture in ((GUILD, 2, 0), (GUILD, 1, 1), (GUILD + 1, 1, 0)):
        with pytest.raises(AnswerForgotten):
            await store.votes.cast(guild, message, picture, 5, "Sneaker")
    store.forgetting.messages(1)
    with pytest.raises(AnswerForgotten):
        await store.votes.cast(GUILD, 1, 0, 5, "Sneaker")


async def test_a_vote_for_a_class_that_does_not_exist(store: Store, a_post: PostMaker) -> None:
    store.posts.record(a_post(1))
    with pytest.raises(UnknownClass, match="'Hat' is none of Sneaker"):
        await store.votes.cast(GUILD, 1, 0, 5, "Hat")
    assert (await store.accuracy.of(GUILD)).total == 0


async def test_only_the_poster_where_a_server_wants_it_so(store: Store, a_post: PostMaker) -> None:
    store.posts.record(a_post(1))
    with pytest.raises(NotThePoster):
        await store.votes.cast(GUILD, 1, 0, 5, "Sneaker", correctors=Correctors.POSTER)
    ballot = await store.votes.cast(GUILD, 1, 0, POSTER, "Ankle boot", correctors=Correctors.POSTER)
    assert ballot.label == "Ankle boot"


async def test_thousands_of_votes_at_once_from_two_processes(
    store: Store, database: Database, address: str, a_post: PostMaker
) -> None:
    """Nothing is lost, nobody waits in vain, and what is shown is what most people said."""
    # SQLite, with its one writer, has ten thousand to bear; PostgreSQL shows the same in fewer.
    # There the processes take turns at each vote, with SQLite the second one only comes between.
    posts, voters, turn = (500, 20, 50) if address.startswith("sqlite") else (50, 20, 2)
    for message_id in range(posts):
        store.posts.record(a_post(message_id))
    async with open_store(address) as other:
        await store.votes.cast(GUILD, 0, 0, 0, "Sneaker")  # after which all posts are written
        await asyncio.gather(
            *(
                (other if (message_id + voter) % turn == 0 else store).votes.cast(
                    GUILD, message_id, 0, voter, "Ankle boot" if voter < 11 else "Sneaker"
                )
                for voter in range(voters)
                for message_id in range(posts)
            )
        )
    async with database.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(votes)) == posts * voters
        shown = await connection.scalars(select(answers.c.label).distinct())
        assert list(shown) == ["Ankle boot"]
