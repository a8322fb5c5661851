"""The admin guide's picture of `/settings`: the real message, drawn as Discord would show it."""

from dataclasses import replace
from pathlib import Path

from selenium import webdriver

from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import private


async def test_the_picture_of_the_settings(
    world: World, browser: webdriver.Chrome, pictures: Path
) -> None:
    log, role = world.guild.create_text_channel("log"), world.guild.create_role("Staff")
    names = {world.channel.id: "#fits", log.id: "#log", role.id: "@Staff"}
    await world.store.settings.change(
        world.guild.id,
        lambda old: replace(
            old,
            allowed_channels=frozenset({world.channel.id}),
            ignored_roles=frozenset({role.id}),
            log_channel_id=log.id,
        ),
    )
    opened = await world.admin.slash(world.channel, "settings")
    assert opened.response is not None
    await world.admin.select(opened.response.message, ["0.5"], custom_id="settings:silent_below")
    shoot(browser, private(opened.response.message, names), pictures / "settings.png")
