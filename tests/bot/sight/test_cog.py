"""The button "How it sees it", as members meet it."""

import io
from dataclasses import replace

import discord
import pytest
from PIL import Image
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType
from simcord.results import InteractionResult

from bot.client import FitCheck
from bot.settings import Settings
from bot.store.schema import AnswerStyle
from model.engine import Engine
from model.sheet import SIDE
from tests.bot.conftest import Enter, World
from tests.bot.wardrobe import garment

BUTTON = "How it sees it"


def told(result: InteractionResult) -> str:
    """What the person who pressed was told; nobody else may see it."""
    (message,) = [one for one in (result.response, *result.followups) if one is not None]
    assert message.ephemeral
    content: str = message.content
    return content


def seen(result: InteractionResult) -> list[discord.Attachment]:
    """The pictures that the person who pressed was shown; nobody else may see them."""
    assert result.response is not None
    assert result.response.ephemeral
    files: list[discord.Attachment] = result.response.attachments
    return files


async def test_a_post_is_shown_as_photo_pixels_and_heat(
    world: World, boot: bytes, engine: Engine
) -> None:
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    result = await world.admin.click(world.answers[-1], label=BUTTON)
    files = seen(result)
    assert [file.filename for file in files] == ["photo.png", "seen.png", "heat.png"]
    assert all(file.description for file in files)
    assert (await engine.classify(boot)).label in result.response.content
    for file in files:
        png = world.env.backend.cdn.get(file.url)
        assert png is not None
        assert Image.open(io.BytesIO(png)).size == (SIDE, SIDE)


async def test_of_several_pictures_one_is_chosen(world: World, boot: bytes) -> None:
    two = [("a.png", boot), ("SPOILER_b.png", boot)]
    await world.alice.send(world.channel, attachments=two)
    opened = await world.alice.click(world.answers[-1], label=BUTTON)
    assert opened.response is not None
    chosen = await world.alice.select(opened.response.message, ["1"])
    files = seen(chosen)
    assert told(chosen).startswith("||")
    assert told(chosen).endswith("||")
    assert (files[0].description or "").startswith("Picture 2 ")
    assert all(file.is_spoiler() for file in files)


@pytest.mark.parametrize("style", [AnswerStyle.CARD, AnswerStyle.LINE])
async def test_another_picture_than_an_older_answers_is_not_shown_under_it(
    world: World, boot: bytes, style: AnswerStyle
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, style=style))
    two = [("boot.png", boot), ("dress.png", garment("Dress"))]
    post = await world.alice.send(world.channel, attachments=two)
    _, dress = world.env.backend.get_message(world.channel.id, post.id).attachments
    world.env.backend.edit_message(world.channel.id, post.id, {"attachments": [dress]})
    await world.env.settle()
    result = await world.admin.click(world.answers[-1], label=BUTTON)
    assert "no longer there" in told(result)


async def test_a_deleted_picture_is_gone(
    world: World, boot: bytes, settings: Settings, engine: Engine
) -> None:
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    reborn = FitCheck(settings, world.store, engine=engine)  # which leaves older replies
    await world.env.restart_bot(reborn)
    await world.alice.delete(post)
    result = await world.alice.click(world.answers[-1], label=BUTTON)
    assert "no longer there" in told(result)
    await reborn.close()


