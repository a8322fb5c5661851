"""What an answer takes, and what becomes of one that can't be brought."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace

import discord
import pytest
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType

from bot.errors import PictureGone
from bot.photos.classify import Classifier, Photo
from bot.store.index import Search
from bot.store.schema import AnswerStyle
from bot.store.sorting import Action, Plan, Rule
from model.engine import Engine
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.store.conftest import everywhere

CARD, LINE, REACTION = AnswerStyle.CARD, AnswerStyle.LINE, AnswerStyle.REACTION


async def forbid(world: World, permission: str) -> None:
    """Take a permission from FitCheck in the channel."""
    deny = discord.Permissions(**{permission: True}).value
    overwrite = Overwrite(world.env.backend.bot_user.id, OverwriteType.MEMBER, deny=deny)
    world.env.backend.set_overwrite(world.channel.id, overwrite)
    await world.env.settle()


async def choose(world: World, style: AnswerStyle) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, style=style))


async def thread_in(world: World, channel: ChannelHandle) -> ChannelHandle:
    thread = world.env.backend.create_thread(channel.id, "thread", world.alice.id)
    await world.env.settle()
    return ChannelHandle(world.env, world.guild, thread)


async def is_answered(world: World, boot: bytes, channel: ChannelHandle) -> bool:
    """Whether a post gets something; if not, it costs no request at all."""
    sent = len(world.env.http_requests)
    post = await world.alice.send(channel, attachments=[("boot.png", boot)])
    stored = world.env.backend.get_message(channel.id, post.id)
    answered = bool(stored.reactions) or channel.history()[-1].id != post.id
    assert answered or not world.cdn.asked
    assert answered or len(world.env.http_requests) == sent
    return answered


@pytest.mark.parametrize(
    ("style", "permission", "answered"),
    [
        (CARD, "send_messages", False),
        (CARD, "attach_files", False),
        (CARD, "read_message_history", False),
        (CARD, "add_reactions", True),
        (CARD, "send_messages_in_threads", True),
        (LINE, "send_messages", False),
        (LINE, "attach_files", True),
        (REACTION, "add_reactions", False),
        (REACTION, "read_message_history", False),
        (REACTION, "send_messages", True),
    ],
)
async def test_a_post_that_may_not_be_answered_costs_nothing(
    world: World, boot: bytes, style: AnswerStyle, permission: str, answered: bool
) -> None:
    await choose(world, style)
    await forbid(world, permission)
    assert await is_answered(world, boot, world.channel) is answered


@pytest.mark.parametrize(
    ("permission", "answered"), [("send_messages_in_threads", False), ("send_messages", True)]
)
async def test_threads_have_a_permission_of_their_own(
    world: World, boot: bytes, permission: str, answered: bool
) -> None:
    thread = await thread_in(world, world.channel)
    await forbid(world, permission)
    assert await is_answered(world, boot, thread) is answered


async def test_where_permissions_are_not_known_posts_are_answered(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(world.client._connection.parsers, "CHANNEL_CREATE", lambda _: None)
    unknown = world.guild.create_text_channel("unknown")
    thread = await thread_in(world, unknown)
    assert await is_answered(world, boot, unknown)
    assert await is_answered(world, boot, thread)


async def test_a_post_that_may_not_be_answered_is_found_and_sorted(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    plan = Plan((Rule(label, Action.REACTION, "👢"),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.store.settings.change(world.guild.id, lambda now: replace(now, keep_index=True))
    await forbid(world, "send_messages")
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    assert world.env.backend.get_message(world.channel.id, post.id).reaction_for("👢")
    page = await world.store.index.find(Search(world.guild.id, label), everywhere)
    assert [one.message_id for one in page.posts] == [post.id]
    assert (await world.store.counts.of(world.guild.id)).total == 0


async def test_a_question_that_could_not_be_answered_does_not_get_anothers_pictures_into_the_index(
    world: World, boot: bytes, engine: Engine
) -> None:
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, answer_posts=False, keep_index=True)
    )
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await forbid(world, "send_messages")
    await world.admin.send(world.channel, world.mention, reply_to=post)
    assert not world.answers
    label = (await engine.classify(boot)).label
    page = await world.store.index.find(Search(world.guild.id, label), everywhere)
    assert [(one.message_id, one.author_id) for one in page.posts] == [(post.id, world.alice.id)]


@pytest.mark.parametrize("style", [CARD, REACTION])
async def test_a_post_whose_thread_was_deleted_meanwhile_is_gone(
    world: World,
    boot: bytes,
    style: AnswerStyle,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "bot")
    await choose(world, style)
    thread = await thread_in(world, world.channel)
    delete_meanwhile(world, thread, monkeypatch)
    await post_in(world, thread, boot)
    assert "MessageGone" in caplog.text
    assert "unforeseen" not in caplog.text


async def test_who_asked_in_a_thread_that_was_deleted_meanwhile_is_told_in_private(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = await thread_in(world, world.channel)
    delete_meanwhile(world, thread, monkeypatch)
    await post_in(world, thread, boot, world.mention)
    (note,) = world.alice.user.dm_channel.history()
    assert "is gone" in note.content


def delete_meanwhile(world: World, thread: ChannelHandle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Delete a thread while a picture in it is answered."""
    classify = Classifier.classify

    async def deleting(
        classifier: Classifier, pictures: Sequence[discord.Attachment], person_id: int
    ) -> Sequence[Photo]:
        photos = await classify(classifier, pictures, person_id)
        world.env.backend.delete_channel(thread.id)
        return photos

    monkeypatch.setattr(Classifier, "classify", deleting)


