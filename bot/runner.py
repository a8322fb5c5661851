"""Running the Discord client from its start to an orderly end."""

import asyncio
import logging
from typing import Final

import discord

from bot.client import FitCheck
from bot.errors import SettingsError, TokenRefused
from bot.health import beat, forget
from bot.settings import Settings
from bot.signals import on_signals
from bot.store.store import Store, open_store
from bot.store.url import configured

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 20.0
"""The longest that a shutdown waits for answers under way."""

AUTHENTICATION_FAILED: Final = 4004
"""The gateway's close code for a token that it doesn't know."""

SHARDS_REFUSED: Final = {4010, 4011}
"""The gateway's close codes for a shard that can't be, and for too few. Starting again doesn't
help, and counts: after a thousand starts a day Discord takes the token away."""

_WITHOUT_CONTENT: Final = (
    "Discord doesn't grant the message-content intent, so posts aren't answered; commands, the"
    " menu, mentions and direct messages are. To have posts answered, tick it in the developer"
    " portal (your application > Bot > Message Content Intent) and start FitCheck again."
)


async def run(settings: Settings, token: str) -> None:
    """Run FitCheck on Discord until SIGTERM or Ctrl-C.

    Parameters
    ----------
    settings : Settings
        What the host set.
    token : str
        The bot's token.

    Raises
    ------
    TokenRefused
        If Discord doesn't know the token.
    SettingsError
        If Discord refuses the shards that the host set.
    ArtifactError
        If the network can't be loaded.
    DatabaseRefused, StoreUnavailable, MigrationFailed, SchemaMismatch
        If the database can't be opened.
    """
    stop = asyncio.Event()
    forget(settings.data_dir)
    async with open_store(configured(settings)) as store:
        # Before, a signal ends at once: another process's migration may be waited for, however long
        # it takes, and one of ours is undone by the database.
        on_signals(stop.set)
        await _run(settings, store, token, stop)


async def _run(settings: Settings, store: Store, token: str, stop: asyncio.Event) -> None:
    """Connect; where Discord doesn't grant the content of messages, do without."""
    client = FitCheck(settings, store)
    try:
        try:
            await _connected(client, token, settings, stop)
        except discord.PrivilegedIntentsRequired:
            log.warning(_WITHOUT_CONTENT)
            client = FitCheck(settings, store, message_content=False, engine=client.engine)
            await _connected(client, token, settings, stop)
    finally:
        if client.engine is not None:
            client.engine.close()


async def sync(settings: Settings, token: str) -> None:
    """Tell Discord of the commands, whether they changed or not.

    Raises
    ------
    TokenRefused
        If Discord doesn't know the token.
    DatabaseRefused, StoreUnavailable, MigrationFailed, SchemaMismatch
        If the database can't be opened.
    """
    async with (
        open_store(configured(settings)) as store,
        FitCheck(settings, store, sync=True) as client,
    ):
        try:
            await client.login(token)
        except discord.LoginFailure as error:
            raise TokenRefused from error
        finally:
            if client.engine is not None:
                client.engine.close()


async def _connected(client: FitCheck, token: str, settings: Settings, stop: asyncio.Event) -> None:
    """Stay connected until `stop` is set."""
    async with client:
        connection = asyncio.create_task(
            _connect(client, token, shards_chosen=settings.shard_count is not None)
        )
        heart = asyncio.create_task(beat(settings.data_dir, client.is_able))
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({connection, stopped}, return_when=asyncio.FIRST_COMPLETED)
        heart.cancel()
        if connection.done():
            stopped.cancel()
            connection.result()
        else:
            log.info("Finishing what is being answered …")
            await client.in_flight.landed(within=GRACE_SECONDS)
            connection.cancel()


async def _connect(client: FitCheck, token: str, *, shards_chosen: bool) -> None:
    try:
        await client.start(token)
    except discord.LoginFailure as error:
        raise TokenRefused from error
    except discord.ConnectionClosed as error:
        if error.code == AUTHENTICATION_FAILED:  # a token that was reset meanwhile
            raise TokenRefused from error
        if error.code in SHARDS_REFUSED and shards_chosen:
            raise SettingsError(
                "SHARD_COUNT: Discord refuses these shards for a bot in as many servers; in every"
                " process set more of them, or leave SHARD_COUNT and SHARD_IDS out in the only one"
            ) from error
        raise
