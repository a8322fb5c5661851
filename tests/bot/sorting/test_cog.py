"""`/sort`: set up, tried, switched on, undone, and what posts get from it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

import discord
import pytest
from discord.app_commands import MissingPermissions
from simcord import SetupError
from simcord.backend.models import Channel, Overwrite
from simcord.builders import ChannelHandle
from simcord.enums import OverwriteType
from simcord.results import ResponseMessage

from bot.errors import ChannelUnread
from bot.settings import Settings
from bot.sorting.errors import (
    CannotCopy,
    CannotReact,
    CannotTag,
    ForumFull,
    NoSuchTag,
    NotAnEmoji,
    TooManyRules,
)
from bot.store.errors import NothingToUndo, PlanChanged, UnknownClass
from bot.store.sorting import Action, Plan, Rule
from bot.store.store import open_store
from bot.store.url import configured
from model.engine import Engine
from tests.bot import cards, forums
from tests.bot.conftest import World
from tests.bot.raised import raised

EMOJI = (
    *("👢", "7️⃣", "🏳️‍🌈", "🇩🇪", "❤️", "👩🏽‍🚀"),
    *("↔️", "◾", "‼️", "〰️", "\N{INFORMATION SOURCE}\ufe0f"),
)

NewPost = Callable[..., Awaitable[Channel]]


@pytest.fixture
async def label(engine: Engine, boot: bytes) -> str:
    """What the boot is answered with."""
    return (await engine.classify(boot)).label


@pytest.fixture
def forum(world: World) -> ChannelHandle:
    return world.guild.create_forum_channel("looks")


@pytest.fixture
def new_post(world: World, forum: ChannelHandle, boot: bytes) -> NewPost:
    """Begin forum posts with a boot."""
    return partial(forums.begin, world, forum, boot)


async def sort(world: World, verb: str, **options: Any) -> ResponseMessage:
    result = await world.admin.slash(world.channel, f"sort {verb}", **options)
    assert result.ephemeral
    (message,) = [*result.followups, result.response] if result.response else result.followups
    return message


async def switch_on(world: World, panel: ResponseMessage) -> None:
    await world.admin.click(panel, label="Try it on the last ten posts")
    await world.admin.click(panel, label="Switch on")
    assert "**On.**" in text(panel)


def text(message: ResponseMessage) -> str:
    return message.content or cards.text(message.components)


def tag_names(world: World, forum: ChannelHandle) -> dict[int, str]:
    tags = world.env.backend.get_channel(forum.id).available_tags
    return {int(tag["id"]): tag["name"] for tag in tags}


def applied(world: World, forum: ChannelHandle, thread: Channel) -> list[str]:
    names = tag_names(world, forum)
    return [names[tag] for tag in world.env.backend.get_channel(thread.id).applied_tags]


def forbid(world: World, channel: ChannelHandle, **permissions: bool) -> None:
    """Take permissions from FitCheck in a channel."""
    deny = discord.Permissions(**permissions).value
    overwrite = Overwrite(world.env.backend.bot_user.id, OverwriteType.MEMBER, deny=deny)
    world.env.backend.set_overwrite(channel.id, overwrite)


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


async def test_it_is_tried_before_it_is_switched_on(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    posts = [await new_post() for _ in range(2)]
    panel = await sort(world, "tag", forum=forum, create=True, **{"class": label, "tag": "Shoes"})
    with pytest.raises(SetupError):
        await world.admin.click(panel, label="Switch on")
    await world.admin.click(panel, label="Try it on the last ten posts")
    assert "The last 2 posts would have been sorted like this" in text(panel)
    assert text(panel).count(f"{label} → tag Shoes") == 2
    assert str(posts[0].id) in text(panel)
    assert not applied(world, forum, posts[0])
    await world.admin.click(panel, label="Back")
    assert "**Off.**" in text(panel)


async def test_a_plan_that_was_changed_meanwhile_is_not_switched_on_untried(
    world: World, forum: ChannelHandle
) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await world.admin.click(panel, label="Try it on the last ten posts")
    await sort(world, "remove", channel=forum, **{"class": "Bag"})
    await world.admin.click(panel, label="Switch on")
    assert not world.store.sortings.of(forum.id).switched_on
    assert raised(world.env) == [PlanChanged]


async def test_what_another_process_changed_is_neither_switched_on_nor_undone_nor_lost(
    world: World, settings: Settings
) -> None:
    bag = {"channel": world.channel, "class": "Bag", "emoji": "👜"}
    tried, shown = [await sort(world, "reaction", **bag) for _ in range(2)]
    await world.admin.click(tried, label="Try it on the last ten posts")
    kimono = Rule("Kimono", Action.REACTION, "👘")
    async with open_store(configured(settings)) as other:
        await other.sortings.change(
            world.guild.id, world.channel.id, lambda plan: Plan((*plan.rules, kimono))
        )
    await world.admin.click(tried, label="Switch on")
    await world.admin.click(shown, label="Undo the last change")
    assert raised(world.env) == [PlanChanged, PlanChanged]
    panel = await sort(world, "reaction", **{**bag, "class": "Coat", "emoji": "🧥"})
    assert all(emoji in text(panel) for emoji in "👜👘🧥")


async def test_a_change_switches_it_off_until_it_was_tried(
    world: World, forum: ChannelHandle
) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await switch_on(world, panel)
    assert "**Off.**" in text(await sort(world, "remove", channel=forum, **{"class": "Bag"}))


async def test_it_is_undone_in_one_step(world: World, forum: ChannelHandle) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await world.admin.click(panel, label="Undo the last change")
    assert "Nothing is sorted here" in text(panel)
    await world.admin.click(panel, label="Undo the last change")
    assert "**Off.**" in text(panel)
    await switch_on(world, panel)
    await world.admin.click(panel, label="Undo the last change")
    assert "**Off.**" in text(panel)


async def test_what_was_never_changed_cannot_be_undone(world: World) -> None:
    panel = await sort(world, "show", channel=world.channel)
    await world.admin.click(panel, label="Undo the last change")
    assert raised(world.env) == [NothingToUndo]


async def test_it_is_switched_off(world: World, forum: ChannelHandle, new_post: NewPost) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await switch_on(world, panel)
    await world.admin.click(panel, label="Switch off")
    assert "**Off.**" in text(panel)
    assert not applied(world, forum, await new_post())


async def test_a_post_keeps_its_own_tags_and_gets_none_beyond_five(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    others = [tag for tag, name in tag_names(world, forum).items() if name != label]
    four, five = await new_post(tuple(others[:4])), await new_post(tuple(others[:5]))
    assert applied(world, forum, four)[-1] == label
    assert len(applied(world, forum, five)) == 5
    assert label not in applied(world, forum, five)


async def test_tags_are_only_created_on_request(world: World, forum: ChannelHandle) -> None:
    assert "has no tag of that name" in text(await sort(world, "tag", forum=forum))
    assert not tag_names(world, forum)
    assert raised(world.env) == [NoSuchTag]


async def test_a_tag_that_is_there_is_taken(world: World, forum: ChannelHandle) -> None:
    await sort(world, "tag", forum=forum, create=True, **{"class": "Bag", "tag": "things"})
    panel = await sort(world, "tag", forum=forum, **{"class": "Coat", "tag": "THINGS"})
    assert list(tag_names(world, forum).values()) == ["things"]
    assert text(panel).count("tag things") == 2


async def test_new_tags_are_named_in_the_servers_language(
    world: World, forum: ChannelHandle
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, language="de"))
    await sort(world, "tag", forum=forum, create=True, **{"class": "Bag"})
    assert list(tag_names(world, forum).values()) == ["Tasche"]


async def test_a_full_forum_is_explained(world: World, forum: ChannelHandle) -> None:
    plain = {"moderated": False, "emoji_id": None, "emoji_name": None}
    tags = [{"id": str(n), "name": str(n), **plain} for n in range(1, 16)]
    world.env.backend.edit_channel(forum.id, {"available_tags": tags})
    assert "20 tags" in text(await sort(world, "tag", forum=forum, create=True))
    assert len(tag_names(world, forum)) == 15
    assert raised(world.env) == [ForumFull]


async def test_a_tag_that_is_gone_is_shown_and_passed_over(
    world: World, forum: ChannelHandle, new_post: NewPost
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    world.env.backend.edit_channel(forum.id, {"available_tags": []})
    assert not applied(world, forum, await new_post())
    assert "a tag that is gone" in text(await sort(world, "show", channel=forum))


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


async def test_the_trial_leaves_out_what_a_post_hides(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("SPOILER_boot.png", boot)])
    options = {"channel": world.channel, "class": "Ankle boot", "emoji": "👢"}
    panel = await sort(world, "reaction", **options)
    await world.admin.click(panel, label="Try it on the last ten posts")
    assert text(panel).endswith("no garment to sort by → nothing")


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


async def test_what_discord_refuses_costs_no_answer(
    world: World, boot: bytes, label: str, caplog: pytest.LogCaptureFixture
) -> None:
    options = {"channel": world.channel, "class": label, "emoji": "👢"}
    await switch_on(world, await sort(world, "reaction", **options))
    world.env.inject_error("PUT", "/channels/*/messages/*/reactions/**", status=403, code=50013)
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert len(world.answers) == 1
    assert f"Sorting message {post.id}: Discord refused" in caplog.text


async def test_posts_are_sorted_where_they_are_not_answered(
    world: World, boot: bytes, label: str
) -> None:
    options = {"channel": world.channel, "class": label, "emoji": "👢"}
    await switch_on(world, await sort(world, "reaction", **options))
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    assert world.env.backend.get_message(world.channel.id, post.id).reaction_for("👢")


@pytest.mark.parametrize(
    "emoji", ["boot", "7", "<:theirs:123456789012345678>", "a👢", "👢" * 33, "°", "¦"]
)
async def test_what_is_no_emoji_is_explained(world: World, emoji: str) -> None:
    options = {"channel": world.channel, "class": "Bag", "emoji": emoji}
    assert "isn't an emoji" in text(await sort(world, "reaction", **options))
    assert raised(world.env) == [NotAnEmoji]


@pytest.mark.parametrize("emoji", EMOJI)
async def test_emoji_are_known(world: World, emoji: str) -> None:
    options = {"channel": world.channel, "class": "Bag", "emoji": emoji}
    assert f"reaction {emoji}" in text(await sort(world, "reaction", **options))


async def test_the_servers_own_emoji_are_known(world: World) -> None:
    own = world.guild.create_emoji("fancy")
    options = {"channel": world.channel, "class": "Bag", "emoji": f"<:fancy:{own.id}>"}
    assert "reaction :fancy:" in text(await sort(world, "reaction", **options))


async def test_missing_permissions_are_named(world: World, forum: ChannelHandle) -> None:
    other = world.guild.create_text_channel("other")
    forbid(world, forum, manage_threads=True)
    forbid(world, world.channel, add_reactions=True)
    forbid(world, other, send_messages=True)
    await world.env.settle()
    bag = {"class": "Bag"}
    assert "Manage Threads" in text(await sort(world, "tag", forum=forum, create=True))
    options = {"channel": world.channel, "emoji": "👜"}
    assert "Add Reactions" in text(await sort(world, "reaction", **bag, **options))
    options = {"channel": world.channel, "to": other}
    assert "Send Messages" in text(await sort(world, "copy", **bag, **options))
    assert raised(world.env) == [CannotTag, CannotReact, CannotCopy]


async def test_a_channel_that_cannot_be_read_is_named(
    world: World, forum: ChannelHandle, label: str
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    copies = {"channel": world.channel, "to": gallery, "class": label}
    panel = await sort(world, "copy", **copies)
    for channel in (forum, world.channel):
        forbid(world, channel, read_message_history=True)
    await world.env.settle()
    assert "Read Message History" in text(await sort(world, "tag", forum=forum, create=True))
    assert "Read Message History" in text(await sort(world, "copy", **copies))
    assert "Read Message History" in await told_at_a_trial(world, panel)
    assert raised(world.env) == [CannotTag, ChannelUnread, ChannelUnread]


async def test_what_discord_refuses_at_a_trial_is_worded(world: World) -> None:
    panel = await sort(world, "reaction", channel=world.channel, emoji="👜", **{"class": "Bag"})
    world.env.inject_error("GET", "/channels/*/messages", status=403, code=50001)
    assert "Discord doesn't let me" in await told_at_a_trial(world, panel)
    assert raised(world.env) == [discord.Forbidden]


async def told_at_a_trial(world: World, panel: ResponseMessage) -> str:
    """What an admin is told who presses the panel's button in vain."""
    result = await world.admin.click(panel, label="Try it on the last ten posts")
    told = [one.content for one in (result.response, *result.followups) if one is not None]
    return "".join(map(str, told))


