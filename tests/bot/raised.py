"""Errors that a test expects."""

from discord.app_commands import CommandInvokeError
from simcord import Env


def raised(env: Env) -> list[type[BaseException]]:
    """What was raised so far, which no longer fails the test."""
    return [
        type(error.original if isinstance(error, CommandInvokeError) else error)
        for error in env.errors
    ]
