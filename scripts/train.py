"""Train the classifier: `python -m scripts.train --photos DIR`, from raw data to artifact.

Without `--photos` it learns from Fashion-MNIST alone, which costs most of the accuracy on real
photos. `--architecture tutorial` trains the beginner's tutorial network instead.
"""

import datetime as dt
import platform
import shlex
import sys
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from model import artifact, network
from model.card import Calibration, Card, Training, command_line
from model.data import fashion_mnist
from model.data.classes import all_classes, listed, refuse_lost
from model.data.fashion_mnist import CLASSES, FashionMnist
from model.data.negatives import counted, read_negatives
from model.data.photos import Part, Photo, read_photos, senders_of
from model.errors import TrainingError
from model.prepare import DESCRIPTION
from model.segmenter import segmented
from model.training import sources
from model.training.calibration import Answers, calibrated
from model.training.lessons import Lessons, fashion_lessons, photo_lessons
from model.training.loss import SetCrossEntropy
from model.training.mix import Mix
from model.training.precision import bfloat16
from model.training.run import fit
from model.training.samples import Samples, found_masks
from model.training.schedule import averaging, one_cycle
from model.views import mirrored, viewed
from scripts.ending import RESUMABLE, ended
from scripts.train_options import RUNS, Options, parsed
from scripts.tutorial import steps

Weights = NDArray[np.float32]

LAST = 0.2
"""Share of the highest learning rate that is left at the end."""

COST = (
    "Without --photos the network learns from Fashion-MNIST alone: about as good on its test set, "
    "but right on fewer than half of real photos (docs/experiments.md)."
)

WEAK = (
    "Without --negatives clothing is told apart only from drawn screens, patterns and shapes; "
    "docs/training.md says where photos without clothing come from."
)


def main(arguments: list[str] | None = None) -> int:
    """Train, calibrate on validation pictures, and write the artifact."""
    options = parsed(sys.argv[1:] if arguments is None else arguments, __doc__)
    keras.utils.set_random_seed(options.seed)
    if options.architecture == "tutorial":  # which keeps no checkpoint
        return ended(partial(train_tutorial, options))
    return ended(partial(train_resnet, options), RESUMABLE)


def train_tutorial(options: Options) -> None:
    """Train the tutorial's network as the tutorial does, and say what it reaches."""
    lesson = steps.Lesson(
        options.out or steps.FOLDER, options.fashion_mnist, options.epochs or steps.EPOCHS
    )
    steps.train(lesson)
    steps.evaluate(lesson)


def train_resnet(options: Options) -> None:
    """Train the shipped network, on photos too if there are any."""
    precision = bfloat16() if options.bfloat16 else nullcontext()
    fashion = None if options.only_photos else fashion_mnist.load(options.fashion_mnist)
    start = artifact.load(options.start) if options.start else None
    segmenter = artifact.load_network(options.cutting, artifact.SEGMENTER)
    begun = start.card if start else None
    known = tuple(dict.fromkeys((*(begun.classes if begun else ()), *(CLASSES if fashion else ()))))
    photos = read_photos(options.photos, known) if options.photos else ()
    classes = all_classes(photos, known)
    if fashion and classes[: len(CLASSES)] != CLASSES:  # its labels are the outputs' numbers
        raise TrainingError(
            f"the classes of --start don't begin with Fashion-MNIST's ({', '.join(known)}); "
            "add --only-photos, or train without --start"
        )
    if photos:
        print(listed(photos, classes, known))
    model = network.resnet(len(classes))
    if start:  # before the lessons, which take long to make
        _begin(model, start)
        _refuse(start.card, photos, classes, averaged=options.final or options.halfway)
    started = model.get_weights()
    lessons, mark = _lessons(options, fashion, photos, classes, segmenter)
    # A final run learns the photos that calibrate.
    calibration = calibrate(model, fashion, lessons, classes) if options.final else None
    with precision:
        model = _learned(model, lessons, mark, classes, options)
    if options.final or options.halfway:
        model.set_weights(halfway(started, model.get_weights()))
    if calibration:  # what photos said of the start stands; they are learned now
        small = calibrate(model, fashion, replace(lessons, validation=None), classes)
        fitted = calibration.model_copy(update={"small_temperature": small.small_temperature})
    else:
        fitted = calibrate(model, fashion, lessons, classes)
    card = Card(
        version="",
        classes=classes,
        input_shape=network.INPUT,
        preparation=DESCRIPTION,
        parameters=model.count_params(),
        sha256={},
        calibration=fitted,
        training=_training(options, begun.training if begun else None, photos),
    )
    out = options.result
    card = artifact.save(out, card, model, options.cutting)
    measure = _measuring(out, options)
    print(f"wrote {card.version} to {out}; now measure it: {measure}")


def _learned(
    model: keras.Model,
    lessons: Lessons,
    mark: int | None,
    classes: tuple[str, ...],
    options: Options,
) -> keras.Model:
    """Train it, or go on with the run that was stopped."""
    batches = Mix(lessons.sources, seed=options.seed)
    number = options.length * len(batches)
    model.compile(
        keras.optimizers.AdamW(
            one_cycle(options.course.peak, number, LAST),
            weight_decay=0.05,
            use_ema=True,
            ema_momentum=averaging(number),
        ),
        loss=SetCrossEntropy(),
    )
    return fit(
        model,
        batches,
        epochs=options.length,
        directory=RUNS / "classifier",
        about={
            "classes": classes,
            "seed": options.seed,
            "pictures": [(len(source.pictures), source.share) for source in lessons.sources],
            "made of": mark,
            "segmenter": artifact.sha256(options.cutting),
            "start": options.start and artifact.sha256(options.start / artifact.CLASSIFIER),
            "bfloat16": options.bfloat16,
        },
        resume=options.resume,
    )


