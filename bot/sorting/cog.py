"""`/sort`, for members who may manage the server: what a class brings about in a channel."""

from collections.abc import Callable, Sequence
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.guild import check_manages
from bot.language.commands import phrase
from bot.language.garments import Garments
from bot.language.language import Languages
from bot.photos.classify import Classifier
from bot.server.language import language_of
from bot.sorting.emoji import read_emoji
from bot.sorting.errors import TooManyRules
from bot.sorting.panel import SortingPanel
from bot.sorting.place import Sortable, check_copying, check_reacting, check_reading
from bot.sorting.tags import LONGEST_TAG, ForumTags
from bot.store.settings import SettingsTable
from bot.store.sorting import Action, Plan, Rule, Sortings

MOST_RULES: Final = 50
"""As many as a table in one message can show, unless the names in it are long."""

TagName = app_commands.Range[str, 1, LONGEST_TAG]


@app_commands.default_permissions(manage_guild=True)  # hides it
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class Sorting(
    commands.GroupCog,
    group_name=phrase("sort-name"),
    group_description=phrase("sort-description"),
):
    """Changes and shows channels' sorting; a changed one is off until it was tried.

    Parameters
    ----------
    sortings : Sortings
        Every channel's plan.
    settings : SettingsTable
        Every server's language, for the names of tags.
    classifier : Classifier
        Tries a plan on posts.
    garments : Garments
        What can be sorted by.
    languages : Languages
        The words.
    """

    def __init__(
        self,
        sortings: Sortings,
        settings: SettingsTable,
        classifier: Classifier,
        *,
        garments: Garments,
        languages: Languages,
    ) -> None:
        self._sortings = sortings
        self._settings = settings
        self._classifier = classifier
        self._garments = garments
        self._languages = languages
        self._tags = ForumTags()

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Refuse whoever may not manage the server, wherever they got the command from."""
        check_manages(interaction)
        return True

    @app_commands.command(
        name=phrase("sort-show-name"), description=phrase("sort-show-description")
    )
    @app_commands.rename(channel=phrase("sort-channel-name"))
    @app_commands.describe(channel=phrase("sort-channel-description"))
    async def show(self, interaction: discord.Interaction, channel: Sortable) -> None:
        """Show a channel's table."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._overview(interaction, channel)

    @app_commands.command(name=phrase("sort-tag-name"), description=phrase("sort-tag-description"))
    @app_commands.rename(
        forum=phrase("sort-forum-name"),
        label=phrase("sort-class-name"),
        tag=phrase("sort-tag-tag-name"),
        create=phrase("sort-create-name"),
    )
    @app_commands.describe(
        forum=phrase("sort-forum-description"),
        label=phrase("sort-class-all-description"),
        tag=phrase("sort-tag-tag-description"),
        create=phrase("sort-create-description"),
    )
    async def tag(
        self,
        interaction: discord.Interaction,
        forum: discord.ForumChannel,
        label: str | None = None,
        tag: TagName | None = None,
        create: bool = False,
    ) -> None:
        """Tie a class, or each of them, to a tag."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = forum.guild
        wording = self._languages.wording(language_of(guild, self._settings.of(guild.id)))
        labels = self._chosen(label, interaction.locale)
        typed = (tag or "").strip()  # phones' keyboards add a space to what they complete
        names = {each: typed or wording.garment(each)[:LONGEST_TAG].strip() for each in labels}
        forum, tags = await self._tags.ids(forum, list(names.values()), create=create)
        rules = [Rule(each, Action.TAG, str(tags[name])) for each, name in names.items()]
        await self._add(interaction, forum, rules)

    @app_commands.command(
        name=phrase("sort-reaction-name"), description=phrase("sort-reaction-description")
    )
    @app_commands.rename(
        channel=phrase("sort-channel-name"),
        label=phrase("sort-class-name"),
        emoji=phrase("sort-emoji-name"),
    )
    @app_commands.describe(
        channel=phrase("sort-channel-description"),
        label=phrase("sort-class-description"),
        emoji=phrase("sort-emoji-description"),
    )
    async def reaction(
        self, interaction: discord.Interaction, channel: Sortable, label: str, emoji: str
    ) -> None:
        """Tie a class to a reaction."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        labels = self._chosen(label, interaction.locale)
        check_reacting(channel)
        target = await read_emoji(channel.guild, emoji)
        await self._add(
            interaction, channel, [Rule(each, Action.REACTION, target) for each in labels]
        )

    @app_commands.command(
        name=phrase("sort-copy-name"), description=phrase("sort-copy-description")
    )
    @app_commands.rename(
        channel=phrase("sort-channel-name"),
        label=phrase("sort-class-name"),
        target=phrase("sort-target-name"),
    )
    @app_commands.describe(
        channel=phrase("sort-channel-description"),
        label=phrase("sort-class-description"),
        target=phrase("sort-target-description"),
    )
    async def copy(
        self,
        interaction: discord.Interaction,
        channel: Sortable,
        label: str,
        target: discord.TextChannel,
    ) -> None:
        """Tie a class to a copy elsewhere."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        labels = self._chosen(label, interaction.locale)
        check_reading(channel)
        check_copying(target)
        rules = [Rule(each, Action.COPY, str(target.id)) for each in labels]
        await self._add(interaction, channel, rules)

    @app_commands.command(
        name=phrase("sort-remove-name"), description=phrase("sort-remove-description")
    )
    @app_commands.rename(channel=phrase("sort-channel-name"), label=phrase("sort-class-name"))
    @app_commands.describe(
        channel=phrase("sort-channel-description"),
        label=phrase("sort-class-all-description"),
    )
    async def remove(
        self, interaction: discord.Interaction, channel: Sortable, label: str | None = None
    ) -> None:
        """Untie a class, or all of them."""
        await interaction.response.defer(ephemeral=True, thinking=True)

        def kept(rules: Sequence[Rule]) -> Sequence[Rule]:
            if label is None:
                return ()
            # A class of a former network has rules still, and must be removable.
            former = any(rule.label == label for rule in rules)
            gone = label if former else self._garments.named(label, interaction.locale)
            return [rule for rule in rules if rule.label != gone]

        await self._change(interaction, channel, kept)

    @tag.autocomplete("label")
    @reaction.autocomplete("label")
    @copy.autocomplete("label")
    @remove.autocomplete("label")
    async def complete_label(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest classes."""
        return self._garments.choices(typed, interaction.locale)

    def _chosen(self, label: str | None, locale: discord.Locale) -> Sequence[str]:
        return self._garments.classes if label is None else [self._garments.named(label, locale)]

    async def _add(
        self, interaction: discord.Interaction, channel: Sortable, new: Sequence[Rule]
    ) -> None:
        """Add rules; of each class and kind of effect there is one."""
        replaced = {(rule.label, rule.action) for rule in new}

        def added(rules: Sequence[Rule]) -> Sequence[Rule]:
            kept = [rule for rule in rules if (rule.label, rule.action) not in replaced]
            if len(kept) + len(new) > MOST_RULES:
                raise TooManyRules(f"{len(kept) + len(new)} rules; the limit is {MOST_RULES}")
            return [*kept, *new]

        await self._change(interaction, channel, added)

    async def _change(
        self,
        interaction: discord.Interaction,
        channel: Sortable,
        edit: Callable[[Sequence[Rule]], Sequence[Rule]],
    ) -> None:
        """Change a channel's rules; other ones than before are off until they were tried."""
        order = {label: number for number, label in enumerate(self._garments.classes)}

        def changed(now: Plan) -> Plan:
            rules = sorted(
                edit(now.rules), key=lambda rule: (order.get(rule.label, len(order)), rule.action)
            )
            return now if tuple(rules) == now.rules else Plan(tuple(rules))

        await self._sortings.change(channel.guild.id, channel.id, changed)
        await self._overview(interaction, channel)

    async def _overview(self, interaction: discord.Interaction, channel: Sortable) -> None:
        panel = SortingPanel(
            interaction,
            channel,
            sortings=self._sortings,
            classifier=self._classifier,
            wording=self._languages.wording(interaction.locale.value),
        )
        await panel.overview(interaction)
