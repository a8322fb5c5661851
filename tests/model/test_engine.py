"""Real files through the real networks: many at once, broken ones among them."""

import asyncio
import threading
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from model.artifact import Artifact
from model.decode import WORKING_EDGE, decode
from model.engine import Engine
from model.errors import (
    ArtifactError,
    BrokenPicture,
    EmptyPicture,
    NotAPicture,
    PictureError,
    PictureTooLarge,
)
from model.prediction import Prediction, Verdict
from model.prepare import prepare
from model.segmenter import SIDE as MASK_SIDE
from model.views import front
from tests.model.files import encode, shirt


async def test_the_boot_is_a_boot(engine: Engine, boot: bytes) -> None:
    prediction = await engine.classify(boot)
    assert prediction.label == "Ankle boot"
    assert prediction.verdict is not Verdict.NOT_CLOTHING
    assert prediction.classes == engine.card.classes
    assert prediction.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert len(prediction.top3) == 3
    assert prediction.milliseconds > 0


async def test_every_step_of_the_way_is_kept(engine: Engine, boot: bytes) -> None:
    stages = await engine.examine(boot)
    assert stages.picture.mode == "RGB"
    assert stages.mask.shape == (MASK_SIDE, MASK_SIDE)
    left, top, right, bottom = stages.cutout.box
    assert 0 <= left < right <= stages.picture.width
    assert 0 <= top < bottom <= stages.picture.height
    seen = stages.prediction.seen
    assert seen.shape == (28, 28)
    assert seen.dtype == np.float32
    assert 0 <= seen.min() < seen.max() <= 1
    np.testing.assert_array_equal(seen, front(prepare(stages.cutout)))


async def test_the_same_bytes_get_the_same_answer(engine: Engine, boot: bytes) -> None:
    first, second = await engine.classify(boot), await engine.classify(boot)
    np.testing.assert_array_equal(first.seen, second.seen)
    np.testing.assert_allclose(first.probabilities, second.probabilities, atol=1e-5)
    assert first.clothing_score == pytest.approx(second.clothing_score, abs=1e-5)


async def test_company_changes_no_answer(engine: Engine, boot: bytes) -> None:
    files = [boot, *(encode(shirt("white", cloth), "PNG") for cloth in ("navy", "red", "gray"))]
    alone = [await engine.classify(file) for file in files]
    together = await asyncio.gather(*(engine.classify(file) for file in files * 6))
    for one, other in zip(alone * 6, together, strict=True):
        np.testing.assert_allclose(one.probabilities, other.probabilities, atol=1e-3)
        assert one.label == other.label


async def test_broken_files_hurt_nobody_else(engine: Engine, boot: bytes) -> None:
    alone = await engine.classify(boot)
    files = [boot, b"", boot, b"no picture", boot[:3_000], boot]
    answers = await asyncio.gather(
        *(engine.classify(file) for file in files), return_exceptions=True
    )
    kinds = [answer.label if isinstance(answer, Prediction) else type(answer) for answer in answers]
    assert kinds == [
        alone.label,
        EmptyPicture,
        alone.label,
        NotAPicture,
        BrokenPicture,
        alone.label,
    ]


async def test_who_gives_up_hurts_nobody_else(engine: Engine, boot: bytes) -> None:
    tasks = [asyncio.create_task(engine.classify(boot)) for _ in range(8)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert [isinstance(answer, asyncio.CancelledError) for answer in answers] == [True, False] * 4
    assert all(isinstance(answer, Prediction) for answer in answers[1::2])


async def test_the_loop_runs_on_meanwhile(engine: Engine, boot: bytes) -> None:
    task = asyncio.create_task(engine.classify(boot))
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 10
    assert isinstance(await task, Prediction)


@pytest.mark.parametrize("size", [(1, 1), (1, 480), (480, 1), (2, 2), (4_000, 30)])
async def test_odd_shapes_are_answered(engine: Engine, size: tuple[int, int]) -> None:
    stages = await engine.examine(encode(Image.new("RGB", size, "navy"), "PNG"))
    assert max(stages.picture.size) <= WORKING_EDGE
    assert np.isfinite(stages.prediction.probabilities).all()


async def test_the_heat_is_of_the_class_that_was_answered(engine: Engine, boot: bytes) -> None:
    # A single view, of which the heat is, may name another class than all of them together.
    prediction = await engine.classify(boot)
    another = replace(prediction, probabilities=np.roll(prediction.probabilities, 1))
    assert (await engine.heat(prediction) != await engine.heat(another)).any()


@pytest.mark.parametrize("color", ["black", "white", "gray", "red"])
async def test_a_picture_of_one_colour_is_answered(engine: Engine, color: str) -> None:
    prediction = await engine.classify(encode(Image.new("RGB", (300, 200), color), "JPEG"))
    assert prediction.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert 0 <= prediction.clothing_score <= 1


@pytest.mark.parametrize(("ground", "color"), [("white", "navy"), ("gray", "white")])
async def test_a_transparent_picture_is_answered_as_on_white_unless_it_is_white(
    engine: Engine, ground: str, color: str
) -> None:
    opaque = shirt(ground, color)
    clear = opaque.convert("RGBA")
    clear.putalpha(shirt("black", "white").convert("L"))
    seen = [(await engine.classify(encode(each, "PNG"))).seen for each in (opaque, clear)]
    assert np.abs(seen[0] - seen[1]).max() < 0.02


async def test_a_garment_that_is_turned_is_seen_turned(engine: Engine) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = shirt("white", "navy")
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    straight = await engine.examine(encode(upright, "PNG"))
    turned = await engine.examine(encode(lying, "PNG", exif=exif))
    np.testing.assert_array_equal(straight.prediction.seen, turned.prediction.seen)


async def test_the_limit_is_honoured(trained: Artifact, boot: bytes) -> None:
    small = Engine(trained, max_megapixels=0.001)
    with pytest.raises(PictureTooLarge) as refused:
        await small.classify(boot)
    assert refused.value.limit == 0.001
    small.close()


async def test_closed_it_answers_nothing_more(trained: Artifact, boot: bytes) -> None:
    short = Engine(trained)
    assert isinstance(await short.classify(boot), Prediction)
    short.close()
    with pytest.raises(RuntimeError, match="shutdown"):
        await short.classify(boot)


async def test_closed_it_leaves_no_thread_behind(trained: Artifact, boot: bytes) -> None:
    before = set(threading.enumerate())
    short = Engine(trained)
    await short.classify(boot)
    assert set(threading.enumerate()) > before
    short.close()
    assert set(threading.enumerate()) <= before


async def test_every_picture_error_comes_through_unchanged(engine: Engine, boot: bytes) -> None:
    for data in (b"", b"?", boot[:100]):
        with pytest.raises(PictureError) as expected:
            decode(data)
        with pytest.raises(type(expected.value), match=str(expected.value)):
            await engine.classify(data)


def test_without_an_artifact_it_says_what_to_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(
        ArtifactError,
        match=r"card\.json is missing; restore it from git, or name the folder that scripts",
    ):
        Engine.load(tmp_path_factory.mktemp("empty"))
