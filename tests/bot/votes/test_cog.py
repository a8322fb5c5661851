"""Voting on answers, as members meet it."""

from dataclasses import replace
from typing import Any

import discord
import pytest
from discord import ComponentType, ui

from bot.client import FitCheck
from bot.settings import Settings
from bot.store.posts import Answer
from bot.store.posts import Post as StoredPost
from bot.store.schema import NO_CLOTHING, OTHER_KIND, AnswerStyle, Correctors
from bot.store.votes import Kept
from bot.store.votes import Votes as StoredVotes
from model.artifact import Artifact
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Drop, Enter, World
from tests.bot.photos.test_posts import judging
from tests.bot.votes.conftest import OTHERWISE, RIGHT, Doubt, Post, labels, panel, say, shown, told
from tests.bot.wardrobe import landscape


async def test_right_is_thanked_for_and_changes_nothing(world: World, post: Post) -> None:
    answer = await post()
    before = cards.tree(answer)
    result = await world.admin.click(answer, label=RIGHT)
    assert told(result).startswith("Thank you! You said: ")
    assert cards.tree(world.answers[-1]) == before
    assert (await world.store.accuracy.of(world.guild.id)).right == 1


async def test_something_else_is_shown_and_can_be_taken_back(
    world: World, post: Post, engine: Engine, boot: bytes
) -> None:
    answer = await post()
    before, heading = cards.tree(answer), shown(world).splitlines()[0].removeprefix("### ")
    result = await say(world.admin, answer, NO_CLOTHING)
    assert told(result) == "Thank you! You said: No clothing."
    corrected = "### No clothing\n-# Corrected by members. I had said: "
    assert shown(world).startswith(corrected + heading)
    (thumbnail,) = cards.parts(cards.tree(world.answers[-1]), ComponentType.thumbnail)
    assert thumbnail["description"].endswith("Corrected by members: No clothing.")
    await say(world.admin, world.answers[-1], (await engine.classify(boot)).label)
    assert cards.tree(world.answers[-1]) == before
    assert (await world.store.accuracy.of(world.guild.id)).total == 1


async def test_right_under_a_corrected_answer_agrees_with_the_correction(
    world: World, post: Post
) -> None:
    await say(world.alice, await post(), "Dress")
    corrected = cards.tree(world.answers[-1])
    assert told(await world.admin.click(world.answers[-1], label=RIGHT)).endswith("said: Dress.")
    assert cards.tree(world.answers[-1]) == corrected
    (confusion,) = await world.store.accuracy.confusions(world.guild.id)
    assert confusion.label == "Dress"


@pytest.mark.parametrize("style", [AnswerStyle.CARD, AnswerStyle.LINE])
async def test_right_agrees_with_what_is_shown_though_another_answer_was_corrected(
    world: World, boot: bytes, style: AnswerStyle
) -> None:
    await world.store.settings.change(world.guild.id, lambda s: replace(s, style=style))
    posted = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (first,) = world.answers
    assert first.flags.components_v2 == (style is AnswerStyle.CARD)
    await world.admin.context_menu(world.channel, "Classify clothing", posted)
    await say(world.alice, world.answers[-1], "Dress")
    assert "Dress" not in told(await world.admin.click(first, label=RIGHT))
    assert (await world.store.accuracy.of(world.guild.id)).right == 1


async def test_right_under_what_a_forgotten_vote_left_shows_what_is_counted(
    world: World, post: Post
) -> None:
    answer = await post()
    before = cards.tree(answer)
    await say(world.admin, answer, "Dress")
    await world.store.forgetting.person(world.admin.id)
    result = await world.alice.click(world.answers[-1], label=RIGHT)
    assert cards.tree(world.answers[-1]) == before
    assert "Dress" not in told(result)


async def test_who_agrees_with_an_answer_out_of_reach_is_just_thanked(
    world: World, post: Post, drop: Drop
) -> None:
    answer = await post()
    drop("GET", "/channels/*/messages/*")
    result = await world.admin.click(answer, label=RIGHT)
    assert told(result).startswith("Thank you! You said: ")
    assert "still shows" not in told(result)


async def test_the_menu_lists_every_class_another_kind_and_no_clothing(
    world: World, post: Post, engine: Engine
) -> None:
    menu = panel(await world.alice.click(await post(), label=OTHERWISE))
    (select,) = cards.parts(cards.tree(menu), ComponentType.select)
    options = [option["value"] for option in select["options"]]
    assert sorted(options) == sorted((*engine.card.classes, OTHER_KIND, NO_CLOTHING))
    assert options[-2:] == [OTHER_KIND, NO_CLOTHING]


