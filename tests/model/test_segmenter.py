"""The cut-out network's shapes, and what the trained one finds."""

import numpy as np
import pytest
from PIL import Image

from model.artifact import Artifact
from model.segmenter import SIDE, build_segmenter, segmenter_input
from tests.model.files import quartered, shirt


@pytest.mark.parametrize("size", [(480, 320), (1, 480), (480, 1), (1, 1), (96, 96)])
def test_any_picture_is_squeezed_into_its_input(size: tuple[int, int]) -> None:
    squeezed = segmenter_input(Image.new("RGB", size, (255, 0, 51)))
    assert squeezed.shape == (SIDE, SIDE, 3)
    assert squeezed.dtype == np.float32
    np.testing.assert_allclose(squeezed, np.broadcast_to([1, 0, 0.2], (SIDE, SIDE, 3)), atol=1e-6)


def test_nothing_is_cropped_or_turned() -> None:
    squeezed = segmenter_input(quartered(480, 200))
    corners = squeezed[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert corners.tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]]


def test_an_untrained_one_gives_masks_and_presence() -> None:
    mask, presence = build_segmenter(width=4).predict_on_batch(
        np.random.default_rng(1).random((2, SIDE, SIDE, 3), np.float32)
    )
    assert mask.shape == (2, SIDE, SIDE, 1)
    assert presence.shape == (2, 1)
    assert 0 <= mask.min() <= mask.max() <= 1


@pytest.mark.parametrize("ground", ["white", "lightgray", "tan"])
def test_the_trained_one_finds_a_shirt(trained: Artifact, ground: str) -> None:
    picture, garment = shirt(ground, "navy"), shirt("black", "white").convert("L")
    masks, presence = trained.segment(segmenter_input(picture)[None])
    assert masks.shape == (1, SIDE, SIDE)
    assert presence.shape == (1, 1)
    found = masks[0] > 0.5
    wanted = np.asarray(garment.resize((SIDE, SIDE))) > 127
    assert (found & wanted).sum() / (found | wanted).sum() > 0.8


def test_a_mirrored_picture_gets_the_mirrored_mask(trained: Artifact) -> None:
    picture = shirt("tan", "navy").crop((0, 0, 300, 400))
    both = np.stack([segmenter_input(picture), segmenter_input(picture)[:, ::-1]])
    (mask, mirrored), (presence, same) = trained.segment(both)
    np.testing.assert_allclose(mirrored[:, ::-1], mask, atol=1e-3)
    assert presence == pytest.approx(same, abs=1e-3)
