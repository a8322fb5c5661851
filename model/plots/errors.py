"""Pictures that were answered wrong, side by side."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from model.plots.canvas import INK, canvas, png

COLUMNS: Final = 6
"""Pictures beside each other."""


def draw(pictures: NDArray[np.uint8], captions: Sequence[str], *, title: str) -> bytes:
    """Draw small pictures with a caption below each; takes long enough to belong on a thread.

    Parameters
    ----------
    pictures : ndarray of uint8, shape (n, 28, 28)
        0..255; one or more.
    captions : sequence of str, length n
        What is said of each.
    title : str
        What stands above them.

    Returns
    -------
    bytes
        A PNG.
    """
    rows = -(-len(pictures) // COLUMNS)
    figure = canvas(9, 0.6 + 2 * rows)
    figure.suptitle(title, color=INK, fontsize=12)
    panels = figure.subplots(rows, COLUMNS, squeeze=False).ravel()
    for panel in panels:
        panel.set_axis_off()
    for panel, picture, caption in zip(panels, pictures, captions, strict=False):
        panel.imshow(picture, cmap="gray", vmin=0, vmax=255)
        panel.set_title(caption, color=INK, fontsize=9, y=-0.28)
    return png(figure)
