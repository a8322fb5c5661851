"""The command and the menu, as people use them."""

import discord
import pytest
from discord import ComponentType

from bot.settings import Settings
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import World
from tests.bot.files import bad_files
from tests.bot.raised import raised

BAD = tuple(bad_files(b""))


async def test_command_answers_its_picture(world: World, boot: bytes, engine: Engine) -> None:
    expected = await engine.classify(boot)
    result = await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    (first,) = (sent for sent in world.env.http_requests if sent.path.endswith("/callback"))
    assert isinstance(first.json, dict)
    assert first.json["type"] == discord.InteractionResponseType.deferred_channel_message.value
    assert result.response is not None
    assert not result.response.ephemeral
    assert all(ranked.label in cards.text(result.response.components) for ranked in expected.top3)


async def test_what_the_network_saw_is_shown_with_an_alt_text(world: World, boot: bytes) -> None:
    result = await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    assert result.response is not None
    (thumbnail,) = cards.parts(result.response.components, ComponentType.thumbnail)
    assert thumbnail["description"].startswith("Picture 1 as the network saw it")
    assert len(thumbnail["description"]) <= 256
    (picture,) = result.response.attachments
    assert picture.filename == "seen-1.png"


async def test_private_answer_is_seen_by_the_asker_alone(world: World, boot: bytes) -> None:
    result = await world.alice.slash(
        world.channel, "classify", image=("boot.png", boot), private=True
    )
    assert result.response is not None
    assert result.response.ephemeral


async def test_command_works_in_direct_messages(world: World, boot: bytes) -> None:
    result = await world.alice.user.slash("classify", image=("boot.png", boot))
    assert result.response is not None
    assert cards.parts(result.response.components, ComponentType.thumbnail)


async def test_menu_answers_all_of_a_messages_pictures(world: World, boot: bytes) -> None:
    post = await world.alice.send(
        world.channel, "look", attachments=[("a.png", boot), ("b.txt", b"words"), ("c.png", boot)]
    )
    result = await world.admin.context_menu(world.channel, "Classify clothing", post)
    assert result.response is not None
    (gallery,) = cards.parts(result.response.components, ComponentType.media_gallery)
    assert len(gallery["items"]) == 2


async def test_menu_on_words_says_that_there_is_no_picture(world: World) -> None:
    post = await world.alice.send(world.channel, "just words")
    result = await world.admin.context_menu(world.channel, "Classify clothing", post)
    assert result.ephemeral
    assert result.response is not None
    assert "I see no uploaded picture there" in result.response.content
    assert [error.__name__ for error in raised(world.env)] == ["NoPicture"]


async def test_what_is_no_picture_is_refused_before_a_byte_is_read(world: World) -> None:
    result = await world.alice.slash(world.channel, "classify", image=("film.mp4", b"moving"))
    (told,) = result.followups
    assert told.ephemeral
    assert told.content.startswith("That attachment isn't a picture")
    assert not world.cdn.asked


@pytest.mark.parametrize("kind", BAD)
async def test_bad_file_is_told_to_the_asker_alone(
    world: World, settings: Settings, boot: bytes, kind: str
) -> None:
    bad = bad_files(boot)[kind]
    world.cdn.faults[bad.name] = bad.fault
    result = await world.alice.slash(world.channel, "classify", image=(bad.name, bad.data))
    if bad.fault == "stall":
        await world.let_stalled_downloads_end(settings.download_seconds)
    (told,) = result.followups
    assert told.ephemeral
    assert bad.told in told.content
    assert result.response is None  # "is thinking …" is gone


async def test_unforeseen_error_is_told_with_the_id_that_the_log_repeats(
    world: World, boot: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", "/webhooks/*/*", status=500)
    result = await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    (told,) = result.followups
    code = told.content.partition("the code ")[2].split()[0]
    assert f"unforeseen error {code}" in caplog.text
    assert raised(world.env) == [discord.HTTPException]
