"""Every picture is drawn, however many there are."""

import io
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.plots import errors
from model.plots.errors import COLUMNS


def drawn(levels: list[int]) -> NDArray[np.int_]:
    pictures = np.stack([np.full((28, 28), level, np.uint8) for level in levels])
    png = errors.draw(pictures, [f"number {n}" for n in range(len(levels))], title="some")
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("L"), int)


@pytest.mark.parametrize("count", [1, COLUMNS, COLUMNS + 1, 2 * COLUMNS])
def test_each_picture_takes_its_place(count: int) -> None:
    shades = np.linspace(60, 200, count).astype(int).tolist()
    found = drawn(shades)
    areas = [int((np.abs(found - shade) <= 1).sum()) for shade in shades]
    assert min(areas) > 1_000
    assert max(areas) < 1.2 * min(areas)
    assert drawn([*shades, *[0] * COLUMNS]).shape[0] > found.shape[0]


def test_each_picture_is_shown_upright_above_its_own_caption(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figures: list[Any] = []
    monkeypatch.setattr(errors, "png", figures.append)
    pictures = np.random.default_rng(1).integers(0, 256, (8, 28, 28), np.uint8)
    captions = [f"number {n}" for n in range(8)]
    errors.draw(pictures, captions, title="the worst")
    panels = figures[0].axes
    assert [panel.get_title() for panel in panels] == [*captions, *[""] * (2 * COLUMNS - 8)]
    for panel, picture in zip(panels, pictures, strict=False):
        (image,) = panel.images
        assert (np.asarray(image.get_array()) == picture).all()
        assert image.origin == "upper"
    assert figures[0].get_suptitle() == "the worst"
