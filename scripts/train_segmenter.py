"""Train the cut-out network: `python -m scripts.train_segmenter --photos DIR --masks DIR`.

It learns from photos of clothing with saliency masks, from scenes put together out of them and of
Fashion-MNIST, and from pictures without clothing. docs/training.md says where to get each.
"""

import argparse
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import keras
import numpy as np
from PIL import Image

from model.artifact import SEGMENTER, load_network, sha256
from model.crop import GARMENT
from model.data import fashion_mnist
from model.data.negatives import counted, read_negatives
from model.data.photos import Part, read_photos
from model.errors import TrainingError
from model.metrics import auroc
from model.scenes import material
from model.segmenter import SIDE, build_segmenter, keep_masks, segmented
from model.training import sources
from model.training.cutting import Scenes
from model.training.loss import mask_loss
from model.training.precision import BFLOAT16, bfloat16
from model.training.run import RESUME, fit
from model.training.samples import masked
from model.training.schedule import Course, one_cycle
from model.writing import writing
from scripts.arguments import positive, refuse_unwritable, seed
from scripts.ending import RESUMABLE, ended

RUN = Path("runs/segmenter")

FIRST = Course(peak=3e-3, epochs=82)
"""Of a network that begins untrained."""

MASKS_KEPT = Course(peak=3e-3, epochs=90)
"""Of one whose masks are there already."""

AGAIN = Course(peak=1e-3, epochs=50)
"""Of one that goes on from trained weights."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; `--help` says what each of them means."""

    photos: Path
    masks: Path
    negatives: list[Path]
    fashion_mnist: Path | None
    masks_of: Path | None
    start: Path | None
    epochs: int | None
    seed: int
    bfloat16: bool
    resume: bool

    @property
    def course(self) -> Course:
        """How the run goes, by where it begins."""
        if self.start:
            return AGAIN
        return MASKS_KEPT if self.masks_of else FIRST


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """What is kept for validation, as it is served.

    Attributes
    ----------
    pictures : tuple of PIL.Image.Image
        Photos of clothing.
    masks : ndarray of uint8, shape (n, 128, 128)
        Their saliency.
    others : tuple of PIL.Image.Image
        Pictures without clothing.
    """

    pictures: tuple[Image.Image, ...]
    masks: np.ndarray
    others: tuple[Image.Image, ...]


def main(arguments: list[str] | None = None) -> int:
    """Train, measure on the validation senders, and write `runs/segmenter/segmenter.keras`."""
    parser = _parser()
    options = Options(**vars(parser.parse_args(arguments)))
    refuse_unwritable(parser, RUN)
    keras.utils.set_random_seed(options.seed)
    return ended(partial(learn, options), RESUMABLE)


def learn(options: Options) -> None:
    """Train on the training senders' photos and measure on the validation senders'."""
    precision = bfloat16() if options.bfloat16 else nullcontext()
    drawn_from, made_of, unseen = _gather(options)
    shares = material.PRESENCE if options.masks_of else material.EVERYTHING
    batches = Scenes(drawn_from, seed=options.seed, shares=shares)
    network = build_segmenter()
    if options.masks_of:
        _take_over(network, options.masks_of, keep_masks)
    if options.start:
        _take_over(network, options.start, go_on)
    epochs = options.epochs or options.course.epochs
    network.compile(
        keras.optimizers.AdamW(
            one_cycle(options.course.peak, epochs * len(batches)),
            weight_decay=1e-3,
            use_ema=True,
            ema_momentum=0.99,
        ),
        loss={"mask": mask_loss, "presence": keras.losses.BinaryCrossentropy(from_logits=True)},
        loss_weights={"mask": 1.0, "presence": 0.2},
    )
    with precision:
        network = fit(
            network,
            batches,
            epochs=epochs,
            directory=RUN,
            about={
                "seed": options.seed,
                "made of": made_of,
                "masks": zlib.crc32(drawn_from.masks.tobytes()),
                "masks of": options.masks_of and sha256(options.masks_of),
                "start": options.start and sha256(options.start),
                "shares": asdict(shares),
                "bfloat16": options.bfloat16,
            },
            resume=options.resume,
        )
    with writing(RUN / SEGMENTER, TrainingError, RESUME):
        network.save(RUN / SEGMENTER)
    _report(network, unseen)
    print(f"wrote {RUN / SEGMENTER}; give it to scripts.train with --segmenter")


