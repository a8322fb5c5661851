"""What people say a picture really shows: one vote a person and picture, changeable."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from discord.utils import time_snowflake
from sqlalchemy import ColumnElement, Row, and_, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from bot.store.database import Database, insert
from bot.store.errors import AnswerForgotten, NotThePoster, UnknownClass, VoteUnwanted
from bot.store.gone import Gone
from bot.store.journal import Journal
from bot.store.posts import Answer
from bot.store.schema import CLASSLESS, Correctors, answers, posts, votes


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be shown of one picture.

    Attributes
    ----------
    picture : int
        Its place in the message, from 0.
    answer : Answer
        What FitCheck said.
    label : str
        What votes say, or without any what was answered.
    """

    picture: int
    answer: Answer
    label: str


@dataclass(frozen=True, slots=True)
class Kept(Shown):
    """What is kept of one picture's answer.

    Attributes
    ----------
    author_id : int
        Who posted the picture, or asked with a command.
    sorts : bool
        Whether its post is sorted by `label`: neither a picture that its poster hid nor a doubt
        that nobody has voted on sorts anything.
    """

    author_id: int
    sorts: bool = True


@dataclass(frozen=True, slots=True)
class Ballot:
    """An answer after a vote on it.

    Attributes
    ----------
    before, label : str
        What was shown before this vote, and is to be shown now.
    sorted_before : bool
        Whether its post was sorted by `before`.
    """

    before: str
    label: str
    sorted_before: bool = True


def check_corrector(correctors: Correctors, voter_id: int, author_id: int) -> None:
    """Let a person vote on a picture that `author_id` posted.

    Raises
    ------
    NotThePoster
        If only the poster may vote, and this is somebody else.
    """
    if correctors is Correctors.POSTER and voter_id != author_id:
        raise NotThePoster("only the poster may correct it")


class Votes:
    """Every vote that is kept.

    Parameters
    ----------
    database : Database
        Where they are.
    journal : Journal
        What may still hold the answer that is voted on.
    gone : Gone
        Who wanted to be forgotten lately.
    """

    def __init__(self, database: Database, journal: Journal, gone: Gone) -> None:
        self._database = database
        self._journal = journal
        self._gone = gone

    async def of(self, guild_id: int, message_id: int) -> tuple[Kept, ...]:
        """Return what is kept of a message's answers, in the order of its pictures.

        Raises
        ------
        AnswerForgotten
            If nothing is, in that server.
        StoreUnavailable
            If the database can't be reached.
        """
        query = (
            select(answers, posts.c.author_id, _SORTS.label("sorts"))
            .join_from(answers, posts)
            .where(answers.c.message_id == message_id, posts.c.guild_id == guild_id)
            .order_by(answers.c.picture)
        )
        await self._journal.flush()
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        if not rows:
            raise AnswerForgotten(f"no answer is kept for {message_id}")
        return tuple(map(_kept, rows))

    async def cast(
        self,
        guild_id: int,
        message_id: int,
        picture: int,
        voter_id: int,
        said: str,
        *,
        correctors: Correctors = Correctors.EVERYONE,
        now: datetime | None = None,
    ) -> Ballot:
        """Take a person's vote, in place of an earlier one.

        The class that most people named is shown from then on; between equals, the one that
        FitCheck answered, then the one named last.

        Parameters
        ----------
        guild_id, message_id, picture : int
            The picture: its server, message, and place in the message, from 0.
        voter_id : int
            The person.
        said : str
            A class, which may be the answered one, or one of `CLASSLESS`.
        correctors : Correctors
            Who may vote there.
        now : datetime, optional
            When they voted, by Discord's clock; else it is the host's.

        Raises
        ------
        AnswerForgotten
            If no answer to that picture is kept in that server.
        NotThePoster
            If only the poster may vote, and this is somebody else.
        UnknownClass
            If `said` is none of the classes that the answer chose from.
        VoteUnwanted
            If the person wanted to be forgotten after `now`.
        StoreUnavailable
            If the database can't be reached.
        """
        this, voted_at = _this(message_id, picture), now or datetime.now(UTC)
        await self._journal.flush()
        async with self._database.writing() as connection:
            query = (
                select(answers, posts.c.author_id)
                .join_from(answers, posts)
                .where(*this, posts.c.guild_id == guild_id)
                .with_for_update(of=answers)  # so that simultaneous votes are counted one by one
            )
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                raise AnswerForgotten(f"no answer is kept for picture {picture} of {message_id}")
            check_corrector(correctors, voter_id, row.author_id)
            if said not in row.probabilities and said not in CLASSLESS:
                raise UnknownClass(f"{said!r} is none of {', '.join(row.probabilities)}")
            # Asked for only now that no other vote on it can come between.
            sorted_before = await connection.scalar(select(_SORTS).where(*this))
            values = {"said": said, "voted_at": voted_at}
            await connection.execute(
                insert(connection, votes)
                .values(message_id=message_id, picture=picture, voter_id=voter_id, **values)
                .on_conflict_do_update(
                    index_elements=["message_id", "picture", "voter_id"], set_=values
                )
            )
            (label,) = await settle(connection, *this)
            if self._gone.is_unwanted(time_snowflake(voted_at), voter_id):
                raise VoteUnwanted("whoever voted wanted to be forgotten after that")
        return Ballot(row.label, label, bool(sorted_before))


async def settle(connection: AsyncConnection, *which: ColumnElement[bool]) -> Sequence[str]:
    """Show on some answers what their votes say, or without votes what was answered.

    Returns
    -------
    sequence of str
        What they show now.
    """
    return (await connection.scalars(_SETTLE.where(*which))).all()


def _settling() -> ReturningUpdate[tuple[str]]:
    own = answers.alias()  # SQLite can't order a subquery by a column of the statement around it
    winner = (
        select(votes.c.said)
        .join(own, and_(votes.c.message_id == own.c.message_id, votes.c.picture == own.c.picture))
        .where(votes.c.message_id == answers.c.message_id, votes.c.picture == answers.c.picture)
        .group_by(votes.c.said, own.c.answered)
        .order_by(
            func.count().desc(),
            case((votes.c.said == own.c.answered, 0), else_=1),
            func.max(votes.c.voted_at).desc(),
            votes.c.said,
        )
        .limit(1)
        .correlate(answers)
        .scalar_subquery()
    )
    shown = func.coalesce(winner, answers.c.answered)
    return update(answers).values(label=shown).returning(answers.c.label)


_SETTLE: Final = _settling()  # building it takes longer than running it

VOTED: Final = (
    exists()
    .where(votes.c.message_id == answers.c.message_id, votes.c.picture == answers.c.picture)
    .correlate(answers)
)
"""Whether an answer has votes."""

_SORTS: Final = and_(~answers.c.spoiler, or_(answers.c.sure, VOTED))
"""Whether a post is sorted by what an answer shows."""


def _kept(row: Row[Any]) -> Kept:
    answer = Answer(row.answered, row.probabilities, sure=row.sure, spoiler=row.spoiler)
    return Kept(row.picture, answer, row.label, row.author_id, row.sorts)


def _this(message_id: int, picture: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return answers.c.message_id == message_id, answers.c.picture == picture
