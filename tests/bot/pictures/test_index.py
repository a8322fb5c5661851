"""The admin guide's picture of `/index`: the real message, drawn as Discord would show it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from discord.utils import time_snowflake
from selenium import webdriver

from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import private


async def test_the_picture_of_the_index(
    world: World, browser: webdriver.Chrome, pictures: Path
) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, keep_index=True))
    jobs, reached = world.store.index_jobs, time_snowflake(datetime(2026, 5, 4, tzinfo=UTC))
    thrift = world.guild.create_text_channel("thrift-finds")
    for channel, messages, held in ((world.channel, 8400, 1270), (thrift, 2600, 940)):
        await jobs.start(world.guild.id, channel.id)
        await jobs.claim(channel.id)
        await jobs.advance(channel.id, before_id=reached, messages=messages, pictures=held)
    await jobs.finish(thrift.id)
    shown = await world.admin.slash(world.channel, "index")
    assert shown.response is not None
    names = {world.channel.id: "#fits", thrift.id: "#thrift-finds"}
    shoot(browser, private(shown.response.message, names), pictures / "index.png")
