"""Members who vote."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from model.engine import Engine
from model.prediction import Verdict
from tests.bot import cards
from tests.bot.conftest import World
from tests.bot.wardrobe import doubtful

RIGHT, OTHERWISE = "That's right", "It's something else"

Post = Callable[..., Coroutine[Any, Any, discord.Message]]


@dataclass(frozen=True)
class Doubt:
    """A picture that FitCheck isn't sure of, and what it takes it for."""

    picture: bytes
    label: str


@pytest.fixture
async def doubt(engine: Engine) -> Doubt:
    for picture in doubtful():
        prediction = await engine.classify(picture)
        if prediction.verdict is Verdict.UNSURE:
            return Doubt(picture, prediction.label)
    raise AssertionError("FitCheck is sure of everything")


@pytest.fixture
def post(world: World, boot: bytes) -> Post:
    """Let alice post some pictures and mention FitCheck; its answer comes back."""

    async def post(*names: str) -> discord.Message:
        files = [(name, boot) for name in names or ("boot.png",)]
        await world.alice.send(world.channel, world.mention, attachments=files)
        return world.answers[-1]

    return post


def shown(world: World) -> str:
    """The last answer's text as it is now."""
    return cards.text(cards.tree(world.answers[-1]))


def labels(message: discord.Message) -> list[str]:
    """The buttons under an answer."""
    return [
        part["label"] for part in cards.parts(cards.tree(message), discord.ComponentType.button)
    ]


def told(result: InteractionResult) -> str:
    """What the person who pressed was told; nobody else may see it."""
    (message,) = [one for one in (result.response, *result.followups) if one is not None]
    assert message.ephemeral
    content: str = message.content
    return content


def panel(result: InteractionResult) -> discord.Message:
    """The message with a menu that was opened for the person who pressed."""
    assert result.response is not None
    assert result.response.ephemeral
    message: discord.Message = result.response.message
    return message


async def say(
    person: MemberActor, answer: discord.Message, label: str, *, picture: str | None = None
) -> InteractionResult:
    """Press "It's something else", choose the picture where there are several, and the class."""
    opened = panel(await person.click(answer, label=OTHERWISE))
    if picture is not None:
        opened = panel(await person.select(opened, [picture]))
    return await person.select(opened, [label])
