"""`/sort`: set up, tried, switched on, undone and ended."""

import pytest
from discord.app_commands import MissingPermissions, TransformerError
from simcord import SetupError
from simcord.builders import ChannelHandle

from bot.settings import Settings
from bot.sorting.errors import (
    TooManyRules,
)
from bot.store.errors import NothingToUndo, PlanChanged, UnknownClass
from bot.store.sorting import Action, Plan, Rule
from bot.store.store import open_store
from bot.store.url import configured
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import NewPost, applied, sort, switch_on, text


async def test_it_is_tried_before_it_is_switched_on(
    world: World, forum: ChannelHandle, new_post: NewPost, label: str
) -> None:
    posts = [await new_post() for _ in range(2)]
    panel = await sort(world, "tag", forum=forum, create=True, **{"class": label, "tag": "Shoes"})
    with pytest.raises(SetupError):
        await world.admin.click(panel, label="Switch on")
    await world.admin.click(panel, label="Try it on the last ten posts")
    assert "The last 2 posts would have been sorted like this" in text(panel)
    assert text(panel).count(f"{label} → tag Shoes") == 2
    assert str(posts[0].id) in text(panel)
    assert not applied(world, forum, posts[0])
    await world.admin.click(panel, label="Back")
    assert "**Off.**" in text(panel)


async def test_a_plan_that_was_changed_meanwhile_is_not_switched_on_untried(
    world: World, forum: ChannelHandle
) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await world.admin.click(panel, label="Try it on the last ten posts")
    await sort(world, "remove", channel=forum, **{"class": "Bag"})
    await world.admin.click(panel, label="Switch on")
    assert not world.store.sortings.of(forum.id).switched_on
    assert raised(world.env) == [PlanChanged]


async def test_what_another_process_changed_is_neither_switched_on_nor_undone_nor_lost(
    world: World, settings: Settings
) -> None:
    bag = {"channel": world.channel, "class": "Bag", "emoji": "👜"}
    tried, shown = [await sort(world, "reaction", **bag) for _ in range(2)]
    await world.admin.click(tried, label="Try it on the last ten posts")
    kimono = Rule("Kimono", Action.REACTION, "👘")
    async with open_store(configured(settings)) as other:
        await other.sortings.change(
            world.guild.id, world.channel.id, lambda plan: Plan((*plan.rules, kimono))
        )
    await world.admin.click(tried, label="Switch on")
    await world.admin.click(shown, label="Undo the last change")
    assert raised(world.env) == [PlanChanged, PlanChanged]
    panel = await sort(world, "reaction", **{**bag, "class": "Coat", "emoji": "🧥"})
    assert all(emoji in text(panel) for emoji in "👜👘🧥")


async def test_a_change_switches_it_off_until_it_was_tried(
    world: World, forum: ChannelHandle
) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await switch_on(world, panel)
    assert "**Off.**" in text(await sort(world, "remove", channel=forum, **{"class": "Bag"}))


async def test_it_is_undone_in_one_step(world: World, forum: ChannelHandle) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await world.admin.click(panel, label="Undo the last change")
    assert "Nothing is sorted here" in text(panel)
    await world.admin.click(panel, label="Undo the last change")
    assert "**Off.**" in text(panel)
    await switch_on(world, panel)
    await world.admin.click(panel, label="Undo the last change")
    assert "**Off.**" in text(panel)


async def test_what_was_never_changed_cannot_be_undone(world: World) -> None:
    panel = await sort(world, "show", channel=world.channel)
    await world.admin.click(panel, label="Undo the last change")
    assert raised(world.env) == [NothingToUndo]


async def test_it_is_switched_off(world: World, forum: ChannelHandle, new_post: NewPost) -> None:
    panel = await sort(world, "tag", forum=forum, create=True)
    await switch_on(world, panel)
    await world.admin.click(panel, label="Switch off")
    assert "**Off.**" in text(panel)
    assert not applied(world, forum, await new_post())


