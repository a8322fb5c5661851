"""Reading a card as a person reads it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord


def tree(message: discord.Message) -> list[dict[str, Any]]:
    """A message's components as Discord was sent them."""
    return [{**component.to_dict()} for component in message.components]


def everything(components: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """All components, as Discord counts them."""
    return [dict(part) for part in _walk(components)]


def parts(
    components: Sequence[Mapping[str, Any]], kind: discord.ComponentType
) -> list[dict[str, Any]]:
    """All components of a kind, in reading order."""
    return [dict(part) for part in _walk(components) if part["type"] == kind.value]


def text(components: Sequence[Mapping[str, Any]]) -> str:
    """All text, in reading order."""
    return "\n".join(
        part["content"] for part in parts(components, discord.ComponentType.text_display)
    )


def _walk(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", ()))
        if "accessory" in component:
            yield from _walk([component["accessory"]])
