"""Panels that a restart closed, those that are open, and buttons that were just replaced."""

import discord
import pytest
from discord import ComponentType
from simcord.actors import _component_interaction, _visible_message
from simcord.results import InteractionResult

from bot.client import FitCheck
from bot.settings import Settings
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import World
from tests.bot.raised import raised

PANELS = {"index": "Refresh", "stats show": "This server"}
"""A button of each, by the command that shows it."""


def told(result: InteractionResult) -> list[str]:
    messages = [one for one in (result.response, *result.followups) if one is not None]
    return [one.content for one in messages if one.ephemeral and one.content]


@pytest.mark.parametrize("command", PANELS)
async def test_a_panel_of_before_a_restart_says_that_it_is_closed(
    world: World, settings: Settings, engine: Engine, command: str
) -> None:
    panel = (await world.admin.slash(world.channel, command)).response
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    (sentence,) = told(await world.admin.click(panel, label=PANELS[command]))
    assert sentence.endswith("use its command again.")
    await reborn.close()


@pytest.mark.parametrize("command", PANELS)
async def test_an_open_panel_is_the_only_one_to_answer(world: World, command: str) -> None:
    panel = (await world.admin.slash(world.channel, command)).response
    for _ in range(2):
        assert told(await world.admin.click(panel, label=PANELS[command])) == []


async def test_a_second_press_on_a_button_just_replaced_is_told(world: World) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    assert panel is not None
    (button,) = cards.parts(cards.tree(panel.message), ComponentType.button)
    await world.admin.click(panel, custom_id=button["custom_id"])
    press = {"custom_id": button["custom_id"], "component_type": button["type"]}
    seen = _visible_message(world.admin, panel.message)
    second = await _component_interaction(world.admin, seen, press)
    assert told(second) == ["That message was just changing; press again."]
    assert told(await world.admin.click(panel, label=button["label"])) == []


async def test_a_panel_that_discord_would_not_change_is_closed(world: World) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    assert panel is not None
    world.env.inject_error("PATCH", "/webhooks/*/*/messages/*", status=400)
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.startswith("Something went wrong on my side")
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.endswith("use its command again.")
    assert raised(world.env) == [discord.HTTPException]