async def test_a_picture_that_discord_lost_is_gone(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    world.cdn.faults["boot.png"] = "gone"
    assert "no longer there" in told(await world.alice.click(world.answers[-1], label=BUTTON))


async def test_a_commands_picture_is_shown_until_a_restart(
    world: World, boot: bytes, settings: Settings, engine: Engine
) -> None:
    result = await world.alice.slash(
        world.channel, "classify", image=("boot.png", boot), private=True
    )
    assert result.response is not None
    answer = result.response.message
    assert len(seen(await world.alice.click(answer, label=BUTTON))) == 3
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    assert "no longer there" in told(await world.alice.click(answer, label=BUTTON))
    await reborn.close()


async def test_a_forged_button_reaches_no_picture_of_another_channel(
    world: World, boot: bytes
) -> None:
    asked = await world.alice.slash(
        world.channel, "classify", image=("boot.png", boot), private=True
    )
    assert asked.response is not None
    other = world.guild.create_text_channel("other")
    await world.admin.send(other, attachments=[("boot.png", boot)])
    _, answer = other.history()
    custom_id = f"fitcheck:sight:0:{asked.response.message.id}::en"
    forged = {"type": 2, "style": 2, "label": BUTTON, "custom_id": custom_id}
    row = {"type": 1, "components": [forged]}
    world.env.backend.edit_message(other.id, answer.id, {"components": [row]})
    (refusal,) = (await world.admin.click(answer, label=BUTTON)).followups
    assert "no longer there" in refusal.content


async def test_the_menus_picture_is_found_in_its_message_after_a_restart(
    world: World, boot: bytes, settings: Settings, engine: Engine
) -> None:
    webhook = world.guild.create_webhook(world.channel)
    await webhook.send(attachments=[("boot.png", boot)])  # which isn't answered unasked
    (message,) = world.channel.history()
    await world.alice.context_menu(world.channel, "Classify clothing", message)
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    assert len(seen(await world.alice.click(world.answers[-1], label=BUTTON))) == 3
    await reborn.close()


async def test_a_deleted_picture_that_a_command_found_is_gone(world: World, boot: bytes) -> None:
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await world.admin.context_menu(world.channel, "Classify clothing", post)
    await world.admin.slash(world.channel, "classify")
    await world.alice.delete(post)
    by_menu, as_the_last = world.answers  # the reply went with the post
    for answer in (by_menu, as_the_last):
        assert "no longer there" in told(await world.admin.click(answer, label=BUTTON))


async def test_a_picture_that_fitcheck_cannot_fetch_is_shown_until_a_restart(
    enter: Enter, boot: bytes, settings: Settings, engine: Engine
) -> None:
    async with enter(message_content=False) as world:
        post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        await world.alice.context_menu(world.channel, "Classify clothing", post)
        (answer,) = world.answers
        assert len(seen(await world.alice.click(answer, label=BUTTON))) == 3
        reborn = FitCheck(settings, world.store, message_content=False, engine=engine)
        await world.env.restart_bot(reborn)
        assert "doesn't let me see" in told(await world.alice.click(answer, label=BUTTON))
        await reborn.close()


async def test_a_picture_where_fitcheck_cannot_read_is_shown_until_a_restart(
    world: World, boot: bytes, settings: Settings, engine: Engine
) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, answer_posts=False))
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    me, deny = world.env.backend.bot_user.id, discord.Permissions(view_channel=True).value
    overwrite = Overwrite(me, OverwriteType.MEMBER, deny=deny)
    world.env.backend.set_overwrite(world.channel.id, overwrite)
    await world.env.settle()
    await world.alice.context_menu(world.channel, "Classify clothing", post)
    (answer,) = world.answers
    assert len(seen(await world.alice.click(answer, label=BUTTON))) == 3
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    assert "give me View Channel" in told(await world.alice.click(answer, label=BUTTON))
    await reborn.close()


async def test_it_works_in_direct_messages(world: World, boot: bytes) -> None:
    dora = world.env.create_user("dora")
    result = await dora.slash("classify", image=("boot.png", boot))
    files = seen(await dora.click(result.response.message, label=BUTTON))
    assert len(files) == 3


async def test_in_direct_messages_a_deleted_picture_is_gone_too(world: World, boot: bytes) -> None:
    dora = world.env.create_user("dora")
    channel = dora.dm_channel
    files = world.env.backend.store_attachments(channel.id, [("boot.png", boot)])
    post = await dora.send_dm(attachments=files)
    answer = (await dora.slash("classify")).response.message
    assert len(seen(await dora.click(answer, label=BUTTON))) == 3
    world.env.backend.delete_message(channel.id, post.id)
    assert "no longer there" in told(await dora.click(answer, label=BUTTON))


async def test_who_presses_too_often_has_to_wait(
    enter: Enter, settings: Settings, boot: bytes
) -> None:
    async with enter(settings=settings.model_copy(update={"commands_per_person": 1})) as world:
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        assert len(seen(await world.admin.click(world.answers[-1], label=BUTTON))) == 3
        assert "please wait" in told(await world.admin.click(world.answers[-1], label=BUTTON))
        assert len(seen(await world.alice.click(world.answers[-1], label=BUTTON))) == 3
