"""What can go wrong with what FitCheck keeps.

::

    BotError
    └── StoreError
        ├── StoreUnavailable  the database can't be reached or is busy; later it may be
        │   ├── Collided      another writer was in the way; at once it may not be any more
        │   └── DatabaseRefused   its address, sign-in, rights or file is wrong: a host's to mend
        ├── MigrationFailed   its schema couldn't be brought up to date, and is as it was
        ├── SchemaMismatch    its schema isn't one that this FitCheck can work with
        ├── SettingInvalid    a server setting is outside its range
        ├── AnswerForgotten   a vote on an answer that isn't kept, or no longer
        ├── NotThePoster      a vote by somebody else where only the poster may correct
        ├── VoteUnwanted      a vote by somebody who wanted to be forgotten meanwhile
        ├── UnknownClass      a vote or a command names a class that isn't one
        ├── NothingToUndo     sorting that was never changed
        └── PlanChanged       sorting that somebody changed since it was shown or tried
"""

from bot.errors import BotError


class StoreError(BotError):
    """Base of everything that `bot.store` raises on purpose."""


class StoreUnavailable(StoreError):
    """The database can't be reached, or stayed busy for too long; trying later may help."""


class Collided(StoreUnavailable):
    """Writers waited for each other, and the database undid this one; trying again helps."""


class DatabaseRefused(StoreUnavailable):
    """The database's address, sign-in or rights are wrong, or its file is damaged."""


class MigrationFailed(StoreError):
    """The schema couldn't be brought up to date; the database is as it was before the attempt."""


class SchemaMismatch(StoreError):
    """The schema isn't the one that this version of FitCheck works with."""


class SettingInvalid(StoreError):
    """A server setting is outside its range."""


class AnswerForgotten(StoreError):
    """No answer is kept for that picture: never was, or it was forgotten."""


class NotThePoster(StoreError):
    """The server lets only the poster correct an answer, and this was somebody else."""


class VoteUnwanted(StoreError):
    """Whoever voted wanted to be forgotten meanwhile."""


class UnknownClass(StoreError):
    """A class is named, in a vote or a command, that isn't one of those to choose from."""


class NothingToUndo(StoreError):
    """The sorting of that channel was never changed."""


class PlanChanged(StoreError):
    """Somebody changed the sorting since it was shown or tried."""
