"""A run that is killed goes on as if nothing had happened."""

import errno
import json
import re
from pathlib import Path
from typing import Any
from unittest import mock

import keras
import numpy as np
import pytest
from numpy.typing import NDArray

from model.errors import TrainingError
from model.training import run
from model.training.loss import SetCrossEntropy
from model.training.mix import Mix, Source
from model.training.schedule import one_cycle

EPOCHS = 3
STEPS = 4


ABOUT = {"classes": ["Kilt", "Sari", "Toga"], "seed": 1}


class Killed(BaseException):
    """What no training code may catch."""


def batches() -> Mix:
    rng = np.random.default_rng(1)
    pictures = rng.integers(0, 256, (8 * STEPS, 28, 28), np.uint8)
    targets = np.eye(4, dtype=np.float32)[rng.integers(0, 4, len(pictures))]
    return Mix((Source(pictures, targets, 8),), seed=1)


def network() -> keras.Model:
    keras.utils.set_random_seed(7)
    inputs = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(4, 5, strides=4, use_bias=False)(inputs)
    x = keras.layers.Flatten()(keras.layers.BatchNormalization()(x))
    network = keras.Model(inputs, keras.layers.Dense(3)(x))
    network.compile(
        keras.optimizers.AdamW(one_cycle(0.01, EPOCHS * STEPS), use_ema=True, ema_momentum=0.9),
        loss=SetCrossEntropy(),
    )
    return network


def fit(
    network: keras.Model,
    batches: Mix,
    *,
    epochs: int,
    directory: Path,
    resume: bool,
    about: dict[str, Any] = ABOUT,
) -> keras.Model:
    return run.fit(network, batches, epochs=epochs, directory=directory, about=about, resume=resume)


def weights(network: keras.Model) -> NDArray[np.float32]:
    return np.concatenate([np.asarray(w).ravel() for w in network.get_weights()])


def log(directory: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (directory / "log.jsonl").read_text().splitlines()]


def kill(monkeypatch: pytest.MonkeyPatch, *, epoch: int, step: int) -> None:
    """Break off training in the middle of an epoch, as a power cut would."""
    begun: list[int] = []

    def on_epoch_begin(_: keras.callbacks.Callback, number: int, logs: object = None) -> None:
        del logs
        begun.append(number)

    def on_train_batch_end(_: keras.callbacks.Callback, number: int, logs: object = None) -> None:
        del logs
        if (begun[-1], number) == (epoch, step):
            raise Killed

    monkeypatch.setattr(run._Checkpoint, "on_epoch_begin", on_epoch_begin)
    monkeypatch.setattr(run._Checkpoint, "on_train_batch_end", on_train_batch_end)


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> keras.Model:
    folder = tmp_path_factory.mktemp("run")
    trained = fit(network(), batches(), epochs=EPOCHS, directory=folder, resume=False)
    assert [line["epoch"] for line in log(folder)] == [1, 2, 3]
    assert all(line["loss"] > 0 for line in log(folder))
    return trained


@pytest.mark.parametrize(("epoch", "step"), [(0, 2), (1, 0), (2, 3)])
def test_killed_and_resumed_it_reaches_the_same_weights(
    uninterrupted: keras.Model,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    epoch: int,
    step: int,
) -> None:
    with monkeypatch.context() as patched:
        kill(patched, epoch=epoch, step=step)
        with pytest.raises(Killed):
            fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=False)
    resumed = fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=True)
    assert [line["epoch"] for line in log(tmp_path)] == [1, 2, 3]
    np.testing.assert_allclose(weights(resumed), weights(uninterrupted), atol=1e-6)


def test_only_the_whole_checkpoint_counts(uninterrupted: keras.Model, tmp_path: Path) -> None:
    fit(network(), batches(), epochs=2, directory=tmp_path, resume=False)
    (tmp_path / "unfinished.keras").write_bytes(b"the disk was full")
    (tmp_path / "log.jsonl").unlink()
    resumed = fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=True)
    np.testing.assert_allclose(weights(resumed), weights(uninterrupted), atol=1e-6)


def test_a_finished_run_is_not_trained_further(uninterrupted: keras.Model, tmp_path: Path) -> None:
    for resume in (False, True):
        trained = fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=resume)
    assert len(log(tmp_path)) == EPOCHS
    np.testing.assert_allclose(weights(trained), weights(uninterrupted), atol=1e-6)


def test_a_run_is_not_resumed_for_fewer_epochs_than_it_has(tmp_path: Path) -> None:
    fit(network(), batches(), epochs=2, directory=tmp_path, resume=False)
    with pytest.raises(TrainingError, match="has 2 epochs behind it; give --epochs 2 or more"):
        fit(network(), batches(), epochs=1, directory=tmp_path, resume=True)