def halfway(before: list[Weights], after: list[Weights]) -> list[Weights]:
    """Average weights from before and after fine-tuning, which costs some of what was known.

    Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", arXiv:2109.01903. Batch
    normalization's statistics are averaged like weights, not measured anew: both ends' are sound.
    """
    return [np.mean(pair, axis=0, dtype=np.float32) for pair in zip(before, after, strict=True)]


def _measuring(out: Path, options: Options) -> str:
    """Name the command that measures the artifact, on pictures like those that it learned from."""
    words = ["python", "-m", "scripts.evaluate", "--artifact", str(out)]
    if options.fashion_mnist:
        words += ["--fashion-mnist", str(options.fashion_mnist)]
    if options.photos:
        words += ["--photos", str(options.photos)]
    if options.negatives:
        words += ["--negatives", *map(str, options.negatives)]
    return shlex.join(words)


def _begin(model: keras.Model, start: artifact.Artifact) -> None:
    """Take over an artifact's weights; classes that it lacks come behind those that it knows."""
    known = len(start.card.classes)
    *body, kernel, bias = start.classifier.get_weights()
    *blank, all_kernels, all_biases = model.get_weights()
    if list(map(np.shape, body)) != list(map(np.shape, blank)):
        raise TrainingError(
            f"--start holds {start.card.version}, a network of another shape; train without --start"
        )
    all_kernels[:, :known], all_biases[:known] = kernel, bias
    model.set_weights([*body, all_kernels, all_biases])


def _refuse(
    begun: Card, photos: tuple[Photo, ...], classes: tuple[str, ...], *, averaged: bool
) -> None:
    """Refuse to calibrate a start on what it has learned, and to average it with what it lacks."""
    if not senders_of(photos, Part.VALIDATION).isdisjoint(begun.training.known_senders):
        raise TrainingError(
            "--start has learned the photos on which this run would be calibrated; start from an "
            "artifact that was trained without --final"
        )
    if averaged and classes != begun.classes:
        new = ", ".join(classes[len(begun.classes) :])
        raise TrainingError(
            f"--start doesn't know {new} yet; train without --final or --halfway first"
        )


def calibrate(
    model: keras.Model, fashion: FashionMnist | None, lessons: Lessons, classes: tuple[str, ...]
) -> Calibration:
    """Let the network answer what was kept for validation, and calibrate it on that."""
    small = validation = None
    if fashion:
        pictures, labels = fashion.of(Part.VALIDATION)
        answered = network.logits(model, mirrored(fashion_mnist.scale(pictures)))
        small = answered, np.eye(len(classes), dtype=bool)[labels]
    if lessons.validation:
        validation = lessons.validation.map(partial(_answers, model))
    return calibrated(small, validation)


def _answers(model: keras.Model, measured: Samples) -> Answers:
    logits = network.logits(model, viewed(fashion_mnist.scale(measured.pictures)))
    return Answers(logits, measured.presence, measured.targets[:, :-1] > 0)


def _lessons(
    options: Options,
    fashion: FashionMnist | None,
    photos: tuple[Photo, ...],
    classes: tuple[str, ...],
    segmenter: keras.Model,
) -> tuple[Lessons, int | None]:
    """Make lessons, and mark what they are made of; Fashion-MNIST is verified and needs no mark."""
    if fashion and not photos:
        print(COST)
        return fashion_lessons(fashion, classes), None
    if not options.negatives:
        print(WEAK)
    negatives = read_negatives(tuple(options.negatives))
    if negatives:
        print(counted(negatives))
    training, validation = sources.read_parts(photos, print)
    refuse_lost(photos, training.photos)
    others = sources.Others.of(sources.read_others(negatives, Part.TRAIN, print))
    unseen = sources.read_others(negatives, Part.VALIDATION, print)
    if options.final:
        training += validation
    segment = partial(segmented, segmenter)
    masks = found_masks(training.pictures, segment)
    lessons = photo_lessons(
        fashion,
        classes,
        training=training,
        others=others,
        validation=(validation, unseen),
        material=sources.material(fashion, training, masks, others),
        segment=segment,
        seed=options.seed,
    )
    return lessons, sources.mark(training, others)


def _training(options: Options, begun: Training | None, photos: tuple[Photo, ...]) -> Training:
    backend = keras.backend.backend()
    known = senders_of(photos, Part.VALIDATION) if options.final else frozenset[str]()
    return Training(
        commands=(
            *(begun.commands if begun else ()),
            command_line("scripts.train", options.given),
        ),
        seed=options.seed,
        epochs=options.length + (begun.epochs if begun else 0),
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        versions={
            "python": platform.python_version(),
            "keras": keras.__version__,
            backend: str(import_module(backend).__version__),
            "numpy": np.__version__,
        },
        known_senders=tuple(sorted(known.union(begun.known_senders if begun else ()))),
    )


if __name__ == "__main__":
    sys.exit(main())
