"""Fashion-MNIST: 70,000 small pictures of clothing and their ten classes.

Han Xiao, Kashif Rasul, Roland Vollgraf: "Fashion-MNIST: a Novel Image Dataset for Benchmarking
Machine Learning Algorithms" (2017, arXiv:1708.07747), MIT licence.
"""

import gzip
import hashlib
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import keras
import numpy as np
from numpy.typing import NDArray

from model.data.photos import Part
from model.errors import DatasetError

CLASSES: Final = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)
"""The class names, in the order of the labels 0..9."""

HELD_OUT: Final = 5_000
"""The last training pictures, which are for validation only."""

DEBIAN: Final = Path("/usr/share/datasets/fashion-mnist")
"""Where Debian's package dataset-fashion-mnist puts the files."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One file: its name, the shape of its array, and the SHA-256 of the array's bytes.

    The array's and not the file's, because the same pictures are shipped gzipped in several ways.
    """

    file: str
    shape: tuple[int, ...]
    sha256: str


_PARTS: Final = (
    _Part(
        "train-images-idx3-ubyte.gz",
        (60_000, 28, 28),
        "2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012",
    ),
    _Part(
        "train-labels-idx1-ubyte.gz",
        (60_000,),
        "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7",
    ),
    _Part(
        "t10k-images-idx3-ubyte.gz",
        (10_000, 28, 28),
        "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a",
    ),
    _Part(
        "t10k-labels-idx1-ubyte.gz",
        (10_000,),
        "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9",
    ),
)


@dataclass(frozen=True, slots=True, eq=False)
class FashionMnist:
    """The whole data set, as its makers published it.

    Attributes
    ----------
    train_images : ndarray of uint8, shape (60000, 28, 28)
        Bright clothing on black, 0..255.
    train_labels : ndarray of uint8, shape (60000,)
        Indices into `CLASSES`.
    test_images : ndarray of uint8, shape (10000, 28, 28)
    test_labels : ndarray of uint8, shape (10000,)
    """

    train_images: NDArray[np.uint8]
    train_labels: NDArray[np.uint8]
    test_images: NDArray[np.uint8]
    test_labels: NDArray[np.uint8]

    def of(self, part: Part) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Give the pictures and labels of one part; its makers know no validation part."""
        match part:
            case Part.TRAIN:
                return self.train_images[:-HELD_OUT], self.train_labels[:-HELD_OUT]
            case Part.VALIDATION:
                return self.train_images[-HELD_OUT:], self.train_labels[-HELD_OUT:]
            case Part.TEST:
                return self.test_images, self.test_labels


def load(directory: Path | None = None) -> FashionMnist:
    """Load Fashion-MNIST and verify it.

    Parameters
    ----------
    directory : Path, optional
        The folder of the four gzip files. Without it Debian's package is looked for, then Keras's
        cache; when neither holds them, Keras downloads them there with a progress bar (30 MB).

    Returns
    -------
    FashionMnist
        Read-only arrays.

    Raises
    ------
    DatasetError
        If a file is missing, truncated or not Fashion-MNIST's, or can't be downloaded.
    """
    directory = directory or installed()
    return _download() if directory is None else _read(directory)


def installed() -> Path | None:
    """Return the folder on this machine that holds Fashion-MNIST, if one does."""
    for folder in (DEBIAN, cache()):
        if all((folder / part.file).exists() for part in _PARTS):
            return folder
    return None


def cache() -> Path:
    """Return the folder that Keras downloads Fashion-MNIST to."""
    home = os.environ.get("KERAS_HOME") or Path.home() / ".keras"
    return Path(home) / "datasets" / "fashion-mnist"


def scale(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Turn bytes, 0..255, into the network's 0..1.

    Parameters
    ----------
    images : ndarray of uint8, any shape

    Returns
    -------
    ndarray of float32, the same shape
    """
    return images.astype(np.float32) / np.float32(255)


def _read(directory: Path) -> FashionMnist:
    """Read the four gzip files of a folder."""
    return FashionMnist(*(_array(directory / part.file, part) for part in _PARTS))


def _array(path: Path, part: _Part) -> NDArray[np.uint8]:
    try:
        content = gzip.decompress(path.read_bytes())
    except FileNotFoundError as error:
        raise DatasetError(
            f"{path} is missing. Name the folder that holds Fashion-MNIST's four gzip files, or "
            "name none to have them found or downloaded."
        ) from error
    except (OSError, EOFError, zlib.error) as error:
        raise DatasetError(f"{path} can't be read to its end: {error}. {_remedy(path)}") from error
    header = 4 + 4 * len(part.shape)  # a magic number, then each dimension
    return _verified(np.frombuffer(content, np.uint8)[header:], part, path)


def _verified(values: NDArray[np.uint8], part: _Part, path: Path) -> NDArray[np.uint8]:
    """Return the values in their shape if they are the published ones."""
    if hashlib.sha256(values.tobytes()).hexdigest() != part.sha256:
        raise DatasetError(
            f"{path} doesn't hold Fashion-MNIST's {part.file} (its SHA-256 differs): it is "
            f"another data set, an older edition or damaged. {_remedy(path)}"
        )
    return values.reshape(part.shape)


def _remedy(path: Path) -> str:
    if path.parent == DEBIAN:
        return "Reinstall Debian's package dataset-fashion-mnist."
    if path.parent == cache():
        return "Delete it and run again: Keras downloads it anew."
    return "Copy the folder anew, or name none to have the data set found or downloaded."


def _download() -> FashionMnist:
    """Let Keras download what its cache lacks."""
    try:
        train, test = keras.datasets.fashion_mnist.load_data()
    except Exception as error:  # Keras raises a bare Exception when a download fails
        raise DatasetError(
            f"Fashion-MNIST is not on this machine and can't be downloaded: {error}. Connect to "
            "the internet, install Debian's package dataset-fashion-mnist, or name a folder that "
            "holds its four gzip files."
        ) from error
    arrays = (*train, *test)
    return FashionMnist(
        *(
            _verified(array, part, cache() / part.file)
            for array, part in zip(arrays, _PARTS, strict=True)
        )
    )
