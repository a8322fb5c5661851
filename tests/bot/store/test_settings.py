"""Settings: kept, checked, the same in every process, and there while the database isn't."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest

from bot.store.errors import DatabaseRefused, SettingInvalid, StoreUnavailable
from bot.store.schema import AnswerStyle, Correctors
from bot.store.settings import DEFAULTS, ServerSettings
from bot.store.store import Store, open_store
from tests.bot.store.conftest import GUILD, PostMaker, until
from tests.bot.store.postgres import PostgresServer

EVERYTHING = ServerSettings(
    answer_posts=False,
    allowed_channels=frozenset({1, 2**63 - 1}),
    denied_channels=frozenset({3}),
    ignored_roles=frozenset({4}),
    style=AnswerStyle.REACTION,
    correctors=Correctors.POSTER,
    silent_below=0.25,
    keep_counts=False,
    keep_corrections=False,
    keep_index=True,
    language="pt-BR",
    log_channel_id=5,
    retention_days=30,
)


async def test_a_server_that_never_chose_has_the_defaults(store: Store) -> None:
    assert store.settings.of(GUILD) == store.settings.of(None) == DEFAULTS
    assert (DEFAULTS.keep_index, DEFAULTS.retention_days) == (False, 90)


async def test_everything_survives_a_restart(address: str) -> None:
    async with open_store(address) as store:
        changed = await store.settings.change(GUILD, lambda _: EVERYTHING)
        assert changed == store.settings.of(GUILD) == EVERYTHING
    async with open_store(address) as store:
        assert store.settings.of(GUILD) == EVERYTHING
        assert store.settings.of(GUILD + 1) == DEFAULTS


async def test_a_change_reaches_other_processes_by_itself(store: Store, address: str) -> None:
    async with open_store(address) as other:
        await store.settings.change(GUILD, lambda s: replace(s, language="ja"))
        await until(lambda: other.settings.of(GUILD).language == "ja")


async def test_changes_at_once_all_last(store: Store, address: str) -> None:
    def allowing(channel: int) -> Callable[[ServerSettings], ServerSettings]:
        return lambda s: replace(s, allowed_channels=s.allowed_channels | {channel})

    async with open_store(address) as other:
        await asyncio.gather(
            *((store, other)[n % 2].settings.change(GUILD, allowing(n)) for n in range(20))
        )
    await store.settings.refresh()
    assert store.settings.of(GUILD).allowed_channels == frozenset(range(20))


@pytest.mark.parametrize(
    "wrong",
    [
        {"silent_below": 1.1},
        {"silent_below": -0.1},
        {"retention_days": 0},
        {"retention_days": 9999},
    ],
)
async def test_a_value_out_of_range_changes_nothing(store: Store, wrong: dict[str, float]) -> None:
    await store.settings.change(GUILD, lambda s: replace(s, language="de"))
    with pytest.raises(SettingInvalid, match=next(iter(wrong))):
        await store.settings.change(GUILD, lambda s: replace(s, **wrong))  # type: ignore[arg-type]
    assert store.settings.of(GUILD) == replace(DEFAULTS, language="de")


@pytest.mark.parametrize(
    ("settings", "channel", "parent", "roles", "answered"),
    [
        (DEFAULTS, 1, None, [], True),
        (replace(DEFAULTS, answer_posts=False), 1, None, [], False),
        (replace(DEFAULTS, allowed_channels=frozenset({1})), 1, None, [], True),
        (replace(DEFAULTS, allowed_channels=frozenset({1})), 2, None, [], False),
        (replace(DEFAULTS, allowed_channels=frozenset({1})), 2, 1, [], True),
        (replace(DEFAULTS, denied_channels=frozenset({1})), 1, None, [], False),
        (replace(DEFAULTS, denied_channels=frozenset({1})), 2, 1, [], False),
        (replace(DEFAULTS, denied_channels=frozenset({1})), 2, None, [], True),
        # A thread that is named itself is an exception to its parent.
        (
            replace(DEFAULTS, denied_channels=frozenset({1}), allowed_channels=frozenset({2})),
            2, 1, [], True,
        ),
        (
            replace(DEFAULTS, denied_channels=frozenset({2}), allowed_channels=frozenset({1})),
            2, 1, [], False,
        ),
        (replace(DEFAULTS, ignored_roles=frozenset({9})), 1, None, [8, 9], False),
        (replace(DEFAULTS, ignored_roles=frozenset({9})), 1, None, [8], True),
    ],
)  # fmt: skip
def test_where_posts_are_answered(
    settings: ServerSettings, channel: int, parent: int | None, roles: list[int], answered: bool
) -> None:
    assert settings.answers_in(channel, parent, roles) is answered


def test_answers_are_kept_for_either_purpose() -> None:
    assert replace(DEFAULTS, keep_corrections=True, keep_index=False).keeps_answers
    assert replace(DEFAULTS, keep_corrections=False, keep_index=True).keeps_answers
    assert not replace(DEFAULTS, keep_corrections=False, keep_index=False).keeps_answers


@pytest.fixture
async def stopped(server: PostgresServer) -> AsyncIterator[PostgresServer]:
    """A server that a test stops, and that runs again for the next one."""
    yield server
    server.start()


async def test_an_outage_costs_freshness_and_nothing_else(
    stopped: PostgresServer, a_post: PostMaker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    address = await stopped.empty_database()
    async with open_store(address) as store:
        await store.settings.change(GUILD, lambda s: replace(s, language="fr"))
        store.posts.record(a_post(1))
        await store.votes.cast(GUILD, 1, 0, 1, "Sneaker")
        stopped.stop()
        with pytest.raises(StoreUnavailable):
            await store.settings.refresh()
        with pytest.raises(StoreUnavailable):
            await store.settings.change(GUILD, lambda s: replace(s, language="de"))
        with pytest.raises(StoreUnavailable):
            await store.votes.cast(GUILD, 1, 0, 2, "Sneaker")
        assert store.settings.of(GUILD).language == "fr"
        store.counts.add(GUILD, ["Coat"])  # what is noted meanwhile isn't lost
        store.forgetting.messages(1)
        await until(lambda: "Settings: waiting, since" in caplog.text)
        stopped.start()
        assert (await store.counts.of(GUILD)).by_class == {"Coat": 1}
        await store.settings.change(GUILD, lambda s: replace(s, language="de"))
        assert store.settings.of(GUILD).language == "de"
        assert (await store.accuracy.of(GUILD)).total == 0
        await until(lambda: "Settings: the database is back" in caplog.text)
        stopped.stop()


async def test_a_wrong_password_is_the_hosts_to_correct(server: PostgresServer) -> None:
    with pytest.raises(DatabaseRefused, match=r"DATABASE_URL.*password"):
        async with open_store(server.address("postgres", password="wrong")):  # noqa: S106
            pass
    with pytest.raises(DatabaseRefused, match="does not exist"):
        async with open_store(server.address("nowhere")):
            pass
