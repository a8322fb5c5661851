"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create them all."""
    op.create_table(
        "counts",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("pictures", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "day", "label", name=op.f("pk_counts")),
    )
    op.create_table(
        "index_jobs",
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("before_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("messages", sa.BigInteger(), nullable=False),
        sa.Column("pictures", sa.BigInteger(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("worker", sa.String(length=64), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("channel_id", name=op.f("pk_index_jobs")),
    )
    op.create_index(op.f("ix_index_jobs_guild_id"), "index_jobs", ["guild_id"], unique=False)
    op.create_table(
        "posts",
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("parent_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("author_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_author_id"), "posts", ["author_id"], unique=False)
    op.create_index(op.f("ix_posts_channel_id"), "posts", ["channel_id"], unique=False)
    op.create_index(
        op.f("ix_posts_guild_id_message_id"), "posts", ["guild_id", "message_id"], unique=False
    )
    op.create_index(
        op.f("ix_posts_guild_id_stored_at"), "posts", ["guild_id", "stored_at"], unique=False
    )
    op.create_index(op.f("ix_posts_parent_id"), "posts", ["parent_id"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_revisions")),
    )
    op.create_table(
        "server_settings",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("answer_posts", sa.Boolean(), nullable=False),
        sa.Column("allowed_channels", sa.JSON(), nullable=False),
        sa.Column("denied_channels", sa.JSON(), nullable=False),
        sa.Column("ignored_roles", sa.JSON(), nullable=False),
        sa.Column("style", sa.String(length=16), nullable=False),
        sa.Column("correctors", sa.String(length=16), nullable=False),
        sa.Column("silent_below", sa.Float(), nullable=False),
        sa.Column("keep_counts", sa.Boolean(), nullable=False),
        sa.Column("keep_corrections", sa.Boolean(), nullable=False),
        sa.Column("keep_index", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("log_channel_id", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name=op.f("pk_server_settings")),
    )
    op.create_table(
        "sortings",
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("previous", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("channel_id", name=op.f("pk_sortings")),
    )
    op.create_index(op.f("ix_sortings_guild_id"), "sortings", ["guild_id"], unique=False)
    op.create_table(
        "answers",
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("picture", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answered", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("probabilities", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["posts.message_id"],
            name=op.f("fk_answers_message_id_posts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("message_id", "picture", name=op.f("pk_answers")),
    )
    op.create_table(
        "votes",
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("picture", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("voter_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("voted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id", "picture"],
            ["answers.message_id", "answers.picture"],
            name=op.f("fk_votes_message_id_picture_answers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("message_id", "picture", "voter_id", name=op.f("pk_votes")),
    )
    op.create_index(op.f("ix_votes_voter_id"), "votes", ["voter_id"], unique=False)
