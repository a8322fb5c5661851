"""Whether FitCheck was sure of an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take every answer from before for a sure one: that is how votes treated it until now."""
    op.add_column(
        "answers", sa.Column("sure", sa.Boolean(), server_default=sa.true(), nullable=False)
    )
