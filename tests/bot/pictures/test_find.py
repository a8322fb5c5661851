"""The member guide's picture of `/find`: the real message, drawn as Discord would show it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from discord.utils import time_snowflake
from selenium import webdriver

from bot.store.posts import Answer, Post
from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import private

POSTS = (
    # days ago, author, channel, probabilities of its pictures
    (40, "Ada", "fits", (0.91,)),
    (19, "Grace", "thrift-finds", (0.97, 0.88)),
    (12, "Ada", "thrift-finds", (0.74,)),
    (5, "Mary", "fits", (0.99, 0.95, 0.6)),
)


async def test_the_picture_of_what_was_found(
    world: World, browser: webdriver.Chrome, pictures: Path
) -> None:
    guild_id, now = world.guild.id, datetime.now(UTC)
    await world.store.settings.change(guild_id, lambda old: replace(old, keep_index=True))
    channels = {
        "fits": world.channel.id,
        "thrift-finds": world.guild.create_text_channel("thrift-finds").id,
    }
    people = {"Ada": 1, "Grace": 2, "Mary": 3}
    for days, author, channel, shares in POSTS:
        answers = {n: Answer("Sneaker", {"Sneaker": share}) for n, share in enumerate(shares)}
        message_id = time_snowflake(now - timedelta(days=days, hours=1))
        place = (guild_id, channels[channel], None)
        world.store.posts.record(Post(message_id, *place, people[author], answers))
    found = await world.alice.slash(world.channel, "find", **{"class": "Sneaker"})
    assert found.response is not None
    names = {one: f"#{name}" for name, one in channels.items()}
    names |= {one: f"@{name}" for name, one in people.items()}
    shoot(browser, private(found.response.message, names), pictures / "find.png")