async def test_another_kind_and_no_clothing_are_in_the_menu_of_a_network_of_many_classes(
    world: World,
) -> None:
    many = {f"Class {n}": 1 / (n + 1) for n in range(30)}
    place = (world.guild.id, world.channel.id, None)
    world.store.posts.record(StoredPost(5, *place, world.alice.id, {0: Answer("Class 0", many)}))
    button: ui.Button[ui.View] = ui.Button(label=OTHERWISE, custom_id="fitcheck:otherwise:5:0::en")
    message = await channel_of(world).send(view=ui.View(timeout=None).add_item(button))
    menu = panel(await world.alice.click(message, label=OTHERWISE))
    (select,) = cards.parts(cards.tree(menu), ComponentType.select)
    options = [option["value"] for option in select["options"]]
    assert options == [*list(many)[:23], OTHER_KIND, NO_CLOTHING]


async def test_what_is_probably_none_of_the_classes_is_voted_on_as_that(
    enter: Enter, trained: Artifact
) -> None:
    asked = judging(trained, clothing_threshold=0.0, known_threshold=1.0)
    async with enter(engine=asked) as world:
        picture = [("hills.png", landscape())]
        await world.alice.send(world.channel, world.mention, attachments=picture)
        answer = world.answers[-1]
        before = cards.tree(answer)
        assert shown(world).startswith("### Not sure: probably none of my classes")
        agreed = await world.alice.click(answer, label=RIGHT)
        assert told(agreed) == "Thank you! You said: None of the classes."
        assert cards.tree(world.answers[-1]) == before
        assert (await world.store.counts.of(world.guild.id)).by_class == {OTHER_KIND: 1}

        # Whichever class it is, also the one that came nearest, the answer shows it then.
        label = (await asked.classify(landscape())).label
        await say(world.alice, answer, label)
        assert shown(world).startswith(f"### {label}\n-# Corrected by members.")


async def test_who_is_outvoted_is_told(world: World, post: Post) -> None:
    answer = await post()
    for person in (world.alice, world.admin):
        await say(person, answer, "Dress")
    third = world.guild.add_member(world.env.create_user("third"))
    result = await say(third, answer, "Coat")
    assert told(result).endswith("You said: Coat. As most people see it, it is: Dress.")
    assert shown(world).startswith("### Dress\n")


async def test_of_several_pictures_one_is_chosen(
    world: World, post: Post, engine: Engine, boot: bytes
) -> None:
    label = (await engine.classify(boot)).label
    answer = await post("a.png", "SPOILER_b.png", "c.png")
    before = shown(world).splitlines()
    await say(world.alice, answer, "Dress", picture="1")
    after = shown(world).splitlines()
    assert after[1].startswith("||2. **Dress** (corrected; I had said ")
    assert after[1].endswith("||")
    assert [after[0], after[2]] == [before[0], before[2]]
    opened = panel(await world.alice.click(world.answers[-1], label=RIGHT))
    (menu,) = cards.parts(cards.tree(opened), ComponentType.select)
    assert [option["label"] for option in menu["options"]] == [
        f"Picture 1: {label}",
        "Picture 2",  # hidden by its poster
        f"Picture 3: {label}",
    ]
    assert told(await world.alice.select(opened, ["1"])).endswith("said: Dress.")
    assert shown(world).splitlines() == after
    await say(world.alice, world.answers[-1], label, picture="1")
    assert shown(world).splitlines() == before


async def test_a_corrected_gallery_keeps_its_pictures_and_hides_what_it_hid(
    world: World, post: Post
) -> None:
    answer = await post("a.png", "SPOILER_b.png")
    await say(world.alice, answer, "Dress", picture="0")
    edit = edit_of(world, answer)
    (gallery,) = cards.parts(edit["components"], ComponentType.media_gallery)
    # By their names: the addresses that Discord tells of them expire.
    assert [(item["media"]["url"], item["spoiler"]) for item in gallery["items"]] == [
        ("attachment://seen-1.png", False),
        ("attachment://seen-2.png", True),
    ]
    assert [one["id"] for one in edit["attachments"]] == [one.id for one in answer.attachments]


async def test_a_corrected_card_keeps_pictures_that_discord_lists_as_no_attachments(
    world: World, post: Post
) -> None:
    answer = await post()
    world.env.backend.get_message(world.channel.id, answer.id).attachments.clear()
    await say(world.alice, answer, "Dress")
    assert "attachments" not in edit_of(world, answer)


@pytest.mark.parametrize("style", [AnswerStyle.CARD, AnswerStyle.LINE])
async def test_the_last_of_ten_pictures_can_be_corrected(
    world: World, boot: bytes, style: AnswerStyle
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, style=style))
    await world.alice.send(world.channel, attachments=[(f"{n}.png", boot) for n in range(10)])
    await say(world.alice, world.answers[-1], "Dress", picture="9")
    *others, last = (world.answers[-1].content or shown(world)).splitlines()
    assert last.startswith("10. **Dress** (corrected;")
    assert "Dress** (" not in "".join(others)


