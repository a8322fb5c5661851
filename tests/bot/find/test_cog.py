"""`/find`, as members use it."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import discord
import pytest
from discord import ComponentType
from simcord.actors import MemberActor
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType
from simcord.results import ResponseMessage

from bot.find.errors import IndexOff, NotADate
from bot.find.gallery import PER_PAGE
from bot.store.errors import DatabaseRefused, StoreUnavailable, UnknownClass
from bot.store.posts import Answer, Post
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Enter, World
from tests.bot.raised import raised

SNEAKER = Answer("Sneaker", {"Sneaker": 0.87, "Dress": 0.13})
Keep = Callable[..., int]


@pytest.fixture
async def world(world: World) -> World:
    """A server whose index is on."""
    guild_id = world.guild.id
    await world.store.settings.change(guild_id, lambda now: replace(now, keep_index=True))
    return world


@pytest.fixture
def keep(world: World) -> Keep:
    """Put posts into the index, each newer than the last; returns its message's id."""
    began = datetime.now(UTC) - timedelta(days=100)
    count = 0

    def keep(
        channel: ChannelHandle, author: MemberActor = world.alice, parent: int | None = None
    ) -> int:
        nonlocal count
        count += 1
        message_id = discord.utils.time_snowflake(began + timedelta(days=count))
        place = (world.guild.id, channel.id, parent)
        world.store.posts.record(Post(message_id, *place, author.id, {0: SNEAKER}))
        return message_id

    return keep


async def find(world: World, by: MemberActor | None = None, **options: object) -> ResponseMessage:
    asker = by or world.alice
    options.setdefault("class", "Sneaker")
    result = await asker.slash(world.channel, "find", **options)
    assert result.ephemeral
    assert result.response is not None
    return result.response


def found(message: ResponseMessage) -> list[int]:
    """The messages that are linked to."""
    buttons = cards.parts(message.components, ComponentType.button)
    return [int(button["url"].rsplit("/", 1)[-1]) for button in buttons if "url" in button]


