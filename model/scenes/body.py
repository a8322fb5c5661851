"""A drawn body, in lengths of heads.

A grown-up is seven and a half heads tall (the canon of figure drawing, as in Loomis 1943, "Figure
Drawing for All It's Worth").
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from model.scenes.head import draw_head
from model.scenes.pen import Color, Frame, Pen, color
from model.scenes.scene import SQUARE

COLLAR, WAIST, CROTCH, KNEE, SOLE = 1.25, 3.0, 4.0, 5.6, 7.5
"""How far below the crown these are."""

SKINS = ((250, 222, 204), (236, 196, 168), (208, 158, 122), (160, 110, 78), (110, 72, 50))
"""Tones between which skins lie, RGB."""

HAIRS = ((20, 16, 14), (52, 34, 24), (96, 62, 38), (190, 150, 96), (150, 70, 40), (170, 168, 166))
"""Colours around which hair lies, RGB."""


@dataclass(frozen=True, slots=True)
class Pose:
    """How someone is built and stands.

    Attributes
    ----------
    shoulder, hip : float
        Half of their breadth, in heads.
    arms, elbows : tuple of float
        How far either arm is spread and its forearm turned from there, in radians.
    locks : float
        How far below the crown long hair ends, in heads; 0 if it is short.
    skin, hair : tuple of int
        RGB.
    """

    shoulder: float
    hip: float
    arms: tuple[float, float]
    elbows: tuple[float, float]
    locks: float
    skin: Color
    hair: Color

    @property
    def shade(self) -> Color:
        """Skin out of the light."""
        return color(np.array(self.skin) * 0.85)


def posed(rng: np.random.Generator) -> Pose:
    """Draw how someone is built and stands."""
    tone = rng.uniform(0, len(SKINS) - 1)
    skin = np.array([np.interp(tone, range(len(SKINS)), part) for part in np.transpose(SKINS)])
    hair = np.array(HAIRS[rng.integers(len(HAIRS))])
    return Pose(
        shoulder=rng.uniform(0.9, 1.15),
        hip=rng.uniform(0.75, 0.95),
        arms=tuple(rng.uniform(0.05, 0.4, 2)),
        elbows=tuple(rng.uniform(-0.9, 0.1, 2) * (rng.random(2) < 0.5)),
        locks=rng.uniform(1.3, 2.4) if rng.random() < 0.4 else 0.0,
        skin=color(skin + rng.normal(0, 8, 3)),
        hair=color(hair + rng.normal(0, 10, 3)),
    )


def drawn_body(rng: np.random.Generator, pose: Pose, frame: Frame) -> Image.Image:
    """Draw hair, head, trunk, arms, legs and shoes; RGBA of 128×128."""
    pen = Pen.of(frame)
    if pose.locks:
        pen.oval((0, 0.5 + pose.locks / 2), (0.5, 0.5 + pose.locks / 2), pose.hair)
    pen.limb((0, 0.8), (0, 1.5), (0.2, 0.24), pose.shade)
    half = [
        (0.25 * pose.shoulder, 1.3),
        (0.85 * pose.shoulder, 1.6),
        (0.9 * pose.shoulder, 1.85),
        (0.75 * pose.hip, 2.9),
        (pose.hip, 3.8),
    ]
    pen.shape([*half, *((-x, y) for x, y in reversed(half))], pose.skin)
    _draw_limbs(pen, pose, shoes=color(rng.uniform(0, 255, 3)))
    draw_head(rng, pen, pose.skin, pose.hair)
    return _textured(rng, pen.drawn())


def drawn_locks(rng: np.random.Generator, pose: Pose, frame: Frame) -> Image.Image:
    """Draw hair that falls over the shoulders; RGBA of 128×128."""
    pen = Pen.of(frame)
    if pose.locks and rng.random() < 0.5:
        for side in (-1, 1):
            pen.limb((side * 0.4, 0.8), (side * 0.45, pose.locks), (0.12, 0.1), pose.hair)
    return _textured(rng, pen.drawn())


def _draw_limbs(pen: Pen, pose: Pose, *, shoes: Color) -> None:
    for side, arm, elbow in zip((-1, 1), pose.arms, pose.elbows, strict=True):
        hip, knee, ankle = ((side * x, y) for x, y in ((0.42, CROTCH), (0.38, KNEE), (0.34, 7.2)))
        pen.limb(hip, knee, (0.38, 0.26), pose.skin)
        pen.limb(knee, ankle, (0.25, 0.14), pose.skin)
        pen.oval((side * 0.4, 7.35), (0.2, 0.16), shoes)
        shoulder = (side * pose.shoulder * 0.8, 1.75)
        bend = _along(shoulder, side * arm, 1.35)
        wrist = _along(bend, side * (arm + elbow), 1.2)
        pen.limb(shoulder, bend, (0.2, 0.16), pose.skin)
        pen.limb(bend, wrist, (0.16, 0.11), pose.skin)
        pen.limb(wrist, _along(wrist, side * (arm + elbow), 0.4), (0.13, 0.1), pose.shade)


def _textured(rng: np.random.Generator, body: Image.Image) -> Image.Image:
    """Roughen what was drawn, by noise of every size.

    Drawn evenly, skin and hair would be told from cloth by that alone.
    """
    noise = np.zeros((*SQUARE, 1), np.float32)
    for size in (4, 8, 16, 32, 64):
        grain = Image.fromarray(rng.normal(0, 1, (size, size)).astype(np.float32))
        noise[..., 0] += np.asarray(grain.resize(SQUARE, Image.Resampling.BICUBIC))
    pixels = np.asarray(body).copy()
    light = 1 + noise * rng.uniform(0, 0.12)
    pixels[..., :3] = np.clip(pixels[..., :3] * light, 0, 255).astype(np.uint8)
    return Image.fromarray(pixels)


def _along(start: tuple[float, float], angle: float, length: float) -> tuple[float, float]:
    return start[0] + np.sin(angle) * length, start[1] + np.cos(angle) * length
