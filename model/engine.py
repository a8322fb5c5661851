"""The engine: bytes in, `Prediction` out, many at a time, never on the event loop."""

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.artifact import ARTIFACTS, Artifact, load
from model.batcher import Batcher
from model.card import Card
from model.crop import Cutout, cut_out
from model.decode import MAX_MEGAPIXELS, decode
from model.occlusion import heat, occluded
from model.prediction import Prediction
from model.prepare import prepare
from model.segmenter import segmenter_input
from model.verdict import judge
from model.views import front

MAX_BATCH: Final = 16
"""Pictures per network call: ten is a whole Discord message."""


MAX_THREADS: Final = 4
"""Pictures that are decoded at once: a large one takes hundreds of megabytes while it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Stages:
    """One picture at every step of its way.

    Attributes
    ----------
    picture : PIL.Image.Image
        The upright RGB working copy.
    mask : ndarray of float32, shape (96, 96)
        Where the cut-out network sees the garment, 0..1, over the whole picture.
    cutout : Cutout
        The garment and its transparency, cropped.
    prediction : Prediction
        The answer, which also holds the prepared 28×28 picture.
    """

    picture: Image.Image
    mask: NDArray[np.float32]
    cutout: Cutout
    prediction: Prediction


class Engine:
    """Answers pictures with the networks of one artifact.

    Decoding, cropping and preparing run on a thread for each core, up to four; the two networks
    each collect whatever has arrived into one batch.

    Parameters
    ----------
    artifact : Artifact
        The loaded networks and their card.
    max_megapixels : float
        The most pixels, in millions, that a picture may declare.
    """

    def __init__(self, artifact: Artifact, *, max_megapixels: float = MAX_MEGAPIXELS) -> None:
        self._artifact = artifact
        self._max_megapixels = max_megapixels
        workers = min(MAX_THREADS, os.cpu_count() or 1)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="picture")
        self._segment = Batcher(artifact.segment, MAX_BATCH)
        self._classify = Batcher(artifact.classify, MAX_BATCH)
        self._classify_small = Batcher(artifact.classify_small, MAX_BATCH)

    @classmethod
    def load(cls, directory: Path = ARTIFACTS, *, max_megapixels: float = MAX_MEGAPIXELS) -> Self:
        """Load an artifact's networks and warm them up; takes seconds.

        Raises
        ------
        ArtifactError
            If the artifact is missing, damaged or of another version.
        """
        return cls(load(directory), max_megapixels=max_megapixels)

    @property
    def card(self) -> Card:
        """What is known of the loaded network."""
        return self._artifact.card

    async def classify(self, data: bytes) -> Prediction:
        """Answer one picture file.

        Raises
        ------
        PictureError
            If the bytes can't be decoded within the limits.
        """
        return (await self.examine(data)).prediction

    async def examine(self, data: bytes) -> Stages:
        """Answer one picture file and keep every step of its way.

        Raises
        ------
        PictureError
            If the bytes can't be decoded within the limits.
        """
        start = time.perf_counter()
        loop = asyncio.get_running_loop()
        picture, small = await loop.run_in_executor(self._threads, self._open, data)
        mask, presence = await self._segment(small)
        cutout, prepared = await loop.run_in_executor(self._threads, _prepare, picture, mask)
        (logits,) = await self._classify(prepared)
        prediction = judge(
            logits,
            float(presence[0]),
            card=self.card,
            seen=front(prepared),
            milliseconds=(time.perf_counter() - start) * 1e3,
        )
        return Stages(picture, mask, cutout, prediction)

    async def heat(self, prediction: Prediction) -> NDArray[np.float32]:
        """Map what mattered to an answer; takes as long as some thirty answers.

        Returns
        -------
        ndarray of float32, shape (28, 28)
            0 where taking a piece away changed nothing, 1 where it hurt the answer most.
        """
        pictures = [prediction.seen, *occluded(prediction.seen)]
        outputs = await asyncio.gather(*map(self._classify_small, pictures))
        (whole,), *pieces = outputs
        without = np.stack([logits for (logits,) in pieces])
        return heat(whole, without, int(prediction.probabilities.argmax()))

    def close(self) -> None:
        """Let the threads finish what they hold and end them."""
        self._segment.close()
        self._classify.close()
        self._classify_small.close()
        self._threads.shutdown()

    def _open(self, data: bytes) -> tuple[Image.Image, NDArray[np.float32]]:
        picture = decode(data, max_megapixels=self._max_megapixels)
        return picture, segmenter_input(picture)


def _prepare(picture: Image.Image, mask: NDArray[np.float32]) -> tuple[Cutout, NDArray[np.float32]]:
    cutout = cut_out(picture, mask)
    return cutout, prepare(cutout)