async def test_only_the_poster_may_correct_where_admins_want_it_so(
    world: World, post: Post
) -> None:
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, correctors=Correctors.POSTER)
    )
    answer = await post("a.png", "b.png")
    for label in (RIGHT, OTHERWISE):  # before there is anything to choose from
        assert "only the one who posted" in told(await world.admin.click(answer, label=label))
    await say(world.alice, answer, "Dress", picture="0")
    assert shown(world).startswith("1. **Dress**")


async def test_a_menu_from_before_only_the_poster_might_correct_is_refused(
    world: World, post: Post
) -> None:
    opened = panel(await world.admin.click(await post(), label=OTHERWISE))
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, correctors=Correctors.POSTER)
    )
    refused = await world.admin.select(opened, ["Dress"])
    assert "only the one who posted" in refused.followups[-1].content
    assert not shown(world).startswith("### Dress")


async def test_without_corrections_nothing_is_asked_or_taken(world: World, post: Post) -> None:
    old = await post()
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, keep_corrections=False)
    )
    assert labels(await post()) == ["How it sees it"]
    assert "doesn't keep corrections" in told(await world.alice.click(old, label=RIGHT))


async def test_a_menu_from_before_corrections_were_turned_off_takes_none(
    world: World, post: Post
) -> None:
    opened = panel(await world.alice.click(await post(), label=OTHERWISE))
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, keep_corrections=False)
    )
    refused = await world.alice.select(opened, ["Dress"])
    assert "doesn't keep corrections" in refused.followups[-1].content
    assert (await world.store.accuracy.of(world.guild.id)).total == 0


async def test_buttons_and_open_menus_outlive_a_restart(
    world: World, post: Post, settings: Settings, engine: Engine
) -> None:
    answer = await post()
    opened = panel(await world.alice.click(answer, label=OTHERWISE))
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    await world.alice.select(opened, ["Dress"])
    assert shown(world).startswith("### Dress")
    assert told(await world.admin.click(world.answers[-1], label=RIGHT)).startswith("Thank you!")
    await reborn.close()


