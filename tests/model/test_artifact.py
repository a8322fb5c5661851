"""Networks on disk: read back as they were written, refused when they are not."""

import dataclasses
import json
import re
import resource
import shutil
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import keras
import numpy as np
import pytest

from model import artifact
from model.artifact import ARTIFACTS, CARD, CLASSIFIER, SEGMENTER, Artifact
from model.card import Card
from model.errors import ArtifactError
from model.network import INPUT, logits, resnet
from model.views import viewed
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped artifact that a test may damage."""
    return shutil.copytree(ARTIFACTS, tmp_path / "artifact")


def change_card(folder: Path, **fields: object) -> None:
    card = json.loads((folder / CARD).read_text())
    (folder / CARD).write_text(json.dumps(card | fields))


def describe(folder: Path) -> None:
    """Let the card describe the networks as they are."""
    change_card(
        folder,
        sha256={name: artifact.sha256(folder / name) for name in (CLASSIFIER, SEGMENTER)},
    )


def test_the_shipped_artifact_is_whole(trained: Artifact) -> None:
    assert trained.card.input_shape == INPUT
    assert trained.card.parameters == trained.classifier.count_params()
    for name in (CLASSIFIER, SEGMENTER):
        assert (ARTIFACTS / name).stat().st_size < 10_000_000


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        (CARD, "restore it from git, or name the folder that scripts.train wrote"),
        (CLASSIFIER, "restore it from git"),
        (SEGMENTER, "restore it from git"),
    ],
)
def test_a_missing_file_is_named_with_its_remedy(folder: Path, name: str, remedy: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ArtifactError, match=f"{name} is missing; {remedy}"):
        artifact.load(folder)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    with pytest.raises(ArtifactError, match="Not a directory; name the folder that holds card"):
        artifact.read_card(tmp_path / "picture.png")
    (tmp_path / CARD).mkdir()
    with pytest.raises(ArtifactError, match="Is a directory; name the folder that holds card"):
        artifact.read_card(tmp_path)


@pytest.mark.parametrize("name", [CLASSIFIER, SEGMENTER])
def test_a_file_that_the_card_does_not_describe_is_refused(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ArtifactError, match=rf"{name} isn't the file.*SHA-256.*Restore"):
        artifact.load(folder)


def test_a_card_without_digests_is_refused(folder: Path) -> None:
    change_card(folder, sha256={})
    with pytest.raises(ArtifactError, match="SHA-256 differs"):
        artifact.load(folder)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"null"],
)
def test_a_damaged_card_is_refused(folder: Path, content: bytes) -> None:
    (folder / CARD).write_bytes(content)
    with pytest.raises(ArtifactError, match="isn't a card of this version"):
        artifact.load(folder)


@pytest.mark.parametrize(
    "fields",
    [
        {"classes": ["Shirt"]},
        {"parameters": "many"},
        {"unheard_of": 1},
        {"calibration": {"temperature": 0}},
        {"calibration": {"clothing_threshold": 1.5}},
    ],
)
def test_a_card_with_wrong_fields_is_refused(folder: Path, fields: dict[str, object]) -> None:
    change_card(folder, **fields)
    with pytest.raises(ArtifactError, match=str(next(iter(fields)))):
        artifact.load(folder)


def test_the_card_and_the_network_must_agree_on_the_classes(folder: Path) -> None:
    classes = [*json.loads((folder / CARD).read_text())["classes"], "Kilt"]
    change_card(folder, classes=classes)
    with pytest.raises(ArtifactError, match=r"names 11 classes, the network another number"):
        artifact.load(folder)


def test_a_file_that_is_no_network_is_refused(folder: Path) -> None:
    (folder / CLASSIFIER).write_bytes(b"no zip file")
    describe(folder)
    with pytest.raises(ArtifactError, match=rf"Keras .* can't read .*{CLASSIFIER}"):
        artifact.load(folder)


def test_a_network_for_other_pictures_is_refused(folder: Path) -> None:
    inputs = keras.Input((32, 32, 1))
    keras.Model(inputs, keras.layers.Dense(10)(keras.layers.Flatten()(inputs))).save(
        folder / CLASSIFIER
    )
    describe(folder)
    with pytest.raises(ArtifactError, match=r"takes pictures of \(32, 32, 1\), and is given"):
        artifact.load(folder)


def test_a_network_that_may_not_be_read_is_told(folder: Path) -> None:
    denied = PermissionError(13, "Permission denied")
    with (
        mock.patch.object(artifact, "sha256", autospec=True, side_effect=denied),
        pytest.raises(ArtifactError, match=f"{CLASSIFIER} can't be read: Permission denied"),
    ):
        artifact.load(folder)


def test_the_oldest_allowed_keras_wrote_the_shipped_networks() -> None:
    """What a newer one writes, an older one need not read: 3.14 can't read what 3.15 wrote."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    (oldest,) = re.findall(r"keras>=(\d+)\.(\d+)", "\n".join(project["dependencies"]))
    for name in (CLASSIFIER, SEGMENTER):
        with zipfile.ZipFile(ARTIFACTS / name) as file:
            wrote = json.loads(file.read("metadata.json"))["keras_version"]
        assert tuple(map(int, wrote.split(".")[:2])) <= tuple(map(int, oldest))


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_truncated_network_is_refused(tmp_path: Path, share: float) -> None:
    data = (ARTIFACTS / CLASSIFIER).read_bytes()
    path = tmp_path / CLASSIFIER
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ArtifactError, match="can't read"):
        artifact.load_network(path, CLASSIFIER)


