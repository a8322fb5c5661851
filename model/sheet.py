"""Pictures of the stages: one sheet with every step of a photo's way, and the 28×28 enlarged."""

from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from matplotlib import get_data_path
from matplotlib.ft2font import FT2Font
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from model.engine import Stages
from model.prediction import Prediction, Verdict, told

SIDE: Final = 280
"""Height and width of an enlarged picture and of each of the sheet's panels, in pixels."""

_LETTERS: Final = Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
"""Matplotlib's own: Pillow's lacks letters of most languages, and a class may be named in any.

For Japanese ones, which it lacks too, there is the plots' second font; it has many Chinese ones.
"""

_COLUMNS: Final = 3
_GAP: Final = 24
_CAPTION: Final = 62
_ROWS: Final = 10
_LABEL: Final = 100

# Dark grounds let the mask, the cut-out and the 28×28 stand out, on light pages too.
_PAPER: Final = "#15171c"
_PANEL: Final = "#0c0d10"
_SQUARE: Final = "#1d2027"
_TRACK: Final = "#242832"
_INK: Final = "#f2f3f5"
_FAINT: Final = "#a3a9b8"
_ACCENT: Final = "#8ea2ff"
_MUTED: Final = "#59627f"

_VERDICTS: Final = {
    Verdict.CLOTHING: "{label}, {probability:.0%}",
    Verdict.UNSURE: "Unsure: {label}, {probability:.0%}?",
    Verdict.NOT_CLOTHING: "No clothing recognised",
}
_NONE: Final = "Unsure: probably none"


def enlarge(seen: NDArray[np.float32]) -> Image.Image:
    """Enlarge what the network saw, each of its pixels a square.

    Parameters
    ----------
    seen : ndarray of float32, shape (28, 28)
        The prepared picture, in 0..1.

    Returns
    -------
    PIL.Image.Image
        Mode L, 280×280 pixels.
    """
    return Image.fromarray(_bytes(seen)).resize((SIDE, SIDE), Image.Resampling.NEAREST)


