"""The pages' pictures of an answer and its buttons: real replies, drawn as Discord shows them."""

from pathlib import Path

from PIL import Image
from selenium import webdriver

from tests.bot import cards
from tests.bot.conftest import World
from tests.bot.pictures.camera import SCALE, shoot
from tests.bot.pictures.page import conversation
from tests.bot.votes.conftest import OTHERWISE, panel, say


def check(path: Path) -> None:
    """Look whether there is something on the picture."""
    with Image.open(path) as drawn:
        assert drawn.width == 640 * SCALE
        assert len(drawn.convert("L").getcolors() or []) > 50


async def draw(
    world: World, boot: bytes, browser: webdriver.Chrome, path: Path, *, press: str | None = None
) -> None:
    """Draw the last answer as it is now, and what somebody sees who presses one of its buttons."""
    answer = world.answers[-1]
    opened = panel(await world.alice.click(answer, label=press)) if press else None
    fetch = world.env.backend.cdn.get
    shoot(browser, conversation(boot, cards.tree(answer), fetch, opened=opened), path)
    check(path)


async def test_the_picture_of_an_answer(
    world: World, boot: bytes, browser: webdriver.Chrome, pictures: Path
) -> None:
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await draw(world, boot, browser, pictures / "answer.png")


async def test_the_pictures_of_its_buttons(
    world: World, boot: bytes, browser: webdriver.Chrome, pictures: Path
) -> None:
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    await draw(world, boot, browser, pictures / "something-else.png", press=OTHERWISE)
    await draw(world, boot, browser, pictures / "how-it-sees-it.png", press="How it sees it")
    await say(world.alice, world.answers[-1], "Sneaker")
    await draw(world, boot, browser, pictures / "corrected.png")
