"""`/help`, `/privacy` and `/forget-me`, as people use them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
from simcord.results import InteractionResult

from bot.store.index import Search
from bot.store.posts import Answer, Post
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Speak, World

SNEAKER = Answer("Sneaker", {"Sneaker": 0.9, "Dress": 0.1})


def said(result: InteractionResult) -> str:
    """What the person, and nobody else, was told."""
    assert result.response is not None
    assert result.response.ephemeral
    return cards.text(result.response.components)


async def found(world: World, label: str = "Sneaker") -> list[int]:
    async def everywhere(_channel_id: int, _parent_id: int | None) -> bool:
        return True

    page = await world.store.index.find(Search(world.guild.id, label), everywhere)
    return [post.message_id for post in page.posts]


def keep(world: World, message_id: int, author_id: int) -> None:
    place = (world.guild.id, world.channel.id, None)
    world.store.posts.record(Post(message_id, *place, author_id, {0: SNEAKER}))


async def test_help_names_what_a_member_can_use(world: World) -> None:
    text = said(await world.alice.slash(world.channel, "help"))
    for name in ("classify", "find", "privacy", "forget-me", "help"):
        assert f"**/{name}**" in text
    assert "Apps → Classify clothing" in text
    for name in ("settings", "sort", "stats", "index"):
        assert f"**/{name}" not in text


async def test_help_names_an_admins_commands_as_well(world: World) -> None:
    text = said(await world.admin.slash(world.channel, "help"))
    for name in ("settings", "sort tag", "stats show", "index"):
        assert f"**/{name}**" in text
    assert len(text) < 4000


async def test_help_in_private_leaves_out_what_works_in_servers_only(world: World) -> None:
    text = said(await world.alice.user.slash("help"))
    assert "**/classify**" in text
    assert "**/find**" not in text


async def test_help_is_in_the_persons_language(world: World, speak: Speak) -> None:
    speak("de")
    text = said(await world.alice.slash(world.channel, "help"))
    german = world.client.languages.wording("de")
    assert german("help-start").splitlines()[-1] in text
    assert f"**/{german('find-name')}** {german('find-description')}" in text


async def test_privacy_says_what_is_kept_here(world: World) -> None:
    text = said(await world.alice.slash(world.channel, "privacy"))
    assert "Corrections are kept" in text
    assert "The index is off" in text
    assert "90 days" in text
    await world.store.settings.change(
        world.guild.id,
        lambda now: replace(now, keep_corrections=False, keep_index=True, retention_days=1),
    )
    text = said(await world.alice.slash(world.channel, "privacy"))
    assert "No new corrections are kept" in text
    assert "The index is kept" in text
    assert "one day" in text


async def test_privacy_says_what_stays_where_keeping_was_turned_off(world: World) -> None:
    store, guild_id = world.store, world.guild.id
    keep(world, 1, world.alice.id)
    store.counts.add(guild_id, ["Sneaker"])
    await store.settings.change(
        guild_id, lambda now: replace(now, keep_counts=False, keep_corrections=False)
    )
    text = said(await world.alice.slash(world.channel, "privacy"))
    assert "any from before stay until this server removes me" in text
    assert "any from before are deleted when their time is over" in text
    assert "anything kept for it before is deleted when its time is over" in text
    assert await found(world) == [1]
    assert await store.forgetting.expired(datetime.now(UTC) + timedelta(days=91)) == 1
    assert not await found(world)
    assert (await store.counts.of(guild_id)).total == 1


async def test_privacy_in_private_is_that_nothing_is_kept(world: World) -> None:
    assert "Here I keep nothing" in said(await world.alice.user.slash("privacy"))


async def test_forgetting_says_what_it_deleted(world: World) -> None:
    keep(world, 1, world.alice.id)
    keep(world, 2, world.alice.id)
    keep(world, 3, world.admin.id)
    for message_id in (2, 3):
        await world.store.votes.cast(world.guild.id, message_id, 0, world.alice.id, "Sneaker")
    text = said(await world.alice.slash(world.channel, "forget-me"))
    assert "2 posts of yours" in text
    assert "2 answers to them" in text
    assert "2 votes" in text
    assert await found(world) == [3]
    assert "Nothing was stored" in said(await world.alice.slash(world.channel, "forget-me"))


async def test_forgetting_is_not_outlived_by_an_answer_under_way(
    world: World, boot: bytes, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild_id, reply = world.guild.id, discord.Message.reply
    await world.store.settings.change(guild_id, lambda now: replace(now, keep_index=True))

    async def overtaken(message: discord.Message, **named: Any) -> discord.Message:
        await world.store.forgetting.person(world.alice.id)
        return await reply(message, **named)

    monkeypatch.setattr(discord.Message, "reply", overtaken)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert len(world.answers) == 1
    assert not await found(world, (await engine.classify(boot)).label)


async def test_forgetting_works_in_private(world: World) -> None:
    keep(world, 1, world.alice.id)
    assert "One post of yours" in said(await world.alice.user.slash("forget-me"))
    assert not await found(world)
