"""Posts are answered as the server's admins chose, as often as the host allows, and kept."""

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.photos.classify import Answered
from bot.photos.emoji import reactions_to
from bot.photos.posts import LATEST
from bot.settings import Settings
from bot.store.index import Search
from bot.store.schema import AnswerStyle
from bot.store.sorting import Action, Plan, Rule
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Drop, Enter, World
from tests.bot.votes.conftest import RIGHT, told
from tests.bot.wardrobe import garment


async def set_(world: World, **values: Any) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, **values))


async def post(world: World, boot: bytes, count: int = 1) -> discord.Message:
    files = [(f"{n}.png", boot) for n in range(count)]
    message: discord.Message = await world.alice.send(world.channel, attachments=files)
    return message


def reactions(world: World, message: discord.Message) -> list[str]:
    found = world.env.backend.get_message(world.channel.id, message.id)
    return [str(reaction.emoji) for reaction in found.reactions]


async def test_posts_are_left_alone_where_and_from_whom_admins_say(
    world: World, boot: bytes
) -> None:
    (role,) = [world.guild.create_role("Models")]
    model = world.guild.add_member(world.env.create_user("model"), roles=[role])
    other = world.guild.create_text_channel("other")
    for values in (
        {"answer_posts": False},
        {"denied_channels": frozenset({world.channel.id})},
        {"allowed_channels": frozenset({other.id})},
        {"silent_below": 1.0},
    ):
        await set_(world, **values)
        await post(world, boot)
        await set_(world, answer_posts=True, denied_channels=frozenset())
        await set_(world, allowed_channels=frozenset(), silent_below=0.0)
    await set_(world, ignored_roles=frozenset({role.id}))
    await model.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    await model.send(world.channel, world.mention, attachments=[("boot.png", boot)])
    assert len(world.answers) == 1  # who asks is answered


async def test_posts_that_get_no_answer_are_found_all_the_same(
    world: World, boot: bytes, engine: Engine
) -> None:
    role = world.guild.create_role("Models")
    model = world.guild.add_member(world.env.create_user("model"), roles=[role])
    await set_(world, keep_index=True, ignored_roles=frozenset({role.id}))
    posts = [await model.send(world.channel, attachments=[("boot.png", boot)])]
    for off, on in (
        ({"answer_posts": False}, {"answer_posts": True}),
        ({"denied_channels": frozenset({world.channel.id})}, {"denied_channels": frozenset()}),
        ({"silent_below": 1.0}, {"silent_below": 0.0}),
    ):
        await set_(world, **off)
        posts.append(await post(world, boot))
        await set_(world, **on)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    posts.append(await post(world, boot))
    assert not world.answers
    label = (await engine.classify(boot)).label
    assert await found(world, label) == [one.id for one in reversed(posts)]
    assert (await world.store.counts.of(world.guild.id)).total == 0


