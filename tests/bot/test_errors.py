"""What errors tell of themselves."""

import pytest

from bot.desk import ErrorDesk
from bot.errors import FileTooLarge
from bot.language.language import languages


@pytest.mark.parametrize(
    ("size", "told"), [(10 * 2**20 + 1, "10.1"), (12 * 2**20, "12"), (11 * 2**20 - 1, "11")]
)
def test_a_file_that_is_too_large_is_told_to_be_larger_than_the_limit(size: int, told: str) -> None:
    error = FileTooLarge(size, 10 * 2**20)
    said = ErrorDesk(languages()).sentence(error, languages().wording("en"), "a test")
    assert f"has {told} MiB and I read up to 10;" in said
