"""The schema is brought up to date wholly or not at all, by one process at a time."""

import asyncio
import re
import resource
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, make_url, text

from bot.store.engine import create_engine
from bot.store.errors import DatabaseRefused, MigrationFailed, SchemaMismatch, StoreUnavailable
from bot.store.migrate import MIGRATIONS, migrate
from bot.store.posts import Answer
from bot.store.schema import metadata
from bot.store.store import open_store
from bot.store.url import database_url, sqlite_url
from bot.store.votes import Kept
from tests.bot.store.postgres import PostgresServer

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = {previous!r}


def upgrade() -> None:
    op.create_table("extra", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.execute("DELETE FROM counts")
    {last}
"""


def newest() -> str:
    revisions = [path.name[1:5] for path in MIGRATIONS.glob("versions/v*.py")]
    return max(revisions)


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """A copy of the shipped steps, to add to."""
    return shutil.copytree(MIGRATIONS, tmp_path / "100% migrations")


def copies(folder: Path) -> list[Path]:
    return list(folder.glob("*.bak"))


def add_step(migrations: Path, last: str) -> None:
    step = NEXT.format(previous=newest(), last=last)
    (migrations / "versions" / "v9999_next.py").write_text(step)


async def tables(address: str) -> set[str]:
    engine = create_engine(database_url(address), migrating=True)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await engine.dispose()
    return set(names)


async def execute(address: str, statement: str) -> None:
    engine = create_engine(database_url(address), migrating=True)
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def migrate_to(address: str, revision: str) -> None:
    """Bring a database to an older schema, which `migrate` would refuse."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    def run(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    engine = create_engine(database_url(address), migrating=True)
    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


async def test_an_empty_database_gets_the_tables_of_the_models(address: str) -> None:
    await migrate(database_url(address))  # which itself refuses what differs from the models
    assert await tables(address) == {*metadata.tables, "alembic_version"}


async def test_a_second_start_finds_nothing_to_do(address: str) -> None:
    url = database_url(address)
    await migrate(url)
    await migrate(url)
    if url.get_backend_name() == "sqlite":
        assert copies(Path(str(url.database)).parent) == []


async def test_a_step_that_fails_half_way_leaves_everything_as_it_was(
    address: str, migrations: Path
) -> None:
    url = database_url(address)
    await migrate(url)
    await execute(address, "INSERT INTO counts VALUES (7, '2026-11-22', 'Coat', 3)")
    add_step(migrations, 'op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(MigrationFailed, match=f"from {newest()} to 9999.*Nothing in it was"):
        await migrate(url, migrations)
    assert "extra" not in await tables(address)
    async with open_store(address) as store:  # the FitCheck from before still runs
        assert (await store.counts.of(7)).by_class == {"Coat": 3}


async def test_the_file_is_copied_before_a_migration(tmp_path: Path, migrations: Path) -> None:
    path = tmp_path / "fitcheck.db"
    address = sqlite_url(path)
    await migrate(database_url(address))
    await execute(address, "INSERT INTO counts VALUES (7, '2026-11-22', 'Coat', 3)")
    add_step(migrations, "op.drop_table('extra')")
    await migrate(database_url(address), migrations)
    (copy,) = copies(tmp_path)
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT label, pictures FROM counts").fetchall() == [("Coat", 3)]


@pytest.mark.parametrize("body", ['op.execute("INSERT INTO nowhere VALUES (1)")', "pass"])
async def test_a_migration_that_is_taken_back_leaves_no_copy(
    tmp_path: Path, migrations: Path, body: str
) -> None:
    address = sqlite_url(tmp_path / "fitcheck.db")
    await migrate(database_url(address))
    add_step(migrations, body)
    for _ in range(2):  # as something that starts it again and again would
        with pytest.raises((MigrationFailed, SchemaMismatch)):
            await migrate(database_url(address), migrations)
    assert copies(tmp_path) == []


async def test_a_migration_without_room_to_be_committed_leaves_no_copy(
    tmp_path: Path, migrations: Path
) -> None:
    address = sqlite_url(tmp_path / "fitcheck.db")
    await migrate(database_url(address))
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    # What can't be written any more is the log beside the file; the copy is as large as the file.
    most = (tmp_path / "fitcheck.db").stat().st_size
    rows = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
        " INSERT INTO counts SELECT i, '2026-11-22', 'Coat', 1 FROM n"
    )
    add_step(migrations, f'op.drop_table("extra")\n    op.execute("{rows}")')
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, unlimited[1]))
    try:
        with pytest.raises(StoreUnavailable):
            await migrate(database_url(address), migrations)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert copies(tmp_path) == []
    await migrate(database_url(address), migrations)


async def test_a_server_that_is_stopped_during_a_migration_is_waited_for(
    server: PostgresServer, migrations: Path
) -> None:
    address = await server.empty_database()
    await migrate(database_url(address))
    add_step(migrations, 'op.execute("SELECT pg_terminate_backend(pg_backend_pid())")')
    with pytest.raises(StoreUnavailable):  # which ends with another exit code than MigrationFailed
        await migrate(database_url(address), migrations)


