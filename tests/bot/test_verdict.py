"""Which wordings tell an answer, and that every language has them."""

from dataclasses import replace

import pytest

from bot.language.language import FALLBACK, languages
from bot.verdict import kind
from model.engine import Engine
from model.prediction import Verdict

KINDS = [
    (Verdict.CLOTHING, 0.9, "clothing"),
    (Verdict.CLOTHING, 0.4, "clothing"),
    (Verdict.UNSURE, 0.9, "unsure"),
    (Verdict.UNSURE, 0.1, "none"),
    (Verdict.NOT_CLOTHING, 0.1, "not-clothing"),
]


@pytest.mark.parametrize(("verdict", "known", "expected"), KINDS)
async def test_a_doubt_whether_it_is_one_of_the_classes_is_a_kind_of_its_own(
    engine: Engine, boot: bytes, verdict: Verdict, known: float, expected: str
) -> None:
    prediction = await engine.classify(boot)
    assert kind(replace(prediction, verdict=verdict, known=known)) == expected


@pytest.mark.parametrize("form", ["verdict", "answer", "line", "alt", "sight"])
@pytest.mark.parametrize("name", sorted({name for *_, name in KINDS}))
def test_each_kind_is_worded_wherever_it_is_shown(form: str, name: str) -> None:
    assert f"{form}-{name}" in languages().wording(FALLBACK)
