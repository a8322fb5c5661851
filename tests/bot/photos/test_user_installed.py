"""FitCheck where only a person brought it along: in group DMs and in servers that don't know it."""

from typing import Any
from unittest.mock import create_autospec

import pytest
import simcord.interactions

from bot.client import FitCheck
from bot.settings import Settings
from bot.store.forgetting import Forgetting
from model.engine import Engine
from tests.bot import cards
from tests.bot.conftest import World
from tests.bot.sight.test_cog import BUTTON, told
from tests.bot.votes.conftest import labels

FOREIGN = 4711
"""A server that FitCheck isn't in."""

GROUP = {"channel": {"id": "77", "type": 3, "name": "friends", "recipients": []}, "context": 2}
SERVER = {
    "guild_id": str(FOREIGN),
    "guild": {"id": str(FOREIGN), "features": [], "locale": "en-US"},
}


@pytest.fixture(params=["group", "server"])
def abroad(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every interaction come from there; simcord itself knows no such places."""
    build = simcord.interactions.base_payload

    def elsewhere(*arguments: Any, **named: Any) -> tuple[Any, dict[str, Any]]:
        record, payload = build(*arguments, **{**named, "guild_id": None})
        payload["authorizing_integration_owners"] = {"1": str(named["user_id"])}
        if request.param == "group":
            return record, {**payload, **GROUP}
        member = {"user": payload.pop("user"), "roles": [], "permissions": "8", "flags": 0}
        member |= {"joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}
        channel = {"id": payload["channel_id"], "type": 0, "name": "there", "position": 0}
        there = {"channel": {**channel, "guild_id": str(FOREIGN), "permissions": "8"}}
        return record, {**payload, **SERVER, **there, "member": member, "context": 0}

    monkeypatch.setattr(simcord.interactions, "base_payload", elsewhere)


@pytest.mark.usefixtures("abroad")
async def test_pictures_are_answered_and_nothing_is_kept(world: World, boot: bytes) -> None:
    dora = world.env.create_user("dora")
    result = await dora.slash("classify", image=("boot.png", boot))
    answer = result.response.message
    assert cards.text(cards.tree(answer)).startswith("### ")
    assert labels(answer) == ["How it sees it"]
    shown = await dora.click(answer, label="How it sees it")
    assert len(shown.response.attachments) == 3
    assert (await world.store.counts.of(FOREIGN)).total == 0


@pytest.mark.usefixtures("abroad")
async def test_the_menus_picture_is_remembered_since_it_cannot_be_fetched(
    world: World, boot: bytes
) -> None:
    webhook = world.guild.create_webhook(world.channel)
    await webhook.send(attachments=[("boot.png", boot)])  # which isn't answered unasked
    (message,) = world.channel.history()
    result = await world.alice.context_menu(world.channel, "Classify clothing", message)
    assert result.response is not None
    shown = await world.alice.click(result.response.message, label="How it sees it")
    assert shown.response is not None
    assert len(shown.response.attachments) == 3
    path = f"/channels/{world.channel.id}/messages/{message.id}"
    assert path not in [sent.path for sent in world.env.http_requests]


@pytest.mark.usefixtures("abroad")
async def test_nothing_is_looked_for_of_an_edited_message_since_nothing_is_kept_there(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    webhook = world.guild.create_webhook(world.channel)
    await webhook.send(attachments=[("boot.png", boot)])
    (message,) = world.channel.history()
    edited = world.env.backend.get_message(world.channel.id, message.id)
    edited.edited_timestamp = world.env.backend.now_iso()
    holds = create_autospec(Forgetting.holds)
    monkeypatch.setattr(Forgetting, "holds", holds)
    result = await world.alice.context_menu(world.channel, "Classify clothing", message)
    assert result.response is not None
    assert labels(result.response.message) == ["How it sees it"]
    holds.assert_not_called()


@pytest.mark.usefixtures("abroad")
async def test_after_a_restart_the_menus_picture_is_lost_and_no_refused_request_is_made(
    world: World, boot: bytes, settings: Settings, engine: Engine
) -> None:
    webhook = world.guild.create_webhook(world.channel)
    await webhook.send(attachments=[("boot.png", boot)])
    (message,) = world.channel.history()
    result = await world.alice.context_menu(world.channel, "Classify clothing", message)
    assert result.response is not None
    reborn = FitCheck(settings, world.store, engine=engine)
    await world.env.restart_bot(reborn)
    world.env.inject_error("GET", "/channels/*/messages/*", status=403, code=50001)
    assert "no longer there" in told(await world.alice.click(result.response.message, label=BUTTON))
    assert not [one for one in world.env.http_requests if one.path.endswith(f"/{message.id}")]
    await reborn.close()


@pytest.mark.usefixtures("abroad")
async def test_without_a_picture_there_is_a_form_and_no_refused_request(world: World) -> None:
    shown = await world.env.create_user("dora").slash("classify")
    assert shown.modal is not None
    assert not [sent for sent in world.env.http_requests if sent.path.endswith("/messages")]


@pytest.mark.usefixtures("abroad")
async def test_help_leaves_out_what_works_only_where_fitcheck_is(world: World) -> None:
    shown = await world.env.create_user("dora").slash("help")
    text = cards.text(shown.response.components)
    assert "**/classify**" in text
    for name in ("find", "settings", "stats show", "sort tag", "index"):
        assert f"**/{name}**" not in text
