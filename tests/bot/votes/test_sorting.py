"""Posts that are sorted by votes, whatever becomes of showing them."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any
from unittest.mock import create_autospec

import discord
import pytest
from simcord.actors import _component_interaction, _visible_message

from bot.press import Press
from bot.sorting.sorter import Sorter
from bot.store.errors import DatabaseRefused, StoreUnavailable
from bot.store.posts import Post, Posts
from bot.store.sorting import Action, Plan, Rule
from bot.store.votes import Ballot
from bot.store.votes import Votes as StoredVotes
from bot.votes.board import Board
from model.engine import Engine
from model.prediction import Verdict
from tests.bot import cards
from tests.bot.conftest import Drop, World
from tests.bot.votes.conftest import OTHERWISE, RIGHT, Doubt, panel, say, told
from tests.bot.wardrobe import garment


async def sorted_by_dress(world: World, boot: bytes) -> discord.Message:
    """Let alice post where dresses get a reaction, and open the menu under its answer."""
    plan = Plan((Rule("Dress", Action.REACTION, "👗"),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    return panel(await world.alice.click(world.answers[-1], label=OTHERWISE))


def reactions(world: World) -> list[str]:
    (post,) = [one for one in world.channel.history() if one.author.id == world.alice.id]
    return [str(reaction.emoji) for reaction in post.reactions]


async def test_a_vote_counts_and_sorts_though_the_answers_thread_is_archived(
    world: World, boot: bytes
) -> None:
    opened = await sorted_by_dress(world, boot)
    world.env.inject_error("PATCH", "/channels/*/messages/*", status=400, code=50083)
    said = told(await world.alice.select(opened, ["Dress"]))
    assert "You said: Dress." in said
    assert "its thread is archived" in said
    assert reactions(world) == ["👗"]


async def test_a_vote_counts_and_sorts_though_the_connection_is_lost_as_it_is_shown(
    world: World, boot: bytes, drop: Drop
) -> None:
    opened = await sorted_by_dress(world, boot)
    drop("PATCH", "/channels/*/messages/*")
    said = told(await world.alice.select(opened, ["Dress"]))
    assert "You said: Dress." in said
    assert "still shows the old class" in said
    assert reactions(world) == ["👗"]


async def test_a_vote_sorts_whatever_goes_wrong_in_showing_it(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = await sorted_by_dress(world, boot)
    broken = create_autospec(Board.update, side_effect=ZeroDivisionError)
    monkeypatch.setattr(Board, "update", broken)
    result = await world.alice.select(opened, ["Dress"])
    assert result.followups[-1].content.startswith("Something went wrong on my side")
    assert reactions(world) == ["👗"]


@pytest.mark.parametrize("error", [StoreUnavailable, DatabaseRefused])
async def test_a_vote_is_not_called_a_failure_when_the_database_goes_right_after_it(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch, error: type[StoreUnavailable]
) -> None:
    async def unavailable(*_: object) -> None:
        raise error("gone")

    opened = await sorted_by_dress(world, boot)
    monkeypatch.setattr("bot.store.votes.Votes.of", unavailable)
    said = told(await world.alice.select(opened, ["Dress"]))
    assert "You said: Dress." in said
    assert "Your vote counts all the same." in said
    (confusion,) = await world.store.accuracy.confusions(world.guild.id)
    assert confusion.label == "Dress"


async def test_a_correction_moves_the_posts_sorting_along(world: World, boot: bytes) -> None:
    rules = (Rule("Dress", Action.REACTION, "👗"), Rule("Coat", Action.REACTION, "🧥"))
    await world.store.sortings.change(
        world.guild.id, world.channel.id, lambda _: Plan(rules, switched_on=True)
    )
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    for label in ("Dress", "Coat"):
        await say(world.alice, world.answers[-1], label)
    assert reactions(world) == ["🧥"]


async def test_a_corrected_answer_to_a_command_is_no_post_to_be_sorted(
    world: World, boot: bytes
) -> None:
    await sort_by(world, "Dress", "👗")
    await world.alice.slash(world.channel, "classify", image=("boot.png", boot))
    assert told(await say(world.alice, world.answers[-1], "Dress")).endswith("said: Dress.")
    assert not world.answers[-1].reactions


async def test_a_correction_takes_back_the_copy_and_no_members_link_to_the_post(
    world: World, boot: bytes, engine: Engine
) -> None:
    label = (await engine.classify(boot)).label
    gallery = world.guild.create_text_channel("gallery")
    plan = Plan((Rule(label, Action.COPY, str(gallery.id)),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    post = await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    link = await world.admin.send(gallery, post.jump_url)
    assert len(gallery.history()) == 2
    await say(world.alice, world.answers[-1], "Dress")
    assert [one.id for one in gallery.history()] == [link.id]


async def test_what_is_too_unsure_for_an_answer_still_sorts_after_a_correction_beside_it(
    world: World, boot: bytes, engine: Engine
) -> None:
    shoe = garment("Sneaker")
    label, silent = [(await engine.classify(one)) for one in (boot, shoe)]
    assert silent.verdict is Verdict.CLOTHING
    await world.store.settings.change(
        world.guild.id,
        lambda now: replace(now, silent_below=(label.confidence + silent.confidence) / 2),
    )
    gallery = world.guild.create_text_channel("gallery")
    both = (label.label, silent.label)
    rules = [Rule(one, Action.REACTION, "👟") for one in both]
    rules += [Rule(one, Action.COPY, str(gallery.id)) for one in (*both, "Dress")]
    plan = Plan(tuple(rules), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.alice.send(world.channel, attachments=[("boot.png", boot), ("silent.png", shoe)])
    assert told(await say(world.alice, world.answers[-1], "Dress")).endswith("said: Dress.")
    assert reactions(world) == ["👟"]
    (copy,) = gallery.history()
    assert copy.content.startswith(f"**{silent.label}, Dress**: ")


async def test_what_the_index_holds_is_not_written_again_for_a_correction_beside_it(
    world: World, boot: bytes, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shoe = garment("Sneaker")
    label, silent = [(await engine.classify(one)) for one in (boot, shoe)]
    between = (label.confidence + silent.confidence) / 2
    await world.store.settings.change(
        world.guild.id, lambda now: replace(now, silent_below=between, keep_index=True)
    )
    plan = Plan((Rule(silent.label, Action.REACTION, "👟"),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    record, recorded = Posts.record, list[list[int]]()

    def noted(posts: Posts, post: Post) -> None:
        recorded.append([*post.answers])
        record(posts, post)

    monkeypatch.setattr(Posts, "record", noted)
    await world.alice.send(world.channel, attachments=[("boot.png", boot), ("silent.png", shoe)])
    assert recorded == [[0], [1]]


async def test_two_votes_at_once_bring_about_one_copy(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery = world.guild.create_text_channel("gallery")
    plan = Plan((Rule("Coat", Action.COPY, str(gallery.id)),), switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    both, update = asyncio.Barrier(2), Board.update

    async def together(*arguments: Any) -> bool:
        """Show what is said once both votes are counted."""
        await both.wait()
        return await update(*arguments)

    votes = await ready(world)
    monkeypatch.setattr(Board, "update", together)
    await asyncio.gather(*votes)
    (copy,) = gallery.history()
    assert "Coat" in copy.content


async def test_a_vote_is_counted_only_once_the_post_is_sorted_by_the_one_before(
    world: World, boot: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sort_by(world, "Dress", "👗", "Coat", "🧥")
    await world.alice.send(world.channel, attachments=[("boot.png", boot)])
    votes = await ready(world)
    defer, cast, apply, both = Press.defer, StoredVotes.cast, Sorter._apply, asyncio.Event()
    waiting: list[Press] = []
    counted: list[object] = []
    during: list[int] = []

    async def deferred(press: Press) -> None:
        await defer(press)
        waiting.append(press)
        if len(waiting) == 2:
            both.set()

    async def counting(*arguments: Any, **named: Any) -> Ballot:
        counted.append(arguments)
        return await cast(*arguments, **named)

    async def slowly(*arguments: Any) -> None:
        """Let the other vote come as far as it can meanwhile."""
        if not during:
            await both.wait()
            for _ in range(20):  # turns of the event loop
                await asyncio.sleep(0)
        during.append(len(counted))
        await apply(*arguments)

    monkeypatch.setattr(Press, "defer", deferred)
    monkeypatch.setattr(StoredVotes, "cast", counting)
    monkeypatch.setattr(Sorter, "_apply", slowly)
    await asyncio.gather(*votes)
    assert during == [1, 2]


async def ready(world: World) -> list[Coroutine[Any, Any, object]]:
    """Open the menu under the last answer for two people; they may choose at once then."""
    votes = []
    for person, label in ((world.alice, "Dress"), (world.admin, "Coat")):
        asked = panel(await person.click(world.answers[-1], label=OTHERWISE))
        opened = _visible_message(person, asked)
        (menu,) = cards.parts(opened.components, discord.ComponentType.select)
        choice = {"custom_id": menu["custom_id"], "component_type": 3, "values": [label]}
        votes.append(_component_interaction(person, opened, choice))
    return votes


async def test_a_doubt_is_sorted_by_once_somebody_calls_it_right(
    world: World, doubt: Doubt
) -> None:
    await sort_by(world, doubt.label, "🧶")
    await world.alice.send(world.channel, attachments=[("doubt.png", doubt.picture)])
    assert reactions(world) == []
    await world.admin.click(world.answers[-1], label=RIGHT)
    assert reactions(world) == ["🧶"]


async def test_a_doubt_is_not_what_a_post_was_sorted_by_before(
    world: World, boot: bytes, doubt: Doubt, engine: Engine
) -> None:
    sure = (await engine.classify(boot)).label
    await sort_by(world, sure, "👢", doubt.label, "🧶")
    files = [("doubt.png", doubt.picture), ("boot.png", boot)]
    await world.alice.send(world.channel, attachments=files)
    assert reactions(world) == ["👢"]
    await say(world.alice, world.answers[-1], doubt.label, picture="1")
    assert reactions(world) == ["🧶"]


async def sort_by(world: World, *pairs: str) -> None:
    """Tie classes to reactions, given in turn."""
    rules = tuple(
        Rule(label, Action.REACTION, emoji)
        for label, emoji in zip(pairs[::2], pairs[1::2], strict=True)
    )
    plan = Plan(rules, switched_on=True)
    await world.store.sortings.change(world.guild.id, world.channel.id, lambda _: plan)
