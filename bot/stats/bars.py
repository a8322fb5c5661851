"""Counts as bars. Each function takes long enough to belong on a thread."""

from collections.abc import Mapping
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from model.plots.canvas import BAR, INK, canvas, png

_DAY_LABELS: Final = 6


def by_class(pictures: Mapping[str, int], *, title: str) -> bytes:
    """Draw a bar for each class, the first one on top.

    Parameters
    ----------
    pictures : mapping of str to int
        Each class's name and pictures.
    title : str
        What stands above.

    Returns
    -------
    bytes
        A PNG.
    """
    figure, axes = _titled(title, height=1.4 + 0.34 * len(pictures))
    bars = axes.barh(list(pictures), list(pictures.values()), color=BAR)
    axes.bar_label(bars, padding=3, color=INK, fontsize=9)
    axes.invert_yaxis()
    axes.set_xmargin(0.1)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    return png(figure)


def by_day(pictures: Mapping[str, int], *, title: str) -> bytes:
    """Draw a bar for each day, the first one on the left.

    Parameters
    ----------
    pictures : mapping of str to int
        Each day's name and pictures.
    title : str
        What stands above.

    Returns
    -------
    bytes
        A PNG.
    """
    figure, axes = _titled(title, height=3.6)
    places = range(len(pictures))
    axes.bar(places, list(pictures.values()), color=BAR)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    axes.set_ylim(bottom=0)
    step = -(-len(pictures) // _DAY_LABELS)
    shown = list(places)[::-step]  # the last day, today, always among them
    names = list(pictures)
    axes.set_xticks(shown, [names[place] for place in shown], color=INK)
    axes.spines[["top", "right"]].set_visible(False)
    return png(figure)


def _titled(title: str, *, height: float) -> tuple[Figure, Axes]:
    figure = canvas(7, height)
    axes = figure.add_subplot()
    axes.set_title(title, color=INK, fontsize=12, pad=12)
    axes.tick_params(colors=INK, length=0)
    return figure, axes