async def test_rules_of_a_former_network_can_be_removed(world: World) -> None:
    rules = (Rule("Kimono", Action.REACTION, "👘"), Rule("Bag", Action.REACTION, "👜"))
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: Plan(rules))
    panel = await sort(world, "remove", channel=world.channel, **{"class": "Kimono"})
    assert "👜" in text(panel)
    assert "👘" not in text(panel)
    panel = await sort(world, "remove", channel=world.channel)
    assert "Nothing is sorted here" in text(panel)


async def test_a_sorting_has_an_end(world: World) -> None:
    rules = tuple(Rule(f"Former {n}", Action.REACTION, "👘") for n in range(50))
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: Plan(rules))
    options = {"channel": world.channel, "class": "Bag", "emoji": "👜"}
    assert "50 rules" in text(await sort(world, "reaction", **options))
    panel = await sort(world, "show", channel=world.channel)
    assert len(text(panel)) < 4000
    assert raised(world.env) == [TooManyRules]


async def test_an_unknown_class_is_explained(world: World) -> None:
    options = {"channel": world.channel, "class": "Spaceship", "emoji": "🚀"}
    assert "isn't one of my classes" in text(await sort(world, "reaction", **options))
    assert raised(world.env) == [UnknownClass]


async def test_members_neither_see_nor_press_it(world: World) -> None:
    with pytest.raises(SetupError):
        await world.alice.slash(world.channel, "sort show", channel=world.channel)
    (command,) = [each for each in await world.client.tree.fetch_commands() if each.name == "sort"]
    world.guild.set_command_permissions(command, {world.alice: True})
    told = await world.alice.slash(world.channel, "sort show", channel=world.channel)
    assert told.response is not None
    assert "You need the permission Manage Server" in told.response.content
    panel = await sort(world, "show", channel=world.channel)
    world.env.backend.get_guild(world.guild.id).members[world.admin.id].role_ids.clear()
    told = await world.admin.click(panel, label="Undo the last change")
    assert told.response is not None
    assert "You need the permission Manage Server" in told.response.content
    assert raised(world.env) == [MissingPermissions, MissingPermissions]
