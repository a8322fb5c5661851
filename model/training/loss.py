"""The losses: the classifier's knows "none of them" and sets of classes, the segmenter's haze."""

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable("fitcheck")
class SetCrossEntropy(keras.losses.Loss):
    """Cross-entropy where any class of a set is right, beside an implied logit of zero.

    The softmax runs over the network's logits and one more that is always zero: "none of them". A
    target marks every acceptable class; the loss is the negative logarithm of their summed
    probability, which for a single one is the usual cross-entropy. (The maximum marginal likelihood
    of partial labels: Jin and Ghahramani 2002, "Learning with multiple labels".) Of a picture put
    together from two, each part has a target and a weight.

    Parameters
    ----------
    smoothing : float
        Share of the loss that goes to the mean over the classes of clothing (label smoothing,
        Szegedy et al. 2015, arXiv:1512.00567); "none of them" is not smoothed.
    """

    def __init__(self, smoothing: float = 0.08, name: str = "set_cross_entropy") -> None:
        super().__init__(name=name)
        self.smoothing = smoothing

    def get_config(self) -> dict[str, Any]:
        """Give what a checkpoint needs to build this loss again."""
        return {"smoothing": self.smoothing, "name": self.name}

    def call(self, y_true: keras.KerasTensor, y_pred: keras.KerasTensor) -> keras.KerasTensor:
        """Compute the loss of each picture.

        Parameters
        ----------
        y_true : tensor, shape (n, parts, classes + 1)
            For each part its weight at each acceptable class, the last column for "none of them";
            else 0. The weights of a picture's parts sum to 1.
        y_pred : tensor, shape (n, classes)
            Logits.
        """
        logits = ops.concatenate([y_pred, ops.zeros_like(y_pred[:, :1])], axis=-1)
        logs = ops.log_softmax(logits, axis=-1)
        weight = ops.max(ops.cast(y_true, logs.dtype), axis=-1)
        accepted = ops.log(ops.cast(y_true > 0, logs.dtype) + 1e-9)
        right = ops.sum(weight * ops.logsumexp(logs[:, None] + accepted, axis=-1), axis=-1)
        spread = ops.mean(logs[:, :-1], axis=-1)
        share = self.smoothing * (1 - ops.sum(y_true[..., -1], axis=-1))
        return -(1 - share) * right - share * spread


@keras.saving.register_keras_serializable("fitcheck")
def mask_loss(y_true: keras.KerasTensor, y_pred: keras.KerasTensor) -> keras.KerasTensor:
    """Binary cross-entropy of each pixel and half the Jaccard distance, where the mask is known.

    Cross-entropy alone is content with haze where it is in doubt; the distance, one minus the
    intersection over the union (Rahman and Wang 2016, "Optimizing Intersection-Over-Union in Deep
    Neural Networks for Image Segmentation"), asks for one garment with one edge.

    Parameters
    ----------
    y_true : tensor, shape (n, side, side, 2)
        The mask in 0..1 and each pixel's weight.
    y_pred : tensor, shape (n, side, side, 1)
        The network's mask.
    """
    truth, known = y_true[..., :1], y_true[..., 1:]
    mask = ops.clip(y_pred, 4e-3, 1 - 4e-3)  # bfloat16 knows no number between 0.996 and 1
    entropy = -truth * ops.log(mask) - (1 - truth) * ops.log(1 - mask)
    shared = ops.sum(known * mask * truth, axis=(1, 2, 3))
    either = ops.sum(known * (mask + truth - mask * truth), axis=(1, 2, 3))
    distance = 1 - (shared + 1) / (either + 1)  # none where nothing of the mask is known
    return ops.mean(known * entropy) + ops.mean(distance) / 2
