"""The card of each command, compared with the one on file; `--draw` files it anew."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from discord.utils import time_snowflake
from simcord.results import InteractionResult

from bot.stats.host import Machine
from bot.store.posts import Answer, Post
from model.artifact import Artifact
from model.card import Rejection
from model.data.fashion_mnist import CLASSES
from tests.bot.conftest import Compare, World
from tests.bot.stats.figures import Measured, replace_figures, scores

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
RANDOM, ID, DAY = r"[0-9a-f]{32}", r"\d{17,20}", r"[A-Z][a-z]+ \d{1,2}, \d{4}"


def look(world: World) -> object:
    """The card that was sent last, as it went to Discord, without what no two runs share."""
    bodies = [sent.json for sent in world.env.http_requests if isinstance(sent.json, dict)]
    messages = [body.get("data", body) for body in bodies]
    card = [message["components"] for message in messages if message.get("components")][-1]
    ids: dict[str, str] = {}
    text = re.sub(DAY, "a day", re.sub(RANDOM, "random", json.dumps(card)))
    return json.loads(re.sub(ID, lambda one: ids.setdefault(one[0], f"id {len(ids) + 1}"), text))


def keep(world: World, days: int, *shares: float) -> None:
    """Keep a post of some days ago whose pictures were answered."""
    message_id = time_snowflake(NOON - timedelta(days=days))
    answers = {
        number: Answer("Sneaker", {"Sneaker": share, "Dress": 1 - share})
        for number, share in enumerate(shares)
    }
    place = (world.guild.id, world.channel.id, None)
    world.store.posts.record(Post(message_id, *place, world.alice.id, answers))


async def open_(world: World, command: str, **options: object) -> InteractionResult:
    result = await world.admin.slash(world.channel, command, **options)
    assert result.ephemeral
    return result


@pytest.mark.parametrize("command", ["help", "privacy", "settings"])
async def test_commands_of_a_server_that_chose_nothing(
    world: World, command: str, compare: Compare
) -> None:
    await open_(world, command)
    compare(look(world), f"{command}.json")


async def test_what_was_found(world: World, compare: Compare) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, keep_index=True))
    for days in range(10):
        keep(world, days, *(0.9, 0.6)[: 1 + days % 2])
    await open_(world, "find", **{"class": "Sneaker"})
    compare(look(world), "find.json")


async def test_how_far_the_index_is(world: World, compare: Compare) -> None:
    await world.store.settings.change(world.guild.id, lambda now: replace(now, keep_index=True))
    jobs, done = world.store.index_jobs, world.guild.create_text_channel("done")
    for channel, messages in ((done, 1), (world.channel, 50)):
        await jobs.start(world.guild.id, channel.id)
        await jobs.claim(channel.id)
        before_id = time_snowflake(NOON)
        await jobs.advance(channel.id, before_id=before_id, messages=messages, pictures=messages)
    await jobs.finish(done.id)
    await open_(world, "index")
    compare(look(world), "index.json")


async def test_how_a_forum_is_sorted(world: World, compare: Compare) -> None:
    forum = world.guild.create_forum_channel("looks")
    await open_(world, "sort tag", forum=forum, tag="Boots", create=True, **{"class": "Ankle boot"})
    compare(look(world), "sort.json")


async def test_the_pages_of_the_figures(world: World, trained: Artifact, compare: Compare) -> None:
    card = trained.card.model_copy(
        update={
            "version": "1.0",
            "fashion_mnist": scores(10, list(CLASSES)),
            "photos": scores(10, list(CLASSES)),
            "rejection": Rejection(auroc=0.9, false_clothing=0.123, turned_away=0.1, how="a test"),
        }
    )
    machine = Machine(512.0, ("FitCheck 1.0", "Python 3.13.0"))
    await replace_figures(world, card, Measured(), machine)
    keep(world, 1, 0.9)
    message_id = time_snowflake(NOON - timedelta(days=1))
    await world.store.votes.cast(world.guild.id, message_id, 0, world.alice.id, "Dress")
    world.store.counts.add(world.guild.id, ["Sneaker", "Sneaker", "Dress"])
    opened = await open_(world, "stats show")
    assert opened.response is not None
    compare(look(world), "stats-network.json")
    for label, page in (("This server", "server"), ("Host", "host")):
        await world.admin.click(opened.response, label=label)
        compare(look(world), f"stats-{page}.json")
