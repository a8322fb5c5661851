"""The trial on the last posts."""

import discord
import pytest

from bot.errors import ContentUnseen
from bot.server.errors import ChoiceGone
from bot.store.sorting import Action, Plan, Rule
from tests.bot.conftest import Enter, World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import sort, text, told_at_a_trial


async def test_the_trial_leaves_out_what_a_post_hides(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("SPOILER_boot.png", boot)])
    options = {"channel": world.channel, "class": "Ankle boot", "emoji": "👢"}
    panel = await sort(world, "reaction", **options)
    await world.admin.click(panel, label="Try it on the last ten posts")
    assert text(panel).endswith("no garment to sort by → nothing")


async def test_a_trial_that_is_too_long_for_a_message_says_how_many_posts_it_leaves_out(
    world: World, boot: bytes, label: str
) -> None:
    galleries = [world.guild.create_text_channel(letter * 100) for letter in "abcdefgh"]
    rules = tuple(Rule(label, Action.COPY, str(gallery.id)) for gallery in galleries)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: Plan(rules))
    for _ in range(5):
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    panel = await sort(world, "show", channel=world.channel)
    await world.admin.click(panel, label="Try it on the last ten posts")
    told = text(panel)
    assert told.startswith("### The last 5 posts ")
    assert told.endswith(f"\n… and {5 - told.count('[Post]')} more")
    assert len(told) <= 4000


@pytest.mark.parametrize("kind", ["text", "forum"])
async def test_a_channel_that_was_deleted_meanwhile_is_no_error_of_ours(
    world: World, kind: str
) -> None:
    make = world.guild.create_forum_channel if kind == "forum" else world.guild.create_text_channel
    channel = make("former")
    panel = await sort(world, "reaction", channel=channel, emoji="👜", **{"class": "Bag"})
    world.env.backend.delete_channel(channel.id)
    await world.env.settle()
    assert "please choose another" in await told_at_a_trial(world, panel)
    assert raised(world.env) == [ChoiceGone]


async def test_without_the_intent_nothing_can_be_tried(
    enter: Enter, boot: bytes, label: str
) -> None:
    async with enter(message_content=False) as world:
        await world.alice.send(world.channel, attachments=[("boot.png", boot)])
        options = {"channel": world.channel, "emoji": "👢", "class": label}
        panel = await sort(world, "reaction", **options)
        assert "turn on the message-content intent" in await told_at_a_trial(world, panel)
        assert raised(world.env) == [ContentUnseen]


async def test_what_discord_refuses_at_a_trial_is_worded(world: World) -> None:
    panel = await sort(world, "reaction", channel=world.channel, emoji="👜", **{"class": "Bag"})
    world.env.inject_error("GET", "/channels/*/messages", status=403, code=50001)
    assert "Discord doesn't let me" in await told_at_a_trial(world, panel)
    assert raised(world.env) == [discord.Forbidden]
