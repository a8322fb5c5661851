"""What posts get, and lose with a correction."""

import asyncio
from array import array
from dataclasses import replace
from typing import Any

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.language.language import languages
from bot.photos.classify import Classifier
from bot.sorting.sorter import Sorter
from bot.store.index import Search
from bot.store.sorting import Action, Plan, Rule
from model.engine import Engine
from tests.bot.conftest import Drop, World
from tests.bot.sorting.conftest import NewPost, applied, sort, switch_on, tag_names, text
from tests.bot.sorting.test_place import forbid


async def found(world: World, label: str) -> list[int]:
    """Posts in the index, whoever may read them."""

    async def everywhere(_channel_id: int, _parent_id: int | None) -> bool:
        return True

    page = await world.store.index.find(Search(world.guild.id, label), everywhere, limit=5)
    return [post.message_id for post in page.posts]


async def copied_and_indexed(world: World, label: str, *, answered: bool = True) -> ChannelHandle:
    """Let posts be copied, into the channel that comes back, and taken into the index."""
    gallery = world.guild.create_text_channel("gallery")
    plan = Plan((Rule(label, Action.COPY, str(gallery.id)),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, keep_index=True, answer_posts=answered)
    )
    return gallery


async def test_new_forum_posts_get_their_tag_by_themselves(
    world: World, forum: ChannelHandle, new_post: NewPost, engine: Engine, label: str
) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    assert list(tag_names(world, forum).values()) == list(engine.card.classes)
    assert all(name in text(panel) for name in engine.card.classes)
    before = await new_post()
    assert not applied(world, forum, before)
    await switch_on(world, panel)
    assert applied(world, forum, await new_post()) == [label]