async def post_in(world: World, thread: ChannelHandle, boot: bytes, words: str = "") -> None:
    """Post as `send` does, which would return a message in what is a thread no more."""
    backend = world.env.backend
    files = backend.store_attachments(thread.id, [("boot.png", boot)])
    backend.create_message(thread.id, world.alice.id, words, attachments=files)
    await world.env.settle()


@pytest.mark.parametrize("style", [CARD, LINE, REACTION])
@pytest.mark.parametrize("manages", [False, True])
async def test_a_locked_thread_is_for_those_who_manage_threads(
    world: World, boot: bytes, style: AnswerStyle, manages: bool
) -> None:
    await choose(world, style)
    await forbid(world, "manage_channels" if manages else "manage_threads")
    thread = await thread_in(world, world.channel)
    known = world.client.get_channel(thread.id)
    assert isinstance(known, discord.Thread)
    known.locked = True
    assert await is_answered(world, boot, thread) is (manages or style is REACTION)


async def test_who_asks_in_a_locked_thread_is_told_what_it_takes(
    world: World, boot: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    thread = await thread_in(world, world.channel)
    world.env.inject_error(
        "POST", "/channels/*/messages", status=400, code=50083, message="Locked", times=3
    )
    await world.alice.send(thread, world.mention, attachments=[("boot.png", boot)])
    (note,) = world.alice.user.dm_channel.history()
    assert "Manage Threads" in note.content
    assert "unforeseen" not in caplog.text


@pytest.mark.parametrize("words", ["", "<@{}> what is it?"])
@pytest.mark.parametrize("style", [CARD, LINE, REACTION])
async def test_a_picture_that_was_taken_out_meanwhile_is_not_shown(
    world: World, boot: bytes, style: AnswerStyle, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await choose(world, style)
    take_out_meanwhile(world, monkeypatch)
    words = words.format(world.env.backend.bot_user.id)
    post = await world.alice.send(world.channel, words, attachments=[("boot.png", boot)])
    assert [answer.content for answer in world.answers] == (
        ["That picture is no longer there; please post it again."] if words else []
    )
    assert not world.env.backend.get_message(world.channel.id, post.id).reactions
    assert (await world.store.counts.of(world.guild.id)).total == 0


@pytest.mark.parametrize("words", ["", "<@{}> what is it?"])
async def test_a_picture_that_stayed_in_what_was_edited_meanwhile_is_answered(
    world: World, boot: bytes, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out_meanwhile(world, monkeypatch, left=1)
    words = words.format(world.env.backend.bot_user.id)
    await world.alice.send(world.channel, words, attachments=[("a.png", boot)])
    (answer,) = world.answers
    assert answer.flags.components_v2


@pytest.mark.parametrize("deleted", [False, True])
@pytest.mark.parametrize("by", ["menu", "command"])
async def test_a_command_shows_no_picture_that_was_taken_out_or_deleted_meanwhile(
    world: World, boot: bytes, by: str, monkeypatch: pytest.MonkeyPatch, *, deleted: bool
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    if deleted:
        delete_post_meanwhile(world, post, monkeypatch)
    else:
        take_out_meanwhile(world, monkeypatch)
    if by == "menu":
        result = await world.admin.context_menu(world.channel, "Classify clothing", post)
    else:
        result = await world.admin.slash(world.channel, "classify")
    assert [one.content for one in result.followups] == [
        "That picture is no longer there; please post it again."
    ]
    assert not [answer for answer in world.answers if answer.flags.components_v2]
    assert (await world.store.counts.of(world.guild.id)).total == 0
    assert raised(world.env) == [PictureGone]


async def test_who_asks_about_a_post_that_is_deleted_meanwhile_is_told(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    post = await world.admin.send(world.channel, attachments=[("boot.png", boot)])
    delete_post_meanwhile(world, post, monkeypatch)
    await world.alice.send(world.channel, world.mention, reply_to=post)
    (answer,) = world.answers
    assert answer.content == "That picture is no longer there; please post it again."


def delete_post_meanwhile(
    world: World, post: discord.Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delete a post while a picture in it is answered."""
    classify = Classifier.classify

    async def deleting(
        classifier: Classifier, pictures: Sequence[discord.Attachment], person_id: int
    ) -> Sequence[Photo]:
        photos = await classify(classifier, pictures, person_id)
        world.env.backend.delete_message(world.channel.id, post.id)
        for _ in range(10):  # until it is heard of
            await asyncio.sleep(0)
        return photos

    monkeypatch.setattr(Classifier, "classify", deleting)


def take_out_meanwhile(world: World, monkeypatch: pytest.MonkeyPatch, *, left: int = 0) -> None:
    """Let whoever posted pictures take them out while they are answered, but for the first ones."""
    classify, edited = Classifier.classify, asyncio.Event()
    world.client.add_listener(_setting(edited), "on_raw_message_edit")

    async def taking_out(
        classifier: Classifier, pictures: Sequence[discord.Attachment], person_id: int
    ) -> Sequence[Photo]:
        photos = await classify(classifier, pictures, person_id)
        post, *_ = world.channel.history()
        stay = world.env.backend.get_message(world.channel.id, post.id).attachments[:left]
        world.env.backend.edit_message(world.channel.id, post.id, {"attachments": stay})
        await edited.wait()
        await asyncio.sleep(0)  # for the other listener, should it come after this one
        return photos

    monkeypatch.setattr(Classifier, "classify", taking_out)


def _setting(event: asyncio.Event) -> Callable[[object], Coroutine[None, None, None]]:
    async def heard(_: object) -> None:
        event.set()

    return heard
