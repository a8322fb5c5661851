"""The cut-out network: where in a picture the garment is, and whether there is one at all.

A small U-Net (Ronneberger et al. 2015, arXiv:1505.04597) over the whole picture at 96×96 RGB, small
enough for a CPU core to run it in a few milliseconds. A second output, a branch from the two
lowest levels, tells clothing from everything else: colour and surroundings say more about that than
28×28 gray pixels.
"""

from collections.abc import Callable
from typing import Final

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray
from PIL import Image

from model.refinement import refined

SIDE: Final = 96
"""Height and width of the network's input and of its mask."""

Array = NDArray[np.float32]
Segmenter = Callable[[Array], tuple[Array, Array]]
"""From (n, 96, 96, 3) to masks, (n, 96, 96), and presence logits, (n, 1)."""


def segmenter_input(picture: Image.Image) -> Array:
    """Squeeze an RGB picture into the network's input.

    Returns
    -------
    ndarray of float32, shape (96, 96, 3)
        The whole picture, its proportions given up, in 0..1.
    """
    small = picture.resize((SIDE, SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    return np.asarray(small, dtype=np.float32) / np.float32(255.0)


def build_segmenter(width: int = 16) -> keras.Model:
    """Build the untrained cut-out network.

    Parameters
    ----------
    width : int
        Channels of the first level; each level below has more.

    Returns
    -------
    keras.Model
        From (n, 96, 96, 3) in 0..1 to the mask, (n, 96, 96, 1) in 0..1, and the presence logit,
        (n, 1): positive where the picture shows clothing.
    """
    inputs = layers.Input((SIDE, SIDE, 3))
    x = _convolution(layers.Rescaling(2.0, offset=-1.0)(inputs), width, kernel=5, strides=2)
    x = _convolution(x, width * 3 // 2)
    skips = []
    for channels in (width * 3, width * 5, width * 7):
        skips.append(x)
        x = layers.MaxPooling2D()(x)
        x = _convolution(_convolution(x, channels), channels)
    presence = _presence(layers.Concatenate()([x, layers.MaxPooling2D()(skips[-1])]), width * 4)
    for skip, channels in zip(reversed(skips), (width * 4, width * 2, width), strict=True):
        x = layers.UpSampling2D(interpolation="bilinear")(x)
        x = _convolution(layers.Concatenate()([x, skip]), channels)
    x = layers.UpSampling2D(interpolation="bilinear")(x)
    x = _convolution(layers.Concatenate()([x, inputs]), width // 2)
    mask = layers.Conv2D(1, 3, padding="same", activation="sigmoid", name="mask")(x)
    return keras.Model(inputs, [mask, presence], name="segmenter")


def keep_masks(network: keras.Model, other: keras.Model) -> None:
    """Take over another network's masks for good: training changes only whether there is clothing.

    Parameters
    ----------
    network : keras.Model
        From `build_segmenter`.
    other : keras.Model
        A trained one, whose presence may have been told in another way.

    Raises
    ------
    ValueError
        If its masks come about in another way.
    """
    mine, theirs = (keras.Model(each.inputs, each.outputs[0]) for each in (network, other))
    mine.set_weights(theirs.get_weights())
    mine.trainable = False


def segmented(segmenter: keras.Model, pictures: Array) -> tuple[Array, Array]:
    """Run a cut-out network over pictures and their mirror images, average, and refine the masks.

    Parameters
    ----------
    segmenter : keras.Model
        From `build_segmenter`.
    pictures : ndarray of float32, shape (n, 96, 96, 3)
        From `segmenter_input`.

    Returns
    -------
    masks : ndarray of float32, shape (n, 96, 96)
        0..1.
    presence : ndarray of float32, shape (n, 1)
        Logits; positive for clothing.
    """
    masks, presence = segmenter.predict_on_batch(np.concatenate([pictures, pictures[:, :, ::-1]]))
    straight, reflected = np.split(np.asarray(masks, np.float32)[..., 0], 2)
    both = np.asarray(presence, np.float32).reshape(2, -1, 1)
    found = (straight + reflected[..., ::-1]) / 2
    return np.stack(list(map(refined, pictures, found))), both.mean(axis=0)


def _presence(x: keras.KerasTensor, channels: int) -> keras.KerasTensor:
    """Convolve once more than the mask needs, so that neither has to suit the other."""
    x = _convolution(_convolution(x, channels), channels)
    x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
    x = layers.Dense(64, activation="relu")(layers.Dropout(0.3)(x))
    return layers.Dense(1, name="presence")(x)


def _convolution(
    x: keras.KerasTensor, channels: int, kernel: int = 3, strides: int = 1
) -> keras.KerasTensor:
    x = layers.Conv2D(channels, kernel, strides=strides, padding="same", use_bias=False)(x)
    return layers.ReLU()(layers.BatchNormalization()(x))
