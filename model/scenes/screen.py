"""Screenshots: a picture as an app or a shop's page shows it, among text and buttons."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PIL import Image, ImageDraw

from model.scenes.pen import FINE, color
from model.scenes.scene import Scene, empty_scene, stretched

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge, in shares of a screen's width and height."""


def screenshot(rng: np.random.Generator, scene: Scene) -> Scene:
    """Show a scene on a phone's screen, or one time in four on a computer's.

    Parameters
    ----------
    scene : Scene
        Squeezed into a square of any size; its proportion is kept.
    """
    proportion, shown, written = (_computer if rng.random() < 0.25 else _phone)(
        rng, scene.proportion
    )
    size = scene.picture.size
    left, upper, right, lower = _pixels(shown, scene.picture.width)
    screen = _page(rng, written, scene.picture.width)
    # What surrounds a photo is none of the garment; where there is none, it is anyone's guess.
    mask, known = Image.new("L", size), Image.new("L", size, 255 * scene.presence)
    for plane, part in ((screen, scene.picture), (mask, scene.mask), (known, scene.known)):
        plane.paste(part.resize((right - left, lower - upper), Image.Resampling.BOX), (left, upper))
    return replace(
        scene, picture=screen, mask=mask, known=known, figure=None, proportion=proportion
    )


def posted(rng: np.random.Generator, picture: Image.Image, proportion: float) -> Image.Image:
    """Show a picture that was squeezed into a square on a screen, in the screen's proportion."""
    scene = screenshot(rng, empty_scene(picture, proportion))
    return stretched(scene.picture, scene.proportion)


def _phone(rng: np.random.Generator, photo: float) -> tuple[float, Box, Box]:
    """Lay out a photo above what is written; give the screen's proportion and both places."""
    proportion = rng.uniform(0.46, 0.65)
    width = 1.0 if rng.random() < 0.6 else rng.uniform(0.75, 0.95)
    width = min(width, 0.8 * photo / proportion)
    height = width * proportion / photo
    left, upper = (1 - width) / 2, rng.uniform(0.04, 0.15)
    written = (0.04, upper + height + 0.02, 0.96, 0.97)
    return proportion, (left, upper, left + width, upper + height), written


def _computer(rng: np.random.Generator, photo: float) -> tuple[float, Box, Box]:
    """Lay out a photo to the left of what is written."""
    proportion = rng.uniform(1.2, 1.8)
    height = min(rng.uniform(0.5, 0.9), 0.65 * proportion / photo)
    width = height * photo / proportion
    left, upper = rng.uniform(0.02, 0.15), rng.uniform(0.05, 0.97 - height)
    written = (left + width + 0.03, upper, 0.97, upper + height)
    return proportion, (left, upper, left + width, upper + height), written


def _page(rng: np.random.Generator, written: Box, side: int) -> Image.Image:
    """Draw a page, light or dark, with a bar above, lines of text and mostly a button."""
    dark = rng.random() < 0.3
    paper, ink = (rng.uniform(0, 45), rng.uniform(110, 255)) if dark else (255, rng.uniform(0, 150))
    page = Image.new("RGB", (side * FINE, side * FINE), color(paper - rng.uniform(0, 8, 3)))
    pen = ImageDraw.Draw(page)
    for word in (*_words(rng, (0.05, 0.01, 0.95, 0.03)), *_words(rng, written)):
        pen.rectangle(_pixels(word, page.width), color(np.full(3, ink)))
    if rng.random() < 0.7:
        left, _, right, lower = written
        button = _pixels((left, lower - rng.uniform(0.05, 0.1), right, lower), page.width)
        pen.rounded_rectangle(button, page.width // 32, color(rng.uniform(0, 230, 3)))
    return page.resize((side, side), Image.Resampling.BOX)


def _words(rng: np.random.Generator, written: Box) -> Iterator[Box]:
    """Fill a place with lines of words, some of which end early."""
    left, upper, right, lower = written
    pitch = rng.uniform(0.02, 0.05)
    while upper + pitch <= lower and right > left:
        at, end = left, rng.uniform(left, right)
        while at < end:
            word = min(rng.uniform(0.02, 0.14), right - at)
            yield at, upper, at + word * 0.85, upper + pitch * 0.4
            at += word
        upper += pitch


def _pixels(box: Box, side: int) -> tuple[int, int, int, int]:
    left, upper, right, lower = (round(edge * side) for edge in box)
    return left, upper, max(left + 1, right), max(upper + 1, lower)
