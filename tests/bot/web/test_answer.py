"""What the page is told of an answer."""

import base64
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from bot.language.language import languages
from bot.web.answer import compose
from model.engine import Engine
from model.prediction import Verdict
from model.sheet import draw_cutout, draw_gray, draw_mask, draw_photo, enlarge

ENGLISH = languages().wording("en")
SENTENCES = {
    Verdict.CLOTHING: "",
    Verdict.UNSURE: "None of my classes fits well enough; these are the nearest.",
    Verdict.NOT_CLOTHING: "I see no garment of my classes here.",
}


@pytest.mark.parametrize(
    ("verdict", "known", "heading"),
    [
        (Verdict.CLOTHING, 0.9, "Probabilities"),
        (Verdict.CLOTHING, 0.4, "Probabilities"),
        (Verdict.UNSURE, 0.9, "Probabilities"),
        (Verdict.UNSURE, 0.1, "If it were one of my classes"),
        (Verdict.NOT_CLOTHING, 0.9, "If it were one of my classes"),
    ],
)
async def test_probabilities_are_headed_by_what_they_suppose(
    engine: Engine, boot: bytes, verdict: Verdict, known: float, heading: str
) -> None:
    stages = await engine.examine(boot)
    prediction = replace(stages.prediction, verdict=verdict, known=known)
    told = compose(replace(stages, prediction=prediction), "v", ENGLISH)
    assert told["ranking"] == heading
    assert told["verdict"] == verdict.value
    assert told["sentence"] == SENTENCES[verdict]
    assert told["supposed"] == (verdict is Verdict.UNSURE and known < 0.5)


async def test_the_headline_says_that_it_is_likelier_none_of_the_classes(
    engine: Engine, boot: bytes
) -> None:
    stages = await engine.examine(boot)
    doubtful = replace(stages.prediction, verdict=Verdict.UNSURE, known=0.1)
    told = compose(replace(stages, prediction=doubtful), "v", ENGLISH)
    assert told["headline"] == "Not sure: probably none of my classes"
    assert told["classes"][0]["probability"] > 0.9  # if it were one of them


async def test_no_answer_is_certain(engine: Engine, boot: bytes) -> None:
    stages = await engine.examine(boot)
    probabilities = np.zeros_like(stages.prediction.probabilities)
    probabilities[0] = 1
    certain = replace(stages.prediction, probabilities=probabilities, clothing_score=1.0)
    told = json.dumps(compose(replace(stages, prediction=certain), "v", ENGLISH))
    assert "T-shirt/top, 99%" in told
    assert "100%" not in told


async def test_each_step_shows_what_its_title_says(engine: Engine, boot: bytes) -> None:
    stages = await engine.examine(boot)
    told = compose(stages, "v", ENGLISH)["stages"]
    assert {step["title"]: drawn(step["image"]) for step in told} == {
        "Photo, cropped to the box": draw_photo(stages),
        "Where a garment was found": draw_mask(stages),
        "Cut out": draw_cutout(stages),
        "Colour taken away": draw_gray(stages),
        "28×28, negated: what the network saw": enlarge(stages.prediction.seen),
    }
    assert len({step["alt"] for step in told}) == 5


async def test_the_last_line_has_the_score_and_the_network(engine: Engine, boot: bytes) -> None:
    stages = await engine.examine(boot)
    prediction = replace(stages.prediction, clothing_score=0.25, milliseconds=7.4)
    told = compose(replace(stages, prediction=prediction), "v7", ENGLISH)
    assert told["timing"] == "Answered in 7 ms. Clothing score 25%. Network v7."


def drawn(address: str) -> Image.Image:
    """Read the picture that is in its address."""
    return Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))).copy()
