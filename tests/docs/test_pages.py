"""What the pages for people say is so."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import discord
import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
README = (ROOT / "README.md").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere_and_pictures_have_alt_texts(page: Path) -> None:
    links = re.findall(r"(!?)\[([^\]]*)\]\(([^)#]+)[^)]*\)", page.read_text())
    for picture, text, target in links:
        if not re.match(r"\w+:", target):
            assert (page.parent / target).exists(), target
        assert len(text) > (20 if picture else 0), target


def test_every_picture_is_shown_on_a_page() -> None:
    shown = {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text())
    }
    pictures = {path for path in (ROOT / "docs" / "images").rglob("*") if path.is_file()}
    assert pictures - shown == set()


def test_the_readme_keeps_its_order() -> None:
    headings = re.findall(r"^## (.*)$", README, re.MULTILINE)
    assert headings == [
        "Two commands",
        "Connecting Discord",
        "What it answers to",
        "Settings",
        "Training",
        "The numbers",
        "Privacy",
    ]
    assert README.index("![") < README.index("## Two commands")


def test_the_readme_names_settings_that_exist_with_their_defaults() -> None:
    fields = Settings.model_fields
    rows = re.findall(r"^\| (`[A-Z_`, ]+) \| ([^|]+) \|", README, re.MULTILINE)
    assert len(rows) >= 5
    for names, values in rows:
        for name, value in zip(re.findall(r"\w+", names), values.split(", "), strict=True):
            default = fields[name.lower()].default
            assert value == ("none" if default is None else str(default).removesuffix(".0"))


def test_the_install_link_asks_for_the_permissions_listed() -> None:
    (number,) = re.findall(r"permissions=(\d+)", README)
    assert discord.Permissions(int(number)) == discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        attach_files=True,
        read_message_history=True,
        add_reactions=True,
    )


def test_commands_in_the_pages_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    for page in PAGES:
        text = page.read_text()
        for name in re.findall(r"python -m (scripts[.\w]+|tests[.\w]+)", text):
            path = ROOT / name.replace(".", "/")
            assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), name
        assert set(re.findall(r"^make (\w+)", text, re.MULTILINE)) <= targets


HOSTING = (ROOT / "docs" / "hosting.md").read_text()


def test_a_unit_that_may_write_nothing_else_has_a_folder_for_what_is_kept_and_cached() -> None:
    assert "ProtectSystem=strict" in HOSTING
    for variable, folder, kind in (
        ("DATA_DIR", "/var/lib", "StateDirectory"),
        ("MPLCONFIGDIR", "/var/cache", "CacheDirectory"),
    ):
        (name,) = re.findall(rf"^Environment={variable}={folder}/(\w+)$", HOSTING, re.MULTILINE)
        assert f"\n{kind}={name}\n" in HOSTING


SHIMS = {
    "docker": 'shift 4\nexec "$@"\n',
    # As `python -m sqlite3`, which is there from Python 3.12 on.
    "python": f"exec {sys.executable} -c "
    '\'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(sys.argv[2])\' "$3" "$4"\n',
    "cat": 'test ! -e full && exec /bin/cat "$@"\n',
}


def test_a_backup_of_the_container_that_failed_spoils_none(tmp_path: Path) -> None:
    (command,) = re.findall(r"^docker compose exec .*VACUUM.*$", HOSTING, re.MULTILINE)
    command = command.replace("/data", str(tmp_path)).replace("/tmp/copy", f"{tmp_path}/copy")  # noqa: S108
    for name, script in SHIMS.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}")
        (tmp_path / name).chmod(0o700)
    with closing(sqlite3.connect(tmp_path / "fitcheck.db")) as file:
        file.execute("CREATE TABLE t (n)")

    def back_up() -> bool:
        path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
        done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, env=path, check=False)  # noqa: S603
        assert not (tmp_path / "copy.db").exists()
        with closing(sqlite3.connect(tmp_path / "fitcheck-backup.db")) as copy:
            assert copy.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
        return done.returncode == 0

    assert back_up()
    (tmp_path / "full").touch()
    assert not back_up()
    (tmp_path / "full").unlink()
    assert back_up()


def test_the_containers_backup_names_what_compose_names() -> None:
    compose = (ROOT / "compose.yaml").read_text()
    commands = re.findall(r"^docker compose (?:exec|run --rm) -T (\w+) .*$", HOSTING, re.MULTILINE)
    assert len(commands) == 2
    for service in commands:
        assert f"\n  {service}:\n" in compose
    (folder,) = re.findall(r"DATA_DIR: (\S+)", compose)
    assert f"\n      - data:{folder}\n" in compose
    assert set(re.findall(r"(/\w+)/fitcheck\.db", HOSTING)) == {folder, "/fitcheck"}
