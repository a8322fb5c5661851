"""How learning rates go."""

import numpy as np
import pytest

from model.training.schedule import one_cycle


@pytest.mark.parametrize("steps", [1, 5, 60, 1_000])
def test_the_learning_rate_rises_then_falls(steps: int) -> None:
    schedule = one_cycle(0.01, steps)
    rates = [float(schedule(step)) for step in range(steps + 1)]
    top = int(np.argmax(rates))
    assert rates[top] == pytest.approx(0.01)
    assert top <= max(1, steps // 6)
    assert rates == sorted(rates[:top]) + sorted(rates[top:], reverse=True)
    assert rates[-1] < 0.001 or steps == 1
