"""The trial on the last posts."""

import discord

from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import sort, text, told_at_a_trial


async def test_the_trial_leaves_out_what_a_post_hides(world: World, boot: bytes) -> None:
    await world.alice.send(world.channel, attachments=[("SPOILER_boot.png", boot)])
    options = {"channel": world.channel, "class": "Ankle boot", "emoji": "👢"}
    panel = await sort(world, "reaction", **options)
    await world.admin.click(panel, label="Try it on the last ten posts")
    assert text(panel).endswith("no garment to sort by → nothing")


async def test_what_discord_refuses_at_a_trial_is_worded(world: World) -> None:
    panel = await sort(world, "reaction", channel=world.channel, emoji="👜", **{"class": "Bag"})
    world.env.inject_error("GET", "/channels/*/messages", status=403, code=50001)
    assert "Discord doesn't let me" in await told_at_a_trial(world, panel)
    assert raised(world.env) == [discord.Forbidden]
