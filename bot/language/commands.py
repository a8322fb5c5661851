"""Commands' names and descriptions, in English and for Discord's other locales."""

import discord
from discord import app_commands

from bot.language.language import FALLBACK, Languages, languages


def phrase(key: str) -> app_commands.locale_str:
    """Word a command's name or description: English now, other languages when it is synced."""
    return app_commands.locale_str(languages().wording(FALLBACK)(key), key=key)


class Translator(app_commands.Translator):
    """Gives Discord a command's words in each language there is.

    Parameters
    ----------
    languages : Languages
        Where the words are looked up.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the interface has it
    ) -> str | None:
        """Word `string` in `locale`; None where English stands in."""
        key = string.extras.get("key")
        tag = self._languages.tag_for(locale.value)
        if key is None or tag is None or tag == FALLBACK:
            return None
        return self._languages.wording(tag)(key)
