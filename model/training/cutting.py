"""Training data of the cut-out network."""

from typing import Final

import keras
import numpy as np
from numpy.typing import NDArray

from model.scenes.material import EVERYTHING, Material, Shares
from model.scenes.scene import varied
from model.segmenter import SIDE

BATCH: Final = 32
"""Pictures per step."""

STEPS: Final = 150
"""Steps per epoch; scenes are endless, so an epoch is only a stretch between checkpoints."""


class Scenes(keras.utils.PyDataset):
    """Batches of scenes, the same for the same seed, epoch and step.

    Parameters
    ----------
    material : Material
        What scenes are made of.
    seed : int
        Of all that is drawn.
    shares : Shares
        How often which kind of scene is drawn.
    """

    def __init__(self, material: Material, *, seed: int, shares: Shares = EVERYTHING) -> None:
        super().__init__(workers=2, max_queue_size=8)
        self.material = material
        self.seed = seed
        self.shares = shares
        self.epoch = 0

    def __len__(self) -> int:
        """Steps per epoch."""
        return STEPS

    def __getitem__(self, step: int) -> tuple[NDArray[np.float32], dict[str, NDArray[np.float32]]]:
        """Draw one batch: pictures (n, 96, 96, 3), masks with weights, and presence."""
        rng = np.random.default_rng((self.seed, self.epoch, step))
        drawn = [self.material.scene(rng, self.shares) for _ in range(BATCH)]
        pictures, masks, _ = zip(*(varied(rng, scene, SIDE) for scene in drawn), strict=True)
        return np.stack(pictures), {
            "mask": np.stack(masks),
            "presence": np.array([[scene.presence] for scene in drawn], np.float32),
        }

    def on_epoch_end(self) -> None:
        """Go on to the next epoch's scenes."""
        self.epoch += 1
