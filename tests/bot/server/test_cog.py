"""`/settings`, as admins, members and forgers meet it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import discord
import pytest
from discord import ComponentType
from discord.app_commands import MissingPermissions
from simcord import InteractionResult, SetupError
from simcord.actors import _component_interaction, _visible_message

from bot.settings import Settings
from bot.store.schema import AnswerStyle, Correctors
from bot.store.settings import DEFAULTS, ServerSettings
from bot.store.store import open_store
from bot.store.url import configured
from tests.bot import cards
from tests.bot.conftest import Drop, Enter, World


def shown(result: InteractionResult) -> discord.Message:
    assert result.response is not None
    assert result.response.ephemeral
    message: discord.Message = result.response.message
    return message


async def opened(world: World) -> discord.Message:
    """Open the settings."""
    return shown(await world.admin.slash(world.channel, "settings"))


def said(message: discord.Message) -> str:
    return cards.text(cards.tree(message))


def stored(world: World) -> ServerSettings:
    return world.store.settings.of(world.guild.id)


async def set_(world: World, **values: Any) -> None:
    await world.store.settings.change(world.guild.id, lambda old: replace(old, **values))


async def forge(world: World, message: discord.Message, custom_id: str, *values: str) -> Any:
    """Send a press that Discord's own apps wouldn't."""
    data = {"custom_id": custom_id, "component_type": 3, "values": list(values)}
    return await _component_interaction(world.admin, _visible_message(world.admin, message), data)


async def test_members_neither_see_nor_get_it(world: World) -> None:
    with pytest.raises(SetupError, match="default-member-permissions"):
        await world.alice.slash(world.channel, "settings")
    (command,) = [one for one in await world.client.tree.fetch_commands() if one.name == "settings"]
    world.guild.set_command_permissions(command, {world.alice: True})
    result = await world.alice.slash(world.channel, "settings")
    assert "You need the permission Manage Server" in shown(result).content
    assert [type(error) for error in world.env.errors] == [MissingPermissions]


async def test_every_setting_is_in_one_message(world: World) -> None:
    message = await opened(world)
    controls = [
        part["custom_id"].split(":")[1]
        for kind in (
            ComponentType.button,
            ComponentType.select,
            ComponentType.channel_select,
            ComponentType.role_select,
        )
        for part in cards.parts(cards.tree(message), kind)
    ]
    kept = {"keep_counts", "keep_corrections", "keep_index"}
    fields = set(ServerSettings.__dataclass_fields__)
    assert sorted(controls) == sorted((fields - kept) | {"kept"})
    assert len(cards.everything(cards.tree(message))) <= 40


async def test_each_choice_is_stored_and_confirmed(world: World) -> None:
    message = await opened(world)
    quiet = world.guild.create_text_channel("quiet")
    role = world.guild.create_role("Models")
    await world.admin.click(message, label="Turn off")
    for name, values in (
        ("allowed_channels", [world.channel, quiet]),
        ("denied_channels", [quiet]),
        ("ignored_roles", [role]),
        ("style", ["line"]),
        ("silent_below", ["0.8"]),
        ("language", ["en"]),
        ("correctors", ["poster"]),
        ("kept:110", ["keep_index"]),
        ("retention_days", ["30"]),
        ("log_channel_id", [quiet]),
    ):
        message = shown(await world.admin.select(message, values, custom_id=f"settings:{name}"))
        assert "\nSaved.\n" in said(message)
    assert stored(world) == ServerSettings(
        answer_posts=False,
        allowed_channels=frozenset({world.channel.id, quiet.id}),
        denied_channels=frozenset({quiet.id}),
        ignored_roles=frozenset({role.id}),
        style=AnswerStyle.LINE,
        correctors=Correctors.POSTER,
        silent_below=0.8,
        keep_counts=False,
        keep_corrections=False,
        keep_index=True,
        language="en",
        log_channel_id=quiet.id,
        retention_days=30,
    )
    assert f"<#{quiet.id}>" in said(message).rpartition("Saved.")[2]


async def test_the_log_channel_is_told_by_whom_and_what(world: World) -> None:
    log = world.guild.create_text_channel("log")
    await set_(world, log_channel_id=log.id)
    message = await opened(world)
    await world.admin.select(message, ["reaction"], custom_id="settings:style")
    (line,) = log.history()
    assert line.content == (
        f"<@{world.admin.id}> changed **Answers to posts** from A card with picture and bars to"
        " A reaction with the class's emoji."
    )
    (sent,) = [one for one in world.env.http_requests if f"{log.id}/messages" in one.path]
    assert isinstance(sent.json, dict)
    assert sent.json["allowed_mentions"] == {"parse": []}
    await world.admin.select(message, ["reaction"], custom_id="settings:style")
    assert len(log.history()) == 1  # nothing changed


async def test_a_log_channel_that_is_gone_is_said_and_costs_no_change(world: World) -> None:
    log = world.guild.create_text_channel("log")
    await set_(world, log_channel_id=log.id, allowed_channels=frozenset({log.id}))
    world.env.backend.delete_channel(log.id)
    await world.env.settle()
    message = await opened(world)
    assert said(message).count(f"Gone or archived: <#{log.id}>") == 2
    message = shown(await world.admin.select(message, ["line"], custom_id="settings:style"))
    assert f"<#{log.id}> couldn't be told" in said(message)
    assert stored(world).style is AnswerStyle.LINE


@pytest.mark.parametrize("another", [True, False])
async def test_who_chose_another_log_channel_is_not_told_to_choose_another(
    world: World, another: bool
) -> None:
    gone, log = (world.guild.create_text_channel(name) for name in ("gone", "log"))
    await set_(world, log_channel_id=gone.id)
    world.env.backend.delete_channel(gone.id)
    await world.env.settle()
    chosen = [log] if another else []
    message = await opened(world)
    message = shown(await world.admin.select(message, chosen, custom_id="settings:log_channel_id"))
    assert len(log.history()) == len(chosen)
    assert "couldn't be told" not in said(message)


async def test_a_log_channel_that_meets_a_lost_connection_is_said(world: World, drop: Drop) -> None:
    log = world.guild.create_text_channel("log")
    await set_(world, log_channel_id=log.id)
    message = await opened(world)
    drop("POST", f"/channels/{log.id}/messages")
    message = shown(await world.admin.select(message, ["line"], custom_id="settings:style"))
    assert f"<#{log.id}> couldn't be told" in said(message)


async def test_what_another_admin_chose_meanwhile_stays_on_the_card(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await set_(world, log_channel_id=world.channel.id)
    message = await opened(world)

    async def slowly(*_: object) -> bool:
        await set_(world, silent_below=0.5)
        return True

    monkeypatch.setattr("bot.server.cog._send", slowly)
    message = shown(await world.admin.select(message, ["line"], custom_id="settings:style"))
    menus = cards.parts(cards.tree(message), ComponentType.select)
    (menu,) = [one for one in menus if one["custom_id"] == "settings:silent_below"]
    assert [one["value"] for one in menu["options"] if one.get("default")] == ["0.5"]


async def test_what_another_admin_keeps_no_more_isnt_kept_again_by_a_former_card(
    world: World,
) -> None:
    await set_(world, keep_index=True)
    message = await opened(world)
    await set_(world, keep_index=False)
    chosen = ["keep_corrections", "keep_index"]  # as shown, but for the counts
    await world.admin.select(message, chosen, custom_id="settings:kept:111")
    now = stored(world)
    assert (now.keep_counts, now.keep_corrections, now.keep_index) == (False, True, False)


async def test_archived_threads_that_piled_up_leave_room_for_the_rest(world: World) -> None:
    log = world.guild.create_text_channel("log")
    archived = frozenset(range(10**18, 10**18 + 200))
    await set_(world, log_channel_id=log.id, allowed_channels=archived, denied_channels=archived)
    message = await opened(world)
    chosen = [world.channel]
    answer = await world.admin.select(message, chosen, custom_id="settings:allowed_channels")
    assert said(shown(answer)).count("… and 175 more") == 2
    assert stored(world).allowed_channels == archived | {world.channel.id}
    (line,) = log.history()
    assert "… and 175 more to" in line.content


async def test_an_archived_thread_stays_chosen_when_others_are(world: World) -> None:
    archived = 1234  # which Discord doesn't tell bots of
    await set_(world, allowed_channels=frozenset({archived, world.channel.id}))
    message = await opened(world)
    quiet = world.guild.create_text_channel("quiet")
    await world.admin.select(message, [quiet], custom_id="settings:allowed_channels")
    assert stored(world).allowed_channels == {archived, quiet.id}
    await world.admin.select(message, [], custom_id="settings:allowed_channels")
    assert not stored(world).allowed_channels


async def test_who_lost_the_permission_changes_nothing(world: World) -> None:
    message = await opened(world)
    world.env.backend.get_guild(world.guild.id).members[world.admin.id].role_ids.clear()
    result = await world.admin.select(message, ["line"], custom_id="settings:style")
    assert "You need the permission Manage Server" in shown(result).content
    assert stored(world) == DEFAULTS


async def test_who_chooses_too_often_has_to_wait(enter: Enter, settings: Settings) -> None:
    async with enter(settings=settings.model_copy(update={"commands_per_person": 2})) as world:
        message = await opened(world)
        await world.admin.select(message, ["line"], custom_id="settings:style")
        result = await world.admin.select(message, ["reaction"], custom_id="settings:style")
        assert "please wait" in shown(result).content
        assert stored(world).style is AnswerStyle.LINE


@pytest.mark.parametrize(
    ("custom_id", "values", "told"),
    [
        ("settings:token", ["1"], "isn't one that this setting takes"),
        ("settings:", [], "isn't one that this setting takes"),
        ("settings:style", ["shout"], "isn't one that this setting takes"),
        ("settings:style", [], "isn't one that this setting takes"),
        ("settings:kept:110", ["retention_days"], "isn't one that this setting takes"),
        ("settings:kept", ["keep_index"], "isn't one that this setting takes"),
        ("settings:kept", [], "isn't one that this setting takes"),
        ("settings:answer_posts:maybe", [], "isn't one that this setting takes"),
        ("settings:answer_posts:on:off", [], "isn't one that this setting takes"),
        ("settings:log_channel_id", ["12", "13"], "isn't one that this setting takes"),
        ("settings:log_channel_id", ["12"], "doesn't have that channel or role"),
        ("settings:allowed_channels", ["-1"], "isn't one that this setting takes"),
        ("settings:ignored_roles", ["1" * 30], "doesn't have that channel or role"),
    ],
)
async def test_forgeries_change_nothing_and_are_told_so(
    world: World, custom_id: str, values: list[str], told: str
) -> None:
    message = await opened(world)
    result = await forge(world, message, custom_id, *values)
    assert told in shown(result).content
    assert stored(world) == DEFAULTS


async def test_another_servers_channel_is_refused(world: World) -> None:
    message = await opened(world)
    elsewhere = world.env.create_guild().create_text_channel("theirs")
    result = await forge(world, message, "settings:log_channel_id", str(elsewhere.id))
    assert "doesn't have that channel or role" in shown(result).content
    assert stored(world) == DEFAULTS


async def test_a_choice_takes_effect_at_once_on_every_process(
    world: World, settings: Settings, boot: bytes
) -> None:
    message = await opened(world)
    async with open_store(configured(settings)) as other:
        await world.admin.click(message, label="Turn off")
        await other.settings.refresh()
        assert not other.settings.of(world.guild.id).answer_posts
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        assert not world.cdn.asked

        await other.settings.change(world.guild.id, lambda old: replace(old, answer_posts=True))
        await world.store.settings.refresh()
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        assert len(world.answers) == 1


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the store, opened hereafter, wait for no lock."""
    monkeypatch.setattr("bot.store.engine.PATIENCE_SECONDS", 0.0)


async def test_a_database_that_is_gone_is_said_and_costs_no_answer(
    impatient: None, world: World, settings: Settings, boot: bytes
) -> None:
    del impatient  # which comes before the world, and so before its store
    await set_(world, style=AnswerStyle.LINE)
    message = await opened(world)
    path = settings.data_dir / "fitcheck.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        result = await world.admin.select(message, ["card"], custom_id="settings:style")
        assert "can't be reached right now" in said_in_followup(result)
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        (answer,) = world.answers
        assert answer.content.startswith(("**", "Not sure"))  # in the last known style
    assert (await world.store.counts.of(world.guild.id)).total == 1  # kept once it is back


def said_in_followup(result: InteractionResult) -> str:
    (followup,) = result.followups
    assert followup.ephemeral
    content: str = followup.content
    return content
