"""How Alembic is run: by the bot, on its own connection; or by a contributor's command line."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from bot.store.engine import create_engine, immediate
from bot.store.schema import metadata
from bot.store.url import database_url


def migrate(connection: Connection) -> None:
    """Run the pending steps in the transaction of `connection`."""
    # SQLite can't alter most of a table: Alembic then rebuilds it ("batch").
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


async def from_command_line() -> None:
    """Serve `alembic [-x url=…]`, on `data/fitcheck.db` unless told otherwise."""
    arguments = context.get_x_argument(as_dictionary=True)
    url = database_url(arguments.get("url", "sqlite:///data/fitcheck.db"))
    engine = create_engine(url, migrating=True)
    async with immediate(engine).begin() as connection:
        await connection.run_sync(migrate)
    await engine.dispose()


handed = context.config.attributes.get("connection")
if handed is not None:
    migrate(handed)
else:
    asyncio.run(from_command_line())
