"""Export a classifier for other programs: `python -m scripts.export [--artifact A] [--to FOLDER]`.

Writes a SavedModel and a LiteRT file, from prepared pictures, (n, 28, 28, 1) in 0..1, to logits,
(n, classes), with the card that names the classes beside them; and proves that both answer alike.
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from model import artifact
from model.errors import ModelError
from scripts.arguments import output
from scripts.ending import ended

TOLERANCE: Final = 1e-3
"""The most that a logit may differ; rounding in another order accounts for less."""

PROBES: Final = 64
"""Pictures that are compared."""

Array = NDArray[np.float32]
Network = Callable[[Array], Array]


class ExportError(ModelError):
    """The exported network can't be used in the original's place."""


def export(classifier: keras.Model, folder: Path) -> dict[str, Path]:
    """Write both formats.

    Parameters
    ----------
    classifier : keras.Model
        From (n, 28, 28, 1) to logits.
    folder : Path
        Where to; made if it isn't there.

    Returns
    -------
    dict of str to Path
        The written path of each format.
    """
    folder.mkdir(parents=True, exist_ok=True)
    saved, lite = folder / "saved_model", folder / "classifier.tflite"
    classifier.export(saved, format="tf_saved_model", verbose=False)
    classifier.export(lite, format="litert", verbose=False)
    return {"SavedModel": saved, "LiteRT": lite}


def saved_model(path: Path) -> Network:
    """Load an exported SavedModel."""
    loaded = tf.saved_model.load(path)
    (name,) = loaded.signatures["serving_default"].structured_input_signature[1]

    def run(pictures: Array) -> Array:
        answer = loaded.signatures["serving_default"](**{name: tf.constant(pictures)})
        (logits,) = answer.values()
        return np.asarray(logits, np.float32)

    return run


def litert(path: Path) -> Network:
    """Load an exported LiteRT file.

    Raises
    ------
    ExportError
        If the interpreter isn't installed.
    """
    try:
        # Installed for exporting only: the bot has no use for it.
        from ai_edge_litert.interpreter import Interpreter  # noqa: PLC0415
    except ImportError as error:
        raise ExportError(
            "Comparing the LiteRT file needs its interpreter: "
            ".venv/bin/python -m pip install --editable '.[export]'"
        ) from error
    interpreter = Interpreter(str(path))
    (given,), (wanted,) = interpreter.get_input_details(), interpreter.get_output_details()

    def run(pictures: Array) -> Array:
        interpreter.resize_tensor_input(given["index"], pictures.shape)
        interpreter.allocate_tensors()
        interpreter.set_tensor(given["index"], pictures)
        interpreter.invoke()
        return np.asarray(interpreter.get_tensor(wanted["index"]), np.float32)

    return run


def difference(original: Network, exported: Network, shape: Sequence[int]) -> float:
    """Return the greatest difference between two networks' logits.

    Parameters
    ----------
    original, exported : callable
        From pictures to logits.
    shape : sequence of int
        A picture's height, width, channels.
    """
    pictures = np.random.default_rng(0).random((PROBES, *shape), np.float32)
    return float(np.abs(original(pictures) - exported(pictures)).max())


def main(arguments: Sequence[str] | None = None) -> int:
    """Export, compare, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.export", description=__doc__)
    parser.add_argument(
        "--artifact",
        type=Path,
        default=artifact.ARTIFACTS,
        metavar="FOLDER",
        help="other networks than the shipped ones",
    )
    parser.add_argument(
        "--to",
        type=output,
        default="runs/export",
        metavar="FOLDER",
        help="where both go; runs/export if left out",
    )
    options = parser.parse_args(arguments)
    if (options.to / artifact.CLASSIFIER).exists():
        parser.error("--to holds networks with a card of their own; name another folder")
    return ended(partial(_export, options.artifact, options.to))


def _export(directory: Path, folder: Path) -> None:
    """Write both formats, prove that they answer alike, and put the card beside them."""
    loaded = artifact.load(directory)
    try:
        paths = export(loaded.classifier, folder)
        exported = {
            "SavedModel": saved_model(paths["SavedModel"]),
            "LiteRT": litert(paths["LiteRT"]),
        }
        for name, network in exported.items():
            off = difference(loaded.classifier.predict_on_batch, network, loaded.card.input_shape)
            if not off <= TOLERANCE:  # nor may it be no number
                raise ExportError(f"{name} in {paths[name]} answers otherwise: {off:.2g} apart")
            print(f"{name:10} {paths[name]} (logits at most {off:.1e} apart)")
        shutil.copy(directory / artifact.CARD, folder)
    except (OSError, tf.errors.OpError) as error:
        raise ExportError(
            f"{folder} can't be written: {error}; make room or name another"
        ) from error


if __name__ == "__main__":
    sys.exit(main())