async def test_a_tag_that_is_gone_is_shown_and_passed_over(
    world: World, forum: ChannelHandle, new_post: NewPost
) -> None:
    await switch_on(world, await sort(world, "tag", forum=forum, create=True))
    world.env.backend.edit_channel(forum.id, {"available_tags": []})
    assert not applied(world, forum, await new_post())
    assert "a tag that is gone" in text(await sort(world, "show", channel=forum))


async def test_tags_are_shown_before_discord_tells_that_they_were_created(
    world: World, forum: ChannelHandle, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(world.client._connection.parsers, "CHANNEL_UPDATE", lambda _: None)
    panel = await sort(world, "tag", forum=forum, create=True)
    assert f"tag {label}" in text(panel)
    assert "a tag that is gone" not in text(panel)


async def test_rules_of_a_former_network_can_be_removed(world: World) -> None:
    rules = (Rule("Kimono", Action.REACTION, "👘"), Rule("Bag", Action.REACTION, "👜"))
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: Plan(rules))
    panel = await sort(world, "remove", channel=world.channel, **{"class": "Kimono"})
    assert "👜" in text(panel)
    assert "👘" not in text(panel)
    panel = await sort(world, "remove", channel=world.channel)
    assert "Nothing is sorted here" in text(panel)


async def test_a_sorting_has_an_end(world: World) -> None:
    rules = tuple(Rule(f"Former {n}", Action.REACTION, "👘") for n in range(49))
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: Plan(rules))
    options = {"channel": world.channel, "class": "Coat", "emoji": "🧥"}
    assert "🧥" in text(await sort(world, "reaction", **options))
    options = {"channel": world.channel, "class": "Bag", "emoji": "👜"}
    assert "50 rules" in text(await sort(world, "reaction", **options))
    panel = await sort(world, "show", channel=world.channel)
    assert len(text(panel)) < 4000
    assert raised(world.env) == [TooManyRules]


async def test_a_table_that_is_too_long_for_a_message_says_how_many_rules_it_leaves_out(
    world: World,
) -> None:
    gallery = world.guild.create_text_channel("g" * 100)
    rules = tuple(Rule(f"Former {n}", Action.COPY, str(gallery.id)) for n in range(50))
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: Plan(rules))
    shown = text(await sort(world, "show", channel=world.channel))
    rows = sum(line.startswith("Former ") for line in shown.splitlines())
    assert 0 < rows < 50
    assert f"\n… and {50 - rows} more\n" in shown
    assert len(shown) <= 4000


async def test_an_unknown_class_is_explained(world: World) -> None:
    options = {"channel": world.channel, "class": "Spaceship", "emoji": "🚀"}
    assert "isn't one of my classes" in text(await sort(world, "reaction", **options))
    assert raised(world.env) == [UnknownClass]


async def test_a_channel_that_fitcheck_does_not_know_is_explained(world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.env.settle()
    guild = world.client.get_guild(world.guild.id)
    assert guild is not None
    guild._channels.pop(other.id)  # as of one that was made while the connection was lost
    panel = await sort(world, "show", channel=other)
    assert "The server doesn't have that channel" in text(panel)
    assert raised(world.env) == [TransformerError]


async def test_members_neither_see_nor_press_it(world: World) -> None:
    with pytest.raises(SetupError):
        await world.alice.slash(world.channel, "sort show", channel=world.channel)
    (command,) = [each for each in await world.client.tree.fetch_commands() if each.name == "sort"]
    world.guild.set_command_permissions(command, {world.alice: True})
    told = await world.alice.slash(world.channel, "sort show", channel=world.channel)
    assert told.response is not None
    assert "You need the permission Manage Server" in told.response.content
    panel = await sort(world, "show", channel=world.channel)
    world.env.backend.get_guild(world.guild.id).members[world.admin.id].role_ids.clear()
    told = await world.admin.click(panel, label="Undo the last change")
    assert told.response is not None
    assert "You need the permission Manage Server" in told.response.content
    assert raised(world.env) == [MissingPermissions, MissingPermissions]
