"""What is kept of a server as CSV files."""

import asyncio
import csv
import gzip
import io

import discord

from bot.store.counts import Tally
from bot.store.store import Store


async def export(store: Store, guild_id: int, *, limit: int) -> list[discord.File]:
    """Write a server's counts and votes into files, without who voted.

    Parameters
    ----------
    store : Store
        What is kept.
    guild_id : int
        The server.
    limit : int
        The most bytes that Discord takes; a longer file is compressed.

    Raises
    ------
    StoreUnavailable
        If the database can't be reached.
    """
    counts = counts_csv(await store.counts.of(guild_id))
    votes = await store.accuracy.votes_csv(guild_id)
    return [
        await asyncio.to_thread(_file, "counts.csv", counts, limit // 2),
        await asyncio.to_thread(_file, "votes.csv", votes, limit // 2),
    ]


def counts_csv(tally: Tally) -> str:
    """Write counts as CSV, oldest first; days are in UTC."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(("day", "class", "pictures"))
    table.writerows((one.day.isoformat(), one.label, one.pictures) for one in tally.counts)
    return text.getvalue()


def _file(name: str, text: str, limit: int) -> discord.File:
    data = text.encode()
    if len(data) > limit:
        name, data = f"{name}.gz", gzip.compress(data)
    return discord.File(io.BytesIO(data), name)
