"""Sorting: what a class brings about in a forum or another channel."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, select

from bot.store.database import Database, insert
from bot.store.errors import NothingToUndo, PlanChanged
from bot.store.schema import sortings
from bot.store.snapshot import Snapshot


class Action(StrEnum):
    """What happens to a post that holds the class."""

    TAG = "tag"
    REACTION = "reaction"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Rule:
    """One class and what it brings about.

    Attributes
    ----------
    label : str
        The class.
    action : Action
        What happens.
    target : str
        The tag's id, the emoji, or the id of the channel that gets the copy.
    """

    label: str
    action: Action
    target: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A channel's rules, and whether they are in force."""

    rules: tuple[Rule, ...] = ()
    switched_on: bool = False


@dataclass(frozen=True, slots=True)
class Sorting:
    """A channel's sorting now, and as it was before the last change."""

    plan: Plan
    previous: Plan


class Sortings:
    """Every channel's sorting.

    Parameters
    ----------
    database : Database
        Where it is kept.
    """

    def __init__(self, database: Database) -> None:
        self._snapshot = Snapshot(database, sortings, _read)
        self.refresh = self._snapshot.refresh

    def of(self, channel_id: int) -> Plan:
        """Return a channel's last known plan, an empty one if there is none.

        Never waits, never fails.
        """
        sorting = self._snapshot.rows.get(channel_id)
        return sorting.plan if sorting else Plan()

    async def change(self, guild_id: int, channel_id: int, edit: Callable[[Plan], Plan]) -> None:
        """Change a channel's plan: `change(7, 70, lambda plan: replace(plan, switched_on=True))`.

        `edit` gets what is stored at that moment, so that two admins' changes both last; what it
        raises leaves everything as it is. The plan so far can be gone back to, unless it stays. The
        change is known here at once and in other processes within a second.

        Raises
        ------
        StoreUnavailable
            If the database can't be reached; nothing is changed.
        """
        async with self._snapshot.changing() as connection:
            query = select(sortings).where(sortings.c.channel_id == channel_id)
            row = (await connection.execute(query)).one_or_none()
            now = _read(row).plan if row else Plan()
            changed = edit(now)
            if changed != now:
                values = {"plan": asdict(changed), "previous": asdict(now)}
                await connection.execute(
                    insert(connection, sortings)
                    .values(channel_id=channel_id, guild_id=guild_id, **values)
                    .on_conflict_do_update(index_elements=["channel_id"], set_=values)
                )

    async def undo(self, guild_id: int, channel_id: int, shown: Plan) -> None:
        """Go back to the plan before the last change; undone again, the change comes back.

        Parameters
        ----------
        guild_id, channel_id : int
            The channel and its server.
        shown : Plan
            What whoever undoes it sees, and means.

        Raises
        ------
        NothingToUndo
            If the channel was never sorted.
        PlanChanged
            If it isn't sorted by `shown` any more; nothing is changed.
        StoreUnavailable
            If the database can't be reached; nothing is changed.
        """
        here = (sortings.c.channel_id == channel_id, sortings.c.guild_id == guild_id)
        async with self._snapshot.changing() as connection:
            row = (await connection.execute(select(sortings).where(*here))).one_or_none()
            if row is None:
                raise NothingToUndo(f"channel {channel_id} has no sorting")
            if _read(row).plan != shown:
                raise PlanChanged(f"channel {channel_id}")
            swapped = {"plan": row.previous, "previous": row.plan}
            await connection.execute(sortings.update().where(*here).values(swapped))


def _read(row: Row[Any]) -> Sorting:
    return Sorting(_plan(row.plan), _plan(row.previous))


def _plan(stored: Mapping[str, Any]) -> Plan:
    rules = (Rule(one["label"], Action(one["action"]), one["target"]) for one in stored["rules"])
    return Plan(tuple(rules), stored["switched_on"])
