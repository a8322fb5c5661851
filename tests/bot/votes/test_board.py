"""Answers that follow the votes: in plain text, and under many votes at once."""

import asyncio

import discord
import pytest

from bot.language.language import languages
from bot.store.posts import Answer, Post
from bot.store.schema import NO_CLOTHING
from bot.ticket import Ticket
from bot.votes.board import Board
from tests.bot.conftest import World

PROBABILITIES = {"Sneaker": 0.8, "Ankle boot": 0.15, "Sandal": 0.05}


async def plain(world: World, content: str, *answered: str, sure: bool = True) -> Ticket:
    """Answer some pictures in plain text."""
    channel = channel_of(world)
    message = await channel.send(content)
    answers = {
        place: Answer(label, PROBABILITIES, sure=sure) for place, label in enumerate(answered)
    }
    world.store.posts.record(Post(5, world.guild.id, channel.id, None, 7, answers))
    return Ticket(5, "en").on(message.id)


@pytest.mark.parametrize(
    ("before", "answered", "after"),
    [
        (
            "**Sneaker** 80% (Ankle boot 15%, Sandal 5%)",
            ["Sneaker"],
            "**Sandal** (corrected; I had said Sneaker 80%)",
        ),
        (
            "||No clothing that I know||",
            [NO_CLOTHING],
            "||**Sandal** (corrected; I had seen no clothing)||",
        ),
        (
            "||1. **Sneaker** 80% (…)||\n2. **Sneaker** 80% (…)\n3. It is broken\nOne more",
            ["Sneaker", "Sneaker"],
            (
                "||1. **Sandal** (corrected; I had said Sneaker 80%)||\n"
                "2. **Sneaker** 80% (Ankle boot 15%, Sandal 5%)\n3. It is broken\nOne more"
            ),
        ),
    ],
)
async def test_plain_answers_show_corrections(
    world: World, before: str, answered: list[str], after: str
) -> None:
    ticket = await plain(world, before, *answered)
    board = Board(world.store.votes, languages())
    await world.store.votes.cast(world.guild.id, 5, 0, 9, "Sandal")
    assert await board.update(channel_of(world), world.guild.id, ticket)
    assert world.answers[-1].content == after


@pytest.mark.parametrize(
    ("before", "corrected"),
    [
        (
            "Not sure: perhaps **Sneaker** 80% (Ankle boot 15%, Sandal 5%)",
            "**Sandal** (corrected; I had said Sneaker 80%)",
        ),
        (
            (
                "1. Not sure: perhaps **Sneaker** 80% (Ankle boot 15%, Sandal 5%)\n"
                "2. Not sure: perhaps **Sneaker** 80% (Ankle boot 15%, Sandal 5%)"
            ),
            (
                "1. **Sandal** (corrected; I had said Sneaker 80%)\n"
                "2. Not sure: perhaps **Sneaker** 80% (Ankle boot 15%, Sandal 5%)"
            ),
        ),
    ],
)
async def test_doubt_is_shown_where_nothing_is_corrected_and_once_it_is_taken_back(
    world: World, before: str, corrected: str
) -> None:
    ticket = await plain(world, before, *["Sneaker"] * len(before.splitlines()), sure=False)
    board = Board(world.store.votes, languages())
    for said, after in (("Sandal", corrected), ("Sneaker", before)):
        await world.store.votes.cast(world.guild.id, 5, 0, 9, said)
        assert await board.update(channel_of(world), world.guild.id, ticket)
        assert world.answers[-1].content == after


async def test_a_burst_of_votes_is_shown_in_few_edits(world: World) -> None:
    ticket = await plain(world, "**Sneaker**", "Sneaker")
    board = Board(world.store.votes, languages())

    await world.store.votes.cast(world.guild.id, 5, 0, 9, "Sandal")
    channel, guild_id = channel_of(world), world.guild.id
    await asyncio.gather(*(board.update(channel, guild_id, ticket) for _ in range(100)))
    sent = [(one.method, one.path) for one in world.env.http_requests]
    card = f"/channels/{channel.id}/messages/{ticket.answer}"
    # The first was under way, the last waited for it, stood for the rest, and found nothing to do.
    assert sent.count(("GET", card)) == 2
    assert sent.count(("PATCH", card)) == 1
    assert world.answers[-1].content.startswith("**Sandal**")


async def test_an_answer_out_of_reach_is_left_as_it_is(world: World) -> None:
    ticket = await plain(world, "**Sneaker**", "Sneaker")
    board = Board(world.store.votes, languages())
    await world.answers[-1].delete()
    assert not await board.update(channel_of(world), world.guild.id, ticket)


def channel_of(world: World) -> discord.TextChannel:
    channel = world.client.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return channel
