"""What can go wrong between a file's bytes and its answer.

::

    ModelError
    ├── PictureError          the picture can't be read; the person can send another one
    │   ├── EmptyPicture      no bytes at all
    │   ├── NotAPicture       no format that FitCheck reads
    │   ├── BrokenPicture     a known format, but truncated or damaged
    │   └── PictureTooLarge   more pixels than the limit allows
    ├── ArtifactError         the trained network on disk is missing, damaged or of another version
    ├── DatasetError          training data is missing, truncated or not what it should be
    └── TrainingError         training can't be done in the way that was asked for
"""

import math


class ModelError(Exception):
    """Base of everything that `model` raises on purpose."""


class PictureError(ModelError):
    """The picture can't be answered; its sender can send another."""


class EmptyPicture(PictureError):
    """The file holds no bytes."""


class NotAPicture(PictureError):
    """The bytes are in no picture format that FitCheck reads."""


class BrokenPicture(PictureError):
    """The file is of a known format but can't be decoded to its end."""


class PictureTooLarge(PictureError):
    """The picture declares more pixels than the limit allows.

    Parameters
    ----------
    megapixels : float
        What the file declares, in millions of pixels.
    limit : float
        The most that is decoded, in millions of pixels.
    """

    def __init__(self, megapixels: float, limit: float) -> None:
        self.megapixels = math.ceil(megapixels * 10) / 10  # rounded, it must not equal the limit
        super().__init__(f"{self.megapixels:g} megapixels; the limit is {limit:g}")
        self.limit = limit


class ArtifactError(ModelError):
    """The trained network on disk can't be used."""


class DatasetError(ModelError):
    """Training data can't be used."""


class TrainingError(ModelError):
    """Training can't be done in the way that was asked for."""
