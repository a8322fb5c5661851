"""What the page is told of an answer."""

from dataclasses import replace

import pytest

from bot.language.language import languages
from bot.web.answer import compose
from model.engine import Engine
from model.prediction import Verdict

ENGLISH = languages().wording("en")


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
    assert told["supposed"] == (verdict is Verdict.UNSURE and known < 0.5)


async def test_the_headline_says_that_it_is_likelier_none_of_the_classes(
    engine: Engine, boot: bytes
) -> None:
    stages = await engine.examine(boot)
    doubtful = replace(stages.prediction, verdict=Verdict.UNSURE, known=0.1)
    told = compose(replace(stages, prediction=doubtful), "v", ENGLISH)
    assert told["headline"] == "Not sure: probably none of my classes"
    assert told["classes"][0]["probability"] > 0.9  # if it were one of them
