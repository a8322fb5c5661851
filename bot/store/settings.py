"""What a server's admins can choose."""

from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Row, select

from bot.store.database import Database, insert
from bot.store.errors import SettingInvalid
from bot.store.schema import AnswerStyle, Correctors, server_settings
from bot.store.snapshot import Snapshot

LONGEST_RETENTION: Final = 3650
"""In days."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server's settings; the defaults are those of a server that never chose.

    Attributes
    ----------
    answer_posts : bool
        Whether posted pictures are answered without being asked.
    allowed_channels : frozenset of int
        If any, the only channels and threads where posts are answered.
    denied_channels : frozenset of int
        Channels and threads where they never are.
    ignored_roles : frozenset of int
        Members with one of these roles are answered only when they ask.
    style : AnswerStyle
        How posts are answered.
    correctors : Correctors
        Who may say what a picture really shows.
    silent_below : float
        The probability, in 0..1, below which a post isn't answered.
    keep_counts, keep_corrections, keep_index : bool
        What is kept: counts by class and day, answers and the votes on them, answers to be found.
    language : str or None
        A locale such as "pt-BR"; None follows Discord's setting of the server.
    log_channel_id : int or None
        The channel that is told of changes.
    retention_days : int
        How long answers and votes are kept, in days from being stored.

    Raises
    ------
    SettingInvalid
        If a number is out of its range.
    """

    answer_posts: bool = True
    allowed_channels: frozenset[int] = frozenset()
    denied_channels: frozenset[int] = frozenset()
    ignored_roles: frozenset[int] = frozenset()
    style: AnswerStyle = AnswerStyle.CARD
    correctors: Correctors = Correctors.EVERYONE
    silent_below: float = 0.0
    keep_counts: bool = True
    keep_corrections: bool = True
    keep_index: bool = False
    language: str | None = None
    log_channel_id: int | None = None
    retention_days: int = 90

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not 0 <= self.silent_below <= 1:
            raise SettingInvalid(f"silent_below is {self.silent_below}; it must be in 0..1")
        if not 1 <= self.retention_days <= LONGEST_RETENTION:
            raise SettingInvalid(
                f"retention_days is {self.retention_days}; it must be in 1..{LONGEST_RETENTION}"
            )

    @property
    def keeps_answers(self) -> bool:
        """Whether answers are stored, for finding or for correcting them."""
        return self.keep_corrections or self.keep_index

    def answers_in(self, channel_id: int, parent_id: int | None, roles: Collection[int]) -> bool:
        """Whether a post there, by a member with these roles, is answered.

        A thread follows its parent channel, unless it is named itself.
        """
        if not self.answer_posts or not self.ignored_roles.isdisjoint(roles):
            return False
        for place in (channel_id, parent_id):
            if place in self.denied_channels:
                return False
            if place in self.allowed_channels:
                return True
        return not self.allowed_channels


DEFAULTS: Final = ServerSettings()


class SettingsTable:
    """Every server's settings.

    Parameters
    ----------
    database : Database
        Where they are kept.
    """

    def __init__(self, database: Database) -> None:
        self._snapshot = Snapshot(database, server_settings, _read)
        self.refresh = self._snapshot.refresh

    def of(self, guild_id: int | None) -> ServerSettings:
        """Return the last known settings of a server; outside of servers, the defaults.

        Never waits, never fails.
        """
        return DEFAULTS if guild_id is None else self._snapshot.rows.get(guild_id, DEFAULTS)

    async def change(
        self, guild_id: int, edit: Callable[[ServerSettings], ServerSettings]
    ) -> ServerSettings:
        """Change a server's settings: `change(7, lambda s: replace(s, language="de"))`.

        `edit` gets what is stored at that moment, so that two admins' changes both last.

        Returns
        -------
        ServerSettings
            As they are now, here at once and in other processes within a second.

        Raises
        ------
        SettingInvalid
            If a value is out of its range; nothing is changed.
        StoreUnavailable
            If the database can't be reached; nothing is changed.
        """
        async with self._snapshot.changing() as connection:
            query = select(server_settings).where(server_settings.c.guild_id == guild_id)
            row = (await connection.execute(query)).one_or_none()
            changed = edit(_read(row) if row else DEFAULTS)
            values = asdict(changed)
            await connection.execute(
                insert(connection, server_settings)
                .values(guild_id=guild_id, **values)
                .on_conflict_do_update(index_elements=["guild_id"], set_=values)
            )
        return changed


def _read(row: Row[Any]) -> ServerSettings:
    values = dict(row._mapping)  # noqa: SLF001 (SQLAlchemy's public name for it)
    del values["guild_id"]
    return ServerSettings(**values)
