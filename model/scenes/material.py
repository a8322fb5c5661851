"""What scenes are made of, and how often each kind of scene is drawn."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.data.fashion_mnist import CLASSES
from model.scenes.grounds import bare_ground, restaged
from model.scenes.layer import Layer, layer
from model.scenes.scene import SIDE, Scene, empty_scene, photo_scene
from model.scenes.screen import screenshot
from model.scenes.shop import fashion_scene, shoes_and_bags
from model.scenes.studio import studio_scene
from model.scenes.synthetic import nothing
from model.scenes.wearer import worn_scene


@dataclass(frozen=True, slots=True)
class Shares:
    """How often what is drawn, each in 0..1.

    Attributes
    ----------
    empty : float
        Scenes without clothing.
    screens : float
        Scenes of any kind that are shown on a screen.
    """

    empty: float = 0.15
    screens: float = 0.1


EVERYTHING: Final = Shares()
"""For masks and presence together."""

PRESENCE: Final = Shares(empty=0.5, screens=0.25)
"""For presence alone: as many scenes without clothing as with it, and more of the hardest."""


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What scenes are made of; arrays of uint8.

    Attributes
    ----------
    photos, masks : ndarray, shapes (n, 128, 128, 3) and (n, 128, 128)
        Photos of clothing and their saliency.
    proportions : ndarray of float64, shape (n,)
        Width by height that the photos had before they were squeezed into squares.
    tops, trousers, shoes : ndarray of int64
        Rows of the photos whose garment is worn below a head, of trousers, and of shoes.
    fashion, labels : ndarray, shapes (m, 28, 28) and (m,)
        Fashion-MNIST's training part.
    others : ndarray, shape (k, 128, 128, 3)
        Pictures without clothing.
    other_proportions : ndarray of float64, shape (k,)
        Theirs.
    """

    photos: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    proportions: NDArray[np.float64]
    tops: NDArray[np.int64]
    trousers: NDArray[np.int64]
    shoes: NDArray[np.int64]
    fashion: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    others: NDArray[np.uint8]
    other_proportions: NDArray[np.float64]

    @property
    def wearable(self) -> bool:
        """Whether a body can be dressed: that takes a top and trousers."""
        return len(self.tops) > 0 and len(self.trousers) > 0

    def scene(self, rng: np.random.Generator, shares: Shares = EVERYTHING) -> Scene:
        """Draw a scene, with clothing or without; some are screenshots."""
        scene = self._scene(rng, shares.empty)
        return screenshot(rng, scene) if rng.random() < shares.screens else scene

    def _scene(self, rng: np.random.Generator, empty: float) -> Scene:
        if rng.random() < empty:
            return self._empty_scene(rng)
        draw = rng.random()
        if draw < 0.65:
            row = rng.integers(len(self.photos))
            return photo_scene(self.photos[row], self.masks[row], float(self.proportions[row]))
        if draw < 0.80 and self.wearable:
            return self.worn_scene(rng, self._worn_row(rng))
        if draw < 0.92:
            return self.shot_scene(rng, self.shot_row(rng))
        return self.fashion_scene(rng, self._fashion_row(rng))

    def _empty_scene(self, rng: np.random.Generator) -> Scene:
        """Take a picture without clothing, every other one restaged, a bare ground, or draw one."""
        draw = rng.random()
        if draw < 0.06:
            return empty_scene(nothing(rng, SIDE))
        if draw < 0.20:
            row = rng.integers(len(self.photos))
            ground = bare_ground(rng, self.photos[row], self.masks[row])
            if ground is not None:
                return empty_scene(ground)
        row = rng.integers(len(self.others))
        scene = empty_scene(Image.fromarray(self.others[row]), float(self.other_proportions[row]))
        return restaged(rng, scene) if rng.random() < 0.5 else scene

    def worn_scene(self, rng: np.random.Generator, row: int) -> Scene:
        """Put a photo's garment on a drawn body, with another photo's above or below it."""
        below = row in self.trousers
        other = rng.choice(self.tops if below else self.trousers)
        layers = self._layer(row), self._layer(int(other))
        return worn_scene(rng, *layers, below=below, ground=self._ground(rng))

    def shot_scene(self, rng: np.random.Generator, row: int) -> Scene:
        """Put a photo's garment before a studio's ground."""
        return studio_scene(rng, self._layer(row), ground=self._ground(rng))

    def shot_row(self, rng: np.random.Generator) -> int:
        """Draw a photo's row, one time in three of shoes, which shops show without a body."""
        if rng.random() < 1 / 3 and len(self.shoes):
            return int(rng.choice(self.shoes))
        return int(rng.integers(len(self.photos)))

    def _layer(self, row: int) -> Layer:
        return layer(self.photos[row], self.masks[row], float(self.proportions[row]))

    def fashion_scene(self, rng: np.random.Generator, row: int) -> Scene:
        """Turn a Fashion-MNIST picture into a product shot."""
        label = CLASSES[self.labels[row]]
        return fashion_scene(rng, self.fashion[row], label, self._ground(rng))

    def _worn_row(self, rng: np.random.Generator) -> int:
        """Draw a row, one time in five of trousers."""
        return int(rng.choice(self.trousers if rng.random() < 0.2 else self.tops))

    def _fashion_row(self, rng: np.random.Generator) -> int:
        """Draw a row, three times in five of what product shots mostly show."""
        if rng.random() < 0.6:
            return int(rng.choice(shoes_and_bags(self.labels)))
        return int(rng.integers(len(self.fashion)))

    def _ground(self, rng: np.random.Generator) -> Image.Image | None:
        """Draw a foreign ground one time in seven; else the studio's plain one is used."""
        if rng.random() < 0.15:
            return Image.fromarray(self.others[rng.integers(len(self.others))])
        return None
