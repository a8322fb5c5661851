"""What the pages for people say is so."""

import re
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


def test_the_containers_backup_names_what_compose_names() -> None:
    compose = (ROOT / "compose.yaml").read_text()
    commands = re.findall(r"^docker compose (?:exec|run --rm) -T (\w+) .*$", HOSTING, re.MULTILINE)
    assert len(commands) == 2
    for service in commands:
        assert f"\n  {service}:\n" in compose
    (folder,) = re.findall(r"DATA_DIR: (\S+)", compose)
    assert f"\n      - data:{folder}\n" in compose
    assert set(re.findall(r"(/\w+)/fitcheck\.db", HOSTING)) == {folder, "/fitcheck"}