@pytest.mark.parametrize("place", [1_000, 100_000])
def test_a_network_with_a_wrong_byte_is_refused(tmp_path: Path, place: int) -> None:
    data = bytearray((ARTIFACTS / CLASSIFIER).read_bytes())
    data[place] ^= 0xFF
    path = tmp_path / CLASSIFIER
    path.write_bytes(data)
    with pytest.raises(ArtifactError, match="can't read"):
        artifact.load_network(path, CLASSIFIER)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path, trained: Artifact) -> None:
    keras.utils.set_random_seed(1)
    classifier = resnet(11)
    card = trained.card.model_copy(
        update={
            "classes": (*trained.card.classes, "Kilt"),
            "version": "",
            "sha256": {},
            "fashion_mnist": None,
        }
    )
    segmenter = artifact.ARTIFACTS / SEGMENTER
    written = artifact.save(tmp_path / "new" / "artifact", card, classifier, segmenter)
    read = artifact.load(tmp_path / "new" / "artifact")
    assert read.card == written
    assert written.version.startswith(f"{card.training.date}-")
    pictures = np.random.default_rng(1).random((3, 56, 56), np.float32)
    np.testing.assert_allclose(
        read.classify(pictures)[0], logits(classifier, viewed(pictures)), atol=1e-5
    )


@pytest.mark.parametrize("changed", [CLASSIFIER, SEGMENTER])
def test_each_pair_of_networks_has_a_version_of_its_own(trained: Artifact, changed: str) -> None:
    date, digests = trained.card.training.date, trained.card.sha256
    assert trained.card.version == artifact.version(date, digests)
    other = digests | {changed: "0" * 64}
    assert artifact.version(date, other) != trained.card.version


def test_the_card_alone_is_rewritten_after_measuring(folder: Path) -> None:
    card = artifact.read_card(folder)
    measured = card.model_copy(update={"preparation": "another sentence: 28×28"})
    artifact.write_card(folder, measured)
    assert artifact.read_card(folder) == measured
    assert artifact.load(folder).card == measured


@contextmanager
def full_disk() -> Iterator[None]:
    """Hold a network, but not what `long` makes of a card."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def long(card: Card) -> Card:
    return card.model_copy(update={"preparation": "very " * 2_500_000 + "long"})


def test_on_a_full_disk_the_old_card_stays(folder: Path) -> None:
    card = artifact.read_card(folder)
    with full_disk(), pytest.raises(ArtifactError, match=r"can't be written: .*too large; make"):
        artifact.write_card(folder, long(card))
    assert artifact.read_card(folder) == card


def test_on_a_full_disk_the_old_artifact_stays(folder: Path) -> None:
    card = artifact.read_card(folder)
    other = resnet(len(card.classes))
    with full_disk(), pytest.raises(ArtifactError, match=r"can't be written: .*too large; make"):
        artifact.save(folder, long(card), other, ARTIFACTS / SEGMENTER)
    assert artifact.load(folder).card == card


def test_a_mirrored_picture_gets_the_same_logits(trained: Artifact) -> None:
    pictures = np.random.default_rng(2).random((4, 56, 56), np.float32)
    (straight,), (mirrored,) = trained.classify(pictures), trained.classify(pictures[:, :, ::-1])
    np.testing.assert_allclose(straight, mirrored, atol=1e-4)


def test_an_artifact_cannot_be_changed(trained: Artifact) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        trained.card = trained.card  # type: ignore[misc]


def test_a_network_that_may_not_even_be_looked_at_is_an_error() -> None:
    with pytest.raises(ArtifactError, match=r"can't be read|is missing"):
        artifact.load_network(Path("x" * 300), artifact.SEGMENTER)
