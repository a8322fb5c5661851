"""The pages' pictures of an answer and its buttons: real replies, drawn as Discord shows them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from selenium import webdriver

from bot.store.schema import AnswerStyle
from model.engine import Engine
from model.prediction import Verdict
from tests.bot import cards
from tests.bot.conftest import World
from tests.bot.pictures.camera import shoot
from tests.bot.pictures.page import form, opened, page, post, reply
from tests.bot.votes.conftest import OTHERWISE, panel, say
from tests.bot.wardrobe import GARMENTS, doubtful, garment, landscape

DOUBT, NOTHING = "Not sure: perhaps", "No clothing that I know"


async def draw(
    world: World, boot: bytes, browser: webdriver.Chrome, path: Path, *, press: str | None = None
) -> None:
    """Draw the last answer as it is now, and what somebody sees who presses one of its buttons."""
    answer, fetch = world.answers[-1], world.env.backend.cdn.get
    articles = [post([boot]), reply(answer, fetch)]
    if press is not None:
        articles.append(opened(panel(await world.alice.click(answer, label=press)), fetch))
    shoot(browser, page(*articles), path)


async def ask(world: World, *photos: bytes) -> str:
    """Ask about some pictures; the post and its answer come back as a page shows them."""
    files = [(f"{number}.png", photo) for number, photo in enumerate(photos, 1)]
    await world.alice.send(world.channel, world.mention, attachments=files)
    return post(photos, asks=True) + reply(world.answers[-1], world.env.backend.cdn.get)


def said(world: World) -> str:
    return cards.text(cards.tree(world.answers[-1]))


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


async def test_the_pictures_of_doubt_and_of_no_clothing(
    world: World, engine: Engine, browser: webdriver.Chrome, pictures: Path
) -> None:
    for photo in doubtful():
        if (await engine.classify(photo)).verdict is Verdict.UNSURE:
            break
    asked = await ask(world, photo)
    shoot(browser, page(asked), pictures / "unsure.png")
    assert said(world).startswith(f"### {DOUBT}")
    shoot(browser, page(await ask(world, landscape())), pictures / "no-clothing.png")
    assert NOTHING in said(world)


async def test_the_picture_of_ten_answers(
    world: World, boot: bytes, browser: webdriver.Chrome, pictures: Path
) -> None:
    asked = await ask(world, *map(garment, GARMENTS), boot)
    assert [line.split(".")[0] for line in said(world).splitlines()] == [*map(str, range(1, 11))]
    shoot(browser, page(asked), pictures / "ten.png")


async def test_the_picture_of_an_answer_to_a_broken_file_among_others(
    world: World, browser: webdriver.Chrome, pictures: Path
) -> None:
    whole = garment("Dress")
    asked = await ask(world, garment("Shirt"), whole[: len(whole) // 3], garment("Bag"))
    assert [line.split(".")[0] for line in said(world).splitlines()] == ["1", "2", "3"]
    assert "damaged" in said(world).splitlines()[1]
    shoot(browser, page(asked), pictures / "one-broken.png")


async def test_the_pictures_of_other_styles(
    world: World, boot: bytes, browser: webdriver.Chrome, pictures: Path
) -> None:
    for style in (AnswerStyle.LINE, AnswerStyle.REACTION):
        await world.store.settings.change(world.guild.id, partial(replace, style=style))
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    (line,) = world.answers
    articles = post([boot]), reply(line, world.env.backend.cdn.get)
    shoot(browser, page(*articles), pictures / "line.png")
    *_, posted = world.channel.history()
    reactions = [str(reaction.emoji) for reaction in posted.reactions]
    assert len(reactions) == 1
    shoot(browser, page(post([boot], reactions=reactions)), pictures / "reaction.png")


async def test_the_picture_of_the_form(
    world: World, browser: webdriver.Chrome, pictures: Path
) -> None:
    shown = await world.alice.slash(world.channel, "classify")
    assert shown.modal is not None
    shoot(browser, form(shown.modal), pictures / "form.png")
