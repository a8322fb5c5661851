"""Panels that a restart closed, those that are open, and buttons that were just replaced."""

import asyncio
from typing import Any

import discord
import pytest
from aiohttp import ServerDisconnectedError
from discord import ComponentType
from simcord.actors import _component_interaction, _visible_message
from simcord.http.client import FakeWebhookAdapter
from simcord.results import InteractionResult

from bot.client import FitCheck
from bot.errors import CoolingDown
from bot.settings import Settings
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import Drop, Enter, World
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


async def test_who_presses_too_often_has_to_wait(enter: Enter, settings: Settings) -> None:
    async with enter(settings=settings.model_copy(update={"commands_per_person": 2})) as world:
        panel = (await world.admin.slash(world.channel, "index")).response
        assert told(await world.admin.click(panel, label="Refresh")) == []
        (sentence,) = told(await world.admin.click(panel, label="Refresh"))
        assert "please wait" in sentence
        assert raised(world.env) == [CoolingDown]


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


async def test_of_two_presses_at_once_both_are_shown_and_the_last_can_be_pressed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = (await world.admin.slash(world.channel, "stats show")).response
    assert panel is not None
    seen, request = _visible_message(world.admin, panel.message), FakeWebhookAdapter.request
    buttons = cards.parts(cards.tree(panel.message), ComponentType.button)
    (host,) = [one["custom_id"] for one in buttons if one["label"] == "Host"]
    edited, release = asyncio.Event(), asyncio.Event()

    async def held_at_first(adapter: object, route: Any, *rest: object, **named: object) -> Any:
        for _ in range(10):  # else the first press would be answered before the second is heard of
            await asyncio.sleep(0)
        if route.method == "PATCH" and not edited.is_set():
            edited.set()
            await release.wait()
        return await request(adapter, route, *rest, **named)

    monkeypatch.setattr(FakeWebhookAdapter, "request", held_at_first)
    press = {"custom_id": host, "component_type": ComponentType.button.value}
    presses = [
        asyncio.create_task(_component_interaction(world.admin, seen, press)) for _ in range(2)
    ]
    await edited.wait()
    for _ in range(100):  # in which the second edit would be made
        await asyncio.sleep(0)
    release.set()
    assert [told(await one) for one in presses] == [[], []]
    assert told(await world.admin.click(panel, label="This server")) == []


async def test_a_panel_that_discord_would_not_change_is_closed(world: World) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    assert panel is not None
    world.env.inject_error("PATCH", "/webhooks/*/*/messages/*", status=400)
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.startswith("Something went wrong on my side")
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.endswith("use its command again.")
    assert raised(world.env) == [discord.HTTPException]


async def test_a_panel_whose_change_meets_a_lost_connection_is_closed(
    world: World, drop: Drop
) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    drop("PATCH", "/webhooks/*/*/messages/*")
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.startswith("Something went wrong on my side")
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.endswith("use its command again.")
    assert raised(world.env) == [ServerDisconnectedError]


async def test_switching_a_panel_off_may_meet_a_lost_connection(world: World, drop: Drop) -> None:
    panel = (await world.admin.slash(world.channel, "index")).response
    drop("PATCH", "/webhooks/*/*/messages/*")
    await world.env.advance_time(15 * 60)
    (sentence,) = told(await world.admin.click(panel, label="Refresh"))
    assert sentence.endswith("use its command again.")
