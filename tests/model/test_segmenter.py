"""The cut-out network's shapes, and what the trained one finds."""

from pathlib import Path
from unittest import mock

import keras
import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image

from model.artifact import Artifact
from model.segmenter import SIDE, build_segmenter, keep_masks, segmented, segmenter_input
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


def test_masks_that_are_kept_stay_as_they_are_while_presence_is_learned() -> None:
    pictures = np.random.default_rng(1).random((4, SIDE, SIDE, 3), np.float32)
    trained, network = build_segmenter(width=4), build_segmenter(width=4)
    keep_masks(network, trained)
    masks, before = network.predict_on_batch(pictures)
    np.testing.assert_array_equal(masks, trained.predict_on_batch(pictures)[0])
    losses = [keras.losses.MeanSquaredError(), keras.losses.BinaryCrossentropy(from_logits=True)]
    network.compile(keras.optimizers.SGD(0.1), loss=losses)
    network.fit(pictures, [masks * 0, np.ones((4, 1))], epochs=3, verbose=0)
    after, presence = network.predict_on_batch(pictures)
    np.testing.assert_array_equal(after, masks)
    assert (presence > before).all()


def test_masks_of_another_network_cant_be_kept() -> None:
    with pytest.raises(ValueError, match="shape"):
        keep_masks(build_segmenter(width=4), build_segmenter(width=8))


@pytest.mark.parametrize("ground", ["white", "lightgray", "tan"])
def test_the_trained_one_finds_a_shirt(trained: Artifact, ground: str) -> None:
    picture, garment = shirt(ground, "navy"), shirt("black", "white").convert("L")
    masks, presence = trained.segment(segmenter_input(picture)[None])
    assert masks.shape == (1, SIDE, SIDE)
    assert presence.shape == (1, 1)
    found = masks[0] > 0.5
    wanted = np.asarray(garment.resize((SIDE, SIDE))) > 127
    assert (found & wanted).sum() / (found | wanted).sum() > 0.8


def test_the_trained_one_finds_the_coat_and_not_whoever_wears_it(trained: Artifact) -> None:
    """On the only photo of a person that is at hand, and that it hasn't learned from."""
    place = Path(mpl.get_data_path()) / "sample_data" / "grace_hopper.jpg"
    with Image.open(place) as portrait:
        masks, presence = trained.segment(segmenter_input(portrait.convert("RGB"))[None])
    face, coat, ground = masks[0, 30:52, 34:62], masks[0, 65:90, 12:35], masks[0, 5:50, 80:]
    assert coat.mean() > 0.9
    assert face.mean() < 0.2
    assert ground.mean() < 0.1
    assert presence > 0


def test_a_mirrored_picture_gets_the_mirrored_mask(trained: Artifact) -> None:
    picture = shirt("tan", "navy").crop((0, 0, 300, 400))
    both = np.stack([segmenter_input(picture), segmenter_input(picture)[:, ::-1]])
    (mask, mirrored), (presence, same) = trained.segment(both)
    np.testing.assert_allclose(mirrored[:, ::-1], mask, atol=1e-3)
    assert presence == pytest.approx(same, abs=1e-3)


def test_masks_are_those_of_both_mirror_images_and_refined() -> None:
    """A network that finds a garment left of the middle, and everywhere doubts a little."""
    side = 96
    pictures = np.full((1, side, side, 3), 0.9, np.float32)
    pictures[:, 20:70, 20:70] = 0.1, 0.1, 0.4
    hazy = np.full((1, side, side, 1), 0.1, np.float32)
    hazy[:, 20:70, 20:70] = 0.9
    hazy[:, 20:70, 70:90] = 0.7
    both = np.concatenate([hazy, hazy[:, :, ::-1]]), np.array([[1.0], [3.0]], np.float32)
    network = mock.create_autospec(keras.Model, instance=True)
    network.predict_on_batch.return_value = both
    masks, presence = segmented(network, pictures)
    (shown,) = network.predict_on_batch.call_args.args
    np.testing.assert_array_equal(shown[0], shown[1, :, ::-1])
    assert presence.tolist() == [[2.0]]
    np.testing.assert_array_equal(masks[0] > 0.5, pictures[0, ..., 0] < 0.5)