async def test_a_vote_does_not_outlive_a_wish_to_be_forgotten_that_overtakes_it(
    world: World, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, kept = await post(), StoredVotes.of

    async def overtaken(*arguments: Any) -> tuple[Kept, ...]:
        await world.store.forgetting.person(world.admin.id)
        return await kept(*arguments)

    monkeypatch.setattr(StoredVotes, "of", overtaken)
    result = await world.admin.click(answer, label=RIGHT)
    assert "your vote isn't kept" in told(result)
    assert (await world.store.accuracy.of(world.guild.id)).total == 0


async def test_a_deleted_post_cant_be_corrected(world: World, boot: bytes) -> None:
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await world.alice.context_menu(world.channel, "Classify clothing", post)
    await world.alice.delete(post)  # which takes the reply along, but not the menu's answer
    for label in (RIGHT, OTHERWISE):
        assert "I keep no answer" in told(await world.alice.click(world.answers[-1], label=label))


async def test_an_answer_that_shows_more_than_is_kept_cant_be_corrected(
    world: World, post: Post
) -> None:
    answer = await post("a.png", "b.png")
    assert answer.reference is not None
    source = answer.reference.message_id
    assert source is not None
    world.store.forgetting.holds(source, 1)  # an edit took one out, and the other was asked about
    left = {0: Answer("Coat", {"Coat": 1.0})}
    place = (world.guild.id, world.channel.id, None)
    world.store.posts.record(StoredPost(source, *place, world.alice.id, left))
    for label in (RIGHT, OTHERWISE):
        assert "I keep no answer" in told(await world.alice.click(answer, label=label))


async def test_a_vote_counts_though_the_answer_was_deleted(world: World, post: Post) -> None:
    answer = await post()
    opened = panel(await world.alice.click(answer, label=OTHERWISE))
    await answer.delete()
    result = await world.alice.select(opened, ["Dress"])
    assert "You said: Dress." in told(result)
    assert "still shows the old class" in told(result)
    (confusion,) = await world.store.accuracy.confusions(world.guild.id)
    assert confusion.label == "Dress"


async def test_pictures_of_a_command_are_corrected_where_they_are_answered(
    world: World, boot: bytes
) -> None:
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    await say(world.admin, world.answers[-1], "Dress")
    assert shown(world).startswith("### Dress")


async def test_pictures_that_somebody_asked_about_are_voted_on_as_the_posts_own(
    world: World, boot: bytes
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await world.admin.send(world.channel, world.mention, reply_to=post)
    await say(world.alice, world.answers[-1], "Dress")
    assert shown(world).startswith("### Dress")
    (kept,) = await world.store.votes.of(world.guild.id, post.id)
    assert kept.label == "Dress"


async def test_private_answers_and_direct_messages_keep_nothing(world: World, boot: bytes) -> None:
    result = await world.alice.slash(
        world.channel, "classify", image=("boot.png", boot), private=True
    )
    (answer,) = [one for one in (result.response, *result.followups) if one is not None]
    assert labels(answer.message) == ["How it sees it"]
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    assert RIGHT in labels(world.answers[-1])
    direct = await world.env.create_user("dora").slash("classify", image=("boot.png", boot))
    assert labels(direct.response.message) == ["How it sees it"]


async def test_doubt_outlives_the_correction_of_another_picture(
    world: World, boot: bytes, doubt: Doubt
) -> None:
    files = [("boot.png", boot), ("doubt.png", doubt.picture)]
    await world.alice.send(world.channel, attachments=files)
    before = shown(world).splitlines()
    assert before[1].startswith("2. Not sure: perhaps ")
    await say(world.alice, world.answers[-1], "Bag", picture="0")
    after = shown(world).splitlines()
    assert after[0].startswith("1. **Bag** (corrected;")
    assert after[1] == before[1]


async def test_doubt_outlives_its_own_correction_that_is_taken_back(
    world: World, doubt: Doubt
) -> None:
    await world.alice.send(world.channel, attachments=[("doubt.png", doubt.picture)])
    before = cards.tree(world.answers[-1])
    for said in (NO_CLOTHING, doubt.label):
        await say(world.alice, world.answers[-1], said)
    assert shown(world).startswith("### Not sure: perhaps ")
    assert cards.tree(world.answers[-1]) == before


FORGED = [
    "fitcheck:right:nonsense",
    "fitcheck:right:",
    "fitcheck::0:0::en",
    "fitcheck:destroy:{post}:0::en",
    "fitcheck:right:{post}:0:7:en",
    "fitcheck:right:9223372036854775808:0::en",
    "fitcheck:sight:{post}:0:7:en",
]


@pytest.mark.parametrize("custom_id", FORGED)
async def test_forged_ids_get_clear_words(world: World, post: Post, custom_id: str) -> None:
    answer = await post()
    assert answer.reference is not None
    forged = custom_id.format(post=answer.reference.message_id)
    button: ui.Button[ui.View] = ui.Button(label="forged", custom_id=forged)
    message = await channel_of(world).send(view=ui.View(timeout=None).add_item(button))
    result = await world.alice.click(message, label="forged")
    assert "That button means nothing to me any more" in told(result)


@pytest.mark.parametrize(
    "custom_id", ["fitcheck:right:1:0::en", "fitcheck:choose:1:5:0:en", "fitcheck:right:0:0::en"]
)
async def test_answers_that_are_not_kept_get_clear_words(world: World, custom_id: str) -> None:
    select: ui.Select[ui.View] = ui.Select(
        custom_id=custom_id, options=[discord.SelectOption(label="Dress")]
    )
    message = await channel_of(world).send(view=ui.View(timeout=None).add_item(select))
    result = await world.alice.select(message, ["Dress"])
    assert "I keep no answer for that picture" in result.followups[-1].content


async def test_another_servers_answers_are_out_of_reach(world: World, post: Post) -> None:
    source = (await post()).reference
    assert source is not None
    elsewhere = world.env.create_guild()
    there = elsewhere.create_text_channel("elsewhere")
    stranger = elsewhere.add_member(world.env.create_user("stranger"))
    channel = world.client.get_channel(there.id)
    assert isinstance(channel, discord.TextChannel)
    custom_id = f"fitcheck:right:{source.message_id}:0::en"
    button: ui.Button[ui.View] = ui.Button(label="forged", custom_id=custom_id)
    message = await channel.send(view=ui.View(timeout=None).add_item(button))
    assert "I keep no answer" in told(await stranger.click(message, label="forged"))


async def test_a_class_that_there_is_not(world: World, post: Post) -> None:
    source = (await post()).reference
    assert source is not None
    custom_id = f"fitcheck:choose:{source.message_id}:5:0:en"
    select: ui.Select[ui.View] = ui.Select(
        custom_id=custom_id, options=[discord.SelectOption(label="Spacesuit")]
    )
    message = await channel_of(world).send(view=ui.View(timeout=None).add_item(select))
    result = await world.alice.select(message, ["Spacesuit"])
    assert "That isn't one of my classes" in result.followups[-1].content


def channel_of(world: World) -> discord.TextChannel:
    channel = world.client.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel


def edit_of(world: World, answer: discord.Message) -> dict[str, Any]:
    """What the one edit of an answer sent."""
    path = f"/channels/{world.channel.id}/messages/{answer.id}"
    requests = world.env.http_requests
    (edit,) = [one.json for one in requests if (one.method, one.path) == ("PATCH", path)]
    assert isinstance(edit, dict)
    return edit
