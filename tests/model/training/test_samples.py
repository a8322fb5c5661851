"""Training prepares a file's bytes to the very array that serving does."""

import asyncio
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.artifact import Artifact
from model.data.fashion_mnist import CLASSES
from model.decode import decode
from model.engine import Engine
from model.prepare import LARGE, prepare
from model.scenes.scene import SIDE as SCENE_SIDE
from model.segmenter import segmented
from model.training.samples import CHUNK, found_masks, masked, samples, target
from tests.model.files import encode, quartered, shirt

NONE = target((), CLASSES)


def turned(picture: Image.Image) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return encode(picture.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)


FILES = {
    "a shirt": encode(shirt(), "JPEG"),
    "a turned shirt": turned(shirt("tan", "maroon")),
    "a large shirt": encode(shirt(size=(1_800, 2_400)), "PNG"),
    "a transparent shirt": encode(shirt().convert("RGBA"), "WEBP"),
    "no garment": encode(quartered(), "PNG"),
    "one colour": encode(Image.new("RGB", (300, 200), "gray"), "PNG"),
    "a thin picture": encode(Image.new("RGB", (480, 1), "navy"), "PNG"),
}


@pytest.mark.parametrize("name", FILES)
def test_training_and_serving_see_the_same(engine: Engine, trained: Artifact, name: str) -> None:
    served = prepare(asyncio.run(engine.examine(FILES[name])).cutout)
    trained_on = samples(masked([decode(FILES[name])], trained.segment), [NONE]).pictures[0]
    np.testing.assert_array_equal(trained_on, np.round(served * 255).astype(np.uint8))


def test_the_boot_too(engine: Engine, trained: Artifact, boot: bytes) -> None:
    served = prepare(asyncio.run(engine.examine(boot)).cutout)
    trained_on = samples(masked([decode(boot)], trained.segment), [NONE]).pictures[0]
    assert np.abs(trained_on / 255 - served).max() <= 0.5 / 255 + 1e-6


def test_many_samples_keep_their_order(trained: Artifact) -> None:
    pictures = [shirt("white", f"rgb({k * 6}, 40, 90)") for k in range(CHUNK + 8)]
    targets = [target([CLASSES[k % 10]], CLASSES) for k in range(len(pictures))]
    segment = partial(segmented, trained.segmenter)
    together = samples(masked(iter(pictures), segment), iter(targets))
    assert len(together.pictures) == len(pictures)
    assert together.pictures.shape == (len(pictures), LARGE, LARGE)
    assert together.pictures.dtype == np.uint8
    assert together.presence.shape == (len(pictures),)
    np.testing.assert_array_equal(together.targets, targets)
    for k in (0, CHUNK - 1, CHUNK, len(pictures) - 1):
        alone = samples(masked([pictures[k]], trained.segment), [targets[k]])
        apart = np.abs(alone.pictures[0].astype(int) - together.pictures[k])
        assert apart.max() <= 2  # batches of another size round otherwise
        assert alone.presence[0] == pytest.approx(together.presence[k], abs=1e-3)


def test_masks_that_the_segmenter_finds_are_where_the_garment_is(trained: Artifact) -> None:
    (mask,) = found_masks([shirt()], trained.segment)
    assert mask.shape == (SCENE_SIDE, SCENE_SIDE)
    assert mask.dtype == np.uint8
    wanted = np.asarray(shirt("black", "white").convert("L").resize(mask.shape)) > 127
    assert ((mask > 127) == wanted).mean() > 0.9


def row(*accepted: str) -> NDArray[np.float32]:
    return target(accepted, ("Shirt", "Bag", "Kilt"))


def test_targets_mark_every_class_that_is_right() -> None:
    assert row("Bag").tolist() == [0, 1, 0, 0]
    assert row("Kilt", "Shirt").tolist() == [1, 0, 1, 0]
    assert row().tolist() == [0, 0, 0, 1]


def test_a_class_that_the_network_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="Sock"):
        row("Sock")
