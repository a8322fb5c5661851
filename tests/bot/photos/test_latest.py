"""`/classify` without a picture: the channel's last one, else a form."""

from typing import Any

import discord
import pytest
from simcord.results import InteractionResult

from bot.client import FitCheck
from bot.settings import Settings
from bot.store.schema import NO_CLOTHING
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Drop, World
from tests.bot.files import picture
from tests.bot.votes.conftest import say


async def quietly(world: World, *names: str) -> None:
    """Post pictures that are answered only when somebody asks."""
    webhook = world.guild.create_webhook(world.channel)
    await webhook.send(attachments=[(name, picture()) for name in names])


async def ask(world: World) -> InteractionResult:
    return await world.alice.slash(world.channel, "classify")


async def test_the_last_picture_is_answered(world: World) -> None:
    await quietly(world, "older.png")
    await quietly(world, "newer.png")
    await world.alice.send(world.channel, "what is this?")
    await ask(world)
    assert world.cdn.asked == ["newer.png"]


async def test_all_pictures_of_the_last_message_are_answered(world: World) -> None:
    await quietly(world, "a.png", "b.png")
    await ask(world)
    assert sorted(world.cdn.asked) == ["a.png", "b.png"]


async def test_a_reply_means_the_picture_that_it_is_to(world: World) -> None:
    await quietly(world, "meant.png")
    (meant,) = world.channel.history()
    await quietly(world, "newer.png")
    await world.alice.send(world.channel, "this one", reply_to=meant)
    await ask(world)
    assert world.cdn.asked == ["meant.png"]


async def test_its_own_answers_are_no_pictures(world: World) -> None:
    await quietly(world, "photo.png")
    await ask(world)
    await ask(world)
    assert world.cdn.asked == ["photo.png", "photo.png"]


async def test_it_is_kept_and_corrected_like_a_post(world: World) -> None:
    await quietly(world, "photo.png")
    await ask(world)
    label = "Dress" if "No clothing" in cards.text(cards.tree(world.answers[-1])) else NO_CLOTHING
    await say(world.alice, world.answers[-1], label)
    assert "Corrected by members" in cards.text(cards.tree(world.answers[-1]))


def form(result: InteractionResult) -> dict[str, Any]:
    assert result.modal is not None
    modal: dict[str, Any] = result.modal
    return modal


async def test_without_any_picture_there_is_a_form(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, "no picture")
    shown = await ask(world)
    assert form(shown)["title"] == "Classify clothing"
    await world.alice.submit_modal(shown, {"pictures": [("1.png", boot), ("2.png", boot)]})
    (answer,) = world.answers
    (gallery,) = cards.parts(cards.tree(answer), discord.ComponentType.media_gallery)
    assert len(gallery["items"]) == 2


@pytest.mark.parametrize("private", [False, True])
async def test_a_form_from_before_a_restart_is_answered_for_everybody_who_has_it_open(
    world: World, settings: Settings, engine: Engine, boot: bytes, private: bool
) -> None:
    shown = {
        person: await person.slash(world.channel, "classify", private=private)
        for person in (world.alice, world.admin)
    }
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    for person, form in shown.items():
        answered = await person.submit_modal(form, {"pictures": ("boot.png", boot)})
        assert answered.response is not None
        assert answered.response.ephemeral is private
        assert "Ankle boot" in cards.text(answered.response.components)
    await reborn.close()


async def test_what_isnt_a_picture_is_told_after_the_form_too(world: World) -> None:
    shown = await ask(world)
    result = await world.alice.submit_modal(shown, {"pictures": ("notes.txt", b"words")})
    (told,) = result.followups
    assert told.ephemeral
    assert "isn't a picture that I can read" in told.content


@pytest.mark.parametrize("whose", ["the person's", "the bot's"])
async def test_nobody_is_shown_what_they_may_not_read(world: World, whose: str) -> None:
    blind = world.alice if whose == "the person's" else world.client.user
    assert blind is not None
    unread = discord.PermissionOverwrite(read_message_history=False)
    channel = world.guild.create_text_channel("unread", overwrites={blind: unread})
    await world.guild.create_webhook(channel).send(attachments=[("secret.png", picture())])
    form(await world.alice.slash(channel, "classify"))
    assert world.cdn.asked == []


async def test_a_lost_connection_leaves_the_form(world: World, drop: Drop) -> None:
    await quietly(world, "photo.png")
    drop("GET", "/channels/*/messages")
    form(await ask(world))


async def test_in_direct_messages_the_last_picture_is_answered(world: World, boot: bytes) -> None:
    dora = world.env.create_user("dora")
    files = world.env.backend.store_attachments(dora.dm_channel.id, [("boot.png", boot)])
    await dora.send_dm(attachments=files)
    await dora.slash("classify")
    assert world.cdn.asked == ["boot.png", "boot.png"]


async def test_four_pictures_come_with_the_command(world: World, boot: bytes) -> None:
    names = ("image", "image2", "image3", "image4")
    given = {name: (f"{name}.png", boot) for name in names}
    await world.alice.slash(world.channel, "classify", **given)
    (gallery,) = cards.parts(cards.tree(world.answers[-1]), discord.ComponentType.media_gallery)
    assert len(gallery["items"]) == 4
    assert sorted(world.cdn.asked) == [f"{name}.png" for name in names]
