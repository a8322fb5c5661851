"""The classifiers: the tutorial's network and the one that ships.

Both take 28×28 gray pixels; the tutorial's gives probabilities, the other one logits. For an
eleventh class, ask for eleven.
"""

from typing import Final

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray

from model.prepare import SIDE

INPUT: Final = (SIDE, SIDE, 1)
"""Height, width, channels; 0 (background) to 1."""

CHUNK: Final = 256
"""The most pictures that go through a classifier at once."""

Array = NDArray[np.float32]


def tutorial(classes: int = 10) -> keras.Model:
    """Build the beginner's tutorial network: Flatten → Dense(128, relu) → Dense(softmax).

    Returns
    -------
    keras.Model
        From (n, 28, 28) in 0..1 to probabilities, (n, classes).
    """
    return keras.Sequential(
        [
            layers.Input(INPUT[:2]),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(classes, activation="softmax"),
        ],
        name="tutorial",
    )


def resnet(classes: int) -> keras.Model:
    """Build the shipped network: a small residual network (He et al. 2015, arXiv:1512.03385).

    The logits stand beside an unwritten one that is always zero and means "none of them"
    (`model.verdict`), so a picture that holds none of the classes pushes all of them down.

    Returns
    -------
    keras.Model
        From (n, 28, 28, 1) in 0..1 to logits, (n, classes).
    """
    inputs = layers.Input(INPUT)
    x = layers.ReLU()(_convolution(inputs, 32))
    x = _block(x, 32)
    for channels, blocks in ((64, 1), (160, 2)):
        x = _block(x, channels, strides=2)
        for _ in range(blocks):
            x = _block(x, channels)
    x = layers.Dropout(0.2)(layers.GlobalAveragePooling2D()(x))
    return keras.Model(inputs, layers.Dense(classes, name="logits")(x), name="resnet")


def logits(classifier: keras.Model, views: Array) -> Array:
    """Run a classifier over several views of each picture.

    Parameters
    ----------
    classifier : keras.Model
        From (n, 28, 28, 1) to (n, classes).
    views : ndarray of float32, shape (n, v, 28, 28)
        From `model.views`.

    Returns
    -------
    ndarray of float32, shape (n, classes)
        The mean over the views.
    """
    flat = views.reshape(-1, *views.shape[2:], 1)
    outputs = [
        classifier.predict_on_batch(flat[start : start + CHUNK])
        for start in range(0, len(flat), CHUNK)
    ]
    each = np.concatenate(outputs).reshape(*views.shape[:2], -1)
    return np.asarray(each.mean(axis=1), np.float32)


def _convolution(
    x: keras.KerasTensor, channels: int, kernel: int = 3, strides: int = 1, gain: str = "ones"
) -> keras.KerasTensor:
    x = layers.Conv2D(channels, kernel, strides=strides, padding="same", use_bias=False)(x)
    return layers.BatchNormalization(gamma_initializer=gain)(x)


def _block(x: keras.KerasTensor, channels: int, strides: int = 1) -> keras.KerasTensor:
    """Add a residual that begins as nothing (Goyal et al. 2017, arXiv:1706.02677, section 5.1)."""
    y = layers.ReLU()(_convolution(x, channels, strides=strides))
    y = _convolution(y, channels, gain="zeros")
    if strides > 1:
        x = _convolution(layers.AveragePooling2D(strides)(x), channels, kernel=1)
    return layers.ReLU()(layers.Add()([x, y]))
