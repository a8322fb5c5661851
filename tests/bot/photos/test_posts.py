"""Posts, mentions and direct messages, as people see them."""

import logging
from dataclasses import replace

import discord
import pytest
from discord import ComponentType

from bot.settings import Settings
from bot.store.schema import AnswerStyle
from model.artifact import Artifact
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Drop, Enter, World
from tests.bot.files import bad_files

BAD = tuple(bad_files(b""))


def judging(trained: Artifact, **thresholds: float) -> Engine:
    """The real networks, judged more strictly."""
    calibration = trained.card.calibration.model_copy(update=thresholds)
    card = trained.card.model_copy(update={"calibration": calibration})
    return Engine(replace(trained, card=card))


def said(message: discord.Message) -> str:
    return message.content or cards.text(cards.tree(message))


async def test_post_is_answered_by_a_reply(world: World, boot: bytes, engine: Engine) -> None:
    expected = await engine.classify(boot)
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (answer,) = world.answers
    assert answer.reference is not None
    assert answer.reference.message_id == post.id
    assert all(ranked.label in said(answer) for ranked in expected.top3)


async def test_reply_pings_nobody(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (sent,) = [request for request in world.env.http_requests if "/messages" in request.path]
    assert isinstance(sent.json, dict)
    assert sent.json["allowed_mentions"] == {"parse": []}  # replied_user defaults to false


async def test_ten_pictures_are_answered_in_one_reply(world: World, boot: bytes) -> None:
    ten = [(f"{n}.png", boot) for n in range(10)]
    await world.alice.send(world.channel, attachments=ten)
    (answer,) = world.answers
    (gallery,) = cards.parts(cards.tree(answer), ComponentType.media_gallery)
    assert len(gallery["items"]) == 10
    assert [line.split(".")[0] for line in said(answer).splitlines()] == list(
        map(str, range(1, 11))
    )


async def test_pictures_beyond_the_limit_are_named(
    enter: Enter, settings: Settings, boot: bytes
) -> None:
    async with enter(settings=settings.model_copy(update={"max_pictures": 2})) as world:
        await world.alice.send(world.channel, attachments=[(f"{n}.png", boot) for n in range(5)])
        (answer,) = world.answers
        assert "3 more pictures were left out; I answer 2 at a time" in said(answer)
        assert world.cdn.asked == ["0.png", "1.png"]


async def test_bots_webhooks_and_itself_are_ignored(world: World, boot: bytes) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, attachments=[("boot.png", boot)])
    webhook = world.guild.create_webhook(world.channel)
    await webhook.send(attachments=[("boot.png", boot)])
    assert not world.answers
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert len(world.answers) == 1  # its own answer holds a picture, too
    assert world.cdn.asked == ["boot.png"]


async def test_no_clothing_is_passed_over_unasked(
    enter: Enter, trained: Artifact, boot: bytes
) -> None:
    async with enter(engine=judging(trained, clothing_threshold=1.0)) as world:
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        assert world.cdn.asked == ["boot.png"]
        assert not world.answers


async def test_no_clothing_is_said_when_asked(enter: Enter, trained: Artifact, boot: bytes) -> None:
    async with enter(engine=judging(trained, clothing_threshold=1.0)) as world:
        await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
        (answer,) = world.answers
        assert "No clothing that I know" in said(answer)


async def test_doubt_is_said(enter: Enter, trained: Artifact, boot: bytes) -> None:
    unsure = judging(trained, clothing_threshold=0.0, sure_threshold=1.0)
    async with enter(engine=unsure) as world:
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        (answer,) = world.answers
        assert said(answer).startswith("### Not sure: perhaps ")


@pytest.mark.parametrize("style", [AnswerStyle.CARD, AnswerStyle.LINE])
async def test_no_answer_is_certain(
    enter: Enter, trained: Artifact, boot: bytes, style: AnswerStyle
) -> None:
    certain = judging(trained, clothing_threshold=0.0, known_threshold=0.0, temperature=0.01)
    async with enter(engine=certain) as world:
        assert (await certain.classify(boot)).probability == 1.0
        await world.store.settings.change(world.guild.id, lambda now: replace(now, style=style))
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        (answer,) = world.answers
        seen = await world.alice.click(answer, label="How it sees it")
        assert seen.response is not None
        for text in (said(answer), seen.response.content):
            assert "99%" in text
            assert "100%" not in text


