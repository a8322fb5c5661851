"""The privacy page names every field that is stored, and none that isn't."""

import re
from pathlib import Path

from sqlalchemy import Connection, inspect

from bot.store.engine import create_engine
from bot.store.migrate import migrate
from bot.store.settings import DEFAULTS, LONGEST_RETENTION
from bot.store.url import database_url

PAGE = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text(encoding="utf-8")


def columns(connection: Connection) -> set[tuple[str, str]]:
    found = inspect(connection)
    return {
        (table, column["name"])
        for table in found.get_table_names()
        for column in found.get_columns(table)
    }


async def test_the_page_names_every_field_of_the_database(address: str) -> None:
    url = database_url(address)
    await migrate(url)
    engine = create_engine(url)
    async with engine.connect() as connection:
        stored = await connection.run_sync(columns)
    await engine.dispose()
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| \S.* \|$", PAGE, re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert set(rows) == stored


def test_the_page_says_what_is_kept_at_first_and_for_how_long() -> None:
    for what, kept in (
        ("counts", DEFAULTS.keep_counts),
        ("corrections", DEFAULTS.keep_corrections),
        ("the index", DEFAULTS.keep_index),
    ):
        assert f"| {what} | {'on' if kept else 'off'} |" in PAGE
    assert f"{DEFAULTS.retention_days} days after" in PAGE
    assert f"from 1 to {LONGEST_RETENTION:,} days" in PAGE
