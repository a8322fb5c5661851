"""What waits goes through together, and nobody's trouble becomes another's."""

import asyncio
import threading
import weakref
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from model.batcher import Batcher

Array = NDArray[np.float32]


class Network:
    """Doubles its input; can be held up, and fails on a negative number."""

    def __init__(self) -> None:
        self.batches: list[list[float]] = []
        self.threads: set[int] = set()
        self.entered = threading.Event()
        self.open = threading.Event()
        self.open.set()

    def __call__(self, pictures: Array) -> tuple[Array, Array]:
        self.batches.append(pictures[:, 0].tolist())
        self.threads.add(threading.get_ident())
        self.entered.set()
        assert self.open.wait(30)
        if (pictures < 0).any():
            raise ArithmeticError("below zero")
        return pictures * 2, pictures.sum(axis=1)


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def batcher(network: Network) -> Iterator[Batcher]:
    batcher = Batcher(network, limit=4)
    yield batcher
    network.open.set()
    batcher.close()


def picture(value: float) -> Array:
    return np.full(3, value, np.float32)


async def entered(network: Network) -> None:
    """Wait until the network is at work, then forget that it was."""
    await asyncio.to_thread(network.entered.wait, 30)
    network.entered.clear()


async def held_up(
    network: Network, batcher: Batcher, *values: float
) -> list[asyncio.Task[tuple[Array, ...]]]:
    """Send one picture into a network that is held up, and then the others."""
    network.open.clear()
    tasks = [asyncio.create_task(batcher(picture(values[0])))]
    await entered(network)
    tasks += [asyncio.create_task(batcher(picture(value))) for value in values[1:]]
    await asyncio.sleep(0)  # every task now waits
    return tasks


async def given_up(task: asyncio.Task[tuple[Array, ...]]) -> None:
    """Cancel, and wait until the batcher can know of it."""
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_one_picture_gets_its_rows(batcher: Batcher) -> None:
    doubled, total = await batcher(picture(2))
    assert doubled.tolist() == [4, 4, 4]
    assert total == 6


async def test_what_waits_goes_together_up_to_the_limit(network: Network, batcher: Batcher) -> None:
    tasks = await held_up(network, batcher, 0, 1, 2, 3, 4, 5, 6)
    network.open.set()
    answers = await asyncio.gather(*tasks)
    assert network.batches == [[0], [1, 2, 3, 4], [5, 6]]
    assert [float(total) for _, total in answers] == [0, 3, 6, 9, 12, 15, 18]


async def test_everyone_gets_their_own(batcher: Batcher) -> None:
    answers = await asyncio.gather(*(batcher(picture(value)) for value in range(50)))
    assert [float(doubled[0]) for doubled, _ in answers] == [2 * value for value in range(50)]


async def test_the_network_is_never_called_twice_at_once(
    network: Network, batcher: Batcher
) -> None:
    await asyncio.gather(*(batcher(picture(value)) for value in range(50)))
    assert len(network.threads) == 1
    assert threading.get_ident() not in network.threads


async def test_an_error_reaches_everyone_of_its_batch_and_no_other(
    network: Network, batcher: Batcher
) -> None:
    tasks = await held_up(network, batcher, 1, 2, -1, 3, 4, 5)
    network.open.set()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    failed = [isinstance(answer, ArithmeticError) for answer in answers]
    assert failed == [False, True, True, True, True, False]
    assert (await batcher(picture(7)))[1] == 21


async def test_a_network_that_returns_too_few_rows_is_told_and_asked_again() -> None:
    wrong = iter([True, False])
    batcher = Batcher(lambda pictures: (pictures[int(next(wrong)) :],), limit=4)
    with pytest.raises(IndexError):
        await batcher(picture(1))
    assert (await batcher(picture(2)))[0].tolist() == [2, 2, 2]
    batcher.close()


async def test_who_gives_up_while_waiting_hurts_nobody(network: Network, batcher: Batcher) -> None:
    first, second, third = await held_up(network, batcher, 1, 2, 3)
    await given_up(second)
    network.open.set()
    assert (await first)[1] == 3
    assert (await third)[1] == 9
    assert network.batches == [[1], [3]]


async def test_who_gives_up_while_the_network_works_hurts_nobody(
    network: Network, batcher: Batcher
) -> None:
    first, second = await held_up(network, batcher, 1, 2)
    await given_up(first)
    network.open.set()
    assert (await second)[1] == 6


async def test_who_gives_up_before_an_error_is_not_told(network: Network, batcher: Batcher) -> None:
    first, second = await held_up(network, batcher, -1, 2)
    await given_up(first)
    network.open.set()
    assert (await second)[1] == 6


def test_one_batcher_serves_one_event_loop_after_another(batcher: Batcher) -> None:
    assert [float(asyncio.run(batcher(picture(k)))[1]) for k in range(3)] == [0, 3, 6]


async def test_no_picture_outlives_its_answer(batcher: Batcher) -> None:
    shown, gone = picture(2), threading.Event()
    weakref.finalize(shown, gone.set)
    await batcher(shown)
    del shown
    assert await asyncio.to_thread(gone.wait, 10)


async def test_closing_lets_the_call_under_way_finish(network: Network) -> None:
    batcher = Batcher(network, limit=4)
    (task,) = await held_up(network, batcher, 5)
    closing = asyncio.create_task(asyncio.to_thread(batcher.close))
    network.open.set()
    await closing
    assert (await task)[1] == 15


async def test_closing_answers_what_waits(
    network: Network, batcher: Batcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = await held_up(network, batcher, 5, 6, 7)
    join = batcher._thread.join

    def opened_and_joined() -> None:
        network.open.set()
        join()

    monkeypatch.setattr(batcher._thread, "join", opened_and_joined)
    batcher.close()
    assert network.batches == [[5], [6, 7]]
    assert [float(total) for _, total in await asyncio.gather(*tasks)] == [15, 18, 21]


async def test_closed_it_takes_nothing_more(network: Network) -> None:
    batcher = Batcher(network, limit=4)
    batcher.close()
    with pytest.raises(RuntimeError, match="shutdown"):
        await batcher(picture(1))
