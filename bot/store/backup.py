"""Copies of an SQLite file from before its schema was changed."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from glob import escape
from pathlib import Path
from typing import Final

KEPT: Final = timedelta(days=7)
"""How long a copy is kept: it still holds what people asked to forget meanwhile."""
_STAMP: Final = "%Y%m%dT%H%M%S%f"
_UNFINISHED: Final = ".part"
_ENDS: Final = (".bak", f".bak{_UNFINISHED}", f".bak{_UNFINISHED}-journal")


def back_up(database: Path, revision: str, now: datetime) -> Path:
    """Copy `database` as it was last committed, while others may use it.

    Parameters
    ----------
    database : Path
        An SQLite file.
    revision : str
        Of its schema; part of the copy's name, `fitcheck.db.0001-20261122T101500000000.bak`.
    now : datetime
        Part of the name as well, in UTC.

    Returns
    -------
    Path
        The copy, beside the original, readable by its owner only.

    Raises
    ------
    sqlite3.Error
        If there can be none, on a full disk say; then nothing is left of it.
    """
    copy = database.with_name(f"{database.name}.{revision}-{now.astimezone(UTC):{_STAMP}}.bak")
    part = copy.with_name(f"{copy.name}{_UNFINISHED}")  # if it is killed, no half passes for a copy
    part.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
    except sqlite3.Error:  # half a copy is of no use, and each start would leave another
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)
        raise
    return part.replace(copy)


def prune_backups(database: Path, now: datetime) -> list[Path]:
    """Delete copies of `database` that are older than `KEPT`, and return them."""
    pruned = []
    begins = f"{escape(database.name)}.*-*"
    for copy in (one for end in _ENDS for one in database.parent.glob(begins + end)):
        stamp = copy.name.rpartition(".bak")[0].rpartition("-")[2]
        try:
            made = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # named like ours, but not by us
        if made < now - KEPT:
            copy.unlink(missing_ok=True)  # another process may prune as well
            pruned.append(copy)
    return pruned
