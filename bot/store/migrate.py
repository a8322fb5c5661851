"""Bring the schema up to date at start: wholly or not at all, and one process at a time."""

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.backup import back_up
from bot.store.engine import create_engine, immediate
from bot.store.errors import MigrationFailed, SchemaMismatch
from bot.store.failure import explained, is_forbidden, passes
from bot.store.schema import metadata

MIGRATIONS: Final = Path(__file__).with_name("migrations")
_LOCK: Final = 0x_F17C_4EC6
"""PostgreSQL's advisory lock that the migrating process holds; any number that is ours alone."""

log = logging.getLogger(__name__)


async def migrate(url: URL, migrations: Path = MIGRATIONS) -> None:
    """Bring the database at `url` to the newest schema in `migrations`.

    All pending steps run in one transaction that only one process can be in, so the others wait and
    then find nothing to do, and a step that fails leaves nothing behind. An SQLite file that holds
    something is copied first.

    Raises
    ------
    MigrationFailed
        If a step fails; the database is as it was.
    SchemaMismatch
        If the schema is newer than this FitCheck, or isn't what its history says.
    StoreUnavailable, DatabaseRefused
        If the database can't be reached or doesn't let us in.
    """
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    async with explained(url):
        engine = create_engine(url, migrating=True)
        try:
            async with immediate(engine).begin() as connection:
                if connection.dialect.name == "postgresql":
                    lock = text("SELECT pg_advisory_xact_lock(:key)")
                    await connection.execute(lock, {"key": _LOCK})
                await _upgrade(connection, config, script)
        finally:
            await engine.dispose()


async def _upgrade(connection: AsyncConnection, config: Config, script: ScriptDirectory) -> None:
    """Run the pending steps, if any, and compare what is there then with the models."""
    found = await connection.run_sync(_revision)
    newest = script.get_current_head()
    if found == newest:
        await connection.run_sync(_check)
        return
    if found is not None and found not in {step.revision for step in script.walk_revisions()}:
        raise SchemaMismatch(
            f"the database's schema is {found}, newer than this FitCheck's {newest}; "
            "update FitCheck, or go back to a database from before"
        )
    copy = await _copy(connection.engine.url, found)
    log.info("Migrating the database from %s to %s.", found or "nothing", newest)

    def run(sync: Connection) -> None:
        config.attributes["connection"] = sync
        command.upgrade(config, "head")
        _check(sync)

    try:
        await connection.run_sync(run)
        await connection.commit()  # here, since it takes room on the disk as well
    except Exception as error:
        if copy is not None:
            copy.unlink()  # of what wasn't changed; each new start would leave another
        if isinstance(error, SchemaMismatch) or is_forbidden(error) or passes(error):
            raise
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise MigrationFailed(
            f"the database could not be migrated from {found or 'nothing'} to {newest}: {cause}. "
            "Nothing in it was changed. Report this, or run the FitCheck from before."
        ) from error


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def _copy(url: URL, revision: str | None) -> Path | None:
    """Copy an SQLite file that holds a schema already; nobody writes to it meanwhile."""
    if url.get_backend_name() != "sqlite" or revision is None:
        return None
    try:
        return await asyncio.to_thread(
            back_up, Path(url.database or ""), revision, datetime.now(UTC)
        )
    except Exception as error:
        raise MigrationFailed(
            f"the database could not be copied before its migration, so nothing was done: {error}. "
            "Is the disk full, or its folder not writable?"
        ) from error


def _check(connection: Connection) -> None:
    """Refuse a schema that isn't the models', whoever made it so."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    differences = compare_metadata(context, metadata)
    if connection.dialect.name == "sqlite":
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        differences += [("dangling", *row) for row in dangling]
    if differences:
        present = ", ".join(sorted(inspect(connection).get_table_names())) or "none"
        raise SchemaMismatch(
            f"the database's tables are not this FitCheck's: {differences[:3]} of {present}. "
            "Restore a copy from before, or point DATABASE_URL at an empty database"
        )
