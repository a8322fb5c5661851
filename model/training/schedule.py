"""How a run goes: how long, at which learning rates, and what is averaged."""

from dataclasses import dataclass

import keras


@dataclass(frozen=True, slots=True)
class Course:
    """How a run goes.

    Attributes
    ----------
    peak : float
        The highest learning rate.
    epochs : int
        How many are enough.
    """

    peak: float
    epochs: int


def one_cycle(
    peak: float, steps: int, last: float = 0.002
) -> keras.optimizers.schedules.LearningRateSchedule:
    """Warm up over a sixth of the steps, then fall along a cosine to a share of the peak.

    After Smith and Topin 2017, arXiv:1708.07120. Unless that share is tiny, the weights move on to
    the end, so that their average over many steps is better than the last of them (Izmailov et al.
    2018, arXiv:1803.05407).
    """
    warmup = max(1, steps // 6)
    return keras.optimizers.schedules.CosineDecay(
        peak / 20, max(1, steps - warmup), alpha=last, warmup_target=peak, warmup_steps=warmup
    )


def averaging(steps: int) -> float:
    """Give the momentum of the weights' moving average for a run of so many steps.

    It reaches back over some thousand steps, and over a fifth of a run that has fewer: otherwise
    its first step would still weigh at its end.
    """
    return max(0.0, min(0.9997, 1 - 5 / steps))