async def test_no_migration_without_its_copy(
    tmp_path: Path, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = sqlite_url(tmp_path / "fitcheck.db")
    await migrate(database_url(address))
    add_step(migrations, "pass")

    def full(*_arguments: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.store.migrate.back_up", full)
    with pytest.raises(MigrationFailed, match="No space left"):
        await migrate(database_url(address), migrations)
    assert "extra" not in await tables(address)


async def test_steps_that_make_another_schema_than_the_models_are_taken_back(
    address: str, migrations: Path
) -> None:
    await migrate(database_url(address))
    add_step(migrations, "pass")  # "extra" is no table of the models
    with pytest.raises(SchemaMismatch, match="extra"):
        await migrate(database_url(address), migrations)
    assert "extra" not in await tables(address)


async def test_a_half_schema_is_refused(address: str) -> None:
    await migrate(database_url(address))
    await execute(address, "DROP TABLE votes")
    with pytest.raises(SchemaMismatch, match="votes"):
        async with open_store(address):
            pass


async def test_a_database_of_a_newer_fitcheck_is_refused(address: str) -> None:
    await migrate(database_url(address))
    await execute(address, "UPDATE alembic_version SET version_num = '9998'")
    with pytest.raises(SchemaMismatch, match="9998, newer than"):
        await migrate(database_url(address))


async def test_rebuilding_a_table_keeps_what_refers_to_it(tmp_path: Path, migrations: Path) -> None:
    """SQLite alters a table by rebuilding it; dropping the old one must not cascade."""
    address = sqlite_url(tmp_path / "fitcheck.db")
    await migrate(database_url(address))
    await execute(address, "INSERT INTO posts VALUES (1, 7, 70, NULL, 700, '2026-11-22 00:00:00')")
    await execute(address, "INSERT INTO answers VALUES (1, 0, 'Coat', 'Coat', '{}', TRUE, FALSE)")
    rebuild = (
        'op.drop_table("extra")\n    with op.batch_alter_table("posts", recreate="always"): pass'
    )
    add_step(migrations, rebuild)
    await migrate(database_url(address), migrations)
    with closing(sqlite3.connect(tmp_path / "fitcheck.db")) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (1,)


async def test_answers_from_before_doubts_and_spoilers_were_kept_count_as_neither(
    address: str,
) -> None:
    await migrate_to(address, "0001")
    await execute(address, "INSERT INTO posts VALUES (1, 7, 70, NULL, 700, '2026-11-22 00:00:00')")
    await execute(address, "INSERT INTO answers VALUES (1, 0, 'Coat', 'Coat', '{\"Coat\": 1}')")
    async with open_store(address) as store:
        assert await store.votes.of(7, 1) == (Kept(0, Answer("Coat", {"Coat": 1}), "Coat", 700),)


async def test_two_processes_migrating_at_once_do_not_clash(address: str) -> None:
    program = (
        "import asyncio, sys; from bot.store.migrate import migrate; "
        "from bot.store.url import database_url; asyncio.run(migrate(database_url(sys.argv[1])))"
    )
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", program, address, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(3)
    ]
    errors = [(await process.communicate())[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], errors
    assert set(metadata.tables) < await tables(address)


async def test_a_database_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    nobody_listens = "postgresql://fitcheck:hunter2@127.0.0.1:1/fitcheck"
    with pytest.raises(StoreUnavailable, match="not available") as error:
        await migrate(database_url(nobody_listens))
    assert "hunter2" not in str(error.value)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseRefused, match="can't be opened"):
        await migrate(database_url(sqlite_url(tmp_path / "file" / "fitcheck.db")))


@pytest.mark.parametrize(
    ("tables", "right", "cause"),
    [
        (False, "USAGE", "permission denied for schema"),  # as every user since PostgreSQL 15
        (False, "CREATE", "no schema has been selected"),
        (True, "USAGE", "permission denied for table"),  # as a copy is restored by another user
    ],
)
async def test_a_user_that_may_not_do_it_is_said_in_words(
    server: PostgresServer, tables: bool, right: str, cause: str
) -> None:
    address = await server.empty_database()
    if tables:
        await migrate(database_url(address))
    for statement in (
        "DROP ROLE IF EXISTS guest",
        "CREATE ROLE guest LOGIN PASSWORD 'guest'",
        f"GRANT {right} ON SCHEMA public TO guest",
    ):
        await execute(address, statement)
    guest = make_url(address).set(username="guest", password="guest")  # noqa: S106 - a test's own
    with pytest.raises(DatabaseRefused, match=f"{cause}.*make that user the owner"):
        await migrate(database_url(guest.render_as_string(hide_password=False)))


async def test_a_file_that_is_no_database_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "fitcheck.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(DatabaseRefused, match="not a database"):
        await migrate(database_url(sqlite_url(tmp_path / "fitcheck.db")))


def test_steps_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in MIGRATIONS.glob("versions/v*.py"))
    assert all(re.fullmatch(r"v\d{4}_\w+\.py", name) for name in names)
    assert [int(name[1:5]) for name in names] == list(range(1, len(names) + 1))
