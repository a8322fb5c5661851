"""Discord's components as HTML, near enough to how Discord shows them for a picture in a page."""

import base64
import html
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import discord
from discord import ComponentType

from tests.bot import cards

TEMPLATE: Final = (Path(__file__).parent / "discord.html").read_text()

Component = Mapping[str, Any]

_BOT: Final = ("#5865f2", "FitCheck")
_DISMISS: Final = '<div class="dismiss">Only you can see this • Dismiss message</div>'


def conversation(
    photo: bytes,
    answer: list[dict[str, Any]],
    fetch: Callable[[str], bytes | None],
    *,
    opened: discord.Message | None = None,
) -> str:
    """Build a page that shows a posted photo and the reply to it.

    Parameters
    ----------
    photo : bytes
        The PNG that somebody posted.
    answer : list of dict
        The reply's components, as Discord was sent them.
    fetch : callable
        Returns attached pictures by URL.
    opened : discord.Message or None
        What somebody who pressed a button saw below, and nobody else.
    """

    def source(url: str) -> str:
        png = fetch(url)
        if png is None:
            raise LookupError(url)
        return _data_url(png)

    post = _article("#3ba55d", "Ada", f'<div class="post"><img src="{_data_url(photo)}"></div>')
    body = "".join(_html(component, source) for component in answer)
    reply = _article(*_BOT, body, app=True, reply="Ada: click to see attachment")
    below = "" if opened is None else _opened(opened, source)
    return TEMPLATE.replace("<main></main>", f"<main>{post}{reply}{below}</main>")


def private(answer: list[dict[str, Any]], names: Mapping[int, str]) -> str:
    """Build a page that shows an answer that one person alone sees.

    Parameters
    ----------
    answer : list of dict
        Its components, as Discord was sent them; they show no pictures.
    names : mapping of int to str
        What is shown for the ids of channels, roles and people.
    """

    def source(url: str) -> str:
        raise LookupError(url)

    body = "".join(_html(component, source) for component in answer) + _DISMISS
    for one, name in names.items():
        for mention in (f"&lt;#{one}&gt;", f"&lt;@&amp;{one}&gt;", f"&lt;@{one}&gt;"):
            body = body.replace(mention, html.escape(name))
    return TEMPLATE.replace("<main></main>", f"<main>{_article(*_BOT, body, app=True)}</main>")


def _opened(message: discord.Message, source: Callable[[str], str]) -> str:
    """Draw a private message whose pictures are attached and whose menu is open."""
    images = (
        f'<img src="{source(file.url)}" alt="{html.escape(file.description or "", quote=True)}">'
        for file in message.attachments
    )
    rows = cards.tree(message)
    menus = (_menu(menu) for row in rows for menu in row.get("components", ()))
    body = (
        f'<div class="text">{_markdown(message.content)}</div>'
        f'<div class="gallery">{"".join(images)}</div>{"".join(menus)}{_DISMISS}'
    )
    return _article(*_BOT, body, app=True, reply="FitCheck: click to see message")


def _article(colour: str, name: str, body: str, *, app: bool = False, reply: str = "") -> str:
    tag = '<span class="app">APP</span>' if app else ""
    above = f'<div class="reply">↰ {reply}</div>' if reply else ""
    return (
        f'<article>{above}<div class="face" style="background:{colour}">{name[0]}</div>'
        f"<header><b>{name}</b>{tag}</header>{body}</article>"
    )


def _html(part: Component, source: Callable[[str], str]) -> str:
    """Draw one component; one that this page can't draw is an error, so that no look is lost."""
    inside = "".join(_html(child, source) for child in part.get("components", ()))
    match ComponentType(part["type"]):
        case ComponentType.container:
            colour = f"#{part.get('accent_color') or 0x44454C:06x}"
            drawn = f'<div class="container" style="border-left-color:{colour}">{inside}</div>'
        case ComponentType.section:
            side = _html(part["accessory"], source)
            drawn = f'<div class="section"><div>{inside}</div>{side}</div>'
        case ComponentType.text_display:
            drawn = f'<div class="text">{_markdown(part["content"])}</div>'
        case ComponentType.thumbnail:
            drawn = _image(part, source)
        case ComponentType.media_gallery:
            images = "".join(_image(item, source) for item in part["items"])
            drawn = f'<div class="gallery">{images}</div>'
        case ComponentType.action_row:
            drawn = f'<div class="row">{inside}</div>'
        case ComponentType.button:
            drawn = _button(part)
        case ComponentType.string_select | ComponentType.channel_select | ComponentType.role_select:
            drawn = _menu(part)
        case ComponentType.separator:
            drawn = "<hr>"
        case unknown:
            raise NotImplementedError(unknown)
    return drawn


def _button(part: Component) -> str:
    style = {1: "primary", 3: "success", 4: "danger"}.get(part["style"], "secondary")
    emoji = (part.get("emoji") or {}).get("name", "")
    words = html.escape(f"{emoji} {part.get('label') or ''}".strip())
    return f'<div class="button {style}">{words}</div>'


def _menu(part: Component) -> str:
    """Draw a menu: as it is where something is chosen or nothing is listed, else opened."""
    options = part.get("options", ())
    chosen = [html.escape(option["label"]) for option in options if option.get("default")]
    chosen += [f"&lt;#{one['id']}&gt;" for one in part.get("default_values", ())]
    if chosen:
        return f'<div class="select chosen">{", ".join(chosen)}</div>'
    listed = "".join(f"<li>{html.escape(option['label'])}</li>" for option in options)
    opened = listed and f"<ul>{listed}</ul>"
    return f'<div class="select">{html.escape(part["placeholder"])}{opened}</div>'


def _image(part: Component, source: Callable[[str], str]) -> str:
    alt = html.escape(part.get("description") or "", quote=True)
    return f'<img src="{source(part["media"]["url"])}" alt="{alt}">'


def _markdown(text: str) -> str:
    """Render what FitCheck uses of Discord's Markdown."""
    text = html.escape(text, quote=False)
    text = re.sub(r"^-# (.*)$", r"<small>\1</small>", text, flags=re.MULTILINE)
    text = re.sub(r"^(#{2,3}) (.*)\n?", _heading, text, flags=re.MULTILINE)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\[([^\]]+)\]\(https:[^)]+\)", r"<a>\1</a>", text)
    text = re.sub(r"&lt;t:(\d+):R&gt;", _ago, text)
    text = re.sub(r"```\n?(.+?)\n?```\n?", r"<pre>\1</pre>", text, flags=re.DOTALL)
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", text)


def _heading(match: re.Match[str]) -> str:
    level = len(match[1])
    return f"<h{level}>{match[2]}</h{level}>"


def _ago(match: re.Match[str]) -> str:
    return f"{(datetime.now(UTC) - datetime.fromtimestamp(int(match[1]), UTC)).days} days ago"


def _data_url(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
