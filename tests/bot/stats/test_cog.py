"""`/stats`: who sees it, what its pages say, and what its export holds."""

import csv
import gzip
import io
from datetime import UTC, date, datetime, timedelta

import discord
import pytest
from discord import ComponentType
from discord.app_commands import MissingPermissions
from PIL import Image
from simcord import InteractionResult, SetupError

from bot.stats.export import export
from bot.stats.page import ALT_LIMIT
from bot.store.posts import Answer, Post
from bot.store.store import Store
from tests.bot import cards
from tests.bot.conftest import Speak, World

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def shown(result: InteractionResult) -> discord.Message:
    """What the asker, and nobody else, sees now."""
    assert result.response is not None
    assert result.response.ephemeral
    message: discord.Message = result.response.message
    return message


def said(message: discord.Message) -> str:
    return cards.text(cards.tree(message))


async def page(world: World, label: str) -> discord.Message:
    """Open the figures and turn to a page."""
    result = await world.admin.slash(world.channel, "stats show")
    await world.admin.click(shown(result), label=label)
    return shown(result)


async def vote(store: Store, guild: int, labels: list[str]) -> None:
    """Keep pictures answered "Bag", each with a vote."""
    chances = {"Bag": 0.9, "Dress": 0.06, "Sneaker": 0.04}
    for number, label in enumerate(labels, 1):
        store.posts.record(Post(number, guild, 5, None, 6, {0: Answer("Bag", chances)}))
        await store.votes.cast(guild, number, 0, 7, label, now=NOON + timedelta(minutes=number))


def check_plots(world: World, message: discord.Message, count: int) -> None:
    """Each picture can be read without seeing it, and in a dark and in a light theme."""
    (gallery,) = cards.parts(cards.tree(message), ComponentType.media_gallery)
    assert len(gallery["items"]) == count
    for item in gallery["items"]:
        assert 20 < len(item["description"]) <= ALT_LIMIT
        png = world.env.backend.cdn.get(item["media"]["url"])
        assert png is not None
        with Image.open(io.BytesIO(png)) as plot:
            corners = {plot.convert("RGBA").getpixel((x, y)) for x in (0, -1) for y in (0, -1)}
        assert corners == {(255, 255, 255, 255)}


async def test_members_neither_see_nor_get_it(world: World) -> None:
    for name in ("stats show", "stats export"):
        with pytest.raises(SetupError, match="default-member-permissions"):
            await world.alice.slash(world.channel, name)
    (command,) = [each for each in await world.client.tree.fetch_commands() if each.name == "stats"]
    world.guild.set_command_permissions(command, {world.alice: True})
    for name in ("stats show", "stats export"):
        result = await world.alice.slash(world.channel, name)
        assert "You need the permission Manage Server" in shown(result).content
        assert not shown(result).attachments
    assert all(isinstance(error, MissingPermissions) for error in world.env.errors)


async def test_who_loses_the_permission_turns_no_page(world: World) -> None:
    result = await world.admin.slash(world.channel, "stats show")
    before = said(shown(result))
    member = world.env.backend.get_guild(world.guild.id).members[world.admin.id]
    member.role_ids.clear()
    refused = await world.admin.click(shown(result), label="This server")
    assert "You need the permission Manage Server" in shown(refused).content
    assert said(shown(result)) == before
    assert [type(error) for error in world.env.errors] == [MissingPermissions]


async def test_the_network_comes_first(world: World) -> None:
    message = shown(await world.admin.slash(world.channel, "stats show"))
    assert world.client.engine is not None
    card = world.client.engine.card
    assert card.version in said(message)
    scores = card.fashion_mnist
    assert scores is not None
    assert f"{scores.accuracy:.1%} of {scores.pictures:,} pictures right" in said(message)
    for label in card.classes:
        assert f"\n{label} {scores.per_class[label]:.1%}" in said(message)
    sets = sum(scores is not None for scores in (card.fashion_mnist, card.photos))
    check_plots(world, message, 2 * sets)


async def test_a_server_without_anything(world: World) -> None:
    message = await page(world, "This server")
    assert "**Pictures answered** 0" in said(message)
    assert "Nobody has said yet" in said(message)
    assert not cards.parts(cards.tree(message), ComponentType.media_gallery)
    assert not message.attachments  # the first page's plots are gone


