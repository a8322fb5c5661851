"""A drawn head: hair, a face with what may be in it, and perhaps a hat."""

import numpy as np

from model.scenes.pen import Color, Pen, color


def draw_head(rng: np.random.Generator, pen: Pen, skin: Color, hair: Color) -> None:
    """Draw a head, of the length 1, one time in ten from behind."""
    pen.oval((0, 0.45), (rng.uniform(0.38, 0.5), rng.uniform(0.46, 0.58)), hair)
    if rng.random() < 0.9:
        _draw_face(rng, pen, skin, hair)
    if rng.random() < 0.12:
        cloth = color(rng.uniform(0, 255, 3))
        pen.oval((0, 0.1), (0.46, 0.26), cloth)
        pen.limb((-0.5, 0.26), (0.5, 0.26), (0.06, 0.06), cloth)


def _draw_face(rng: np.random.Generator, pen: Pen, skin: Color, hair: Color) -> None:
    shade = color(np.array(skin) * rng.uniform(0.75, 0.95))
    pen.oval((0, 0.58), (0.34, 0.44), shade)
    pen.oval((rng.uniform(-0.05, 0.05), 0.56), (0.3, 0.4), skin)
    if rng.random() < 0.2:
        pen.oval((0, 0.86), (0.28, 0.2), hair)
    glasses = rng.random() < 0.2
    for side in (-1, 1):
        if glasses:
            pen.oval((side * 0.15, 0.53), (0.13, 0.1), (30, 26, 24))
            pen.oval((side * 0.15, 0.53), (0.11, 0.08), skin)
        pen.oval((side * 0.14, 0.53), (0.07, 0.035), (235, 230, 225))
        pen.oval((side * 0.14, 0.53), (0.035, 0.035), (40, 28, 22))
        pen.oval((side * 0.14, 0.44), (0.09, 0.018), hair)
    pen.limb((0, 0.52), (0, 0.68), (0.025, 0.05), shade)
    lips = np.array(skin) * rng.uniform(0.5, 0.8) * [1.1, 0.8, 0.8]
    pen.oval((0, 0.82), (rng.uniform(0.08, 0.14), rng.uniform(0.02, 0.05)), color(lips))
