"""A server whose past is taken in, and how `/index` is used there."""

from dataclasses import replace

import pytest
from simcord.builders import ChannelHandle
from simcord.results import ResponseMessage

from bot.find import indexer
from bot.store.index import Search
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import World

LONG = 150
"""Seconds in which everything that is begun here is done."""


async def unhurried(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A server that keeps nothing yet, and pauses that end only when a test moves the clock."""
    monkeypatch.setattr(indexer, "PAUSE", 30.0)
    await keep_index(world, on=False)
    return world


def talk(world: World) -> None:
    """Let more messages be said than `/index` reads at a time."""
    for _ in range(60):
        world.env.backend.create_message(world.channel.id, world.alice.id, "words")


async def keep_index(world: World, on: bool) -> None:
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, keep_index=on, keep_corrections=False)
    )


async def index(world: World, channel: ChannelHandle | None = None) -> ResponseMessage:
    options = {} if channel is None else {"channel": channel}
    result = await world.admin.slash(world.channel, "index", **options)
    assert result.ephemeral
    assert result.response is not None
    return result.response


def text(message: ResponseMessage) -> str:
    return message.content or cards.text(message.components)


async def found(world: World, engine: Engine, boot: bytes) -> list[int]:
    async def everywhere(_channel_id: int, _parent_id: int | None) -> bool:
        return True

    label = (await engine.classify(boot)).label
    page = await world.store.index.find(Search(world.guild.id, label), everywhere, limit=500)
    return [post.message_id for post in page.posts]


async def post(world: World, boot: bytes, channel: ChannelHandle | None = None) -> int:
    """Post a boot and return its message's id."""
    files = [("boot.png", boot)]
    message = await world.alice.send(channel or world.channel, attachments=files)
    return int(message.id)
