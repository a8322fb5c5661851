"""Errors of commands, components and forms, answered in one place."""

import discord
import pytest
from discord import ui

from bot.desk import Reported
from bot.errors import NoPicture
from tests.bot.conftest import Drop, World


class Failing(Reported, ui.LayoutView):
    """A message with a button that fails."""

    row: ui.ActionRow["Failing"] = ui.ActionRow()

    def __init__(self, error: Exception) -> None:
        super().__init__(timeout=None)
        self._error = error

    @row.button(label="Fail", custom_id="fail")
    async def fail(self, _: discord.Interaction, __: ui.Button["Failing"]) -> None:
        raise self._error


class FailingForm(Reported, ui.Modal, title="A form"):
    """A form that fails."""

    words: ui.TextInput["FailingForm"] = ui.TextInput(label="Words", custom_id="words")

    async def on_submit(self, _: discord.Interaction, /) -> None:
        raise ZeroDivisionError


async def show(world: World, view: ui.LayoutView) -> discord.Message:
    channel = world.client.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.send(view=view)


async def test_foreseen_error_of_a_button_is_one_sentence(world: World) -> None:
    message = await show(world, Failing(NoPicture("none")))
    result = await world.alice.click(message, label="Fail")
    assert result.ephemeral
    assert result.response is not None
    assert result.response.content.startswith("I see no uploaded picture there")
    assert [type(error) for error in world.env.errors] == [NoPicture]


async def test_unforeseen_error_of_a_button_has_an_id(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    message = await show(world, Failing(ZeroDivisionError()))
    result = await world.alice.click(message, label="Fail")
    assert result.response is not None
    code = result.response.content.partition("the code ")[2].split()[0]
    assert f"unforeseen error {code}" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in result.response.content
    assert world.env.errors


async def test_error_of_a_form_is_told_too(world: World) -> None:
    @world.client.tree.command()
    async def form(interaction: discord.Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(FailingForm())

    await world.client.tree.sync()
    shown = await world.alice.slash(world.channel, "form")
    result = await world.alice.submit_modal(shown, {"words": "some"})
    assert result.response is not None
    assert result.response.content.startswith("Something went wrong on my side")
    assert world.env.errors


async def test_an_error_that_cannot_be_told_for_a_lost_connection_is_logged(
    world: World, drop: Drop, caplog: pytest.LogCaptureFixture
) -> None:
    message = await show(world, Failing(NoPicture("none")))
    drop("POST", "/interactions/*/*/callback")
    result = await world.alice.click(message, label="Fail")
    assert result.response is None
    assert "couldn't be told to the one who asked: ServerDisconnectedError" in caplog.text
    assert [type(error) for error in world.env.errors] == [NoPicture]


async def test_is_thinking_is_gone_even_if_the_error_cannot_be_told(
    world: World, drop: Drop, caplog: pytest.LogCaptureFixture
) -> None:
    drop("POST", "/webhooks/*/*")
    result = await world.alice.slash(world.channel, "classify", image=("a.png", b"no picture"))
    assert "couldn't be told to the one who asked: ServerDisconnectedError" in caplog.text
    assert result.response is None
