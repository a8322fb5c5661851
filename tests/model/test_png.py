"""A PNG holds the very pixels that were given."""

import io

import numpy as np
import pytest
from PIL import Image

from model.png import png


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_nothing_is_lost(mode: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (5, 7, 3), np.uint8)
    picture = Image.fromarray(noise).convert(mode)
    with Image.open(io.BytesIO(png(picture)), formats=["PNG"]) as found:
        assert found.mode == mode
        assert found.tobytes() == picture.tobytes()
