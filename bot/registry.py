"""Telling Discord of the commands, only when they changed: creations are rationed."""

import asyncio
import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from discord import app_commands

log = logging.getLogger(__name__)


class Registry:
    """Remembers which commands Discord was last told of.

    Parameters
    ----------
    tree : discord.app_commands.CommandTree
        All commands, and their words in other languages.
    directory : Path
        Where the memory is kept.
    """

    def __init__(self, tree: app_commands.CommandTree[Any], directory: Path) -> None:
        self._tree = tree
        self._memory = directory / "commands.sha256"

    async def sync(self, application_id: int, *, force: bool) -> bool:
        """Send the commands if they changed, or in any case; tell whether they were sent."""
        digest = await self._digest(application_id)
        if not force and digest == await asyncio.to_thread(self._recall):
            return False
        sent = await self._tree.sync()
        await asyncio.to_thread(self._remember, digest)
        log.info("Told Discord of %d commands", len(sent))
        return True

    async def _digest(self, application_id: int) -> str:
        translator = self._tree.translator or app_commands.Translator()
        payloads = [
            await command.get_translated_payload(self._tree, translator)
            for command in self._tree.get_commands()
        ]
        payloads.sort(key=lambda payload: (payload["type"], payload["name"]))
        text = json.dumps([application_id, payloads], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def _recall(self) -> str | None:
        try:
            return self._memory.read_text()
        except FileNotFoundError:
            return None
        except OSError as error:
            log.warning("%s can't be read, so Discord is told anew: %s", self._memory, error)
            return None

    def _remember(self, digest: str) -> None:
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            self._memory.write_text(digest)
        except OSError as error:
            log.warning("DATA_DIR: Discord will be told again at the next start: %s", error)
