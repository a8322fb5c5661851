"""Discord's components as HTML, near enough to how Discord shows them for a picture in a page."""

import base64
import html
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import discord
from discord import ComponentType

from tests.bot import cards

TEMPLATE: Final = (Path(__file__).parent / "discord.html").read_text()

Component = Mapping[str, Any]
Fetch = Callable[[str], bytes | None]
_NOTHING: Final[Fetch] = dict[str, bytes]().get

_BOT: Final = ("#5865f2", "FitCheck")
_DISMISS: Final = '<div class="dismiss">Only you can see this • Dismiss message</div>'


def page(*articles: str) -> str:
    """Build a page that shows messages, one below the other."""
    return TEMPLATE.replace("<main></main>", f"<main>{''.join(articles)}</main>")


def post(photos: Sequence[bytes], *, asks: bool = False, reactions: Sequence[str] = ()) -> str:
    """Draw what somebody posted: PNGs, whether they mentioned FitCheck, and reactions to it."""
    images = "".join(f'<img src="{_data_url(photo)}">' for photo in photos)
    text = '<div class="text"><span class="mention">@FitCheck</span></div>' if asks else ""
    pills = "".join(f'<div class="reaction">{emoji} 1</div>' for emoji in reactions)
    below = pills and f'<div class="row">{pills}</div>'
    several = " several" if len(photos) > 1 else ""
    return _article("#3ba55d", "Ada", f'{text}<div class="post{several}">{images}</div>{below}')


def reply(answer: discord.Message, fetch: Fetch) -> str:
    """Draw the answer to a post; `fetch` returns attached pictures by URL."""
    return _article(*_BOT, _body(answer, fetch), app=True, reply="Ada: click to see attachment")


def opened(message: discord.Message, fetch: Fetch) -> str:
    """Draw what somebody who pressed a button saw, and nobody else: its menu is open."""
    images = (
        f'<img src="{_source(fetch, file.url)}" alt="{_escaped(file.description)}">'
        for file in message.attachments
    )
    rows = cards.tree(message)
    menus = (_menu(menu) for row in rows for menu in row.get("components", ()))
    body = (
        f'<div class="text">{_markdown(message.content)}</div>'
        f'<div class="gallery">{"".join(images)}</div>{"".join(menus)}{_DISMISS}'
    )
    return _article(*_BOT, body, app=True, reply="FitCheck: click to see message")


def private(answer: discord.Message, names: Mapping[int, str], fetch: Fetch = _NOTHING) -> str:
    """Build a page that shows an answer that one person alone sees.

    Parameters
    ----------
    answer : discord.Message
        The answer.
    names : mapping of int to str
        What is shown for the ids of channels, roles and people.
    fetch : callable
        Returns attached pictures by URL.
    """
    body = _body(answer, fetch) + _DISMISS
    for one, name in names.items():
        for mention in (f"&lt;#{one}&gt;", f"&lt;@&amp;{one}&gt;", f"&lt;@{one}&gt;"):
            body = body.replace(mention, html.escape(name))
    return page(_article(*_BOT, body, app=True))


def form(modal: Component) -> str:
    """Build a page that shows a form."""
    labels = (
        f"<b>{html.escape(label['label'])}</b>"
        f'<div class="text"><small>{html.escape(label["description"])}</small></div>'
        '<div class="drop">Drop files here or <a>browse</a></div>'
        for label in modal["components"]
    )
    buttons = '<div class="button secondary">Cancel</div><div class="button primary">Submit</div>'
    return TEMPLATE.replace(
        "<main></main>",
        f'<main class="form"><h2>{html.escape(modal["title"])}</h2>{"".join(labels)}'
        f'<div class="row">{buttons}</div></main>',
    )


def _body(message: discord.Message, fetch: Fetch) -> str:
    """Draw words and components; cards have no words of their own."""
    words = message.content and f'<div class="text">{_markdown(message.content)}</div>'
    return words + "".join(
        _html(component, partial(_source, fetch)) for component in cards.tree(message)
    )


def _source(fetch: Fetch, url: str) -> str:
    png = fetch(url)
    if png is None:
        raise LookupError(url)
    return _data_url(png)


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
            few = " few" if len(part["items"]) in {2, 4} else ""
            drawn = f'<div class="gallery{few}">{images}</div>'
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
    return f'<img src="{source(part["media"]["url"])}" alt="{_escaped(part.get("description"))}">'


def _escaped(alt: str | None) -> str:
    return html.escape(alt or "", quote=True)


def _markdown(text: str) -> str:
    """Render what FitCheck uses of Discord's Markdown."""
    text = html.escape(text, quote=False)
    text = re.sub(r"^-# (.*)$", r"<small>\1</small>", text, flags=re.MULTILINE)
    text = re.sub(r"(?:^- .*\n?)+", _list, text, flags=re.MULTILINE)
    text = re.sub(r"^(#{2,3}) (.*)\n?", _heading, text, flags=re.MULTILINE)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\[([^\]]+)\]\(https:[^)]+\)", r"<a>\1</a>", text)
    text = re.sub(r"&lt;t:(\d+):([Rd])&gt;", _when, text)
    text = re.sub(r"```\n?(.+?)\n?```\n?", r"<pre>\1</pre>", text, flags=re.DOTALL)
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", text)


def _heading(match: re.Match[str]) -> str:
    level = len(match[1])
    return f"<h{level}>{match[2]}</h{level}>"


def _list(match: re.Match[str]) -> str:
    lines = match[0].strip().splitlines()
    return f"<ul>{''.join(f'<li>{line[2:]}</li>' for line in lines)}</ul>"


def _when(match: re.Match[str]) -> str:
    when = datetime.fromtimestamp(int(match[1]), UTC)
    if match[2] == "d":
        return f"{when:%m/%d/%Y}"
    return f"{(datetime.now(UTC) - when).days} days ago"


def _data_url(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