async def test_answered_posts_are_found_newest_first(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    ids = [
        (await world.alice.send(world.channel, attachments=[("boot.png", boot)])).id
        for _ in range(2)
    ]
    gallery = await find(world, **{"class": label})
    assert found(gallery) == ids[::-1]
    assert f"<@{world.alice.id}> in <#{world.channel.id}>" in cards.text(gallery.components)


async def test_a_gallery_without_a_button_to_press_is_not_held_open(
    world: World, keep: Keep
) -> None:
    for _ in range(PER_PAGE):
        keep(world.channel)
    await find(world)
    assert not world.client.panels._open
    keep(world.channel)
    await find(world)
    assert world.client.panels._open


async def test_a_server_without_an_index_says_who_can_turn_it_on(world: World) -> None:
    guild_id = world.guild.id
    await world.store.settings.change(guild_id, lambda now: replace(now, keep_index=False))
    assert "keeps no index" in (await find(world)).content
    assert raised(world.env) == [IndexOff]


async def test_no_page_is_turned_once_the_index_is_off(world: World, keep: Keep) -> None:
    for _ in range(PER_PAGE + 1):
        keep(world.channel)
    gallery = await find(world)
    newest = found(gallery)
    await world.store.settings.change(world.guild.id, lambda now: replace(now, keep_index=False))
    (told,) = (await world.alice.click(gallery, label="Older")).followups
    assert told.ephemeral
    assert "keeps no index" in told.content
    assert found(gallery) == newest
    assert raised(world.env) == [IndexOff]


async def test_other_classes_are_not_found(world: World, keep: Keep) -> None:
    keep(world.channel)
    gallery = await find(world, **{"class": "Dress"})
    assert not found(gallery)
    assert "no post with Dress" in cards.text(gallery.components)


async def test_posts_that_the_asker_cannot_read_leave_no_trace(world: World, keep: Keep) -> None:
    hidden = discord.PermissionOverwrite(view_channel=False)
    secret = world.guild.create_text_channel(
        "secret", overwrites={world.guild.default_role: hidden}
    )
    silent = world.guild.create_text_channel(
        "silent",
        overwrites={
            world.guild.default_role: discord.PermissionOverwrite(read_message_history=False)
        },
    )
    for channel in (secret, silent):
        keep(channel)
    seen = keep(world.channel)
    gallery = await find(world)
    assert found(gallery) == [seen]
    assert str(secret.id) not in str(gallery.components)


async def test_a_private_thread_is_shown_to_its_members_only(world: World, keep: Keep) -> None:
    thread = world.env.backend.create_thread(
        world.channel.id, "private", world.alice.id, type=discord.ChannelType.private_thread.value
    )
    world.env.backend.add_thread_member(thread.id, world.env.backend.bot_user.id)
    bob = world.guild.add_member(world.env.create_user("bob"))
    post = keep(ChannelHandle(world.env, world.guild, thread), parent=world.channel.id)
    assert found(await find(world)) == [post]
    assert not found(await find(world, bob))


async def test_discord_is_asked_about_few_of_many_private_threads(
    world: World, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.find.reader.MOST_QUESTIONS", 2)
    backend, private = world.env.backend, discord.ChannelType.private_thread.value
    bob = world.guild.add_member(world.env.create_user("bob"))
    seen = keep(world.channel)
    for _ in range(4):
        thread = backend.create_thread(world.channel.id, "private", world.alice.id, type=private)
        backend.add_thread_member(thread.id, backend.bot_user.id)
        keep(ChannelHandle(world.env, world.guild, thread), parent=world.channel.id)
    assert found(await find(world, bob)) == [seen]
    asked = [one for one in world.env.http_requests if "/thread-members/" in one.path]
    assert len(asked) == 2


async def test_pages_are_turned_and_each_asks_anew_what_may_be_read(
    world: World, keep: Keep
) -> None:
    other = world.guild.create_text_channel("other")
    old = [keep(other), keep(world.channel)]
    new = [keep(world.channel) for _ in range(PER_PAGE)]
    gallery = await find(world)
    assert found(gallery) == new[::-1]
    await world.alice.click(gallery, label="Older")
    assert found(gallery) == old[::-1]
    await world.alice.click(gallery, label="Newer")
    assert found(gallery) == new[::-1]
    hidden = discord.Permissions(view_channel=True).value
    world.env.backend.set_overwrite(
        other.id, Overwrite(world.alice.id, OverwriteType.MEMBER, deny=hidden)
    )
    await world.env.settle()
    await world.alice.click(gallery, label="Older")
    assert found(gallery) == old[1:]


async def test_a_page_whose_posts_are_gone_by_then_is_none(world: World, keep: Keep) -> None:
    old, *new = [keep(world.channel) for _ in range(PER_PAGE + 1)]
    gallery = await find(world)
    world.store.forgetting.messages(old)
    await world.alice.click(gallery, label="Older")
    assert "I know of no post" not in cards.text(gallery.components)
    assert found(gallery) == new[::-1]


async def test_a_page_that_could_not_be_shown_is_shown_by_the_next_press(
    world: World, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, *new = [keep(world.channel) for _ in range(PER_PAGE + 1)]
    gallery = await find(world)
    title = cards.text(gallery.components).splitlines()[0]
    for button, posts in (("Older", [old]), ("Newer", new[::-1])):
        with monkeypatch.context() as outage:
            outage.setattr("bot.store.index.Index.find", unavailable)
            await world.alice.click(gallery, label=button)
        await world.alice.click(gallery, label=button)
        assert found(gallery) == posts
    assert cards.text(gallery.components).splitlines()[0] == title
    assert raised(world.env) == [StoreUnavailable, StoreUnavailable]


async def unavailable(*_: object, **__: object) -> None:
    raise StoreUnavailable("gone")


async def test_a_database_that_refuses_fitcheck_is_told_as_out_of_reach(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_: object, **__: object) -> None:
        raise DatabaseRefused("the password was changed")

    monkeypatch.setattr("bot.store.index.Index.find", refused)
    result = await world.alice.slash(world.channel, "find", **{"class": "Sneaker"})
    assert "What I keep can't be reached right now" in result.followups[-1].content
    assert raised(world.env) == [DatabaseRefused]


async def test_buttons_that_answer_no_more_cannot_be_pressed(world: World, keep: Keep) -> None:
    for _ in range(PER_PAGE + 1):
        keep(world.channel)
    gallery = await find(world)
    await world.env.advance_time(15 * 60)
    buttons = cards.parts(gallery.components, ComponentType.button)
    assert all(button.get("disabled") or "url" in button for button in buttons)


async def test_member_channel_and_day_narrow_it(world: World, keep: Keep) -> None:
    other = world.guild.create_text_channel("other")
    by_admin = keep(world.channel, author=world.admin)
    elsewhere = keep(other)
    latest = keep(world.channel)
    assert found(await find(world, **{"from": world.admin})) == [by_admin]
    assert found(await find(world, **{"in": other})) == [elsewhere]
    day = discord.utils.snowflake_time(latest).date().isoformat()
    assert found(await find(world, since=day)) == [latest]


async def test_a_category_means_its_channels_and_their_threads(world: World, keep: Keep) -> None:
    backend, category = world.env.backend, world.guild.create_category("fits")
    inside = ChannelHandle(
        world.env,
        world.guild,
        backend.create_channel(world.guild.id, "inside", parent_id=category.id),
    )
    thread = backend.create_thread(inside.id, "thread", world.alice.id)
    await world.env.settle()
    keep(world.channel)
    posts = [keep(inside), keep(ChannelHandle(world.env, world.guild, thread), parent=inside.id)]
    assert found(await find(world, **{"in": category})) == posts[::-1]
    empty = world.guild.create_category("empty")
    assert not found(await find(world, **{"in": empty}))


@pytest.mark.parametrize("since", ["yesterday", "2026-02-30"])
async def test_a_day_that_is_none_is_explained(world: World, since: str) -> None:
    assert "write it like 2026-01-31" in (await find(world, since=since)).content
    assert raised(world.env) == [NotADate]


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31"])
async def test_days_at_the_ends_of_time_are_days(world: World, since: str) -> None:
    assert not found(await find(world, since=since))


async def test_a_class_that_is_none_is_explained(world: World) -> None:
    answer = await find(world, **{"class": "Spaceship"})
    assert "isn't one of my classes" in answer.content
    assert raised(world.env) == [UnknownClass]


async def test_the_log_holds_nothing_that_was_typed(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    await find(world, **{"class": "my address"})
    await find(world, since="my birthday")
    assert "UnknownClass" in caplog.text
    assert "NotADate" in caplog.text
    assert "my " not in caplog.text
    assert raised(world.env) == [UnknownClass, NotADate]


async def test_classes_are_suggested(world: World, engine: Engine) -> None:
    offered = await world.alice.autocomplete(world.channel, "find", "class", "")
    assert [choice["value"] for choice in offered] == list(engine.card.classes)
    (boot,) = await world.alice.autocomplete(world.channel, "find", "class", "ankle")
    assert boot["name"] == "Ankle boot"


async def test_days_are_suggested(world: World) -> None:
    offered = await world.alice.autocomplete(world.channel, "find", "since", "", **{"class": "x"})
    today = datetime.now(UTC).date()
    assert [choice["value"] for choice in offered][:2] in (
        [(today - timedelta(days=late + back)).isoformat() for back in (0, 7)] for late in (0, 1)
    )


async def test_a_deleted_message_is_found_no_more(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await world.alice.delete(post)
    assert not found(await find(world, **{"class": label}))


async def test_a_post_whose_picture_is_taken_out_is_found_no_more(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    files = [("boot.png", boot), ("notes.txt", b"words")]
    post = await world.alice.send(world.channel, "look", attachments=files)
    await world.alice.edit(post, "look!")
    assert found(await find(world, **{"class": label})) == [post.id]
    _, notes = world.env.backend.get_message(world.channel.id, post.id).attachments
    world.env.backend.edit_message(world.channel.id, post.id, {"attachments": [notes]})
    await world.env.settle()
    assert not found(await find(world, **{"class": label}))


async def test_without_the_intent_an_edited_post_only_looks_empty(
    enter: Enter, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    async with enter(message_content=False) as world:
        await world.store.settings.change(world.guild.id, lambda now: replace(now, keep_index=True))
        post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        await world.alice.context_menu(world.channel, "Classify clothing", post)
        await world.alice.edit(post, "look!")
        assert found(await find(world, **{"class": label})) == [post.id]


async def test_an_own_card_of_which_discord_tells_no_pictures_is_still_found(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    (answer,) = world.answers
    card = {"components": [{"type": 10, "content": "a card"}], "attachments": []}
    world.env.backend.edit_message(world.channel.id, answer.id, card)
    await world.env.settle()
    assert found(await find(world, **{"class": label})) == [answer.id]
