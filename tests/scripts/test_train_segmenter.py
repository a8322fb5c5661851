"""From photos, masks and pictures without clothing to a cut-out network, by one command."""

import errno
import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from model.artifact import SEGMENTER, load_network
from model.data import fashion_mnist
from model.data.fashion_mnist import FashionMnist
from model.data.photos import Part, part_of
from model.scenes import material
from model.segmenter import SIDE, build_segmenter, segmented, segmenter_input
from model.training import cutting
from scripts import train_segmenter
from tests.model.files import quartered, shirt

HELD_OUT = 20


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Photos, masks and negatives in an empty working folder, and sizes that fit into seconds."""
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(1)
    images = rng.integers(0, 256, (40 + HELD_OUT, 28, 28), np.uint8)
    labels = (np.arange(len(images)) % 10).astype(np.uint8)
    made_up = FashionMnist(images, labels, images[:10], labels[:10])
    monkeypatch.setattr(fashion_mnist, "load", lambda directory=None: directory or made_up)
    monkeypatch.setattr(fashion_mnist, "HELD_OUT", HELD_OUT)
    monkeypatch.setattr(cutting, "BATCH", 4)
    monkeypatch.setattr(cutting, "STEPS", 3)
    monkeypatch.setattr(train_segmenter, "build_segmenter", lambda: build_segmenter(width=4))
    for folder in ("photos/Shirt", "masks", "negatives"):
        (tmp_path / folder).mkdir(parents=True)
    wanted = {Part.TRAIN: 6, Part.VALIDATION: 3}
    for number in range(200):
        part = part_of(f"Shirt/{number}.jpg")
        if wanted.get(part, 0) > 0:
            wanted[part] -= 1
            shirt().save(tmp_path / "photos" / "Shirt" / f"{number}.jpg")
            outline = shirt("black", "white").convert("L").resize((120, 160))
            outline.save(tmp_path / "masks" / f"{number}.png")
    quartered().save(tmp_path / "negatives" / "thing.png")
    return tmp_path


ARGUMENTS = ["--photos", "photos", "--masks", "masks", "--negatives", "negatives"]


def test_a_network_comes_out_and_is_measured_on_unseen_senders(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = next((place / "photos" / "Shirt").iterdir())
    broken.write_bytes(b"\xff\xd8\xff\xe0")
    log = place / "runs" / "segmenter" / "log.jsonl"
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "1"]) == 0
    first = log.read_text()
    said = capsys.readouterr().out
    assert f"left out photos/Shirt/{broken.name}" in said
    assert "photos of unseen senders: intersection over union 0." in said
    assert "AUROC" in said
    network = load_network(Path("runs") / "segmenter" / SEGMENTER, SEGMENTER)
    masks, presence = segmented(network, segmenter_input(shirt())[None])
    assert masks.shape == (1, SIDE, SIDE)
    assert presence.shape == (1, 1)

    # It goes on where it was stopped.
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "2", "--resume"]) == 0
    assert log.read_text().startswith(first)
    assert [json.loads(line)["epoch"] for line in log.read_text().splitlines()] == [1, 2]


def test_masks_of_a_trained_network_are_kept(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "1"]) == 0
    trained = place / "trained.keras"
    (place / "runs" / "segmenter" / SEGMENTER).rename(trained)
    arguments = [*ARGUMENTS, "--masks-of", str(trained), "--epochs", "1"]
    assert train_segmenter.main(arguments) == 0
    picture = segmenter_input(shirt())[None]
    (masks, presence), (kept, learned) = (
        segmented(load_network(path, SEGMENTER), picture)
        for path in (trained, Path("runs") / "segmenter" / SEGMENTER)
    )
    np.testing.assert_array_equal(masks, kept)
    assert presence != pytest.approx(learned)

    build_segmenter(width=8).save(trained)
    capsys.readouterr()
    assert train_segmenter.main(arguments) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith(f"{trained} is a network of another shape")
    assert "\n" not in error


def test_presence_alone_is_learned_with_shares_of_its_own(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []

    def observed(*arguments: Any, **options: Any) -> cutting.Scenes:
        shown.append(options["shares"])
        return cutting.Scenes(*arguments, **options)

    monkeypatch.setattr(train_segmenter, "Scenes", observed)
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "1"]) == 0
    trained = place / "trained.keras"
    (place / "runs" / "segmenter" / SEGMENTER).rename(trained)
    masks_of = ["--masks-of", str(trained)]
    assert train_segmenter.main([*ARGUMENTS, *masks_of, "--epochs", "1"]) == 0
    assert shown == [material.EVERYTHING, material.PRESENCE]


def test_training_goes_on_from_a_trained_network(place: Path) -> None:
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "1"]) == 0
    trained = place / "trained.keras"
    (place / "runs" / "segmenter" / SEGMENTER).rename(trained)
    arguments = [*ARGUMENTS, "--seed", "8", "--epochs", "1"]
    found = []
    for start in ([], ["--start", str(trained)]):
        assert train_segmenter.main([*arguments, *start]) == 0
        network = load_network(Path("runs") / "segmenter" / SEGMENTER, SEGMENTER)
        found.append(network.get_weights()[0])
    from_nothing, gone_on = (
        np.abs(each - load_network(trained, SEGMENTER).get_weights()[0]) for each in found
    )
    assert 0 < gone_on.mean() < from_nothing.mean() / 2


@pytest.mark.parametrize("changed", ["masks", "photo", "seed"])
def test_a_run_that_learns_something_else_doesnt_go_on(
    place: Path, capsys: pytest.CaptureFixture[str], changed: str
) -> None:
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "1"]) == 0
    seed = ["--seed", "8"] if changed == "seed" else []
    if changed == "photo":
        for path in (place / "photos" / "Shirt").iterdir():
            shirt("tan", "navy").save(path)
    if changed == "masks":
        for path in (place / "masks").iterdir():
            shirt("black", "gray").convert("L").save(path)
    assert train_segmenter.main([*ARGUMENTS, *seed, "--epochs", "2", "--resume"]) == 1
    error = capsys.readouterr().err.strip()
    assert "of a run with other classes, data" in error
    assert "\n" not in error


@pytest.mark.parametrize(
    ("gone", "message"),
    [
        ("photos", "photos is no directory"),
        ("masks", "is missing; make masks with rembg"),
        ("negatives", "negatives is no folder"),
    ],
)
def test_what_is_missing_is_one_clear_line(
    place: Path, capsys: pytest.CaptureFixture[str], gone: str, message: str
) -> None:
    (place / gone).rename(place / "elsewhere")
    assert train_segmenter.main(ARGUMENTS) == 1
    error = capsys.readouterr().err.strip()
    assert message in error
    assert "\n" not in error
    assert not (place / "runs").exists()


@pytest.mark.usefixtures("place")
def test_what_ctrl_c_ends_says_how_it_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(train_segmenter, "fit", stopped)
    assert train_segmenter.main(ARGUMENTS) == 130
    assert "\nstopped; with --resume the same command goes on" in capsys.readouterr().err


def test_a_place_that_cant_be_written_costs_no_hours(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "runs").touch()
    with pytest.raises(SystemExit):
        train_segmenter.main([*ARGUMENTS, "--epochs", "1"])
    assert "runs is no folder; give the command in another folder" in capsys.readouterr().err


def test_a_full_disk_at_the_end_costs_no_epoch(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save = keras.Model.save

    def saved(network: keras.Model, path: Path) -> None:
        if path.name == SEGMENTER:
            raise OSError(errno.ENOSPC, "No space")
        save(network, path)

    with monkeypatch.context() as full:
        full.setattr(keras.Model, "save", saved)
        assert train_segmenter.main([*ARGUMENTS, "--epochs", "1"]) == 1
    assert "segmenter.keras can't be written: No space; make room" in capsys.readouterr().err
    assert train_segmenter.main([*ARGUMENTS, "--epochs", "1", "--resume"]) == 0
    assert len((place / "runs" / "segmenter" / "log.jsonl").read_text().splitlines()) == 1
