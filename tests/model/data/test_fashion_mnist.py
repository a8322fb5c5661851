"""The real data set, found, verified and refused."""

import gzip
import shutil
from pathlib import Path
from unittest.mock import Mock
from urllib.error import URLError

import keras
import numpy as np
import pytest

from model.data import fashion_mnist
from model.data.photos import Part
from model.errors import DatasetError

FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)


@pytest.fixture(scope="session")
def data() -> fashion_mnist.FashionMnist:
    """Whatever this machine has: Debian's package or the cache."""
    if fashion_mnist.installed() is None:
        pytest.skip("Fashion-MNIST isn't on this machine: install Debian's dataset-fashion-mnist")
    return fashion_mnist.load()


@pytest.fixture(scope="session")
def written(data: fashion_mnist.FashionMnist, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four files, written by another gzip than Debian's."""
    folder = tmp_path_factory.mktemp("fashion-mnist")
    arrays = (data.train_images, data.train_labels, data.test_images, data.test_labels)
    for file, array in zip(FILES, arrays, strict=True):
        magic = bytes((0, 0, 8, array.ndim))
        header = magic + b"".join(edge.to_bytes(4, "big") for edge in array.shape)
        (folder / file).write_bytes(gzip.compress(header + array.tobytes(), compresslevel=1))
    return folder


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """A copy of the four files that a test may damage."""
    return shutil.copytree(written, tmp_path / "fashion-mnist")


@pytest.fixture
def download(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Mock:
    """Keras's downloader on a machine without the data set; tests never reach the network."""
    function = Mock(spec_set=keras.datasets.fashion_mnist.load_data)
    monkeypatch.setattr(keras.datasets.fashion_mnist, "load_data", function)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setattr(fashion_mnist, "DEBIAN", tmp_path / "absent")
    return function


def test_the_parts_share_no_picture_and_leave_none_out(data: fashion_mnist.FashionMnist) -> None:
    sizes = {part: len(data.of(part)[0]) for part in Part}
    assert sizes == {Part.TRAIN: 55_000, Part.VALIDATION: 5_000, Part.TEST: 10_000}
    learned, kept = data.of(Part.TRAIN), data.of(Part.VALIDATION)
    for whole, first, last in zip(
        (data.train_images, data.train_labels), learned, kept, strict=True
    ):
        np.testing.assert_array_equal(whole, np.concatenate([first, last]))
    np.testing.assert_array_equal(data.of(Part.TEST)[1], data.test_labels)


def test_it_is_the_published_data_set(data: fashion_mnist.FashionMnist) -> None:
    assert data.train_images.shape == (60_000, 28, 28)
    assert data.test_images.shape == (10_000, 28, 28)
    assert data.train_images.dtype == data.train_labels.dtype == np.uint8
    assert np.bincount(data.train_labels).tolist() == [6_000] * 10
    assert np.bincount(data.test_labels).tolist() == [1_000] * 10
    assert fashion_mnist.CLASSES[data.test_labels[0]] == "Ankle boot"


def test_nobody_can_change_it(data: fashion_mnist.FashionMnist) -> None:
    with pytest.raises(ValueError, match="read-only"):
        data.train_labels[0] = 0


def test_scaling_maps_bytes_to_zero_to_one() -> None:
    scaled = fashion_mnist.scale(np.array([[0, 51, 255]], np.uint8))
    assert scaled.dtype == np.float32
    np.testing.assert_allclose(scaled, [[0, 0.2, 1]])


def test_a_named_folder_comes_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fashion_mnist, "DEBIAN", tmp_path / "absent")
    assert fashion_mnist.load(folder).test_labels[0] == 9


def test_debians_package_comes_before_the_cache(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setattr(fashion_mnist, "DEBIAN", folder)
    fashion_mnist.cache().mkdir(parents=True)
    for file in FILES:
        (fashion_mnist.cache() / file).write_bytes(b"never read")
    assert fashion_mnist.load().test_labels[0] == 9


def test_the_cache_comes_before_a_download(folder: Path, download: Mock) -> None:
    shutil.copytree(folder, fashion_mnist.cache())
    assert fashion_mnist.load().test_labels[0] == 9
    download.assert_not_called()


def test_what_nobody_has_is_downloaded(data: fashion_mnist.FashionMnist, download: Mock) -> None:
    download.return_value = (
        (data.train_images, data.train_labels),
        (data.test_images, data.test_labels),
    )
    np.testing.assert_array_equal(fashion_mnist.load().train_labels, data.train_labels)


def test_a_wrong_download_is_refused(data: fashion_mnist.FashionMnist, download: Mock) -> None:
    download.return_value = (
        (data.train_images[:, ::-1], data.train_labels),
        (data.test_images, data.test_labels),
    )
    with pytest.raises(DatasetError, match=r"SHA-256 differs.*Delete it and run again"):
        fashion_mnist.load()


def test_without_network_the_error_names_three_ways_out(download: Mock) -> None:
    download.side_effect = URLError("no route")
    with pytest.raises(DatasetError, match=r"no route.*internet.*dataset-fashion-mnist.*folder"):
        fashion_mnist.load()


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / FILES[3]).unlink()
    with pytest.raises(DatasetError, match=r"t10k-labels.* is missing"):
        fashion_mnist.load(folder)


@pytest.mark.parametrize("kept", [0, 5, 5_000])
def test_a_truncated_file_is_refused(folder: Path, kept: int) -> None:
    path = folder / FILES[1]
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(DatasetError, match="train-labels"):
        fashion_mnist.load(folder)


def test_a_flipped_bit_is_refused(folder: Path) -> None:
    path = folder / FILES[1]
    labels = bytearray(gzip.decompress(path.read_bytes()))
    labels[-1] ^= 1
    path.write_bytes(gzip.compress(bytes(labels)))
    with pytest.raises(DatasetError, match="SHA-256 differs"):
        fashion_mnist.load(folder)


def test_something_that_is_no_gzip_is_refused(folder: Path) -> None:
    (folder / FILES[0]).write_text("<html>404</html>")
    with pytest.raises(DatasetError, match="can't be read to its end"):
        fashion_mnist.load(folder)


def test_a_damaged_debian_file_names_the_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fashion_mnist, "DEBIAN", folder)
    (folder / FILES[0]).write_bytes(b"")
    with pytest.raises(DatasetError, match="Reinstall Debian's package"):
        fashion_mnist.load()
