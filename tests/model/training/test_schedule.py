"""How learning rates go."""

import numpy as np
import pytest

from model.training.schedule import averaging, one_cycle


@pytest.mark.parametrize("steps", [1, 5, 60, 1_000])
def test_the_learning_rate_rises_then_falls(steps: int) -> None:
    schedule = one_cycle(0.01, steps)
    rates = [float(schedule(step)) for step in range(steps + 1)]
    top = int(np.argmax(rates))
    assert rates[top] == pytest.approx(0.01)
    assert top <= max(1, steps // 6)
    assert rates == sorted(rates[:top]) + sorted(rates[top:], reverse=True)
    assert rates[-1] < 0.001 or steps == 1


@pytest.mark.parametrize("steps", [10, 1_000, 10_000, 100_000])
def test_the_average_reaches_back_over_many_steps_and_forgets_the_first(steps: int) -> None:
    momentum = averaging(steps)
    weights = momentum ** np.arange(steps)
    weights /= weights.sum()
    assert 1 / (weights**2).sum() > min(steps / 4, 3_000)  # how many count alike
    assert weights[-1] < weights[0] / 100


def test_the_average_of_a_single_step_is_that_step() -> None:
    assert averaging(1) == 0


@pytest.mark.parametrize("last", [0.002, 0.2])
def test_it_begins_at_a_twentieth_and_ends_at_the_share_that_is_asked_for(last: float) -> None:
    schedule = one_cycle(0.01, 600, last)
    rates = [float(schedule(step)) for step in (0, 100, 350, 600)]
    assert rates == pytest.approx([0.0005, 0.01, 0.01 * (1 + last) / 2, 0.01 * last])
