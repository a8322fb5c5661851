"""The admin guide's pictures of `/sort`: the real messages, drawn as Discord would show them."""

from pathlib import Path

from selenium import webdriver

from tests.bot import forums
from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import private


async def test_the_pictures_of_sorting(
    world: World, browser: webdriver.Chrome, pictures: Path, boot: bytes
) -> None:
    forum, gallery = world.guild.create_forum_channel("looks"), world.channel
    for _ in range(3):
        await forums.begin(world, forum, boot)
    for tag, garment in (("Boots", "Ankle boot"), ("Shoes", "Sneaker"), ("Shoes", "Sandal")):
        options = {"class": garment, "tag": tag, "create": True}
        await world.admin.slash(world.channel, "sort tag", forum=forum, **options)
    options = {"channel": forum, "class": "Ankle boot", "to": gallery}
    opened = await world.admin.slash(world.channel, "sort copy", **options)
    assert opened.response is not None
    names = {forum.id: "#looks"}
    table, trial = pictures / "sorting.png", pictures / "sorting-trial.png"
    shoot(browser, private(opened.response.message, names), table)
    await world.admin.click(opened.response, label="Try it on the last ten posts")
    shoot(browser, private(opened.response.message, names), trial)
