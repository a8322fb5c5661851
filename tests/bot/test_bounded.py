"""What was set last is kept, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from bot.bounded import Bounded


@given(st.lists(st.integers(0, 9)), st.integers(1, 5))
def test_the_last_ones_are_kept(keys: list[int], most: int) -> None:
    bounded: Bounded[int, int] = Bounded(most)
    for time, key in enumerate(keys):
        bounded[key] = time
    last = {key: time for time, key in enumerate(keys)}
    newest = sorted(last, key=last.__getitem__)[-most:]
    assert list(bounded) == newest
    assert dict(bounded) == {key: last[key] for key in newest}


def test_many_at_once_are_bounded_too() -> None:
    bounded: Bounded[int, None] = Bounded(3)
    bounded.update(dict.fromkeys(range(10)))
    assert list(bounded) == [7, 8, 9]
