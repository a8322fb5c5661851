"""All that admins can set, in the order in which they see it."""

from typing import Final

from bot.language.language import Languages, Wording
from bot.server.choices import Choice, Several, Switch
from bot.server.control import PREFIX, Control
from bot.server.places import Channels, LogChannel, Roles
from bot.store.errors import SettingInvalid
from bot.store.schema import AnswerStyle, Correctors

_SHARES: Final = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_DAYS: Final = (1, 7, 30, 90, 180, 365, 730, 1825, 3650)


class Controls:
    """Every setting's control.

    Parameters
    ----------
    languages : Languages
        Those that can be chosen.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages
        controls: tuple[Control, ...] = (
            Switch("answer_posts"),
            Channels("allowed_channels"),
            Channels("denied_channels"),
            Roles("ignored_roles"),
            Choice("style", tuple(AnswerStyle), lambda one, say: say(f"settings-style-{one}")),
            Choice("silent_below", _SHARES, _share),
            Choice("language", (None, *languages.tags), self._language),
            Choice(
                "correctors", tuple(Correctors), lambda one, say: say(f"settings-correctors-{one}")
            ),
            Several("kept", ("keep_counts", "keep_corrections", "keep_index")),
            Choice("retention_days", _DAYS, lambda one, say: say("settings-days", days=one)),
            LogChannel("log_channel_id"),
        )
        self.all = {control.name: control for control in controls}

    def read(self, custom_id: str) -> tuple[Control, list[str]]:
        """Find the control of a custom id, and what the custom id itself says was chosen.

        Raises
        ------
        SettingInvalid
            If no control has such a custom id.
        """
        name, *chosen = custom_id.removeprefix(PREFIX).split(":")
        control = self.all.get(name)
        if control is None:
            raise SettingInvalid(f"there is no setting {name[:100]!r}")
        return control, chosen

    def _language(self, tag: str | None, wording: Wording) -> str:
        if tag is None:
            return wording("settings-language-none")
        return self._languages.wording(tag)("language")


def _share(share: float, wording: Wording) -> str:
    return wording("percent", share=share) if share else wording("settings-silent-below-none")