def draw(stages: Stages) -> Image.Image:
    """Draw every step of a photo's way side by side, each with its caption.

    The photo with the crop's box, the mask, the cut-out, the cut-out in gray, the 28×28 picture
    that the network saw, and the ten most probable classes.

    Parameters
    ----------
    stages : Stages
        One picture's way, as `model.engine.Engine.examine` returns it.

    Returns
    -------
    PIL.Image.Image
        Mode RGB.
    """
    width, height = stages.picture.size
    prediction = stages.prediction
    panels = (
        (draw_photo(stages), "Photo", f"{width} by {height} pixels, cropped to the box"),
        (draw_mask(stages), "Mask", "where a garment was found"),
        (draw_cutout(stages), "Cut-out", "the background taken away"),
        (draw_gray(stages), "Grayscale", "colour taken away"),
        (_panel(enlarge(prediction.seen)), "28 by 28", "negated: what the network saw"),
        (_bars(prediction), _verdict(prediction), "probabilities of the classes"),
    )
    rows = -(-len(panels) // _COLUMNS)
    size = (
        _COLUMNS * (SIDE + _GAP) + _GAP,
        rows * (SIDE + _CAPTION + _GAP) + _GAP,
    )
    sheet = Image.new("RGB", size, _PAPER)
    pen = ImageDraw.Draw(sheet)
    for index, (panel, title, caption) in enumerate(panels):
        left = _GAP + index % _COLUMNS * (SIDE + _GAP)
        top = _GAP + index // _COLUMNS * (SIDE + _CAPTION + _GAP)
        sheet.paste(panel, (left, top))
        pen.text((left, top + SIDE + 12), f"{index + 1}  {title}", _INK, _font(18, title))
        pen.text((left, top + SIDE + 40), caption, _FAINT, _font(13))
    return sheet


def draw_photo(stages: Stages) -> Image.Image:
    """Draw the photo and the box that it was cropped to, as a square panel."""
    photo = ImageOps.contain(stages.picture, (SIDE, SIDE))
    scale_x, scale_y = photo.width / stages.picture.width, photo.height / stages.picture.height
    left, top, right, bottom = stages.cutout.box
    box = (
        left * scale_x,
        top * scale_y,
        max(right * scale_x - 1, left * scale_x),
        max(bottom * scale_y - 1, top * scale_y),
    )
    pen = ImageDraw.Draw(photo)
    pen.rectangle(box, outline=_PANEL, width=5)  # seen on light photos
    pen.rectangle(box, outline=_ACCENT, width=3)  # and on dark ones
    return _panel(photo)


def draw_mask(stages: Stages) -> Image.Image:
    """Draw where the garment was found, in the photo's proportions, as a square panel."""
    mask = Image.fromarray(_bytes(stages.mask))
    shape = ImageOps.contain(stages.picture, (SIDE, SIDE)).size
    smooth = mask.resize(shape, Image.Resampling.BILINEAR)
    return _panel(ImageOps.colorize(smooth, black=_TRACK, white=_ACCENT))


def draw_heat(seen: NDArray[np.float32], heat: NDArray[np.float32]) -> Image.Image:
    """Draw what the network saw, glowing where it mattered, as a square panel.

    Parameters
    ----------
    seen, heat : ndarray of float32, shape (28, 28)
        The prepared picture and what `model.engine.Engine.heat` says of it, both in 0..1.
    """
    gray = enlarge(seen).point(lambda level: level * 0.75).convert("RGB")
    glow = Image.fromarray(_bytes(heat)).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    # From nothing over red to yellow: told apart by brightness alone, too.
    colours = ImageOps.colorize(glow, black="#7a0f2b", mid="#ff5a1f", white="#ffe76a")
    return Image.composite(colours, gray, glow.point(lambda level: min(255, level * 1.4)))


def draw_cutout(stages: Stages) -> Image.Image:
    """Draw the garment without its background, as a square panel."""
    cutout = stages.cutout
    board = Image.new("RGB", (SIDE, SIDE), _PANEL)
    pen = ImageDraw.Draw(board)
    for left in range(0, SIDE, 20):
        for top in range(left // 20 % 2 * 20, SIDE, 40):
            pen.rectangle((left, top, left + 19, top + 19), _SQUARE)
    rgb = ImageOps.contain(Image.fromarray(cutout.rgb), (SIDE, SIDE))
    alpha = Image.fromarray(_bytes(cutout.alpha)).resize(rgb.size, Image.Resampling.BILINEAR)
    board.paste(rgb, _centred(rgb), alpha)
    return board


def draw_gray(stages: Stages) -> Image.Image:
    """Draw the cut-out without its colour, as a square panel."""
    cutout = stages.cutout
    gray = ImageOps.contain(Image.fromarray(cutout.rgb).convert("L"), (SIDE, SIDE))
    alpha = Image.fromarray(_bytes(cutout.alpha)).resize(gray.size, Image.Resampling.BILINEAR)
    return _panel(Image.composite(gray, Image.new("L", gray.size), alpha))


def _bars(prediction: Prediction) -> Image.Image:
    panel = Image.new("RGB", (SIDE, SIDE), _PANEL)
    pen = ImageDraw.Draw(panel)
    pitch = SIDE / _ROWS
    sure = prediction.verdict is Verdict.CLOTHING
    for row, ranked in enumerate(prediction.ranking[:_ROWS]):
        middle = round((row + 0.5) * pitch)
        font = _font(13, ranked.label)
        ink, bar = (_INK, _ACCENT) if row == 0 and sure else (_FAINT, _MUTED)
        end = 118 + round(104 * ranked.probability)
        pen.text((108, middle), _shortened(ranked.label, font, _LABEL), ink, font, "rm")
        pen.rectangle((118, middle - 5, 222, middle + 5), _TRACK)
        pen.rectangle((118, middle - 5, end, middle + 5), bar)
        pen.text((272, middle), f"{told(ranked.probability):.0%}", ink, font, "rm")
    return panel


def _verdict(prediction: Prediction) -> str:
    """Word the answer so that it fits below its panel, number included."""
    words = _NONE if prediction.is_rather_none else _VERDICTS[prediction.verdict]
    sentence = partial(words.format, probability=told(prediction.probability))
    font = _font(18, prediction.label)
    room = SIDE - font.getlength(f"0  {sentence(label='')}")
    return sentence(label=_shortened(prediction.label, font, room))


def _panel(picture: Image.Image) -> Image.Image:
    """Centre a picture that fits on a panel."""
    panel = Image.new("RGB", (SIDE, SIDE), _PANEL)
    panel.paste(picture, _centred(picture))
    return panel


def _centred(picture: Image.Image) -> tuple[int, int]:
    return (SIDE - picture.width) // 2, (SIDE - picture.height) // 2


def _shortened(text: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """A community's own class may have a long name."""
    short = text
    while font.getlength(short) > room:
        short = short.rstrip("…")[:-1].rstrip() + "…"
    return short


def _font(size: int, text: str = "") -> ImageFont.FreeTypeFont:
    """Choose the font that lacks fewer of a text's letters."""
    if text.isascii() or not _lacking(text, _LETTERS):
        return ImageFont.truetype(_LETTERS, size)
    from matplotlib_fontja import matplotlib_fontja  # noqa: PLC0415 - sets Matplotlib up, slowly

    further = Path(matplotlib_fontja.get_font_ttf_path())
    return ImageFont.truetype(min(_LETTERS, further, key=partial(_lacking, text)), size)


def _lacking(text: str, font: Path) -> int:
    letters = FT2Font(str(font))
    return sum(not letters.get_char_index(ord(letter)) for letter in text)


def _bytes(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    return (np.clip(values, 0.0, 1.0) * 255.0).round().astype(np.uint8)