async def test_forwarded_picture_is_answered(world: World, boot: bytes) -> None:
    elsewhere = world.guild.create_text_channel("elsewhere")
    source = await world.alice.send(elsewhere, attachments=[("boot.png", boot)])
    await world.alice.forward(source, world.channel)
    assert len(world.answers) == 1


async def test_spoilered_picture_gets_a_spoilered_answer(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("SPOILER_boot.png", boot)])
    (answer,) = world.answers
    (container,) = cards.parts(cards.tree(answer), ComponentType.container)
    (thumbnail,) = cards.parts(cards.tree(answer), ComponentType.thumbnail)
    assert container["spoiler"]
    assert thumbnail["spoiler"]


async def test_only_the_spoilered_of_several_are_hidden(world: World, boot: bytes) -> None:
    two = [("SPOILER_a.png", boot), ("b.png", boot)]
    await world.alice.send(world.channel, attachments=two)
    (answer,) = world.answers
    hidden, shown = said(answer).splitlines()
    assert hidden.startswith("||1. ")
    assert hidden.endswith("||")
    assert shown.startswith("2. ")
    (gallery,) = cards.parts(cards.tree(answer), ComponentType.media_gallery)
    assert [item["spoiler"] for item in gallery["items"]] == [True, False]


async def test_mention_without_a_picture_is_helped(world: World) -> None:
    await world.alice.send(world.channel, f"{world.mention} what is this?")
    (answer,) = world.answers
    assert "I see no uploaded picture there" in said(answer)


async def test_mention_of_its_own_role_is_a_mention(world: World, boot: bytes) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    own, other = (world.guild.create_role(name) for name in ("FitCheck", "Models"))
    guild = world.client.get_guild(world.guild.id)
    role = guild and guild.get_role(own.id)
    assert role
    role.tags = discord.RoleTags({"bot_id": str(world.env.backend.bot_user.id)})
    await world.alice.send(world.channel, f"<@&{other.id}>", attachments=[("boot.png", boot)])
    assert not world.answers
    await world.alice.send(world.channel, f"<@&{own.id}>", attachments=[("boot.png", boot)])
    await world.alice.send(world.channel, f"<@&{own.id}>?")
    card, help_ = world.answers
    assert cards.parts(cards.tree(card), ComponentType.thumbnail)
    assert "I see no uploaded picture there" in help_.content


async def test_mention_in_a_reply_asks_about_the_other_message(
    enter: Enter, boot: bytes, trained: Artifact
) -> None:
    async with enter(engine=judging(trained, clothing_threshold=1.0)) as world:
        post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        await world.admin.send(world.channel, f"{world.mention}?", reply_to=post)
        (answer,) = world.answers
        assert "No clothing that I know" in said(answer)


