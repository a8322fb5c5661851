"""Training data of the cut-out network, and its loss."""

import dataclasses

import keras
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from model.segmenter import SIDE as NETWORK_SIDE
from model.training import cutting
from model.training.cutting import Material, Scenes, mask_loss
from model.training.scene import SIDE


def material(*, tops: bool = True, trousers: bool = True) -> Material:
    rng = np.random.default_rng(1)
    masks = np.zeros((4, SIDE, SIDE), np.uint8)
    masks[:, 30:100, 30:100] = 255
    return Material(
        photos=rng.integers(0, 256, (4, SIDE, SIDE, 3), np.uint8),
        masks=masks,
        proportions=np.array([0.75, 1.0, 1.33, 0.75]),
        tops=np.array([0, 1] if tops else [], np.int64),
        trousers=np.array([2] if trousers else [], np.int64),
        shoes=np.array([3] if trousers else [], np.int64),
        fashion=rng.integers(0, 256, (20, 28, 28), np.uint8),
        labels=np.arange(20, dtype=np.uint8) % 10,
        others=rng.integers(0, 256, (3, SIDE, SIDE, 3), np.uint8),
    )


@pytest.mark.parametrize(("tops", "trousers"), [(True, True), (True, False), (False, False)])
def test_scenes_are_drawn_from_whatever_there_is(*, tops: bool, trousers: bool) -> None:
    rng = np.random.default_rng(1)
    source = material(tops=tops, trousers=trousers)
    presence = [source.scene(rng).presence for _ in range(2_000)]
    assert 0.82 < np.mean(presence) < 0.88


def test_things_are_restaged_and_grounds_laid_bare() -> None:
    source = material()
    white = np.full((1, SIDE, SIDE, 3), 255, np.uint8)
    white[:, 30:100, 30:100] = 0, 200, 0
    photos = np.full_like(source.photos, (0, 0, 90))
    masks = np.zeros_like(source.masks)
    masks[:, 46:82, 46:82] = 255  # there is ground all around
    source = dataclasses.replace(source, photos=photos, masks=masks, others=white)
    rng = np.random.default_rng(1)
    empty = [source.scene(rng, empty=1.0).picture for _ in range(600)]
    as_they_are = Image.fromarray(white[0]).tobytes()
    bare = Image.fromarray(photos[0]).tobytes()
    kinds = [picture.tobytes() for picture in empty]
    assert 0.25 < np.mean([kind == as_they_are for kind in kinds]) < 0.6
    assert 0.05 < np.mean([kind == bare for kind in kinds]) < 0.3
    assert len(set(kinds)) > 15


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


def loss(
    mask: NDArray[np.float32], truth: NDArray[np.float32], known: NDArray[np.float32]
) -> float:
    return float(mask_loss(np.stack([truth, known], -1)[None], mask[None, ..., None]))


def test_where_all_is_known_it_is_keras_own_entropy_and_half_the_jaccard_distance() -> None:
    rng = np.random.default_rng(1)
    mask = rng.uniform(0.01, 0.99, (8, 8)).astype(np.float32)
    truth = rng.random((8, 8)).astype(np.float32)
    entropy = float(keras.losses.BinaryCrossentropy()(truth.ravel(), mask.ravel()))
    shared, both = (mask * truth).sum(), (mask + truth).sum()
    distance = 1 - (shared + 1) / (both - shared + 1)
    expected = pytest.approx(entropy + distance / 2, rel=1e-4)
    assert loss(mask, truth, np.ones_like(truth)) == expected


def test_what_is_anyones_guess_costs_nothing() -> None:
    truth = np.zeros((8, 8), np.float32)
    known = truth.copy()
    known[:4] = 1
    right, wrong = np.zeros_like(truth), np.zeros_like(truth)
    wrong[4:] = 1
    assert loss(wrong, truth, known) == pytest.approx(loss(right, truth, known))
    assert loss(1 - right, truth, known) > 10 * loss(right, truth, known)


def test_a_sure_mistake_is_not_endless() -> None:
    ones, zeros = np.ones((8, 8), np.float32), np.zeros((8, 8), np.float32)
    assert np.isfinite(loss(ones, zeros, ones))


def test_trousers_are_worn_below_and_a_top_above() -> None:
    photos = np.full((4, SIDE, SIDE, 3), (0, 0, 255), np.uint8)
    photos[2] = 255, 0, 0
    source = dataclasses.replace(material(), photos=photos)
    for seed in range(5):
        scene = source.worn_scene(np.random.default_rng(seed), 2)
        picture, mask = np.asarray(scene.picture, int), np.asarray(scene.mask)
        assert (picture[mask > 250][:, [1, 2]] < 12).all()
        blue = (picture[..., 2] > 80) & (picture[..., :2] < 12).all(axis=2)
        assert np.nonzero(blue)[0].mean() < np.nonzero(mask > 127)[0].mean()
