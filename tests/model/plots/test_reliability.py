"""Bars stand where answers claim to be, as high as they are right."""

import io
import itertools
from typing import Any

import numpy as np
import pytest
from PIL import Image

from model.artifact import read_card
from model.metrics import BINS
from model.plots import reliability
from model.plots.reliability import draw


def bar(claimed: float, right: float) -> tuple[float, float]:
    """Place and height of the only bar, as shares of the picture's width and height."""
    scores = read_card().fashion_mnist
    assert scores is not None
    shown = scores.model_copy(update={"reliability": [(claimed, right, 9)]})
    png = draw(shown, title="", confidence="confidence", accuracy="right")
    with Image.open(io.BytesIO(png)) as picture:
        red, _, blue = np.moveaxis(np.asarray(picture.convert("RGB"), np.int16), -1, 0)
    rows, columns = np.nonzero(blue - red > 100)
    return float(columns.mean() / blue.shape[1]), float(np.ptp(rows) / blue.shape[0])


def test_a_bar_stands_at_its_confidence_and_is_as_high_as_it_is_right() -> None:
    (left, high), (right, low) = bar(0.2, 0.9), bar(0.8, 0.3)
    assert left < 0.4
    assert right > 0.6
    assert high / low == pytest.approx(3, rel=0.05)


def test_bars_are_told_apart_counted_and_compared_with_the_diagonal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figures: list[Any] = []
    monkeypatch.setattr(reliability, "png", figures.append)
    scores = read_card().fashion_mnist
    assert scores is not None
    bins = [((n + 0.5) / BINS, n / BINS, n + 1) for n in range(BINS)]
    draw(
        scores.model_copy(update={"reliability": bins}),
        title="photos",
        confidence="confidence",
        accuracy="right",
    )
    (axes,) = figures[0].axes
    names = (axes.get_title(), axes.get_xlabel(), axes.get_ylabel())
    assert names == ("photos", "confidence", "right")
    assert np.asarray(axes.lines[0].get_xydata()).tolist() == [[0, 0], [1, 1]]
    edges = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]
    assert all(end < start for (_, end), (start, _) in itertools.pairwise(edges))
    for text, (mean, right, count) in zip(axes.texts, bins, strict=True):
        assert text.get_text() == str(count)
        assert text.get_position() == pytest.approx((mean, right), abs=0.02)
