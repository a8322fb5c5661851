"""The member guide's pictures of `/help`, `/privacy` and `/forget-me`."""

from pathlib import Path

from selenium import webdriver

from bot.store.posts import Answer, Post
from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import private


async def test_the_pictures_of_what_members_can_ask(
    world: World, browser: webdriver.Chrome, pictures: Path
) -> None:
    for number in range(1, 4):
        answers = {0: Answer("Sneaker", {"Sneaker": 0.9, "Dress": 0.1})}
        place = (world.guild.id, world.channel.id, None)
        world.store.posts.record(Post(number, *place, world.alice.id, answers))
    await world.store.votes.cast(world.guild.id, 1, 0, world.alice.id, "Dress")
    for command in ("help", "privacy", "forget-me"):
        shown = await world.alice.slash(world.channel, command)
        assert shown.response is not None
        shoot(browser, private(shown.response.message, {}), pictures / f"{command}.png")
