"""Answered posts: which pictures held what. Pictures themselves are never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import exists
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import insert
from bot.store.gone import Gone
from bot.store.journal import Journal
from bot.store.schema import NO_CLOTHING, OTHER_KIND, answers, posts, votes
from model.prediction import Prediction, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one picture.

    Attributes
    ----------
    answered : str
        A class, or one of `CLASSLESS`.
    probabilities : mapping of str to float
        Each class's, if it is one, in 0..1, the most probable first.
    sure : bool
        False if the answer began with "Not sure".
    spoiler : bool
        Whether its poster hid the picture.
    """

    answered: str
    probabilities: Mapping[str, float]
    sure: bool = True
    spoiler: bool = False

    @classmethod
    def of(cls, prediction: Prediction, *, spoiler: bool) -> "Answer":
        """Return what a prediction says, and whether its picture was hidden."""
        answered = prediction.label
        if prediction.is_rather_none:
            answered = OTHER_KIND
        elif not prediction.is_clothing:
            answered = NO_CLOTHING
        return cls(
            answered,
            {one.label: one.probability for one in prediction.ranking},
            sure=prediction.verdict is not Verdict.UNSURE,
            spoiler=spoiler,
        )


@dataclass(frozen=True, slots=True)
class Post:
    """A message whose pictures were answered.

    Attributes
    ----------
    message_id, guild_id, channel_id, author_id : int
        Discord's ids.
    parent_id : int or None
        The channel that holds the thread `channel_id`, if it is one.
    answers : mapping of int to Answer
        By the picture's place in the message, from 0.
    """

    message_id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    author_id: int
    answers: Mapping[int, Answer]


class Posts:
    """Every answered post that is kept.

    Parameters
    ----------
    journal : Journal
        Through which they get to the database.
    gone : Gone
        What was deleted, and who wanted to be forgotten, lately.
    """

    def __init__(self, journal: Journal, gone: Gone) -> None:
        self._journal = journal
        self._gone = gone

    def record(self, post: Post, now: datetime | None = None) -> None:
        """Keep what was answered; returns at once, whatever the database does.

        A post that was deleted while it was being answered, by itself or with its channel or
        server, is not kept, nor one that pictures were taken out of meanwhile, nor one of before
        its author wanted to be forgotten. A picture that was answered before gets its new answer,
        unless somebody voted on the old one.
        """
        gone = (
            self._gone.has(post.message_id, post.channel_id, post.parent_id, post.guild_id)
            or self._gone.is_unwanted(post.message_id, post.author_id)
            or any(self._gone.lacks(post.message_id, picture) for picture in post.answers)
        )
        if not gone:
            self._journal.keep(partial(_record, post, now or datetime.now(UTC)))


async def _record(post: Post, now: datetime, connection: AsyncConnection) -> None:
    row = {
        "message_id": post.message_id,
        "guild_id": post.guild_id,
        "channel_id": post.channel_id,
        "parent_id": post.parent_id,
        "author_id": post.author_id,
        "stored_at": now,
    }
    await connection.execute(
        insert(connection, posts).values(row).on_conflict_do_nothing(index_elements=["message_id"])
    )
    for picture, answer in sorted(post.answers.items()):
        values = {
            "answered": answer.answered,
            "label": answer.answered,
            # Unrounded: what is worded of them again has to be what was shown, to the percent.
            "probabilities": dict(answer.probabilities),
            "sure": answer.sure,
            "spoiler": answer.spoiler,
        }
        voted = exists().where(votes.c.message_id == post.message_id, votes.c.picture == picture)
        await connection.execute(
            insert(connection, answers)
            .values(message_id=post.message_id, picture=picture, **values)
            .on_conflict_do_update(
                index_elements=["message_id", "picture"], set_=values, where=~voted
            )
        )
