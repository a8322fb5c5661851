"""Training data of the cut-out network."""

import keras
import numpy as np
import pytest

from model.segmenter import SIDE as NETWORK_SIDE
from model.training import cutting
from model.training.cutting import Scenes
from tests.model.scenes.test_material import material


def test_batches_follow_from_seed_epoch_and_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "BATCH", 3)
    batches, resumed = Scenes(material(), seed=4), Scenes(material(), seed=4)
    assert len(batches) == cutting.STEPS
    pictures, targets = batches[5]
    assert pictures.shape == (3, NETWORK_SIDE, NETWORK_SIDE, 3)
    assert targets["mask"].shape == (3, NETWORK_SIDE, NETWORK_SIDE, 2)
    assert targets["presence"].shape == (3, 1)
    assert set(targets["presence"].ravel()) <= {0.0, 1.0}
    assert not np.array_equal(pictures, batches[6][0])
    batches.on_epoch_end()
    assert not np.array_equal(pictures, batches[5][0])
    resumed.epoch = 1
    for one, other in zip(
        keras.tree.flatten(batches[5]), keras.tree.flatten(resumed[5]), strict=True
    ):
        np.testing.assert_array_equal(one, other)
