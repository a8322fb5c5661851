"""Every setting of FitCheck, from the environment and from `.env`.

`.env.example` describes them for people; a test keeps the two alike.
"""

import os
import re
from pathlib import Path
from typing import Annotated, Final, Literal

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

MEBIBYTE: Final = 1024 * 1024


class Settings(BaseSettings):
    """What a host can set; each field is read from the variable of its name in capitals.

    Attributes
    ----------
    discord_token : SecretStr or None
        The bot's token. Without one the fitting room runs instead of the Discord bot.
    web_host, web_port : str, int
        Where the fitting room listens.
    max_bytes : int
        The largest picture file that is read, in bytes.
    max_megapixels : float
        The most pixels, in millions, that a picture may declare.
    max_pictures : int
        The most pictures answered in one reply; Discord's own limit for a message is ten.
    download_seconds : float
        How long fetching one picture may take, in seconds.
    posts_per_person, posts_per_server : int
        How many posts with pictures are answered in a minute, questions by mention included.
    commands_per_person, commands_per_server : int
        How many commands, and presses under answers and on cards, are answered in a minute.
    artifact : Path or None
        The folder of the trained networks; None for those that come with FitCheck.
    data_dir : Path
        Where FitCheck keeps what must outlive a restart.
    database_url : SecretStr or None
        A PostgreSQL database; without one, the file `fitcheck.db` in `data_dir` is used.
    shard_count : int or None
        How many shards all processes have together; None where this process is the only one.
    shard_ids : tuple of int or None
        Which of them are this process's: "0-3,7" in the variable.
    log_level : str
        The least serious messages that are logged.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    discord_token: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    max_bytes: int = Field(default=10 * MEBIBYTE, ge=1)
    max_megapixels: float = Field(default=40.0, gt=0, allow_inf_nan=False)
    max_pictures: int = Field(default=10, ge=1, le=10)
    download_seconds: float = Field(default=10.0, gt=0, allow_inf_nan=False)
    posts_per_person: int = Field(default=12, ge=1)
    posts_per_server: int = Field(default=120, ge=1)
    commands_per_person: int = Field(default=12, ge=1)
    commands_per_server: int = Field(default=120, ge=1)
    artifact: Path | None = None
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    shard_count: int | None = Field(default=None, ge=1)
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode] = Field(
        default=None, validate_default=True
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("web_host")
    @classmethod
    def _no_wildcard(cls, value: str) -> str:
        """Resolvers take an asterisk for this machine's name: nobody else would reach the page."""
        if "*" in value:
            raise ValueError("all addresses of this machine are 0.0.0.0, or :: with IPv6")
        return value

    @field_validator("artifact", "data_dir")
    @classmethod
    def _at_home(cls, value: Path | None) -> Path | None:
        """A shell would expand the tilde; `.env` is read by none."""
        if value is None:
            return None
        try:
            return value.expanduser()
        except RuntimeError:
            raise ValueError(
                f"no home folder is known of {value.parts[0]}; write the path in full"
            ) from None

    @field_validator("data_dir")
    @classmethod
    def _addressable(cls, value: Path) -> Path:
        """A database's address ends at a question mark: the file would lie beside the folder."""
        if "?" in str(value):
            raise ValueError("its path can't hold a question mark")
        return value

    @field_validator("discord_token")
    @classmethod
    def _whole(cls, value: SecretStr | None) -> SecretStr | None:
        """A token pasted with its line's blanks is still that token; blanks alone are none."""
        token = value.get_secret_value().strip() if value else ""
        if not re.fullmatch(r"[\w.-]*", token, re.ASCII):
            raise ValueError("a token holds letters, digits, dots, hyphens and underscores only")
        return SecretStr(token) if token else None

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return tuple(_numbers(value)) if isinstance(value, str) else value

    @field_validator("shard_ids")
    @classmethod
    def _shared_out(
        cls, value: tuple[int, ...] | None, info: ValidationInfo
    ) -> tuple[int, ...] | None:
        """Shards are shared out by both settings or by neither."""
        if "shard_count" not in info.data:
            return value  # which is told already
        count: int | None = info.data["shard_count"]
        if value is None and count is not None:
            raise ValueError("SHARD_COUNT needs it: this process's shards, such as 0-3,7")
        if value is not None and count is None:
            raise ValueError("it needs SHARD_COUNT, the shards of all processes together")
        if value and count and max(value) >= count:
            raise ValueError(f"of {count} shards the last is {count - 1}")
        return value


def _numbers(text: str) -> list[int]:
    """Read numbers such as "0-3,7"."""
    numbers: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?", part, re.ASCII)
        run = range(int(match[1]), int(match[2] or match[1]) + 1) if match else ()
        if not run:
            raise ValueError("numbers and ranges separated by commas are wanted, such as 0-3,7")
        numbers.update(run)
    return sorted(numbers)


def load_settings() -> Settings:
    """Read the settings.

    Raises
    ------
    SettingsError
        If a value is wrong; its one line names each variable and what was wanted of it.
    """
    try:
        _check_lines(Path(".env"))
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsError(f".env: it can't be read ({error}); save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(
            f".env: it can't be read ({error.strerror}); let the user that runs FitCheck read it"
        ) from None
    except ValidationError as error:
        faults = (
            f"{str(fault['loc'][0]).upper()}: {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors(include_input=False, include_url=False)
        )
        raise SettingsError("; ".join(faults)) from None


def _check_lines(path: Path) -> None:
    """Refuse a line that would be passed over: without its token, the fitting room would run."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig") as file:
        for line in parse_stream(file):
            # One without an equals sign, such as a token by itself, passes for a name.
            if line.error or (line.key is not None and line.value is None):
                text = line.original.string  # with the blank lines in front of it
                number = line.original.line + text[: -len(text.lstrip())].count("\n")
                raise SettingsError(
                    f".env: line {number} can't be read; write NAME=value, and end a value that"
                    " begins with a quotation mark with the same one"
                )


def make_data_dir(settings: Settings) -> None:
    """Make the folder of data if it isn't there yet, then for nobody else to read.

    Raises
    ------
    SettingsError
        If it can't be made or nothing may be written into it.
    """
    folder, wanted = settings.data_dir, "name a folder that FitCheck may write into"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"DATA_DIR: {folder} can't be made ({error.strerror}); {wanted}"
        ) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SettingsError(f"DATA_DIR: {folder} may not be written into; {wanted}")
