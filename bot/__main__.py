"""`python -m bot`: the Discord bot, or without a token the fitting room."""

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

import aiohttp
import discord

from bot.errors import SettingsError, TokenRefused
from bot.settings import Settings, load_settings, make_data_dir
from bot.store.errors import DatabaseRefused, MigrationFailed, SchemaMismatch, StoreError
from bot.store.url import configured, database_url
from model.errors import ArtifactError

FAILED: Final = 1
MISCONFIGURED: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run FitCheck.

    Parameters
    ----------
    arguments : sequence of str or None
        The command line's; None to take the process's own.

    Returns
    -------
    int
        The exit code: 0 after an orderly end, 1 if FitCheck couldn't run, 2 if starting again won't
        help: a setting is wrong, or the database's schema is.
    """
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    parser.add_argument("--sync", action="store_true", help="tell Discord of the commands and exit")
    options = parser.parse_args(arguments)
    try:
        _run(load_settings(), sync=options.sync)
    except (SettingsError, DatabaseRefused, MigrationFailed, SchemaMismatch) as error:
        return _fail(str(error), MISCONFIGURED)
    except TokenRefused:
        return _fail(
            "DISCORD_TOKEN: Discord refused it; copy it anew from"
            " https://discord.com/developers/applications > your application > Bot > Reset Token",
            MISCONFIGURED,
        )
    except (ArtifactError, StoreError) as error:
        return _fail(str(error), FAILED)
    except (
        aiohttp.ClientError,
        discord.ConnectionClosed,
        discord.GatewayNotFound,
        discord.HTTPException,
    ) as error:
        return _fail(f"Discord can't be reached: {_cause(error)}", FAILED)
    return 0


def _run(settings: Settings, *, sync: bool) -> None:
    token = settings.discord_token
    if sync and token is None:
        raise SettingsError("DISCORD_TOKEN: --sync needs it")
    make_data_dir(settings)
    database_url(configured(settings))  # the fitting room keeps nothing, but a wrong one is told
    _set_up_logging(settings.log_level)
    _end_at_once_on_signals()
    # TensorFlow takes seconds to import: a wrong setting is told before that.
    from bot import runner  # noqa: PLC0415
    from bot.web import server  # noqa: PLC0415

    try:
        if token is None:
            server.run(settings)
            return
        work = runner.sync if sync else runner.run
        asyncio.run(work(settings, token.get_secret_value()))
    except ArtifactError as error:
        if settings.artifact is None:
            raise
        raise SettingsError(f"ARTIFACT: {error}") from error


def _end_at_once_on_signals() -> None:
    """End in order while nothing is under way yet; what runs later sets its own handlers."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: os._exit(0))


def _set_up_logging(name: str) -> None:
    level = logging.getLevelNamesMapping()[name]
    discord.utils.setup_logging(level=logging.WARNING, root=True)
    for ours in ("bot", "model"):
        logging.getLogger(ours).setLevel(level)
    # Below this, discord.py logs whole messages and the signed addresses of their pictures.
    logging.getLogger("discord").setLevel(max(level, logging.INFO))
    # FitCheck has no voice; discord.py would warn at each start that it can't speak.
    discord.VoiceClient.warn_nacl = False
    discord.VoiceClient.warn_dave = False


def _cause(error: Exception) -> str:
    """Say what went wrong, in a line: in Discord's place its shield may answer, with a page."""
    if isinstance(error, discord.HTTPException) and error.text.lstrip().startswith("<"):
        later = "; it turns this machine away for a while, try again in an hour"
        turned_away = error.status in {HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}
        return f"{error.status} {error.response.reason}{later if turned_away else ''}"
    return str(error)


def _fail(message: str, code: int) -> int:
    print(f"FitCheck: {message}", file=sys.stderr)  # noqa: T201 - one clear line, not a log record
    return code


if __name__ == "__main__":
    sys.exit(main())