async def test_only_the_first_message_of_a_forum_post_counts(
    world: World, forum: ChannelHandle, boot: bytes
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    thread = world.env.backend.create_thread(forum.id, "words", world.alice.id)
    world.env.backend.create_message(thread.id, world.alice.id, "words")
    reply = ChannelHandle(world.env, world.guild, thread)
    await world.alice.send(reply, attachments=[("boot.png", boot)])
    assert not applied(world, forum, thread)


async def test_a_post_keeps_its_own_tags_and_gets_none_beyond_five(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    others = [tag for tag, name in tag_names(world, forum).items() if name != label]
    four, five = await new_post(tuple(others[:4])), await new_post(tuple(others[:5]))
    assert applied(world, forum, four)[-1] == label
    assert len(applied(world, forum, five)) == 5
    assert label not in applied(world, forum, five)


async def test_a_question_whose_answer_fails_is_a_post_all_the_same(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    await world.store.settings.change(world.guild.id, lambda now: replace(now, keep_index=True))
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    thread = await new_post(said=world.mention)
    assert applied(world, forum, thread) == [label]

    assert await found(world, label) == [thread.id]


async def test_a_question_about_another_post_is_sorted_by_nothing(
    world: World, boot: bytes, label: str
) -> None:
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    plan = Plan((Rule(label, Action.REACTION, "👢"),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    asked = await world.admin.send(world.channel, world.mention, reply_to=post)
    assert len(world.answers) == 2
    assert not world.env.backend.get_message(world.channel.id, asked.id).reactions


async def test_a_correction_moves_the_tag_along(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    thread = await new_post()
    answer = ChannelHandle(world.env, world.guild, thread).last_message
    assert answer is not None
    other = "Dress" if label != "Dress" else "Coat"
    asked = await world.alice.click(answer, label="It's something else")
    assert asked.response is not None
    await world.alice.select(asked.response, [other])
    assert applied(world, forum, thread) == [other]


async def test_a_correction_goes_by_the_tags_that_discord_has(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    thread = await new_post()
    cached = world.client.get_channel(thread.id)
    assert isinstance(cached, discord.Thread)
    answer = ChannelHandle(world.env, world.guild, thread).last_message
    assert answer is not None
    for other in [name for name in ("Dress", "Coat", "Bag") if name != label][:2]:
        asked = await world.alice.click(answer, label="It's something else")
        assert asked.response is not None
        stale = cached.applied_tags
        await world.alice.select(asked.response, [other])
        assert applied(world, forum, thread) == [other]
        cached._applied_tags = array("Q", [tag.id for tag in stale])  # not heard of yet


async def test_posts_get_a_reaction_and_lose_it_with_a_correction(
    world: World, boot: bytes, label: str
) -> None:
    options = {"channel": world.channel, "class": label, "emoji": "👢"}
    await switch_on(world, await sort(world, "reaction", **options))
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    stored = world.env.backend.get_message(world.channel.id, post.id)
    assert stored.reaction_for("👢")
    (answer,) = world.answers
    asked = await world.alice.click(answer, label="It's something else")
    assert asked.response is not None
    await world.alice.select(asked.response, ["no clothing"])
    assert not stored.reaction_for("👢")


async def test_what_a_post_hides_sorts_nothing(world: World, boot: bytes, label: str) -> None:
    gallery = world.guild.create_text_channel("gallery")
    other = "Dress" if label != "Dress" else "Coat"
    rules = [
        rule
        for each in (label, other)
        for rule in (
            Rule(each, Action.REACTION, "👢"),
            Rule(each, Action.COPY, str(gallery.id)),
        )
    ]
    plan = Plan(tuple(rules), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    post = await world.alice.send(world.channel, attachments=[("SPOILER_boot.png", boot)])
    for said in (other, label):
        (answer,) = world.answers
        asked = await world.alice.click(answer, label="It's something else")
        assert asked.response is not None
        await world.alice.select(asked.response, [said])
        assert not world.env.backend.get_message(world.channel.id, post.id).reactions
        assert not gallery.history()


async def test_a_copy_is_a_link_that_goes_with_a_correction(
    world: World, boot: bytes, label: str
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    panel = await sort(world, "copy", channel=world.channel, to=gallery, **{"class": label})
    assert "link in #gallery" in text(panel)
    await switch_on(world, panel)
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (copy,) = gallery.history()
    assert label in copy.content
    assert post.jump_url in copy.content
    (answer,) = world.answers
    asked = await world.alice.click(answer, label="It's something else")
    assert asked.response is not None
    await world.alice.select(asked.response, ["no clothing"])
    assert not gallery.history()


async def test_a_copy_that_stays_names_the_corrected_class(
    world: World, boot: bytes, label: str
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    other = "Dress" if label != "Dress" else "Coat"
    rules = tuple(Rule(each, Action.COPY, str(gallery.id)) for each in (label, other))
    plan = Plan(rules, switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (answer,) = world.answers
    asked = await world.alice.click(answer, label="It's something else")
    assert asked.response is not None
    await world.alice.select(asked.response, [other])
    (copy,) = gallery.history()
    assert (other in copy.content, label in copy.content) == (True, False)
    assert post.jump_url in copy.content


async def test_a_copy_that_a_late_vote_made_goes_with_the_next_vote(
    world: World, boot: bytes, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sorting.sorter._COPIES_SEARCHED", 2)
    gallery = world.guild.create_text_channel("gallery")
    other = "Dress" if label != "Dress" else "Coat"
    plan = Plan((Rule(other, Action.COPY, str(gallery.id)),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    for _ in range(5):
        await world.alice.send(gallery, "words")
    for said, copies in ((other, 1), ("no clothing", 0)):
        (answer,) = world.answers
        asked = await world.alice.click(answer, label="It's something else")
        assert asked.response is not None
        await world.alice.select(asked.response, [said])
        assert len(gallery.history()) == 5 + copies


@pytest.mark.parametrize("answered", [True, False])
async def test_a_post_that_is_deleted_while_it_is_classified_is_neither_copied_nor_found(
    world: World, boot: bytes, label: str, monkeypatch: pytest.MonkeyPatch, *, answered: bool
) -> None:
    gallery = await copied_and_indexed(world, label, answered=answered)
    classify = Classifier.classify

    async def overtaken(classifier: Classifier, pictures: Any, person_id: int) -> Any:
        (post,) = world.channel.history()
        world.env.backend.delete_message(world.channel.id, post.id)
        return await classify(classifier, pictures, person_id)

    monkeypatch.setattr(Classifier, "classify", overtaken)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    assert not gallery.history()
    assert not await found(world, label)


@pytest.mark.parametrize("question", [True, False])
async def test_a_post_that_its_answer_does_not_find_is_neither_copied_nor_found(
    world: World, boot: bytes, label: str, *, question: bool
) -> None:
    gallery = await copied_and_indexed(world, label)
    unknown = "Invalid Form Body\nIn message_reference: Unknown message"
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, message=unknown)
    said = world.mention if question else ""
    await world.alice.send(world.channel, said, attachments=[("boot.png", boot)])
    assert not gallery.history()
    assert not await found(world, label)


async def alone(world: World) -> tuple[Sorter, discord.PartialMessage]:
    """A sorter that nobody else asks, and a post that holds nothing to sort it by."""
    post = await world.alice.send(world.channel, "words")
    channel = world.client.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    store = world.store
    sorter = Sorter(store.sortings, store.settings, store.gone, languages())
    return sorter, channel.get_partial_message(post.id)


async def test_a_correction_waits_for_what_it_takes_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery = await copied_and_indexed(world, "Bag")
    send = discord.TextChannel.send

    async def late(channel: discord.TextChannel, content: str) -> discord.Message:
        for _ in range(100):  # in which a copy would be looked for in vain
            await asyncio.sleep(0)
        return await send(channel, content)

    monkeypatch.setattr(discord.TextChannel, "send", late)
    sorter, post = await alone(world)
    await asyncio.gather(sorter.apply(post, ["Bag"]), sorter.apply(post, ["Coat"], before=["Bag"]))
    assert not gallery.history()


async def test_what_waits_for_its_turn_as_sorting_is_switched_off_is_not_sorted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery = await copied_and_indexed(world, "Bag")
    send = discord.TextChannel.send

    async def last(channel: discord.TextChannel, content: str) -> discord.Message:
        await world.store.sortings.change(
            world.guild.id, world.channel.id, lambda now: replace(now, switched_on=False)
        )
        return await send(channel, content)

    monkeypatch.setattr(discord.TextChannel, "send", last)
    sorter, post = await alone(world)
    await asyncio.gather(sorter.apply(post, ["Bag"]), sorter.apply(post, ["Bag"]))
    assert len(gallery.history()) == 1


async def test_what_discord_refuses_costs_no_answer(
    world: World, boot: bytes, label: str, caplog: pytest.LogCaptureFixture
) -> None:
    options = {"channel": world.channel, "class": label, "emoji": "👢"}
    await switch_on(world, await sort(world, "reaction", **options))
    world.env.inject_error("PUT", "/channels/*/messages/*/reactions/**", status=403, code=50013)
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert len(world.answers) == 1
    assert f"Sorting message {post.id}: Discord refused" in caplog.text


async def test_what_it_may_not_do_any_more_is_not_tried(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str, boot: bytes
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    rules = (Rule(label, Action.REACTION, "👢"), Rule(label, Action.COPY, str(gallery.id)))
    plan = Plan(rules, switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    forbid(world, forum, manage_threads=True)
    forbid(world, world.channel, add_reactions=True)
    forbid(world, gallery, send_messages=True)
    await world.env.settle()
    sent = len(world.env.http_requests)
    thread = await new_post()
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    # An answer each, and nothing that Discord would refuse.
    answers = [f"/channels/{place}/messages" for place in (thread.id, post.channel.id)]
    assert [one.path for one in world.env.http_requests[sent:]] == answers


async def test_a_step_that_meets_a_lost_connection_ends_none_of_the_others(
    world: World, boot: bytes, label: str, drop: Drop
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    rules = (Rule(label, Action.REACTION, "👢"), Rule(label, Action.COPY, str(gallery.id)))
    plan = Plan(rules, switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    drop("PUT", "/channels/*/messages/*/reactions/**")
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.env.backend.get_message(world.channel.id, post.id).reactions
    (copy,) = gallery.history()
    assert post.jump_url in copy.content


async def test_posts_are_sorted_where_they_are_not_answered(
    world: World, boot: bytes, label: str
) -> None:
    options = {"channel": world.channel, "class": label, "emoji": "👢"}
    await switch_on(world, await sort(world, "reaction", **options))
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    assert world.env.backend.get_message(world.channel.id, post.id).reaction_for("👢")
