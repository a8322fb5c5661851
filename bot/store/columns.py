"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import JSON, DateTime, Dialect
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant; SQLite forgets time zones, so it is stored in UTC and comes back as such."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an instant into UTC; one without a time zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put back the time zone that SQLite dropped."""
        del dialect
        return value and value.replace(tzinfo=value.tzinfo or UTC)


class Snowflakes(TypeDecorator[frozenset[int]]):
    """A small set of Discord ids."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> list[int]:
        """Sort, so that equal sets are stored alike."""
        del dialect
        return sorted(value or ())

    def process_result_value(self, value: list[int] | None, dialect: Dialect) -> frozenset[int]:
        """Make it a set again."""
        del dialect
        return frozenset(value or ())
