"""The tutorial's steps, in order."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final

import keras
import numpy as np
from matplotlib.figure import Figure

from model.artifact import UNREADABLE
from model.data import fashion_mnist
from model.data.fashion_mnist import CLASSES, FashionMnist, scale
from model.errors import ModelError
from model.network import tutorial
from model.writing import writing
from scripts.tutorial import figures

SEED: Final = 7

FOLDER: Final = Path("runs/tutorial")
"""Where a lesson's pictures and network go."""

EPOCHS: Final = 5
"""How often the tutorial's training sees each picture."""


class NotTrainedError(ModelError):
    """A step needs the network that an earlier step trains, whole."""


class UnwritableError(ModelError):
    """What a step made can't be kept."""


@dataclass(frozen=True)
class Lesson:
    """What the steps share.

    Attributes
    ----------
    folder : Path
        Where pictures and the trained network go.
    source : Path or None
        The folder of Fashion-MNIST's files, if it isn't to be found by itself.
    epochs : int
        How often training sees each picture.
    """

    folder: Path
    source: Path | None
    epochs: int

    @cached_property
    def data(self) -> FashionMnist:
        """Fashion-MNIST, loaded when a step first wants it."""
        return fashion_mnist.load(self.source)

    @property
    def file(self) -> Path:
        """The trained network."""
        return self.folder / "network.keras"

    def network(self) -> keras.Model:
        """Load the trained network.

        Raises
        ------
        NotTrainedError
            If it isn't there or can't be read.
        """
        if not self.file.exists():
            raise NotTrainedError(
                f"{self.file} isn't there yet. Train it: python -m scripts.tutorial train"
            )
        try:
            return keras.saving.load_model(self.file)
        except UNREADABLE as error:
            raise NotTrainedError(
                f"Keras {keras.__version__} can't read {self.file}: {error}. "
                "Train it anew: python -m scripts.tutorial train"
            ) from error

    def save(self, figure: Figure, name: str) -> None:
        """Write a figure and say where.

        Raises
        ------
        UnwritableError
            If there is no room, for one.
        """
        self.write(self.folder / name, partial(figure.savefig, dpi=110))

    def write(self, path: Path, into: Callable[[Path], None]) -> None:
        """Write one of the folder's files and say where.

        Parameters
        ----------
        path : Path
            The file.
        into : callable
            Writes it.

        Raises
        ------
        UnwritableError
            If there is no room, for one.
        """
        remedy = "make room there or name another folder with --folder"
        with writing(path, UnwritableError, remedy):
            self.folder.mkdir(parents=True, exist_ok=True)
            into(path)
        print(f"wrote {path}")


def load(lesson: Lesson) -> None:
    """Load Fashion-MNIST and tell its shapes."""
    data = lesson.data
    print(f"train {data.train_images.shape}, labels {data.train_labels.shape}")
    print(f"test  {data.test_images.shape}, labels {data.test_labels.shape}")
    print(f"first labels: {data.train_labels[:10].tolist()}")


def image(lesson: Lesson) -> None:
    """Draw the first training picture with a colour bar."""
    first = int(lesson.data.train_labels[0])
    lesson.save(figures.colour_bar(lesson.data.train_images[0], CLASSES[first]), "boot.png")


def classes(lesson: Lesson) -> None:
    """Draw a labelled grid of the ten classes."""
    figure = figures.classes(lesson.data.train_images, lesson.data.train_labels)
    lesson.save(figure, "classes.png")


def rescale(lesson: Lesson) -> None:
    """Scale the pictures from 0..255 to 0..1."""
    before, after = lesson.data.train_images, scale(lesson.data.train_images)
    print(f"{before.dtype} {before.min()}..{before.max()}")
    print(f"{after.dtype} {after.min():.1f}..{after.max():.1f}")


def build(_lesson: Lesson) -> None:
    """Build the network and show its layers."""
    tutorial().summary()


def compiled(_lesson: Lesson) -> None:
    """Compile the network and show with what."""
    network = _compiled()
    print(f"optimizer {type(network.optimizer).__name__}, loss {network.loss}, metric accuracy")


def train(lesson: Lesson) -> None:
    """Train for five epochs (or --epochs) and save the network."""
    keras.utils.set_random_seed(SEED)
    network = _compiled()
    network.fit(scale(lesson.data.train_images), lesson.data.train_labels, epochs=lesson.epochs)
    lesson.write(lesson.file, network.save)


def evaluate(lesson: Lesson) -> None:
    """Compare the accuracy on test and training pictures."""
    network, data = lesson.network(), lesson.data
    _, test = network.evaluate(scale(data.test_images), data.test_labels, verbose=0)
    _, train = network.evaluate(scale(data.train_images), data.train_labels, verbose=0)
    print(f"test accuracy     {test:.3f}")
    print(f"training accuracy {train:.3f}")


def predict(lesson: Lesson) -> None:
    """Predict the test set and compare the first answer with the truth."""
    predictions = lesson.network().predict(scale(lesson.data.test_images))
    answer, truth = int(predictions[0].argmax()), int(lesson.data.test_labels[0])
    print(np.array2string(predictions[0], precision=3, suppress_small=True))
    print(f"answer {answer} ({CLASSES[answer]}), true label {truth} ({CLASSES[truth]})")


def plot(lesson: Lesson) -> None:
    """Draw test pictures with predicted and true labels and the probabilities as bars."""
    images, labels = lesson.data.test_images, lesson.data.test_labels
    predictions = lesson.network().predict(scale(images), verbose=0)
    shown = figures.telling(labels, predictions)
    lesson.save(figures.answers(images[shown], labels[shown], predictions[shown]), "answers.png")


STEPS: Final[dict[str, Callable[[Lesson], None]]] = {
    "load": load,
    "image": image,
    "classes": classes,
    "scale": rescale,
    "build": build,
    "compile": compiled,
    "train": train,
    "evaluate": evaluate,
    "predict": predict,
    "plot": plot,
}


def _compiled() -> keras.Model:
    network = tutorial()
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network
