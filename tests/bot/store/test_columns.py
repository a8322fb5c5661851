"""Instants and sets come back from either database as they went in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.columns import Snowflakes, UtcDateTime

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()])  # type: ignore[no-untyped-call]
def test_an_instant_keeps_its_meaning(dialect: Dialect) -> None:
    column = UtcDateTime()
    elsewhere = NOON.astimezone(timezone(timedelta(hours=9)))
    stored = column.process_bind_param(elsewhere, dialect)
    assert column.process_result_value(stored, dialect) == NOON
    assert column.process_bind_param(None, dialect) is None
    with pytest.raises(ValueError, match="no time zone"):
        column.process_bind_param(NOON.replace(tzinfo=None), dialect)


def test_equal_sets_are_stored_alike() -> None:
    dialect = sqlite.dialect()
    column = Snowflakes()
    assert column.process_bind_param(frozenset({3, 1, 2**62}), dialect) == [1, 3, 2**62]
    assert column.process_result_value([1, 3], dialect) == frozenset({1, 3})