async def test_thanks_is_no_question(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (answer,) = world.answers
    await world.alice.send(world.channel, "thanks!", reply_to=answer)
    assert len(world.answers) == 1


async def test_other_files_are_passed_over(world: World) -> None:
    await world.alice.send(world.channel, "notes", attachments=[("notes.txt", b"words")])
    assert not world.answers
    assert not world.cdn.asked


async def test_direct_message_is_answered(world: World, boot: bytes) -> None:
    user = world.alice.user
    files = world.env.backend.store_attachments(user.dm_channel.id, [("boot.png", boot)])
    await user.send_dm(attachments=files)
    await user.send_dm("hello")
    _, card, _, help_ = user.dm_channel.history()
    assert cards.parts(cards.tree(card), ComponentType.thumbnail)
    assert "I see no uploaded picture there" in help_.content


async def test_without_the_intent_only_questions_are_answered(enter: Enter, boot: bytes) -> None:
    async with enter(message_content=False) as world:
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        assert not world.answers
        await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
        assert len(world.answers) == 1
        result = await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
        assert result.response is not None


@pytest.mark.parametrize("kind", BAD)
async def test_bad_file_is_explained_to_who_asked(
    world: World, settings: Settings, boot: bytes, kind: str
) -> None:
    bad = bad_files(boot)[kind]
    world.cdn.faults[bad.name] = bad.fault
    await world.alice.send(world.channel, world.mention, attachments=[(bad.name, bad.data)])
    if bad.fault == "stall":
        await world.let_stalled_downloads_end(settings.download_seconds)
    (answer,) = world.answers
    assert bad.told in said(answer)
    assert len(said(answer).splitlines()) == 1


@pytest.mark.parametrize("kind", BAD)
async def test_bad_file_nobody_asked_about_is_only_logged(
    world: World,
    settings: Settings,
    boot: bytes,
    kind: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad = bad_files(boot)[kind]
    caplog.set_level(logging.INFO, "bot")
    world.cdn.faults[bad.name] = bad.fault
    files = [(bad.name, bad.data), ("boot.png", boot)]
    post = await world.alice.send(world.channel, attachments=files)
    if bad.fault == "stall":
        await world.let_stalled_downloads_end(settings.download_seconds)
    (answer,) = world.answers
    assert said(answer).startswith("2. ")
    assert f"picture 1 of message {post.id}: " in caplog.text
    assert "unforeseen" not in caplog.text
    assert world.cdn.asked.count(bad.name) == (kind != "50 MB")


async def test_the_other_pictures_of_a_question_are_answered(world: World, boot: bytes) -> None:
    files = [("a.png", boot), ("lie.png", b"words"), ("c.png", boot)]
    await world.alice.send(world.channel, world.mention, attachments=files)
    (answer,) = world.answers
    first, second, third = said(answer).splitlines()
    assert first.startswith("1. ")
    assert second.startswith("2. That file isn't a picture")
    assert third.startswith("3. ")


async def test_deleted_message_is_explained_in_the_channel(world: World, boot: bytes) -> None:
    unknown = "Invalid Form Body\nIn message_reference: Unknown message"
    world.env.inject_error(
        "POST", "/channels/*/messages", status=400, code=50035, message=unknown, times=2
    )
    await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
    (answer,) = world.answers
    assert answer.reference is None
    assert "is gone" in answer.content


async def test_a_question_that_meets_lost_connections_is_answered_in_private(
    world: World, boot: bytes, drop: Drop
) -> None:
    for _ in ("answer", "reply", "message"):
        drop("POST", "/channels/*/messages")
    await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
    assert not world.answers
    (note,) = world.alice.user.dm_channel.history()
    assert note.content.startswith("Something went wrong on my side")


async def test_deleted_post_is_only_logged(
    world: World, boot: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    unknown = "Invalid Form Body\nIn message_reference: Unknown message"
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, message=unknown)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    assert "MessageGone" in caplog.text


async def test_missing_permission_is_told_in_private(world: World, boot: bytes) -> None:
    mute(world)
    await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
    assert not world.answers
    (note,) = world.alice.user.dm_channel.history()
    for name in ("View Channel", "Send Messages", "Send Messages in Threads", "Attach Files"):
        assert name in note.content


async def test_missing_permission_for_a_post_is_only_logged(
    world: World, boot: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    mute(world)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert not world.answers
    assert "NotAllowed" in caplog.text
    assert not world.alice.user.dm_channel.history()


async def test_unforeseen_error_gets_an_id_that_the_log_repeats(
    world: World, boot: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=500)
    await world.alice.send(world.channel, world.mention, attachments=[("boot.png", boot)])
    (answer,) = world.answers
    code = answer.content.partition("the code ")[2].split()[0]
    assert f"unforeseen error {code}" in caplog.text


def mute(world: World) -> None:
    """Forbid FitCheck to write into the channel."""
    world.env.inject_error(
        "POST",
        f"/channels/{world.channel.id}/messages",
        status=403,
        code=50013,
        message="Missing Permissions",
        times=None,
    )
