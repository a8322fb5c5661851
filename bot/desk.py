"""The one place that turns any error into words for the person who asked."""

import logging
import secrets
from typing import Any, Final

import discord
from discord import app_commands

from bot.errors import (
    REQUEST_FAILURES,
    ChannelUnread,
    ContentUnseen,
    CoolingDown,
    DownloadBroken,
    DownloadTimeout,
    FileTooLarge,
    MessageGone,
    NoPicture,
    NotAllowed,
    PanelChanged,
    PanelClosed,
    PictureGone,
    ShuttingDown,
    UnknownButton,
    WrongType,
)
from bot.find.errors import IndexOff, NotADate
from bot.language.language import Languages, Wording
from bot.server.errors import ChoiceGone
from bot.sorting.errors import (
    CannotCopy,
    CannotReact,
    CannotTag,
    ForumFull,
    NoSuchTag,
    NotAnEmoji,
    TooManyRules,
)
from bot.store.errors import (
    AnswerForgotten,
    Collided,
    DatabaseRefused,
    NothingToUndo,
    NotThePoster,
    PlanChanged,
    SettingInvalid,
    StoreUnavailable,
    UnknownClass,
    VoteUnwanted,
)
from bot.votes.errors import CorrectionsOff
from bot.web.errors import RoomFull, UploadTimeout
from model.errors import BrokenPicture, EmptyPicture, NotAPicture, PictureTooLarge

log = logging.getLogger(__name__)

_SENTENCES: Final[dict[type[BaseException], str]] = {
    EmptyPicture: "error-empty-picture",
    NotAPicture: "error-not-a-picture",
    BrokenPicture: "error-broken-picture",
    PictureTooLarge: "error-picture-too-large",
    NoPicture: "error-no-picture",
    MessageGone: "error-message-gone",
    NotAllowed: "error-not-allowed",
    ChannelUnread: "error-channel-unread",
    ContentUnseen: "error-content-unseen",
    discord.Forbidden: "error-forbidden",
    CoolingDown: "error-cooling-down",
    ShuttingDown: "error-shutting-down",
    WrongType: "error-wrong-type",
    FileTooLarge: "error-file-too-large",
    DownloadTimeout: "error-download-timeout",
    UploadTimeout: "web-upload-timeout",
    RoomFull: "web-room-full",
    DownloadBroken: "error-download-broken",
    PictureGone: "error-picture-gone",
    StoreUnavailable: "error-store-unavailable",
    Collided: "error-store-unavailable",
    DatabaseRefused: "error-store-unavailable",
    UnknownButton: "error-unknown-button",
    PanelClosed: "error-panel-closed",
    PanelChanged: "error-panel-changed",
    CorrectionsOff: "error-corrections-off",
    AnswerForgotten: "error-answer-forgotten",
    NotThePoster: "error-not-the-poster",
    VoteUnwanted: "error-vote-unwanted",
    UnknownClass: "error-unknown-class",
    SettingInvalid: "error-setting-invalid",
    NothingToUndo: "error-nothing-to-undo",
    ChoiceGone: "error-choice-gone",
    IndexOff: "error-index-off",
    NotADate: "error-not-a-date",
    NoSuchTag: "error-no-such-tag",
    ForumFull: "error-forum-full",
    NotAnEmoji: "error-not-an-emoji",
    TooManyRules: "error-too-many-rules",
    PlanChanged: "error-plan-changed",
    CannotTag: "error-cannot-tag",
    CannotReact: "error-cannot-react",
    CannotCopy: "error-cannot-copy",
    app_commands.MissingPermissions: "error-missing-permissions",
    app_commands.TransformerError: "error-choice-gone",
    app_commands.NoPrivateMessage: "error-no-private-message",
    app_commands.CommandNotFound: "error-outdated-command",
    app_commands.CommandSignatureMismatch: "error-outdated-command",
}


class ErrorDesk:
    """Turns errors into words for the person who asked.

    Parameters
    ----------
    languages : Languages
        Where the words are.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    def record(self, error: BaseException, where: str) -> str | None:
        """Log an error; one that nobody foresaw with its traceback and the id that comes back."""
        if type(error) in _SENTENCES:
            log.info("%s: %s: %s", where, type(error).__name__, error)
            return None
        code = secrets.token_hex(4)
        log.error("%s: unforeseen error %s", where, code, exc_info=error)
        return code

    def sentence(self, error: BaseException, wording: Wording, where: str) -> str:
        """Log an error and say in one sentence what happened and what helps.

        Parameters
        ----------
        error : BaseException
            What was raised.
        wording : Wording
            The person's language.
        where : str
            For the log: what was being done. Holds ids, no content.
        """
        if isinstance(error, app_commands.CommandInvokeError):
            error = error.original
        code = self.record(error, where)
        if code is not None:
            return wording("error-unknown", code=code)
        values = {key: value for key, value in vars(error).items() if isinstance(value, float)}
        return wording(_SENTENCES[type(error)], **values)

    async def answer(self, interaction: discord.Interaction[Any], error: BaseException) -> None:
        """Tell the person behind an interaction what went wrong, and nobody else."""
        wording = self._languages.wording(interaction.locale.value)
        where = f"interaction {interaction.id}"
        await self.tell(interaction, self.sentence(error, wording, where))

    async def tell(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Say something to the person behind an interaction alone."""
        response = interaction.response
        try:
            if not response.is_done():
                await response.send_message(text, ephemeral=True)
                return
            waited_for = response.type is discord.InteractionResponseType.deferred_channel_message
            if waited_for:
                # A follow-up takes the place, and the publicity, of "is thinking …" while that is
                # there, and can't be sent once it was deleted.
                await interaction.edit_original_response(content="…")
            try:
                await interaction.followup.send(text, ephemeral=True)
            finally:
                if waited_for:
                    await interaction.delete_original_response()
        except REQUEST_FAILURES as failure:
            log.warning("An error couldn't be told to the one who asked: %r", failure)


class Reported:
    """Mixed into views and modals: their errors go to the client's error desk."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: Exception, /, *_item: object
    ) -> None:
        """Answer whatever a component or a modal raised."""
        await interaction.client.errors.answer(interaction, error)
