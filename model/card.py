"""What is known of a trained network: the JSON that lies beside its weights.

Everything that depends on the network and not on the code is read from here: classes, thresholds,
figures. A network with an eleventh class brings its own card, and the rest of FitCheck follows.
"""

import shlex
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Calibration(_Frozen):
    """How logits become probabilities and a verdict; fitted on validation pictures.

    Attributes
    ----------
    temperature : float
        Logits, the mean over a photo's views, are divided by it before the softmax (Guo et al.
        2017, arXiv:1706.04599).
    small_temperature : float or None
        The same for a 28×28 picture and its mirror image: fewer views, and other pictures. None
        where the network wasn't calibrated on any.
    energy_weight, presence_weight, bias : float
        Logistic regression on the logits' log-sum-exp (Liu et al. 2020, arXiv:2010.03759) and on
        the cut-out network's presence logit; its sigmoid is the clothing score.
    clothing_threshold : float
        A lower clothing score means "not clothing".
    sure_threshold : float
        A lower top probability means "unsure".
    known_threshold : float
        A lower probability of being one of the classes at all means "unsure", too.
    """

    temperature: float = Field(default=1.0, gt=0)
    small_temperature: float | None = Field(default=None, gt=0)
    energy_weight: float = 1.0
    presence_weight: float = 0.0
    bias: float = 0.0
    clothing_threshold: float = Field(default=0.5, ge=0, le=1)
    sure_threshold: float = Field(default=0.5, ge=0, le=1)
    known_threshold: float = Field(default=0.0, ge=0, le=1)


class Scores(_Frozen):
    """One data set's figures.

    Attributes
    ----------
    pictures : int
        How many pictures were measured.
    accuracy, mean_class_accuracy, top3_accuracy : float
        Shares in 0..1.
    loss : float
        Mean cross-entropy of the calibrated probabilities, in nats.
    ece : float
        Expected calibration error over 15 equal-width bins, in 0..1.
    per_class : dict of str to float
        Accuracy of each class that occurs, in 0..1. Like `mean_class_accuracy`, `confusion` and
        `ece` it leaves out pictures of which several classes are right.
    confusion : list of list of int
        Counts; rows are true classes, columns answers, both in the card's order.
    reliability : list of (confidence, accuracy, count)
        The bins behind `ece` that hold any picture.
    how : str
        The command that measured them and on what.
    """

    pictures: int
    accuracy: float
    mean_class_accuracy: float
    top3_accuracy: float
    loss: float
    ece: float
    per_class: dict[str, float]
    confusion: list[list[int]]
    reliability: list[tuple[float, float, int]]
    how: str


class Rejection(_Frozen):
    """How well clothing is told from everything else.

    Attributes
    ----------
    auroc : float
        Area under the ROC curve of the clothing score, in 0..1.
    false_clothing : float
        Share of the other pictures that are answered as clothing, in 0..1.
    turned_away : float
        Share of clothing that is answered "not clothing", in 0..1.
    how : str
        The command that measured them and on what.
    """

    auroc: float
    false_clothing: float
    turned_away: float
    how: str


class Staged(_Frozen):
    """How clothing fares as shops show it, in pictures that are put together of measured ones.

    Attributes
    ----------
    pictures : int
        How many were measured.
    accuracy : float
        Share of them that is named rightly, in 0..1.
    turned_away : float
        Share of them that is answered "not clothing", in 0..1.
    false_clothing : float or None
        Share of pictures without clothing that is answered as clothing when it is shown in the same
        way, in 0..1; None if none was.
    how : str
        The command that measured them and on what.
    """

    pictures: int
    accuracy: float
    turned_away: float
    false_clothing: float | None = None
    how: str


class OtherKinds(_Frozen):
    """How often clothing that is none of the classes gets a sure answer, which is always wrong.

    Attributes
    ----------
    pictures : int
        How many photos were measured.
    answered : float
        Share of them that is answered as one of the classes, in 0..1.
    how : str
        The command that measured it and on what.
    """

    pictures: int
    answered: float
    how: str


class Timing(_Frozen):
    """How long a step takes.

    Attributes
    ----------
    milliseconds : float
        Median.
    how : str
        The command that measured it, on what, and on how many cores.
    """

    milliseconds: float
    how: str


class Training(_Frozen):
    """How the classifier came to be.

    Attributes
    ----------
    commands : tuple of str
        One for each run; all but the first went on from the weights of the one before.
    seed : int
        Of the last run.
    epochs : int
        Of all runs together.
    date : str
        When the last run ended, as YYYY-MM-DD.
    versions : dict of str to str
        Of what the last run was made with.
    known_senders : tuple of str
        Senders of the validation part whom a final run learned from, after the photos' calibration:
        what they sent tells nothing of the network any more.
    """

    commands: tuple[str, ...]
    seed: int
    epochs: int
    date: str
    versions: dict[str, str]
    known_senders: tuple[str, ...] = ()


class Card(_Frozen):
    """A trained network's description.

    Attributes
    ----------
    version : str
        The date it was trained and eight digits of a SHA-256 over those of both networks.
    classes : tuple of str
        In the order of the network's outputs.
    input_shape : tuple of int
        Height, width, channels.
    preparation : str
        How a photo becomes that input, in a sentence.
    parameters : int
        Of the classifier alone.
    sha256 : dict of str to str
        File name to digest, for each file that is loaded.
    fashion_mnist, photos : Scores or None
        None where a network was not measured on that set.
    footwear : Scores or None
        Of the photos whose shoes are clearly a sandal, a sneaker or an ankle boot.
    rejection : Rejection or None
        None where no pictures without clothing were measured.
    studio : Staged or None
        Photos' garments, cut out and put before a studio's ground; None where a network was not
        measured on photos.
    worn : Staged or None
        Tops, dresses, coats and trousers among them, on drawn people; None without photos of both.
    screens : Staged or None
        Photos on a phone's or a computer's screen; None as for `studio`.
    shop : Staged or None
        Product shots made of Fashion-MNIST's shoes and bags; None where it knows other classes.
    other_kinds : OtherKinds or None
        None where no clothing of other kinds was measured.
    crop : Timing or None
        From a decoded photo to 28×28.
    """

    version: str
    classes: tuple[str, ...] = Field(min_length=2)
    input_shape: tuple[int, int, int]
    preparation: str
    parameters: int
    sha256: dict[str, str]
    calibration: Calibration
    training: Training
    fashion_mnist: Scores | None = None
    photos: Scores | None = None
    footwear: Scores | None = None
    rejection: Rejection | None = None
    studio: Staged | None = None
    worn: Staged | None = None
    screens: Staged | None = None
    shop: Staged | None = None
    other_kinds: OtherKinds | None = None
    crop: Timing | None = None


def command_line(module: str, arguments: Sequence[str]) -> str:
    """Write down how a module was run; of a path its name, for its place is nobody's business."""
    return shlex.join(["python", "-m", module, *map(_placeless, arguments)])


def _placeless(argument: str) -> str:
    option, equals, value = argument.partition("=") if argument[:2] == "--" else ("", "", argument)
    name = f"{option}{equals}{Path(value).name or value}"
    return name.encode(errors="replace").decode()  # not all are UTF-8, as the card is
