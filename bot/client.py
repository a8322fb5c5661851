"""FitCheck as a Discord client: it loads the network and brings in the features."""

import asyncio
import logging

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.cooldown import Cooldown
from bot.desk import ErrorDesk
from bot.find.cog import Find
from bot.find.index_cog import IndexPast
from bot.find.indexer import Indexer
from bot.inflight import InFlight
from bot.language.commands import Translator
from bot.language.garments import Garments
from bot.language.language import languages
from bot.panel import Panels
from bot.photos.classify import Classifier
from bot.photos.cog import Photos
from bot.photos.delivery import Delivery
from bot.photos.download import Downloader
from bot.photos.keeper import Keeper
from bot.photos.posts import Posts
from bot.photos.replies import Replies
from bot.press import Handlers, Permanent
from bot.privacy.cog import Privacy
from bot.privacy.guide import Guide
from bot.registry import Registry
from bot.server.cog import Server
from bot.settings import Settings
from bot.sight.cog import Sight
from bot.sight.recent import Recent
from bot.sorting.cog import Sorting
from bot.sorting.sorter import Sorter
from bot.stats.cog import Stats
from bot.stats.host import Machine
from bot.stats.meter import Meter
from bot.store.cog import Deletions
from bot.store.store import Store
from bot.tree import Tree
from bot.votes.buttons import Buttons
from bot.votes.cog import Votes
from model.artifact import ARTIFACTS
from model.engine import Engine

log = logging.getLogger(__name__)


class FitCheck(commands.AutoShardedBot):
    """The Discord client.

    Parameters
    ----------
    settings : Settings
        What the host set.
    store : Store
        What is kept.
    message_content : bool
        Whether to ask for the message-content intent, without which posts can't be answered.
    engine : Engine or None
        A loaded network; None to load it in `setup_hook`.
    sync : bool
        Whether to send Discord the commands even if they haven't changed.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        message_content: bool = True,
        engine: Engine | None = None,
        sync: bool = False,
    ) -> None:
        super().__init__(
            commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=_intents(message_content=message_content),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            # Where the host shares nothing out, Discord says how many there are: all are ours.
            shard_count=settings.shard_count,
            shard_ids=settings.shard_ids,  # type: ignore[arg-type] # its default is None, too
        )
        self.engine = engine
        self.languages = languages()
        self.errors = ErrorDesk(self.languages)
        self.in_flight = InFlight()
        self.command_cooldown = Cooldown(settings.commands_per_person, settings.commands_per_server)
        self.handlers: Handlers = {}
        self.panels = Panels(self.errors)
        self._settings = settings
        self._store = store
        self._sync = sync
        self._session: aiohttp.ClientSession | None = None

    async def setup_hook(self) -> None:
        """Load the network, bring in the features, and tell Discord of changed commands."""
        settings = self._settings
        if self.engine is None:
            self.engine = await asyncio.to_thread(
                Engine.load,
                settings.artifact or ARTIFACTS,
                max_megapixels=settings.max_megapixels,
            )
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        self.add_dynamic_items(Permanent)
        await self._add_features(self.engine, self._session)
        await self.tree.set_translator(Translator(self.languages))
        registry = Registry(self.tree, settings.data_dir)
        await registry.sync(self._user_id, force=self._sync)

    async def _add_features(self, engine: Engine, session: aiohttp.ClientSession) -> None:
        limits, store = self._settings, self._store
        downloader = Downloader(
            session, max_bytes=limits.max_bytes, seconds=limits.download_seconds
        )
        classifier = Classifier(
            engine, downloader, max_bytes=limits.max_bytes, max_pictures=limits.max_pictures
        )
        sorter = Sorter(store.sortings, store.settings, store.gone, self.languages)
        keeper, recent, meter = Keeper(store), Recent(), Meter()
        await self._add_answering(classifier, keeper, sorter, recent, meter)
        await self._add_finding_and_sorting(
            classifier, keeper, Garments(engine.card.classes, self.languages)
        )
        await self.add_cog(Privacy(store, Guide(self.tree), self.languages))
        await self.add_cog(Votes(self.handlers, store, sorter.apply, languages=self.languages))
        await self.add_cog(
            Sight(self.handlers, engine, classifier, recent, languages=self.languages)
        )
        await self.add_cog(self.panels)
        await self.add_cog(Deletions(self, store.forgetting))
        await self._add_managing(engine, meter)

    async def _add_answering(
        self, classifier: Classifier, keeper: Keeper, sorter: Sorter, recent: Recent, meter: Meter
    ) -> None:
        limits, store = self._settings, self._store
        buttons, replies = Buttons(store.settings), Replies()
        delivery = Delivery(
            store.gone,
            buttons,
            replies,
            settings=store.settings,
            languages=self.languages,
            errors=self.errors,
            max_pictures=limits.max_pictures,
        )
        await self.add_cog(replies)
        await self.add_cog(
            Photos(
                self.tree,
                classifier,
                keeper,
                buttons,
                recent,
                languages=self.languages,
                errors=self.errors,
                meter=meter,
            )
        )
        await self.add_cog(
            Posts(
                self._user_id,
                classifier,
                keeper,
                sorter,
                delivery,
                settings=store.settings,
                cooldown=Cooldown(limits.posts_per_person, limits.posts_per_server),
                errors=self.errors,
                meter=meter,
                in_flight=self.in_flight,
                clock=discord.utils.utcnow,
            )
        )

    async def _add_finding_and_sorting(
        self, classifier: Classifier, keeper: Keeper, garments: Garments
    ) -> None:
        store = self._store
        indexer = Indexer(self, classifier, keeper, store, errors=self.errors)
        await self.add_cog(Find(store, garments, self.languages))
        await self.add_cog(IndexPast(self, indexer, store, self.languages))
        await self.add_cog(
            Sorting(
                store.sortings,
                store.settings,
                classifier,
                garments=garments,
                languages=self.languages,
            )
        )

    async def _add_managing(self, engine: Engine, meter: Meter) -> None:
        await self.add_cog(
            Server(
                self._store.settings,
                cooldown=self.command_cooldown,
                languages=self.languages,
                errors=self.errors,
                in_flight=self.in_flight,
            )
        )
        await self.add_cog(
            Stats(
                self,
                engine.card,
                self._store,
                meter,
                look=Machine.now,
                languages=self.languages,
                in_flight=self.in_flight,
            )
        )

    @property
    def _user_id(self) -> int:
        """A bot's user id, which is its application's too for every bot made since 2016."""
        if self.user is None:
            raise RuntimeError("not logged in")
        return self.user.id

    def is_able(self) -> bool:
        """Whether every shard is connected; `is_ready` stays true through a disconnection."""
        shards = self.shards.values()
        return self.is_ready() and not any(shard.is_closed() for shard in shards)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: there are no commands by text, and the cogs listen for themselves."""

    async def on_ready(self) -> None:
        """Say in the log who is connected."""
        log.info("Connected as %s to %d servers", self.user, len(self.guilds))

    async def close(self) -> None:
        """Close the connections; the engine stays with whoever takes it on."""
        await super().close()
        if self._session is not None:
            await self._session.close()


def _intents(*, message_content: bool) -> discord.Intents:
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, message_content=message_content
    )
