"""Whether a picture was hidden as a spoiler."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take no picture from before for hidden: its post may have been sorted by it."""
    op.add_column(
        "answers", sa.Column("spoiler", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
