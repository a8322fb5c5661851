"""A photo's garment on a drawn person, framed as in web shops, portraits and mirrors.

The photos know garments that lie or hang. A top that is worn has a head above it, arms beside it
and trousers below; trousers are worn below a top.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np
from PIL import Image, ImageChops

from model.scenes.body import (
    COLLAR,
    CROTCH,
    KNEE,
    SOLE,
    WAIST,
    Pose,
    drawn_body,
    drawn_locks,
    posed,
)
from model.scenes.grounds import plain_ground
from model.scenes.layer import Layer
from model.scenes.pen import Frame
from model.scenes.scene import SIDE, SQUARE, Scene, stretched
from model.scenes.sleeves import hung

BODY = ("T-shirt/top", "Pullover", "Dress", "Coat", "Shirt")
"""Classes that are worn below a head."""

LEGS = "Trouser"
"""The class that is worn below those."""

PROPORTIONS = (0.67, 0.75, 0.75, 0.8, 1.0)
"""Width by height of shops' pictures."""


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A garment as large as someone wears it; lengths in heads.

    Attributes
    ----------
    layer : Layer
        The garment.
    width, height : float
        Its size.
    top : float
        How far below the crown it begins.
    """

    layer: Layer
    width: float
    height: float
    top: float

    @property
    def hem(self) -> float:
        """How far below the crown it ends."""
        return self.top + self.height


def worn_scene(
    rng: np.random.Generator,
    garment: Layer,
    other: Layer,
    *,
    below: bool,
    ground: Image.Image | None = None,
) -> Scene:
    """Put a garment on a drawn body, together with what is worn above or below it.

    Parameters
    ----------
    garment : Layer
        The one to be found and named.
    other : Layer
        Trousers to a top, a top to trousers.
    below : bool
        Whether the garment is the trousers.
    ground : PIL.Image.Image, optional
        RGB of 128×128; a plain one if left out.
    """
    proportion = float(rng.choice(PROPORTIONS))
    pose = posed(rng)
    top = _fitted_top(rng, pose, other if below else garment, longest=2.6 if below else 5.5)
    trousers = _fitted_trousers(rng, pose, garment if below else other)
    frame = _framed(rng, top.hem, proportion, below=below)
    scene = (ground or plain_ground(rng)).copy()
    body, locks = drawn_body(rng, pose, frame), drawn_locks(rng, pose, frame)
    scene.paste(body, mask=body.getchannel("A"))
    outfit = _outfit(rng, top, trousers, below=below)
    seen = _put_on(scene, frame, outfit)
    hair = locks.getchannel("A")
    scene.paste(locks, mask=hair)
    clothes = reduce(ImageChops.add, seen)
    figure = reduce(ImageChops.lighter, (body.getchannel("A"), hair, clothes))
    _shade(rng, scene, figure)
    return Scene(
        scene,
        ImageChops.subtract(seen[outfit.index(trousers if below else top)], hair),
        Image.new("L", SQUARE, 255),
        presence=True,
        figure=figure,
        proportion=proportion,
    )


def wearers(
    rng: np.random.Generator, garments: Iterable[tuple[tuple[str, ...], Layer]]
) -> Iterator[tuple[tuple[str, ...], Image.Image]]:
    """Put each top and all trousers among garments on somebody, with one of the others.

    Parameters
    ----------
    garments : iterable of (classes, Layer)
        The classes that are right, and what was cut out.

    Yields
    ------
    classes : tuple of str
        The one that is right.
    picture : PIL.Image.Image
        RGB, as wide as shops' pictures are; nothing at all without both tops and trousers.
    """
    worn = [
        (classes[0], garment)
        for classes, garment in garments
        if len(classes) == 1 and classes[0] in (*BODY, LEGS)
    ]
    tops = [garment for label, garment in worn if label != LEGS]
    trousers = [garment for label, garment in worn if label == LEGS]
    for label, garment in worn if tops and trousers else ():
        others = tops if label == LEGS else trousers
        other = others[rng.integers(len(others))]
        scene = worn_scene(rng, garment, other, below=label == LEGS)
        yield (label,), stretched(scene.picture, scene.proportion)


def _outfit(
    rng: np.random.Generator, top: Fitted, trousers: Fitted, *, below: bool
) -> tuple[Fitted, ...]:
    """Choose what is worn, in the order in which it is put on."""
    if not below and top.hem > CROTCH and rng.random() < 0.6:
        return (top,)  # bare legs, as under a dress
    if top.hem < CROTCH and rng.random() < 0.3:
        return (top, trousers)  # tucked in
    return (trousers, top)


def _fitted_top(rng: np.random.Generator, pose: Pose, garment: Layer, *, longest: float) -> Fitted:
    """Fit a garment's trunk to the shoulders; what lies flat is wider than what is worn."""
    hanging, trunk = hung(garment, pose.arms)
    scale = 2 * pose.shoulder * rng.uniform(0.9, 1.1) / trunk
    height = hanging.alpha.height * scale / rng.uniform(0.72, 1.0)
    height = float(np.clip(height, 1.6, longest))
    return Fitted(hanging, hanging.alpha.width * scale, height, COLLAR + rng.uniform(-0.1, 0.1))


