"""Commands that somebody uses too often; `test_inflight` has those that a shutdown waits for."""

from bot.settings import Settings
from tests.bot.conftest import Enter


async def test_too_many_commands_are_refused_in_private(enter: Enter, settings: Settings) -> None:
    async with enter(settings=settings.model_copy(update={"commands_per_person": 1})) as world:
        await world.admin.slash(world.channel, "settings")
        result = await world.admin.slash(world.channel, "settings")
        assert result.response is not None
        assert result.response.ephemeral
        assert "please wait" in result.response.content
