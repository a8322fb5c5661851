"""As much of a list as fits."""

import pytest

from bot.language.language import languages
from bot.sorting.table import fitting

LINES = ["x" * 30] * 4


@pytest.mark.parametrize("tag", languages().tags)
@pytest.mark.parametrize(("room", "shown"), [(123, 4), (122, 3), (92, 2), (61, 1), (30, 0)])
def test_what_does_not_fit_is_counted_in_every_language(tag: str, room: int, shown: int) -> None:
    text = fitting(LINES, languages().wording(tag), room)
    assert len(text) <= room
    assert text.count("x" * 30) == shown
    assert (str(4 - shown) in text) == (shown < 4)
