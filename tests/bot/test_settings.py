"""What a host can set, and what they are told of a wrong value."""

import errno
import os
import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load_settings, make_data_dir
from tests.conftest import ROOT

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"  # noqa: S105 - a made-up one


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the machine's own settings out."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_example_names_every_setting_with_a_comment() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = [line.partition("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)]
    assert named == [name.upper() for name in Settings.model_fields]
    paragraphs = "\n".join(lines).split("\n\n")[1:]
    assert all(paragraph.startswith("#") for paragraph in paragraphs)


def test_example_holds_the_defaults(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text(encoding="utf-8"))
    assert load_settings() == Settings(_env_file=None)


def test_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WEB_PORT=9000\nMAX_PICTURES=3\n")
    monkeypatch.setenv("WEB_PORT", "9001")
    settings = load_settings()
    assert (settings.web_port, settings.max_pictures) == (9001, 3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEB_PORT", "http"),
        ("MAX_PICTURES", "11"),
        ("MAX_BYTES", "0"),
        ("DOWNLOAD_SECONDS", "soon"),
        ("LOG_LEVEL", "LOUD"),
        ("DISCORD_TOKEN", "two words"),
        ("MAX_MEGAPIXELS", "inf"),
        ("DATA_DIR", "~nosuchuser/data"),
        ("ARTIFACT", "~nosuchuser/artifact"),
        ("DATA_DIR", "what?"),
        ("WEB_HOST", "*"),
    ],
)
def test_wrong_value_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name}: ") as caught:
        load_settings()
    assert "\n" not in str(caught.value)


def test_token_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", f"  {TOKEN}\n")
    settings = load_settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_wrong_token_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", f"Bot {TOKEN}")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert TOKEN not in str(caught.value)


def test_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "   ")
    assert load_settings().discord_token is None


def test_a_dotenv_that_may_not_be_read_is_not_blamed_on_its_encoding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_: object, **__: object) -> None:  # root may read any file
        raise PermissionError(errno.EACCES, "Permission denied", ".env")

    (tmp_path / ".env").write_text("WEB_PORT=9000\n")
    monkeypatch.setattr("dotenv.main.open", refused, raising=False)
    wanted = r"^\.env: .*Permission denied.* let the user that runs FitCheck read it$"
    with pytest.raises(SettingsError, match=wanted):
        load_settings()


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    (tmp_path / ".env").write_text("# Schl\u00fcssel\nWEB_PORT=9000\n", encoding=encoding)
    with pytest.raises(SettingsError, match=r"^\.env: .* save it as UTF-8$"):
        load_settings()


@pytest.mark.parametrize(
    "line",
    [
        f"DISCORD_TOKEN='{TOKEN}",
        f"DISCORD_TOKEN=\"{TOKEN}'",
        f"DISCORD_TOKEN: {TOKEN}",
        TOKEN,
        "export DISCORD_TOKEN",
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_not_repeated(tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(f"WEB_PORT=9000\n{line}\nMAX_PICTURES=3\n")
    with pytest.raises(SettingsError, match=r"^\.env: line 2 can't be read") as raised:
        load_settings()
    assert TOKEN not in str(raised.value)


def test_blank_lines_in_front_of_a_line_are_counted(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WEB_PORT=9000\n\n  \nDISCORD_TOKEN: secret\n")
    with pytest.raises(SettingsError, match=r"^\.env: line 4 can't be read"):
        load_settings()


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", "~/fitcheck")
    assert load_settings().data_dir == Path.home() / "fitcheck"


def test_the_folder_of_data_is_made(tmp_path: Path) -> None:
    make_data_dir(Settings(data_dir=tmp_path / "a" / "b"))
    assert (tmp_path / "a" / "b").is_dir()
    assert (tmp_path / "a" / "b").stat().st_mode & 0o077 == 0  # it will hold people's ids


@pytest.mark.parametrize("name", ["file", "file/below", "forbidden"])
def test_a_folder_of_data_that_nothing_can_be_kept_in_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path / "forbidden")
    with pytest.raises(SettingsError, match=f"^DATA_DIR: {tmp_path / name} .*; name a folder"):
        make_data_dir(Settings(data_dir=tmp_path / name))


@pytest.mark.parametrize(
    ("text", "ids"), [("0", (0,)), ("0-3,7", (0, 1, 2, 3, 7)), (" 6 - 7 , 6", (6, 7))]
)
def test_shards_are_listed_by_number_and_range(
    monkeypatch: pytest.MonkeyPatch, text: str, ids: tuple[int, ...]
) -> None:
    monkeypatch.setenv("SHARD_COUNT", "8")
    monkeypatch.setenv("SHARD_IDS", text)
    settings = load_settings()
    assert (settings.shard_count, settings.shard_ids) == (8, ids)


@pytest.mark.parametrize(
    ("name", "count", "ids"),
    [
        ("SHARD_IDS", "8", ""),
        ("SHARD_IDS", "", "0-7"),
        ("SHARD_IDS", "8", "0,8"),
        ("SHARD_IDS", "8", "3-1"),
        ("SHARD_IDS", "8", "0;1"),
        ("SHARD_COUNT", "0", "0"),
    ],
)
def test_shards_that_cannot_be_are_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, count: str, ids: str
) -> None:
    monkeypatch.setenv("SHARD_COUNT", count)
    monkeypatch.setenv("SHARD_IDS", ids)
    with pytest.raises(SettingsError, match=f"^{name}: ") as caught:
        load_settings()
    assert ";" not in str(caught.value)