def _fitted_trousers(rng: np.random.Generator, pose: Pose, garment: Layer) -> Fitted:
    width, height = 2 * pose.hip * rng.uniform(1.0, 1.2), rng.uniform(3.7, 4.4)
    return Fitted(garment, width, height, WAIST + rng.uniform(-0.2, 0.2))


def _framed(rng: np.random.Generator, hem: float, proportion: float, *, below: bool) -> Frame:
    """Choose what the picture shows.

    Half of the tops are seen down to the knees, as shops show them, a third are cut off between
    chest and hips, as in portraits, and the others are on somebody who stands there whole, from
    head to sole. Trousers are seen from below the face to the soles, so that a face tells which of
    the two is named.
    """
    crown = -rng.uniform(0.1, 0.6)
    top = crown if rng.random() < 0.6 else rng.uniform(0.2, 1.15)
    knee = max(KNEE + rng.uniform(-1.4, 0.8), hem + rng.uniform(0.1, 0.6))
    sole = rng.uniform(SOLE - 0.5, SOLE + 0.8)
    if below:
        top, bottom = rng.uniform(0.95, 2.9), sole
    else:
        shown = ((top, knee), (top, rng.uniform(2.1, 4.2)), (crown, sole))
        top, bottom = shown[rng.choice(3, p=(0.5, 0.35, 0.15))]
    down = SIDE / (bottom - top)
    return Frame(SIDE * rng.normal(0.5, 0.04), top, down / proportion, down)


def _put_on(scene: Image.Image, frame: Frame, outfit: Iterable[Fitted]) -> list[Image.Image]:
    """Put garments on, one over another. Give where each of them is seen, mode L."""
    seen: list[Image.Image] = []
    for worn in outfit:
        left, upper = frame.point(-worn.width / 2, worn.top)
        right, lower = frame.point(worn.width / 2, worn.hem)
        sized = worn.layer.resized((max(2, round(right - left)), max(2, round(lower - upper))))
        at = (round(left), round(upper))
        scene.paste(sized.picture, at, sized.alpha)
        mask = Image.new("L", SQUARE)
        mask.paste(sized.alpha, at)
        seen = [*(ImageChops.subtract(covered, mask) for covered in seen), mask]
    return seen


def _shade(rng: np.random.Generator, scene: Image.Image, figure: Image.Image) -> None:
    """Let light fall on someone unevenly, as on what is round and has folds."""
    light = rng.integers(int(rng.uniform(120, 255)), 256, (6, 6), np.uint8)
    shade = Image.fromarray(light).resize(SQUARE, Image.Resampling.BICUBIC)
    shaded = ImageChops.multiply(scene, Image.merge("RGB", (shade, shade, shade)))
    scene.paste(shaded, mask=figure)
