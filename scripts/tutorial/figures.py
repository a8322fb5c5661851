"""The tutorial's pictures, drawn with matplotlib."""

from typing import Final

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from model.data.fashion_mnist import CLASSES

RIGHT: Final = "#1f6fb4"
WRONG: Final = "#c8401e"
OTHER: Final = "#b8bcc2"
EXAMPLES: Final = 9
"""Pictures of each class in the grid."""
FIRST: Final = 12
MISTAKES: Final = 3
"""Pictures in the plot of answers: these many from the start, then so many mistakes."""


def colour_bar(image: NDArray[np.uint8], title: str) -> Figure:
    """Draw one picture with the scale of its values beside it.

    Parameters
    ----------
    image : ndarray of uint8, shape (28, 28)
    title : str
    """
    figure = Figure(figsize=(5, 4), layout="constrained")
    axes = figure.subplots()
    drawn = axes.imshow(image, cmap="viridis", vmin=0, vmax=255)
    axes.set_title(title)
    figure.colorbar(drawn, ax=axes, label="value of a pixel")
    return figure


def classes(images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Figure:
    """Draw the first nine pictures of each of the ten classes under the class's name.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
    labels : ndarray of uint8, shape (n,)
    """
    figure = Figure(figsize=(10, 4.8), layout="constrained")
    for label, axes in enumerate(figure.subplots(2, 5).flat):
        examples = images[np.flatnonzero(labels == label)[:EXAMPLES]]
        axes.imshow(_tiled(examples), cmap="binary")
        axes.set_title(f"{label}  {CLASSES[label]}", fontsize=11)
        axes.set_xticks([])
        axes.set_yticks([])
    return figure


def answers(
    images: NDArray[np.uint8],
    labels: NDArray[np.uint8],
    predictions: NDArray[np.float32],
) -> Figure:
    """Draw pictures with predicted and true label, each beside the bars of its probabilities.

    The bar of the predicted class is blue where it is right; where it is wrong it is red and the
    true class's bar blue, and the title begins with a cross.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
    labels : ndarray of uint8, shape (n,)
        The true classes.
    predictions : ndarray of float32, shape (n, 10)
        Probabilities in 0..1.
    """
    rows = -(-len(images) // 3)
    figure = Figure(figsize=(11, 2.1 * rows), layout="constrained")
    panels = figure.subplots(rows, 6, width_ratios=(1, 1.15) * 3, squeeze=False).reshape(-1, 2)
    for picture, bars in panels[len(images) :]:
        picture.set_axis_off()
        bars.set_axis_off()
    for (picture, bars), image, label, probabilities in zip(
        panels, images, labels, predictions, strict=False
    ):
        guess = int(probabilities.argmax())
        right = guess == label
        picture.imshow(image, cmap="binary")
        picture.set_xticks([])
        picture.set_yticks([])
        picture.set_title(
            f"{'✓' if right else '✗'} {CLASSES[guess]} {probabilities[guess]:.0%}\n"
            f"truly: {CLASSES[label]}",
            color=RIGHT if right else WRONG,
            fontsize=9,
        )
        colours = [OTHER] * len(CLASSES)
        colours[guess] = WRONG
        colours[label] = RIGHT
        bars.barh(range(len(CLASSES)), probabilities, color=colours)
        bars.set_yticks(range(len(CLASSES)), CLASSES, fontsize=6.5)
        bars.set_xlim(0, 1)
        bars.set_xticks([0, 0.5, 1], ["0 %", "50 %", "100 %"], fontsize=6.5)
        bars.invert_yaxis()
        bars.spines[["top", "right"]].set_visible(False)
    return figure


def telling(labels: NDArray[np.uint8], predictions: NDArray[np.float32]) -> NDArray[np.intp]:
    """Choose what `answers` shows: the first twelve pictures and the first three mistakes.

    Parameters
    ----------
    labels : ndarray of uint8, shape (n,)
    predictions : ndarray of float32, shape (n, 10)

    Returns
    -------
    ndarray of int, shape (15,)
        Indices; fewer where there are fewer mistakes.
    """
    wrong = predictions.argmax(axis=1) != labels
    wrong[:FIRST] = False
    return np.concatenate([np.arange(FIRST), np.flatnonzero(wrong)[:MISTAKES]])


def _tiled(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Lay nine pictures, shape (9, 28, 28), out as one of 84×84."""
    return images.reshape(3, 3, 28, 28).swapaxes(1, 2).reshape(84, 84)
