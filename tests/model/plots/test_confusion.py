"""Which way a confusion matrix lies: rows are what is true, columns what was answered."""

import io
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from model.plots import confusion
from model.plots.confusion import Confusion, draw, worst

LABELS = ("Coat", "Dress", "Shirt")


def dark(counts: list[list[int]]) -> tuple[int, int]:
    """Height and width in pixels of what lies around the dark cells."""
    png = draw(counts, LABELS, title="", true="is", answer="answered")
    with Image.open(io.BytesIO(png)) as picture:
        red, _, blue = np.moveaxis(np.asarray(picture.convert("RGB"), np.int16), -1, 0)
    rows, columns = np.nonzero((blue - red > 60) & (red < 30))
    return int(np.ptp(rows)), int(np.ptp(columns))


def test_the_most_confused_pair_is_named_by_what_it_is_and_what_was_answered() -> None:
    counts = [[5, 1, 7], [2, 90, 0], [3, 0, 5]]
    assert worst(counts, LABELS) == Confusion(true="Coat", answer="Shirt", count=7)


def test_a_row_is_a_true_class() -> None:
    height, width = dark([[0, 9, 0], [0, 5, 0], [0, 0, 5]])  # no answer is "Coat"
    assert height / width == pytest.approx(3 / 2, rel=0.05)
    height, width = dark([[0, 0, 0], [9, 5, 0], [0, 0, 9]])  # nothing is a "Coat"
    assert height / width < 1


def test_colours_are_shares_of_what_is_true() -> None:
    height, width = dark([[1, 0, 0], [0, 900, 0], [0, 0, 30]])  # each class is wholly right
    assert height == pytest.approx(width, rel=0.05)


@pytest.mark.parametrize("name", [r"$\foo$", "帽子", "Mütze"])
def test_a_class_may_have_any_name(name: str) -> None:
    pngs = [
        draw([[1, 0], [0, 1]], (each, "Coat"), title=each, true="is", answer="answered")
        for each in (name, "Shirt")
    ]
    assert pngs[0] != pngs[1]


def test_every_count_stands_in_its_cell_and_every_name_at_its_row_and_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figures: list[Any] = []
    monkeypatch.setattr(confusion, "png", figures.append)
    counts = [[90, 7, 3], [0, 40, 60], [2, 0, 1]]
    draw(counts, LABELS, title="photos", true="is", answer="answered")
    (axes,) = figures[0].axes
    assert (axes.get_ylabel(), axes.get_xlabel(), axes.get_title()) == ("is", "answered", "photos")
    for axis in (axes.xaxis, axes.yaxis):
        names = dict(zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True))
        assert [names[place].get_text() for place in range(3)] == list(LABELS)
    (matrix,) = axes.images
    shares = np.asarray(matrix.get_array())
    assert shares == pytest.approx(np.array(counts) / np.sum(counts, axis=1, keepdims=True))
    assert matrix.get_clim() == (0, 1)
    shown = {}
    for text in axes.texts:
        column, row = map(int, text.get_position())
        shown[row, column] = int(text.get_text())
        ground = np.mean(matrix.to_rgba(shares)[row, column, :3])
        assert abs(np.mean(to_rgb(text.get_color())) - ground) > 0.4  # readable
    assert shown == {place: count for place, count in np.ndenumerate(counts) if count}
