"""What is taken for an emoji, and how it is shown."""

import pytest

from bot.sorting.errors import NotAnEmoji
from tests.bot.conftest import World
from tests.bot.raised import raised
from tests.bot.sorting.conftest import sort, text

EMOJI = (
    *("👢", "7️⃣", "🏳️‍🌈", "🇩🇪", "❤️", "👩🏽‍🚀", "👨‍👩‍👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👍🏽"),
    *("↔️", "◾", "‼️", "〰️", "\N{INFORMATION SOURCE}\ufe0f"),
)


@pytest.mark.parametrize(
    "emoji",
    [
        *("boot", "7", "<:theirs:123456789012345678>", "a👢", "°", "¦"),
        *("👢👗", "👢👢", "🇩🇪🇫🇷", "👢" * 33),
    ],
)
async def test_what_is_no_emoji_is_explained(world: World, emoji: str) -> None:
    options = {"channel": world.channel, "class": "Bag", "emoji": emoji}
    assert "isn't an emoji" in text(await sort(world, "reaction", **options))
    assert raised(world.env) == [NotAnEmoji]


@pytest.mark.parametrize("emoji", EMOJI)
async def test_emoji_are_known(world: World, emoji: str) -> None:
    options = {"channel": world.channel, "class": "Bag", "emoji": emoji}
    assert f"reaction {emoji}" in text(await sort(world, "reaction", **options))


async def test_the_servers_own_emoji_are_known(world: World) -> None:
    own = world.guild.create_emoji("fancy")
    options = {"channel": world.channel, "class": "Bag", "emoji": f"<:fancy:{own.id}>"}
    assert "reaction :fancy:" in text(await sort(world, "reaction", **options))
