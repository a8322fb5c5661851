"""The admin guide's pictures of `/stats`: the real pages, drawn as Discord would show them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from selenium import webdriver

from bot.stats.host import Machine
from bot.store.posts import Answer, Post
from model.artifact import Artifact
from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import private
from tests.bot.stats.figures import Measured, replace_figures

SAID = ("Sneaker",) * 31 + ("Sandal",) * 3 + ("Ankle boot",) * 2
"""What members said of pictures that were answered "Sneaker"."""


async def fill(world: World) -> None:
    """Keep a month's counts and some votes."""
    today = datetime.now(UTC).date()
    often = {"Sneaker": 5, "T-shirt/top": 4, "Dress": 3, "Coat": 2, "Bag": 1}
    for ago in range(28):
        most = 1 + ago * 7 % 4
        labels = [label for label, count in often.items() for _ in range(count * most // 3)]
        world.store.counts.add(world.guild.id, labels, today - timedelta(days=ago))
    chances = {"Sneaker": 0.8, "Sandal": 0.1, "Ankle boot": 0.1}
    for number, label in enumerate(SAID, 1):
        answers = {0: Answer("Sneaker", chances)}
        world.store.posts.record(Post(number, world.guild.id, 5, None, 6, answers))
        await world.store.votes.cast(world.guild.id, number, 0, 7, label)


async def test_the_pictures_of_the_figures(
    world: World, trained: Artifact, browser: webdriver.Chrome, pictures: Path
) -> None:
    meter = Measured(datetime.now(UTC) - timedelta(days=12))
    machine = Machine(842.0, Machine.now().versions)
    await replace_figures(world, trained.card, meter, machine)
    await fill(world)
    shown = await world.admin.slash(world.channel, "stats show")
    assert shown.response is not None
    fetch = world.env.backend.cdn.get
    shoot(browser, private(shown.response.message, {}, fetch), pictures / "stats-network.png")
    for label, name in (("This server", "server"), ("Host", "host")):
        await world.admin.click(shown.response, label=label)
        seen = private(shown.response.message, {}, fetch)
        shoot(browser, seen, pictures / f"stats-{name}.png")
