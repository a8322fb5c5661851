"""Admins who set up what posts bring about."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from simcord.backend.models import Channel
from simcord.builders import ChannelHandle
from simcord.results import ResponseMessage

from model.engine import Engine
from tests.bot import cards, forums
from tests.bot.conftest import World

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


async def told_at_a_trial(world: World, panel: ResponseMessage) -> str:
    """What an admin is told who presses the panel's button in vain."""
    result = await world.admin.click(panel, label="Try it on the last ten posts")
    told = [one.content for one in (result.response, *result.followups) if one is not None]
    return "".join(map(str, told))
