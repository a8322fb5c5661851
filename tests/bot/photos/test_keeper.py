"""What is kept of answers to commands, and forgotten with what is deleted on Discord."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.errors import NoPicture
from bot.store.index import Search
from model.engine import Engine
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.votes.conftest import say


@pytest.fixture
async def label(engine: Engine, boot: bytes) -> str:
    return (await engine.classify(boot)).label


async def found(world: World, label: str) -> list[tuple[int, int]]:
    """The message and author of each kept post that holds a class."""

    async def everywhere(_channel_id: int, _parent_id: int | None) -> bool:
        return True

    page = await world.store.index.find(Search(world.guild.id, label), everywhere, limit=10)
    return [(one.message_id, one.author_id) for one in page.posts]


async def post(world: World, boot: bytes, count: int = 1) -> Sequence[int]:
    """Post messages with a picture each."""
    return [
        (await world.alice.send(world.channel, attachments=[("boot.png", boot)])).id
        for _ in range(count)
    ]


async def test_a_commands_picture_is_kept_as_the_answer_by_who_asked(
    world: World, boot: bytes, label: str
) -> None:
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    (answer,) = world.answers
    assert await found(world, label) == [(answer.id, world.alice.id)]


async def test_a_private_answer_is_counted_and_not_kept(
    world: World, boot: bytes, label: str
) -> None:
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot), private=True)
    assert await found(world, label) == []
    assert (await world.store.counts.of(world.guild.id)).by_class == {label: 1}


async def test_a_private_answer_to_the_channels_last_picture_is_not_kept(
    world: World, boot: bytes, label: str
) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, answer_posts=False))
    await post(world, boot)
    await world.admin.slash(world.channel, "classify", private=True)
    assert await found(world, label) == []
    assert (await world.store.counts.of(world.guild.id)).by_class == {label: 1}


async def test_a_post_that_is_gone_when_it_is_answered_is_not_kept(
    world: World, boot: bytes, label: str
) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, keep_index=True))
    unknown = "Invalid Form Body\nIn message_reference: Unknown message"
    world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, message=unknown)
    await post(world, boot)  # of whose end Discord tells only later
    assert not world.answers
    assert await found(world, label) == []


async def test_votes_are_not_kept_for_what_an_unseen_edit_gave_their_pictures_number(
    world: World, boot: bytes, label: str
) -> None:
    files = [(name, boot) for name in ("a.png", "b.png")]
    posted = await world.alice.send(world.channel, attachments=files)
    await say(world.alice, world.answers[-1], "Dress", picture="0")
    edited = world.env.backend.get_message(world.channel.id, posted.id)
    del edited.attachments[0]
    edited.edited_timestamp = world.env.backend.now_iso()
    await world.admin.context_menu(world.channel, "Classify clothing", posted)
    kept = await world.store.votes.of(world.guild.id, posted.id)
    assert [one.label for one in kept] == [label]


async def test_the_menus_pictures_are_kept_as_their_message(
    world: World, boot: bytes, label: str
) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, answer_posts=False))
    message = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    assert await found(world, label) == []
    await world.admin.context_menu(world.channel, "Classify clothing", message)
    assert await found(world, label) == [(message.id, world.alice.id)]


async def test_nothing_is_kept_of_a_server_that_fitcheck_is_not_in(
    world: World, boot: bytes, label: str
) -> None:
    # As where only a member installed it: Discord sends the command, but never the server.
    guild = world.client.get_guild(world.guild.id)
    assert guild is not None
    world.client._connection._remove_guild(guild)
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    assert len(world.answers) == 1
    assert await found(world, label) == []
    assert (await world.store.counts.of(world.guild.id)).total == 0


async def test_deleted_messages_are_forgotten(world: World, boot: bytes, label: str) -> None:
    first, second, third, fourth = await post(world, boot, 4)
    backend = world.env.backend
    backend.delete_message(world.channel.id, first)
    backend.bulk_delete_messages(world.channel.id, [second, third])
    await world.env.settle()
    assert await found(world, label) == [(fourth, world.alice.id)]


@pytest.mark.parametrize("event", ["CHANNEL_DELETE", "THREAD_DELETE", "GUILD_DELETE"])
async def test_what_was_in_a_deleted_place_is_forgotten(
    world: World, boot: bytes, label: str, event: str
) -> None:
    await post(world, boot)
    channel, guild = str(world.channel.id), str(world.guild.id)
    payload = {
        "CHANNEL_DELETE": {"id": channel, "guild_id": guild, "type": 0},
        "THREAD_DELETE": {"id": channel, "guild_id": guild, "parent_id": "1", "type": 11},
        "GUILD_DELETE": {"id": guild},
    }
    world.env.backend.emit(event, payload[event])
    await world.env.settle()
    assert await found(world, label) == []


@pytest.mark.parametrize("asked", [False, True])
async def test_its_own_answers_are_no_posts(
    world: World, boot: bytes, label: str, asked: bool
) -> None:
    if asked:
        await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    else:
        await post(world, boot)
    kept = await found(world, label)
    (answer,) = world.answers
    result = await world.admin.context_menu(world.channel, "Classify clothing", answer)
    assert raised(world.env) == [NoPicture]
    assert await found(world, label) == kept
    assert (await world.store.counts.of(world.guild.id)).total == 1
    assert result.response is not None
    assert "I see no uploaded picture there" in result.response.content
