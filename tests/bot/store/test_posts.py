"""Posts are kept as they were answered, and forgotten when they are deleted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from discord.utils import time_snowflake

from bot.store.posts import Answer
from bot.store.schema import NO_CLOTHING, OTHER_KIND
from bot.store.store import Store
from model.prediction import Prediction, Verdict
from tests.bot.store.conftest import CHANNEL, GUILD, POSTER, VOTER, PostMaker, found


async def test_a_post_is_found_until_it_is_deleted(store: Store, a_post: PostMaker) -> None:
    for message_id in (1, 2, 3, 4):
        store.posts.record(a_post(message_id))
    assert await found(store) == [4, 3, 2, 1]
    store.forgetting.messages(3)
    assert await found(store) == [4, 2, 1]
    store.forgetting.messages(1, 2, 99)
    assert await found(store) == [4]


async def test_probabilities_are_kept_as_they_were_shown(store: Store, a_post: PostMaker) -> None:
    # Rounded to four digits, the first would be shown as another percentage.
    close = Answer("Sneaker", {"Sneaker": 0.98499, "Coat": 0.01501})
    store.posts.record(replace(a_post(1), answers={0: close}))
    (kept,) = await store.votes.of(GUILD, 1)
    assert kept.answer == close


async def test_a_post_with_fewer_pictures_than_its_answers_go_is_forgotten(
    store: Store, a_post: PostMaker
) -> None:
    for message_id in (1, 2, 3):
        store.posts.record(a_post(message_id, "Sneaker", "Sneaker"))
    store.forgetting.edited(1, 2)
    store.forgetting.edited(2, 1)
    store.forgetting.edited(3, 0)
    assert await found(store) == [1]


async def test_a_post_deleted_while_it_was_answered_is_not_kept(
    store: Store, a_post: PostMaker
) -> None:
    store.forgetting.messages(1)
    store.forgetting.channel(CHANNEL + 1)
    store.posts.record(a_post(1))
    store.posts.record(a_post(2, channel=CHANNEL + 1))
    # A thread has the id of its first message: that one thread is gone says nothing of the message.
    store.posts.record(a_post(CHANNEL + 1))
    assert await found(store) == [CHANNEL + 1]


async def test_what_somebody_posted_before_they_wanted_to_be_forgotten_is_not_kept_any_more(
    store: Store, a_post: PostMaker
) -> None:
    await store.forgetting.person(POSTER)
    later = time_snowflake(datetime.now(UTC) + timedelta(seconds=1))
    store.posts.record(a_post(1))
    store.posts.record(a_post(2, author=VOTER))
    store.posts.record(a_post(later))
    assert await found(store) == [later, 2]


async def test_a_deleted_channel_takes_its_threads_along(store: Store, a_post: PostMaker) -> None:
    store.posts.record(a_post(1, channel=CHANNEL))
    store.posts.record(a_post(2, channel=99, parent=CHANNEL))
    store.posts.record(a_post(3, channel=98, parent=97))
    store.forgetting.channel(CHANNEL)
    assert await found(store) == [3]


async def test_another_answer_replaces_the_first_unless_there_are_votes(
    store: Store, a_post: PostMaker
) -> None:
    store.posts.record(a_post(1, "Sneaker", "Sneaker"))
    await store.votes.cast(GUILD, 1, 0, 5, "Sneaker")
    store.posts.record(a_post(1, "Ankle boot", "Ankle boot"))
    assert await found(store, "Sneaker") == [1]
    assert await found(store, "Ankle boot") == [1]
    assert (await store.accuracy.of(GUILD)).right == 1


@pytest.mark.parametrize("spoiler", [True, False])
@pytest.mark.parametrize(
    ("verdict", "answered", "sure"),
    [
        (Verdict.CLOTHING, "Coat", True),
        (Verdict.UNSURE, "Coat", False),
        (Verdict.NOT_CLOTHING, NO_CLOTHING, True),
    ],
)
def test_what_is_kept_of_a_prediction(
    verdict: Verdict, answered: str, sure: bool, spoiler: bool
) -> None:
    prediction = Prediction(
        verdict=verdict,
        classes=("Bag", "Coat"),
        probabilities=np.array([0.25, 0.75], np.float32),
        clothing_score=0.5,
        known=0.9,
        seen=np.zeros((28, 28), np.float32),
        milliseconds=1.0,
    )
    assert Answer.of(prediction, spoiler=spoiler) == Answer(
        answered, {"Coat": 0.75, "Bag": 0.25}, sure=sure, spoiler=spoiler
    )
    if verdict is Verdict.UNSURE:
        doubtful = Answer.of(replace(prediction, known=0.1), spoiler=spoiler)
        assert doubtful == Answer(
            OTHER_KIND, {"Coat": 0.75, "Bag": 0.25}, sure=False, spoiler=spoiler
        )