def test_with_nothing_to_resume_it_begins_and_says_so(
    uninterrupted: keras.Model, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trained = fit(network(), batches(), epochs=EPOCHS, directory=tmp_path / "new", resume=True)
    np.testing.assert_allclose(weights(trained), weights(uninterrupted), atol=1e-6)
    assert (
        f"{tmp_path / 'new'} holds no checkpoint; training begins anew" in capsys.readouterr().out
    )


def test_without_resuming_it_begins_anew(tmp_path: Path) -> None:
    fit(network(), batches(), epochs=2, directory=tmp_path, resume=False)
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    assert [line["epoch"] for line in log(tmp_path)] == [1]


def test_without_resuming_what_else_is_in_the_folder_is_kept(tmp_path: Path) -> None:
    (tmp_path / "segmenter.keras").write_bytes(b"hours of work")
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    assert (tmp_path / "segmenter.keras").read_bytes() == b"hours of work"


def test_another_run_is_not_resumed(tmp_path: Path) -> None:
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    other = ABOUT | {"seed": 2}
    with pytest.raises(
        TrainingError, match="other classes, data, shares, seed, precision or network"
    ):
        fit(network(), batches(), epochs=2, directory=tmp_path, resume=True, about=other)
    (tmp_path / run.ABOUT).unlink()
    with pytest.raises(TrainingError, match="without --resume training begins anew"):
        fit(network(), batches(), epochs=2, directory=tmp_path, resume=True)


def test_a_network_of_another_size_is_not_resumed(tmp_path: Path) -> None:
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    wider = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten()])
    wider.add(keras.layers.Dense(3))
    wider.compile(keras.optimizers.AdamW(0.1, use_ema=True), loss=SetCrossEntropy())
    with pytest.raises(
        TrainingError, match="other classes, data, shares, seed, precision or network"
    ):
        fit(wider, batches(), epochs=2, directory=tmp_path, resume=True)


def test_a_damaged_checkpoint_is_told(tmp_path: Path) -> None:
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    whole = (tmp_path / run.CHECKPOINT).read_bytes()
    (tmp_path / run.CHECKPOINT).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(TrainingError, match="can't be read: "):
        fit(network(), batches(), epochs=2, directory=tmp_path, resume=True)


def test_the_weights_are_the_moving_average(tmp_path: Path) -> None:
    plain, averaged = network(), network()
    plain.compile(keras.optimizers.AdamW(0.05), loss=SetCrossEntropy())
    averaged.compile(
        keras.optimizers.AdamW(0.05, use_ema=True, ema_momentum=0.99), loss=SetCrossEntropy()
    )
    before = weights(network())
    plain.fit(batches(), epochs=1, verbose=0)
    averaged = fit(averaged, batches(), epochs=1, directory=tmp_path, resume=False)
    moved = [np.abs(weights(each)[:100] - before[:100]).mean() for each in (plain, averaged)]
    assert 0 < moved[1] < 0.75 * moved[0]


def test_what_comes_out_can_be_saved_without_the_optimizer(tmp_path: Path) -> None:
    trained = fit(network(), batches(), epochs=1, directory=tmp_path / "run", resume=False)
    trained.save(tmp_path / "network.keras")
    size = (tmp_path / "network.keras").stat().st_size
    assert size < (tmp_path / "run" / "checkpoint.keras").stat().st_size
    again = keras.saving.load_model(tmp_path / "network.keras")
    np.testing.assert_array_equal(weights(again), weights(trained))


def test_it_says_how_long_the_rest_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fit(network(), batches(), epochs=2, directory=tmp_path, resume=False)
    said = capsys.readouterr().out
    assert len(re.findall(r"^about \d+ minutes left; safe to stop", said, re.MULTILINE)) == 2


def test_a_full_disk_is_told_and_leaves_the_last_checkpoint(
    uninterrupted: keras.Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    with monkeypatch.context() as full:
        full.setattr(keras.Model, "save", mock.Mock(side_effect=OSError(errno.ENOSPC, "No space")))
        with pytest.raises(TrainingError, match=r"unfinished\.keras can't be written: No space; "):
            fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=True)
    resumed = fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=True)
    np.testing.assert_allclose(weights(resumed), weights(uninterrupted), atol=1e-6)


def test_normalization_fits_the_averaged_weights(tmp_path: Path) -> None:
    trained = fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=False)
    (normalization,) = (
        layer for layer in trained.layers if isinstance(layer, keras.layers.BatchNormalization)
    )
    seen = batches()
    seen.epoch = EPOCHS
    before = keras.Model(trained.inputs[0], normalization.input)
    activations = np.concatenate([np.asarray(before(seen[step][0])) for step in range(STEPS)])
    np.testing.assert_allclose(
        normalization.moving_mean, activations.mean(axis=(0, 1, 2)), atol=1e-4
    )


def test_a_log_that_cant_be_written_is_told_and_keeps_the_checkpoint(tmp_path: Path) -> None:
    fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
    (tmp_path / "log.jsonl").unlink()
    (tmp_path / "log.jsonl").mkdir()
    with pytest.raises(TrainingError, match=r"log\.jsonl can't be written: Is a directory; "):
        fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=True)
    (tmp_path / "log.jsonl").rmdir()
    fit(network(), batches(), epochs=EPOCHS, directory=tmp_path, resume=True)


def test_a_run_that_cant_be_begun_is_told(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(TrainingError, match=r"run\.json can't be written: Is a directory; "):
        fit(network(), batches(), epochs=1, directory=tmp_path, resume=False)
