"""A reliability diagram: how often answers of a given confidence are right."""

from model.card import Scores
from model.metrics import BINS
from model.plots.canvas import BAR, INK, canvas, png


def draw(scores: Scores, *, title: str, confidence: str, accuracy: str) -> bytes:
    """Draw a reliability diagram; takes long enough to belong on a thread.

    Parameters
    ----------
    scores : Scores
        Whose `reliability` is drawn.
    title, confidence, accuracy : str
        What stands above the diagram, below it and beside it.

    Returns
    -------
    bytes
        A PNG. Bars on the dashed diagonal are what they claim; counts stand above them.
    """
    figure = canvas(6, 5)
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], linestyle="--", color=INK, linewidth=1)
    for mean, right, count in scores.reliability:
        axes.bar(mean, right, width=0.8 / BINS, color=BAR)
        axes.text(mean, right + 0.01, str(count), ha="center", fontsize=7, color=INK)
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.08)
    axes.set_title(title, color=INK, fontsize=12, pad=12)
    axes.set_xlabel(confidence, color=INK)
    axes.set_ylabel(accuracy, color=INK)
    axes.spines[["top", "right"]].set_visible(False)
    return png(figure)
