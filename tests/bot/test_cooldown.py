"""How often somebody is answered, by a clock that the tests move."""

from dataclasses import dataclass

import pytest

from bot.cooldown import Buckets, Cooldown
from bot.errors import CoolingDown


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_bucket_holds_a_minutes_tokens_and_fills_steadily(clock: Clock) -> None:
    buckets = Buckets(4, clock)
    for _ in range(4):
        assert buckets.wait(1) == 0
        buckets.take(1)
    assert buckets.wait(1) == pytest.approx(15)
    assert buckets.wait(2) == 0
    clock.now += 15
    assert buckets.wait(1) == 0
    buckets.take(1)
    assert buckets.wait(1) == pytest.approx(15)


def test_a_bucket_never_holds_more_than_a_minutes_tokens(clock: Clock) -> None:
    buckets = Buckets(4, clock)
    buckets.take(1)
    clock.now += 50  # full again for 35 s
    for _ in range(4):
        assert buckets.wait(1) == 0
        buckets.take(1)
    assert buckets.wait(1) == pytest.approx(15)


def test_a_full_bucket_takes_no_memory(clock: Clock) -> None:
    buckets = Buckets(1000, clock)
    for key in range(100):
        buckets.take(key)
    clock.now += 61
    buckets.take(1)
    assert set(buckets._full_at) == {1}


def test_a_server_is_limited_whoever_asks(clock: Clock) -> None:
    cooldown = Cooldown(per_person=10, per_server=2, clock=clock)
    assert cooldown.take(1, 7) == 0
    assert cooldown.take(2, 7) == 0
    assert cooldown.take(3, 7) == pytest.approx(30)
    assert cooldown.take(3, 8) == 0
    assert cooldown.take(3, None) == 0


def test_who_spends_too_much_is_told_how_long_to_wait(clock: Clock) -> None:
    cooldown = Cooldown(per_person=1, per_server=2, clock=clock)
    cooldown.spend(1, 7)
    with pytest.raises(CoolingDown) as told:
        cooldown.spend(1, 7)
    assert told.value.seconds == pytest.approx(60)


def test_who_has_to_wait_is_charged_nothing(clock: Clock) -> None:
    cooldown = Cooldown(per_person=1, per_server=2, clock=clock)
    assert cooldown.take(1, 7) == 0
    for _ in range(5):
        assert cooldown.take(1, 7) == pytest.approx(60)
    assert cooldown.take(2, 7) == 0


def test_a_hint_is_given_once_a_minute(clock: Clock) -> None:
    cooldown = Cooldown(1, 1, clock)
    assert [cooldown.hint(1), cooldown.hint(1), cooldown.hint(2)] == [True, False, True]
    clock.now += 60
    assert cooldown.hint(1)
