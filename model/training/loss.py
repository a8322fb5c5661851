"""The classifier's loss: cross-entropy with a class for "none of them" and with sets of classes."""

from typing import Any

import keras
from keras import ops


@keras.saving.register_keras_serializable("fitcheck")
class SetCrossEntropy(keras.losses.Loss):
    """Cross-entropy where any class of a set is right, beside an implied logit of zero.

    The softmax runs over the network's logits and one more that is always zero: "none of them". A
    target row marks every acceptable class; the loss is the negative logarithm of their summed
    probability, which for a single one is the usual cross-entropy. (The maximum marginal likelihood
    of partial labels: Jin and Ghahramani 2002, "Learning with multiple labels".)

    Parameters
    ----------
    smoothing : float
        Share of the loss that goes to the mean over the ten classes of clothing (label smoothing,
        Szegedy et al. 2015, arXiv:1512.00567); "none of them" is not smoothed.
    """

    def __init__(self, smoothing: float = 0.08, name: str = "set_cross_entropy") -> None:
        super().__init__(name=name)
        self.smoothing = smoothing

    def get_config(self) -> dict[str, Any]:
        """Give what a checkpoint needs to build this loss again."""
        return {"smoothing": self.smoothing, "name": self.name}

    def call(self, y_true: keras.KerasTensor, y_pred: keras.KerasTensor) -> keras.KerasTensor:
        """Compute the loss of each row.

        Parameters
        ----------
        y_true : tensor, shape (n, classes + 1)
            1 for each acceptable class, the last column for "none of them"; else 0.
        y_pred : tensor, shape (n, classes)
            Logits.
        """
        logits = ops.concatenate([y_pred, ops.zeros_like(y_pred[:, :1])], axis=-1)
        logs = ops.log_softmax(logits, axis=-1)
        right = ops.logsumexp(logs + ops.log(ops.cast(y_true, logs.dtype) + 1e-9), axis=-1)
        spread = ops.mean(logs[:, :-1], axis=-1)
        share = self.smoothing * (1 - y_true[:, -1])
        return -(1 - share) * right - share * spread