async def test_a_question_about_somebody_elses_post_is_itself_neither_found_nor_sorted(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    plan = Plan((Rule(label, Action.REACTION, "👢"),), switched_on=True)
    await set_(world, keep_index=True)
    asked_about = await post(world, boot)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    question = await world.admin.send(world.channel, world.mention, reply_to=asked_about)
    assert len(world.cdn.asked) == 2
    assert await found(world, label) == [asked_about.id]
    assert reactions(world, question) == []


async def test_a_post_whose_answer_meets_a_lost_connection_is_found_and_sorted(
    world: World, boot: bytes, engine: Engine, drop: Drop
) -> None:
    label = (await engine.classify(boot)).label
    plan = Plan((Rule(label, Action.REACTION, "👢"),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await set_(world, keep_index=True)
    drop("POST", "/channels/*/messages")
    message = await post(world, boot)
    assert not world.answers
    assert await found(world, label) == [message.id]
    assert reactions(world, message) == ["👢"]


async def test_a_post_that_waited_too_long_for_its_answer_is_only_found_and_sorted(
    enter: Enter, settings: Settings, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    slow = settings.model_copy(update={"download_seconds": LATEST.total_seconds() + 1})
    async with enter(settings=slow) as world:
        plan = Plan((Rule(label, Action.REACTION, "👢"),), switched_on=True)
        await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
        await set_(world, keep_index=True)
        world.cdn.faults["1.png"] = "stall"
        message = await post(world, boot, 2)
        await world.let_stalled_downloads_end(slow.download_seconds)
        assert not world.answers
        assert await found(world, label) == [message.id]
        assert reactions(world, message) == ["👢"]


@pytest.mark.parametrize("seconds", [-1, 1])
async def test_a_post_that_came_too_late_is_not_even_fetched_unless_somebody_asks(
    world: World, boot: bytes, seconds: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    await delayed(world, boot, LATEST + timedelta(seconds=seconds))
    assert len(world.answers) == len(world.cdn.asked) == (seconds < 0)
    assert ("too late to answer it" in caplog.text) == (seconds > 0)
    await delayed(world, boot, LATEST + timedelta(seconds=seconds), said=world.mention)
    assert len(world.answers) == 1 + (seconds < 0)


async def delayed(world: World, picture: bytes, age: timedelta, said: str = "") -> None:
    """Let a post reach FitCheck only now, as after a disconnection."""
    backend, channel_id = world.env.backend, world.channel.id
    files = backend.store_attachments(channel_id, [("boot.png", picture)])
    message = backend.prepare_message(channel_id, world.alice.id, said, attachments=files)
    message.id -= int(age.total_seconds() * 1000) << 22
    backend.commit_message(message)
    await world.env.settle()


async def test_pictures_left_out_of_an_answer_are_found_all_the_same(
    world: World, boot: bytes, engine: Engine
) -> None:
    pictures = {data: await engine.classify(data) for data in (boot, garment("Sneaker"))}
    silent, answered = sorted(pictures, key=lambda data: pictures[data].confidence)
    between = (pictures[silent].confidence + pictures[answered].confidence) / 2
    await set_(world, keep_index=True, silent_below=between)
    files = [("silent.png", silent), ("answered.png", answered)]
    message = await world.alice.send(world.channel, attachments=files)
    (answer,) = world.answers
    assert [line[:2] for line in cards.text(cards.tree(answer)).splitlines()] == ["2."]
    labels = {prediction.label for prediction in pictures.values()}
    assert len(labels) == 2
    assert [await found(world, label) for label in labels] == [[message.id]] * 2
    assert (await world.store.counts.of(world.guild.id)).total == 1
    assert told(await world.alice.click(answer, label=RIGHT)).startswith("Thank you!")


async def test_an_hourglass_that_meets_a_lost_connection_costs_nothing(
    enter: Enter, settings: Settings, boot: bytes, drop: Drop
) -> None:
    async with enter(settings=settings.model_copy(update={"posts_per_person": 1})) as world:
        drop("PUT", "/channels/*/messages/*/reactions/**")
        _, second = [await post(world, boot) for _ in range(2)]
        assert not reactions(world, second)
        assert len(world.answers) == 1


async def test_no_hourglass_where_no_answer_was_to_come(
    enter: Enter, settings: Settings, boot: bytes, engine: Engine
) -> None:
    async with enter(settings=settings.model_copy(update={"posts_per_person": 1})) as world:
        await set_(world, keep_index=True, answer_posts=False)
        first, second = [await post(world, boot) for _ in range(2)]
        assert not reactions(world, second)
        assert await found(world, (await engine.classify(boot)).label) == [first.id]


async def test_answers_from_before_the_index_are_found_once_it_is_on(
    world: World, boot: bytes
) -> None:
    await post(world, boot)
    answered = world.answers[0].reference
    await set_(world, keep_index=True)
    result = await world.alice.slash(world.channel, "find", **{"class": "Ankle boot"})
    assert result.response is not None
    assert answered is not None
    assert f"/{answered.message_id}" in str(result.response.components)


async def test_one_line_is_plain_text_with_buttons(world: World, boot: bytes) -> None:
    await set_(world, style=AnswerStyle.LINE)
    await post(world, boot)
    await post(world, boot, 2)
    single, double = world.answers
    assert not single.attachments
    assert "**" in single.content
    assert "\n" not in single.content
    assert [line.split(".")[0] for line in double.content.splitlines()] == ["1", "2"]
    assert cards.parts(cards.tree(single), discord.ComponentType.button)


async def test_a_reaction_is_no_reply(world: World, boot: bytes, engine: Engine) -> None:
    await set_(world, style=AnswerStyle.REACTION)
    message = await post(world, boot, 2)
    assert not world.answers
    seen = Answered(1, False, await engine.classify(boot), b"")
    assert reactions(world, message) == reactions_to([seen])


async def test_no_reaction_gives_a_hidden_picture_away(
    world: World, boot: bytes, engine: Engine
) -> None:
    await set_(world, style=AnswerStyle.REACTION, keep_index=True)
    shown = garment("Trouser")
    files = [("SPOILER_boot.png", boot), ("shown.png", shown)]
    both = await world.alice.send(world.channel, attachments=files)
    seen = Answered(2, False, await engine.classify(shown), b"")
    assert reactions(world, both) == reactions_to([seen])
    alone = await world.alice.send(world.channel, attachments=files[:1])
    assert reactions(world, alone) == []
    assert not world.answers
    label = (await engine.classify(boot)).label
    assert await found(world, label) == [alone.id, both.id]
    assert label not in (await world.store.counts.of(world.guild.id)).by_class


async def test_one_hourglass_is_all_that_too_many_posts_get(
    enter: Enter, settings: Settings, boot: bytes
) -> None:
    few = settings.model_copy(update={"posts_per_person": 1})
    async with enter(settings=few) as world:
        first, second, third = [await post(world, boot) for _ in range(3)]
        assert len(world.answers) == 1
        assert [reactions(world, one) for one in (first, second, third)] == [[], ["⏳"], []]
        assert len(world.cdn.asked) == 1
        await world.admin.send(world.channel, attachments=[("boot.png", boot)])
        assert len(world.answers) == 2


@pytest.mark.parametrize("keeps", [True, False])
async def test_answers_are_kept_only_where_admins_want_it(
    world: World, boot: bytes, engine: Engine, keeps: bool
) -> None:
    label = (await engine.classify(boot)).label
    await set_(world, keep_counts=keeps, keep_corrections=keeps, keep_index=keeps)
    message = await post(world, boot)
    private = world.alice.user.dm_channel
    files = world.env.backend.store_attachments(private.id, [("boot.png", boot)])
    await world.alice.send_dm(attachments=files)
    assert len(private.history()) == 2
    assert (await world.store.counts.of(world.guild.id)).by_class == ({label: 1} if keeps else {})
    assert await found(world, label) == ([message.id] if keeps else [])


async def found(world: World, label: str) -> list[int]:
    async def everywhere(_channel_id: int, _parent_id: int | None) -> bool:
        return True

    page = await world.store.index.find(Search(world.guild.id, label), everywhere, limit=10)
    return [one.message_id for one in page.posts]
