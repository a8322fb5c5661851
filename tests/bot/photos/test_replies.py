"""Answers go with what they answer."""

from typing import Any

import discord
import pytest

from bot.photos import replies
from bot.photos.classify import Classifier
from tests.bot.conftest import Drop, Enter, World


async def test_an_answer_goes_with_its_post(world: World, boot: bytes) -> None:
    first = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    second = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    world.env.backend.delete_message(world.channel.id, first.id)
    await world.env.settle()
    (answer,) = world.answers
    assert answer.reference is not None
    assert answer.reference.message_id == second.id


@pytest.mark.parametrize("which", ["asked", "question"])
async def test_an_answer_about_anothers_post_goes_with_either(
    world: World, boot: bytes, which: str
) -> None:
    post = await world.admin.send(world.channel, attachments=[("boot.png", boot)])
    (unasked,) = world.answers
    question = await world.alice.send(world.channel, world.mention, reply_to=post)
    assert len(world.answers) == 2
    gone = {"asked": post, "question": question}[which]
    world.env.backend.delete_message(world.channel.id, gone.id)
    await world.env.settle()
    assert [answer.id for answer in world.answers] == ([] if which == "asked" else [unasked.id])


async def test_what_was_in_the_way_of_an_answer_goes_with_the_question(world: World) -> None:
    question = await world.alice.send(world.channel, world.mention)
    assert len(world.answers) == 1
    world.env.backend.delete_message(world.channel.id, question.id)
    await world.env.settle()
    assert not world.answers


async def test_many_posts_deleted_at_once_take_their_answers_along(
    world: World, boot: bytes
) -> None:
    posts = [
        await world.alice.send(world.channel, attachments=[("boot.png", boot)]) for _ in range(2)
    ]
    channel = world.client.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete_messages([discord.Object(post.id) for post in posts])
    await world.env.settle()
    assert not world.answers


async def test_an_answer_that_is_gone_or_out_of_reach_is_left(
    world: World, boot: bytes, drop: Drop, caplog: pytest.LogCaptureFixture
) -> None:
    for fault in (False, True):
        post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        answer = world.answers[-1]
        if fault:
            drop("DELETE", f"/channels/*/messages/{answer.id}")
        else:
            world.env.backend.delete_message(world.channel.id, answer.id)
        world.env.backend.delete_message(world.channel.id, post.id)
        await world.env.settle()
        assert ("stays: ServerDisconnectedError" in caplog.text) is fault


async def test_an_answer_that_comes_after_the_deletion_goes_at_once(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = await world.admin.send(world.channel, attachments=[("boot.png", boot)])
    classify = Classifier.classify

    async def overtaken(classifier: Classifier, pictures: Any, person_id: int) -> Any:
        photos = await classify(classifier, pictures, person_id)
        world.env.backend.delete_message(world.channel.id, post.id)
        return photos

    monkeypatch.setattr(Classifier, "classify", overtaken)
    await world.alice.send(world.channel, world.mention, reply_to=post)
    await world.env.settle()
    assert not world.answers


async def test_only_the_last_ones_are_remembered(
    enter: Enter, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replies, "MOST", 1)
    async with enter() as world:
        first, second = [
            await world.alice.send(world.channel, attachments=[("boot.png", boot)])
            for _ in range(2)
        ]
        for post, left in ((first, 2), (second, 1)):
            world.env.backend.delete_message(world.channel.id, post.id)
            await world.env.settle()
            assert len(world.answers) == left