def _gather(options: Options) -> tuple[material.Material, int, Unseen]:
    """Read everything; of what is learned, only small copies outlast this, and a mark of it."""
    negatives = read_negatives(tuple(options.negatives))
    print(counted(negatives))
    fashion = fashion_mnist.load(options.fashion_mnist)
    learned, kept = sources.read_parts(read_photos(options.photos), print)
    others = sources.Others.of(sources.read_others(negatives, Part.TRAIN, print))
    masks = sources.read_masks(options.masks, learned.photos)
    unseen = Unseen(
        kept.pictures,
        sources.read_masks(options.masks, kept.photos),
        sources.read_others(negatives, Part.VALIDATION, print),
    )
    drawn_from = sources.material(fashion, learned, masks, others)
    return drawn_from, sources.mark(learned, others), unseen


def go_on(network: keras.Model, other: keras.Model) -> None:
    """Begin with another network's weights, those of presence too."""
    network.set_weights(other.get_weights())


def _take_over(
    network: keras.Model, trained: Path, how: Callable[[keras.Model, keras.Model], None]
) -> None:
    try:
        how(network, load_network(trained, SEGMENTER))
    except ValueError as error:
        raise TrainingError(f"{trained} is a network of another shape: {error}") from error


def _report(network: keras.Model, unseen: Unseen) -> None:
    found, presence = _served(network, unseen.pictures)
    _, elsewhere = _served(network, unseen.others)
    masks = map(Image.fromarray, unseen.masks)
    truth = np.stack([np.asarray(mask.resize((SIDE, SIDE))) for mask in masks])
    cut, wanted = found > GARMENT, truth > GARMENT * 255
    shared = (cut & wanted).sum(axis=(1, 2)) / np.maximum(1, (cut | wanted).sum(axis=(1, 2)))
    print(f"{len(found)} photos of unseen senders: intersection over union {shared.mean():.3f}")
    for floor in (0.6, 0.9):
        print(f"above {floor}: {(shared > floor).mean():.1%}")
    print(
        f"presence against {len(unseen.others)} pictures without clothing: "
        f"AUROC {auroc(presence, elsewhere):.3f}"
    )


def _served(network: keras.Model, pictures: Iterable[Image.Image]) -> tuple[np.ndarray, np.ndarray]:
    """Find masks and presence as they are served."""
    found = masked(pictures, partial(segmented, network))
    _, masks, presence = zip(*found, strict=True)
    return np.stack(masks), np.array(presence)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.train_segmenter", description=__doc__)
    parser.add_argument("--photos", type=Path, required=True, help="the clothing data set's folder")
    parser.add_argument("--masks", type=Path, required=True, help="saliency masks, <photo>.png")
    parser.add_argument(
        "--negatives", type=Path, nargs="+", required=True, help="folders without clothing"
    )
    parser.add_argument("--fashion-mnist", type=Path, help="folder of its four gzip files")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument(
        "--start", type=Path, metavar="SEGMENTER", help="go on from this trained network's weights"
    )
    begin.add_argument(
        "--masks-of",
        type=Path,
        metavar="SEGMENTER",
        help="learn only whether there is clothing; masks stay those of this trained network, so"
        " that a classifier which learned on them needn't learn anew",
    )
    parser.add_argument(
        "--epochs",
        type=positive,
        help=f"{FIRST.epochs} if left out, {MASKS_KEPT.epochs} with --masks-of, "
        f"{AGAIN.epochs} with --start",
    )
    parser.add_argument("--seed", type=seed, default=7, help="of all that is drawn; 7 if left out")
    parser.add_argument("--bfloat16", action="store_true", help=BFLOAT16)
    parser.add_argument(
        "--resume", action="store_true", help="go on from the last whole epoch, if there is one"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
