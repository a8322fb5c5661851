"""The trained networks on disk: written once, verified when they are read."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import keras
import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from model.card import Card
from model.errors import ArtifactError
from model.network import INPUT, logits
from model.prepare import LARGE
from model.segmenter import SIDE, segmented
from model.views import mirrored, viewed
from model.writing import writing

ARTIFACTS: Final = Path(__file__).parent / "artifacts"
"""Where the shipped networks lie."""

CLASSIFIER: Final = "classifier.keras"
SEGMENTER: Final = "segmenter.keras"
CARD: Final = "card.json"

INPUTS: Final = {CLASSIFIER: INPUT, SEGMENTER: (SIDE, SIDE, 3)}
"""What each network is given: height, width, channels."""

AGAIN: Final = (
    "make room there or name another folder, and give the command again, after training with "
    "--resume"
)
"""What helps where networks can't be written."""

UNREADABLE: Final = (ValueError, OSError, TypeError, KeyError, BadZipFile)
"""What Keras raises over a file that holds no whole network."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Artifact:
    """Both networks and what is known of them."""

    card: Card
    classifier: keras.Model
    segmenter: keras.Model

    def classify(self, pictures: Array) -> tuple[Array]:
        """Give the logits, shape (n, classes), of photos prepared to (n, 56, 56)."""
        return (logits(self.classifier, viewed(pictures)),)

    def classify_small(self, pictures: Array) -> tuple[Array]:
        """Give the logits, shape (n, classes), of pictures of the network's size, (n, 28, 28)."""
        return (logits(self.classifier, mirrored(pictures)),)

    def segment(self, pictures: Array) -> tuple[Array, Array]:
        """Give masks, shape (n, 96, 96), and presence logits, shape (n, 1)."""
        return segmented(self.segmenter, pictures)


def load(directory: Path = ARTIFACTS) -> Artifact:
    """Read and verify both networks, and run them so that the first picture is no slower.

    Raises
    ------
    ArtifactError
        If a file is missing, isn't the one that the card describes, or can't be read.
    """
    card = read_card(directory)
    networks = {name: _verified(directory, name, card) for name in (CLASSIFIER, SEGMENTER)}
    artifact = Artifact(card, networks[CLASSIFIER], networks[SEGMENTER])
    if artifact.classifier.output_shape[-1] != len(card.classes):
        raise ArtifactError(
            f"{directory / CARD} names {len(card.classes)} classes, the network another number"
        )
    for batch in (1, 2):  # two sizes, so that TensorFlow compiles for any
        artifact.classify(np.zeros((batch, LARGE, LARGE), np.float32))
        artifact.segment(np.zeros((batch, SIDE, SIDE, 3), np.float32))
    return artifact


def load_network(path: Path, kind: str) -> keras.Model:
    """Read one network.

    Parameters
    ----------
    path : Path
        Its file, whatever that is called.
    kind : str
        `CLASSIFIER` or `SEGMENTER`.

    Raises
    ------
    ArtifactError
        If it is missing, can't be read or is of another kind.
    """
    with _reading(path):
        is_folder, is_file = path.is_dir(), path.is_file()
    if is_folder:
        raise ArtifactError(f"{path} is a folder; name the network's file in it")
    if not is_file:
        raise ArtifactError(
            f"{path} is missing; restore it from git or train it (docs/training.md)"
        )
    try:
        network = keras.saving.load_model(path, compile=False)
    except UNREADABLE as error:
        raise ArtifactError(f"Keras {keras.__version__} can't read {path}: {error}") from error
    if network.input_shape[1:] != INPUTS[kind]:
        raise ArtifactError(
            f"{path} takes pictures of {network.input_shape[1:]}, and is given {INPUTS[kind]}; "
            "train it with this version (docs/training.md)"
        )
    return network


def _verified(directory: Path, name: str, card: Card) -> keras.Model:
    path = directory / name
    with _reading(path):
        differs = path.is_file() and sha256(path) != card.sha256.get(name)
    if differs:
        raise ArtifactError(
            f"{path} isn't the file that {directory / CARD} describes: its SHA-256 differs. "
            "Restore both from git or train them (docs/training.md)"
        )
    return load_network(path, name)


def read_card(directory: Path = ARTIFACTS) -> Card:
    """Read the card without loading the networks.

    Raises
    ------
    ArtifactError
        If it is missing or not a card of this version.
    """
    path = directory / CARD
    try:
        return Card.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise ArtifactError(
            f"{path} is missing; restore it from git, or name the folder that scripts.train wrote"
        ) from error
    except OSError as error:
        raise ArtifactError(
            f"{path} can't be read: {error.strerror}; name the folder that holds {CARD}"
        ) from error
    except ValidationError as error:
        raise ArtifactError(f"{path} isn't a card of this version: {error}") from error


def save(directory: Path, card: Card, classifier: keras.Model, segmenter: Path) -> Card:
    """Write both networks and the card, whose digests and version are made here.

    Parameters
    ----------
    directory : Path
        Made if it isn't there.
    card : Card
        All that is known but those two.
    classifier : keras.Model
        As it was trained.
    segmenter : Path
        The file of the network that cut out what the classifier learned from; it is copied.

    Raises
    ------
    ArtifactError
        If they can't be written; what was there before stays.
    """
    with writing(directory, ArtifactError, AGAIN):
        directory.mkdir(parents=True, exist_ok=True)
        unfinished = {name: _unfinished(directory, name) for name in (CLASSIFIER, SEGMENTER, CARD)}
        classifier.save(unfinished[CLASSIFIER])
        shutil.copyfile(segmenter, unfinished[SEGMENTER])
        digests = {name: sha256(unfinished[name]) for name in (CLASSIFIER, SEGMENTER)}
        named = version(card.training.date, digests)
        written = card.model_copy(update={"sha256": digests, "version": named})
        unfinished[CARD].write_text(_json(written), encoding="utf-8")
        # At once: killed between, there would seldom be three that don't fit each other.
        for name, path in unfinished.items():
            path.replace(directory / name)
        return written


def version(date: str, digests: dict[str, str]) -> str:
    """Name a pair of networks by the date of training and a digest of both files' digests."""
    both = "".join(digests[name] for name in (CLASSIFIER, SEGMENTER))
    return f"{date}-{hashlib.sha256(both.encode()).hexdigest()[:8]}"


def write_card(directory: Path, card: Card) -> None:
    """Write the card alone, as after measuring; the old one stays until the new one is whole.

    Raises
    ------
    ArtifactError
        If it can't be written.
    """
    with writing(directory, ArtifactError, AGAIN):
        unfinished = _unfinished(directory, CARD)
        unfinished.write_text(_json(card), encoding="utf-8")
        unfinished.replace(directory / CARD)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ArtifactError(
            f"{path} can't be read: {error.strerror}; check its permissions"
        ) from error


def _unfinished(directory: Path, name: str) -> Path:
    return directory / f"unfinished-{name}"


def _json(card: Card) -> str:
    return card.model_dump_json(indent=1) + "\n"


def sha256(path: Path) -> str:
    """Hash a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
