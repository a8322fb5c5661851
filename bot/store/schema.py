"""The tables. `docs/privacy.md` describes every field of them, and a test compares the two."""

from enum import StrEnum
from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Enum,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from bot.store.columns import Snowflakes, UtcDateTime

NO_CLOTHING: Final = "no clothing"
"""Stands where a class would, for a picture without clothing."""

OTHER_KIND: Final = "another kind"
"""Stands where a class would, for clothing that is none of them."""

CLASSLESS: Final = (OTHER_KIND, NO_CLOTHING)
"""What a picture can be said to show besides the classes."""


class AnswerStyle(StrEnum):
    """How a post is answered."""

    CARD = "card"
    LINE = "line"
    REACTION = "reaction"


class Correctors(StrEnum):
    """Who may say what a picture really shows."""

    EVERYONE = "everyone"
    POSTER = "poster"


metadata = MetaData(
    # Without names of our own, SQLite's constraints have none, and no migration could drop them.
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id(name: str, *, key: bool = False, nullable: bool = False) -> Column[int]:
    """Return a column for one of Discord's 64-bit ids."""
    return Column(name, BigInteger, primary_key=key, nullable=nullable, autoincrement=False)


def _choice(kind: type[StrEnum]) -> Enum:
    """Return a type that stores an enumeration's values as text, so adding one needs no DDL."""
    return Enum(
        kind, native_enum=False, length=16, values_callable=lambda e: [str(one) for one in e]
    )


server_settings = Table(
    "server_settings",
    metadata,
    _id("guild_id", key=True),
    Column("answer_posts", Boolean, nullable=False),
    Column("allowed_channels", Snowflakes, nullable=False),
    Column("denied_channels", Snowflakes, nullable=False),
    Column("ignored_roles", Snowflakes, nullable=False),
    Column("style", _choice(AnswerStyle), nullable=False),
    Column("correctors", _choice(Correctors), nullable=False),
    Column("silent_below", Float, nullable=False),
    Column("keep_counts", Boolean, nullable=False),
    Column("keep_corrections", Boolean, nullable=False),
    Column("keep_index", Boolean, nullable=False),
    Column("language", String(16)),
    _id("log_channel_id", nullable=True),
    Column("retention_days", Integer, nullable=False),
)

sortings = Table(
    "sortings",
    metadata,
    _id("channel_id", key=True),
    _id("guild_id"),
    Column("plan", JSON, nullable=False),
    Column("previous", JSON, nullable=False),
    Index(None, "guild_id"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("revision", BigInteger, nullable=False),
)

posts = Table(
    "posts",
    metadata,
    _id("message_id", key=True),
    _id("guild_id"),
    _id("channel_id"),
    _id("parent_id", nullable=True),
    _id("author_id"),
    Column("stored_at", UtcDateTime, nullable=False),
    Index(None, "guild_id", "message_id"),
    Index(None, "guild_id", "stored_at"),
    Index(None, "channel_id"),
    Index(None, "parent_id"),
    Index(None, "author_id"),
)

answers = Table(
    "answers",
    metadata,
    Column(
        "message_id",
        BigInteger,
        ForeignKey("posts.message_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("picture", Integer, primary_key=True, autoincrement=False),
    Column("answered", String, nullable=False),
    Column("label", String, nullable=False),
    Column("probabilities", JSON, nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("spoiler", Boolean, nullable=False),
)

votes = Table(
    "votes",
    metadata,
    _id("message_id", key=True),
    Column("picture", Integer, primary_key=True, autoincrement=False),
    _id("voter_id", key=True),
    Column("said", String, nullable=False),
    Column("voted_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(
        ["message_id", "picture"], ["answers.message_id", "answers.picture"], ondelete="CASCADE"
    ),
    Index(None, "voter_id"),
)

counts = Table(
    "counts",
    metadata,
    _id("guild_id", key=True),
    Column("day", Date, primary_key=True),
    Column("label", String, primary_key=True),
    Column("pictures", BigInteger, nullable=False),
)

index_jobs = Table(
    "index_jobs",
    metadata,
    _id("channel_id", key=True),
    _id("guild_id"),
    _id("before_id", nullable=True),
    Column("messages", BigInteger, nullable=False),
    Column("pictures", BigInteger, nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("worker", String(64)),
    Column("leased_until", UtcDateTime),
    Index(None, "guild_id"),
)
