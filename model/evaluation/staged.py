"""Clothing as shops and people show it, staged from measured pictures: no such photos are here."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from model.artifact import Artifact
from model.card import Staged
from model.data.fashion_mnist import CLASSES
from model.engine import Engine, Stages
from model.evaluation.fashion import FashionAnswers
from model.evaluation.photos import Answered, PhotoAnswers, examined, share
from model.png import png
from model.prediction import Verdict
from model.scenes.layer import Layer, photo_layer
from model.scenes.screen import posted
from model.scenes.shop import fashion_scene, shoes_and_bags
from model.scenes.studio import studio_scene
from model.scenes.wearer import wearers

SHOP: Final = 400
"""Pictures of Fashion-MNIST that are staged, at most."""

SCREEN: Final = (384, 384)
"""Pixels of a screen before it gets its proportion."""

Shown = tuple[tuple[tuple[str, ...], Stages], ...]
"""The classes that are right, and what was answered."""

_Shot = tuple[tuple[str, ...], Image.Image]


@dataclass(frozen=True, slots=True, eq=False)
class StagedAnswers:
    """What was answered to staged clothing.

    Attributes
    ----------
    studio : tuple of (classes, Stages)
        Photos' garments as they were cut out, before a studio's ground.
    worn : tuple of (classes, Stages)
        Tops, dresses, coats and trousers among them, on drawn people who wear another photo's
        below or above.
    screens : tuple of (classes, Stages)
        Photos as they were taken, on a phone's or a computer's screen.
    bare_screens : tuple of (classes, Stages)
        Pictures without clothing, for which no class is right, on the same screens.
    shop : tuple of (classes, Stages)
        Fashion-MNIST's shoes and bags, made into product shots.
    """

    studio: Shown
    worn: Shown
    screens: Shown
    bare_screens: Shown
    shop: Shown


async def answer_staged(
    loaded: Artifact, answers: PhotoAnswers, fashion: FashionAnswers | None
) -> StagedAnswers:
    """Let the engine answer what is staged from photos, and from Fashion-MNIST if given.

    Garments are cut out along the network's own masks, so what it can't find in a photo stays lost.
    """
    named = answers.named
    with closing(Engine(loaded)) as engine:

        async def answered(shots: Iterable[_Shot], what: str) -> Shown:
            files, classes = {}, {}
            for number, (right, picture) in enumerate(shots):
                name = Path(f"{what} {number}")
                files[name], classes[name] = partial(png, picture), right
            found = await examined(engine, files, what)
            return tuple((classes[name], found[name]) for name in files)

        return StagedAnswers(
            studio=await answered(_alone(named), "Studio shots"),
            worn=await answered(_worn(named), "Worn garments"),
            screens=await answered(_screens(named), "Screenshots"),
            bare_screens=await answered(_bare_screens(answers.others), "Other screenshots"),
            shop=await answered(_shop(fashion) if fashion else (), "Shoes and bags"),
        )


def staged(shown: Shown, how: str, bare: Shown = ()) -> Staged | None:
    """Measure how often clothing is named and turned away; None if there was none.

    Parameters
    ----------
    shown : tuple of (classes, Stages)
        Staged clothing.
    how : str
        The command that measured it and on what.
    bare : tuple of (classes, Stages)
        What was staged in the same way and holds no clothing.
    """
    if not shown:
        return None
    return Staged(
        pictures=len(shown),
        accuracy=float(np.mean([stages.prediction.label in classes for classes, stages in shown])),
        turned_away=_share_of_none(shown),
        false_clothing=1 - _share_of_none(bare) if bare else None,
        how=how,
    )


def _share_of_none(shown: Shown) -> float:
    return share((stages for _, stages in shown), Verdict.NOT_CLOTHING)


def _alone(named: Answered) -> Iterator[_Shot]:
    for number, (classes, garment) in enumerate(_garments(named)):
        yield classes, studio_scene(np.random.default_rng(number), garment).picture


def _worn(named: Answered) -> Iterator[_Shot]:
    return wearers(np.random.default_rng(len(named)), _garments(named))


def _screens(named: Answered) -> Iterator[_Shot]:
    for number, (photo, stages) in enumerate(named):
        yield photo.classes, _on_screen(number, stages.picture)


def _bare_screens(others: Iterable[Stages]) -> Iterator[_Shot]:
    for number, stages in enumerate(others):
        yield (), _on_screen(number, stages.picture)


def _on_screen(number: int, picture: Image.Image) -> Image.Image:
    rng, proportion = np.random.default_rng(number), picture.width / picture.height
    return posted(rng, picture.resize(SCREEN), proportion)


def _garments(named: Answered) -> Iterator[tuple[tuple[str, ...], Layer]]:
    for photo, stages in named:
        yield photo.classes, photo_layer(stages.picture, stages.mask)


def _shop(fashion: FashionAnswers) -> Iterator[_Shot]:
    rng = np.random.default_rng(len(fashion.labels))
    for row in rng.permutation(shoes_and_bags(fashion.labels))[:SHOP]:
        label = CLASSES[fashion.labels[row]]
        scene = fashion_scene(np.random.default_rng(int(row)), fashion.images[row], label)
        yield (label,), scene.picture