async def test_a_server_that_counts_and_corrects(world: World) -> None:
    today = datetime.now(UTC).date()
    world.store.counts.add(world.guild.id, ["Bag"] * 3 + ["Dress"], today)
    world.store.counts.add(world.guild.id, ["Bag"], today - timedelta(days=200))
    world.store.counts.add(world.guild.id + 1, ["Sandal"] * 9, today)
    await vote(world.store, world.guild.id, ["Bag", "Bag", "Dress", "Dress", "Sneaker"])
    message = await page(world, "This server")
    assert "**Pictures answered** 5" in said(message)
    assert "40.0% of 5 pictures (95% confidence: 11.8% to 76.9%)" in said(message)
    assert "Bag → Dress: 2\nBag → Sneaker: 1" in said(message)
    assert "Sandal" not in said(message)
    check_plots(world, message, 2)
    (gallery,) = cards.parts(cards.tree(message), ComponentType.media_gallery)
    by_class, by_day = (item["description"] for item in gallery["items"])
    assert "Bag 4, Dress 1" in by_class
    assert "last 30 days, 4 in all" in by_day


async def test_a_server_that_has_rested_for_a_month_has_no_busiest_day(world: World) -> None:
    world.store.counts.add(world.guild.id, ["Bag"], datetime.now(UTC).date() - timedelta(days=40))
    message = await page(world, "This server")
    check_plots(world, message, 1)
    (gallery,) = cards.parts(cards.tree(message), ComponentType.media_gallery)
    assert "most on" not in str(gallery)


async def test_the_host_says_how_it_does(world: World, boot: bytes) -> None:
    message = await page(world, "Host")
    assert "nothing measured yet" in said(message)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    message = await page(world, "Host")
    assert "**Pictures answered since the start** 1\n" in said(message)
    assert "95th percentile" in said(message)
    assert "**Being answered right now** 0\n" in said(message)
    assert "**Shard** 1 of 1" in said(message)
    assert f"discord.py {discord.__version__}" in said(message)
    assert " MiB" in said(message)


async def test_figures_are_in_the_language_of_who_asks(world: World, speak: Speak) -> None:
    speak("de")
    message = shown(await world.admin.slash(world.channel, "stats show"))
    assert world.client.engine is not None
    scores = world.client.engine.card.fashion_mnist
    assert scores is not None
    assert f"{scores.accuracy * 100:.1f}".replace(".", ",") + "\u00a0%" in said(message)
    assert "Stiefelette" in said(message)


async def test_export_is_csv_without_persons(world: World) -> None:
    world.store.counts.add(world.guild.id, ["Bag", "Dress", "Bag"], date(2026, 11, 22))
    world.store.counts.add(world.guild.id + 1, ["Sandal"], date(2026, 11, 22))
    await vote(world.store, world.guild.id, ["Dress"])
    message = shown(await world.admin.slash(world.channel, "stats export"))
    files = {file.filename: world.env.backend.cdn.get(file.url) for file in message.attachments}
    counts, votes = (files[name] for name in ("counts.csv", "votes.csv"))
    assert counts is not None
    assert votes is not None
    assert list(csv.reader(io.StringIO(counts.decode()))) == [
        ["day", "class", "pictures"],
        ["2026-11-22", "Bag", "2"],
        ["2026-11-22", "Dress", "1"],
    ]
    (row,) = csv.DictReader(io.StringIO(votes.decode()))
    assert row == {
        "voted_at": "2026-11-22T12:01:00+00:00",
        "channel_id": "5",
        "message_id": "1",
        "picture": "0",
        "answered": "Bag",
        "probability": "0.9",
        "said": "Dress",
    }


async def test_a_long_export_is_compressed(store: Store) -> None:
    store.counts.add(1, ["Bag"], date(2026, 11, 22))
    counts, votes = await export(store, 1, limit=10)
    assert (counts.filename, votes.filename) == ("counts.csv.gz", "votes.csv.gz")
    assert gzip.decompress(counts.fp.read()).startswith(b"day,class,pictures\r\n2026-11-22,Bag,1")
