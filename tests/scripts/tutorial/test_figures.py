"""What the tutorial's figures show."""

import numpy as np
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from scripts.tutorial.figures import OTHER, RIGHT, WRONG, answers, classes, telling


def certain(*guesses: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """One row a guess, all its probability on it."""
    return np.eye(10, dtype=np.float32)[list(guesses)]


def test_a_grid_names_every_class() -> None:
    labels = np.repeat(np.arange(10, dtype=np.uint8), 9)
    figure = classes(np.zeros((90, 28, 28), np.uint8), labels)
    titles = [axes.get_title() for axes in figure.axes]
    assert titles[0] == "0  T-shirt/top"
    assert titles[9] == "9  Ankle boot"


def test_mistakes_are_shown_after_the_first_twelve() -> None:
    labels = np.zeros(40, np.uint8)
    guesses = [0] * 40
    guesses[5] = guesses[20] = guesses[30] = 3
    assert telling(labels, certain(*guesses)).tolist() == [*range(12), 20, 30]


def test_right_and_wrong_differ_in_colour_and_in_words() -> None:
    figure = answers(np.zeros((2, 28, 28), np.uint8), np.array([9, 9], np.uint8), certain(9, 7))
    right, right_bars, wrong, wrong_bars, *empty = figure.axes
    assert right.get_title() == "✓ Ankle boot 100%\ntruly: Ankle boot"
    assert wrong.get_title() == "✗ Sneaker 100%\ntruly: Ankle boot"
    assert [axes.axison for axes in empty] == [False, False]

    def colours(bars: list[object]) -> list[str]:
        return [to_hex(bar.get_facecolor()) for bar in bars if isinstance(bar, Rectangle)]

    assert colours([*right_bars.patches]) == [OTHER] * 9 + [RIGHT]
    assert colours([*wrong_bars.patches]) == [OTHER] * 7 + [WRONG, OTHER, RIGHT]
