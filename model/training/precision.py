"""Training in half the bits, where the CPU has instructions for it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final

import keras

from model.errors import TrainingError

BFLOAT16: Final = (
    "compute in bfloat16, which takes two thirds of the time on CPUs that have instructions for it "
    "(avx512_bf16 in /proc/cpuinfo) and longer on others; weights stay float32"
)
"""What `bfloat16` does, for a command's help."""


def bfloat16() -> AbstractContextManager[None]:
    """Give a context in which TensorFlow computes convolutions and products in bfloat16.

    What is cut out before and calibrated after it is computed in float32, as answers are.

    Raises
    ------
    TrainingError
        If Keras runs on another backend; at once, not hours later.

    Notes
    -----
    oneDNN's kernels do it. `model` turns them off for answering, unless TensorFlow was imported
    before it, as it is by commands that import Keras at their top.
    """
    if keras.backend.backend() != "tensorflow":
        raise TrainingError("--bfloat16 works with KERAS_BACKEND=tensorflow only")
    return _bfloat16()


@contextmanager
def _bfloat16() -> Iterator[None]:
    import tensorflow as tf  # noqa: PLC0415 - the other backends do without it

    name = "auto_mixed_precision_onednn_bfloat16"
    tf.config.optimizer.set_experimental_options({name: True})
    try:
        yield
    finally:
        tf.config.optimizer.set_experimental_options({name: False})
