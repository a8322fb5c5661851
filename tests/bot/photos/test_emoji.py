"""Classes as emoji, without Discord."""

from dataclasses import replace

from bot.photos.classify import Answered
from bot.photos.emoji import reactions_to
from model.engine import Engine
from model.prediction import Verdict


async def test_doubt_and_unknown_classes_have_emoji(boot: bytes, engine: Engine) -> None:
    prediction = await engine.classify(boot)
    named = replace(prediction, verdict=Verdict.CLOTHING, classes=("Hat",) * 10)
    unsure = replace(prediction, verdict=Verdict.UNSURE, classes=("Bag",) * 10)
    both = [Answered(1, False, named, b""), Answered(2, False, unsure, b"")]
    assert reactions_to(both) == ["🏷️", "👜", "❔"]
    none = replace(unsure, known=0.1)
    assert reactions_to([Answered(1, False, none, b"")]) == ["❔"]
