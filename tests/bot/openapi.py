"""Checking requests against Discord's own OpenAPI description."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import discord
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


class Description:
    """Discord's OpenAPI description.

    Parameters
    ----------
    path : Path
        The JSON file.
    """

    def __init__(self, path: Path) -> None:
        self._document = json.loads(path.read_text(encoding="utf-8"))
        # discord.py sends snowflakes as integers, and media channels wherever forums go: Discord
        # accepts both and describes neither.
        schemas = self._document["components"]["schemas"]
        schemas["SnowflakeType"] = {"type": ["string", "integer"]}
        schemas["ChannelTypes"]["oneOf"].append({"const": discord.ChannelType.media.value})

    def faults(self, method: str, path: str, body: object) -> list[str]:
        """What is wrong with a request's body; raises LookupError for an unknown operation."""
        pointer = self._pointer(method, path)
        if pointer is None:
            return [] if body is None else [f"{method} {path} takes no body"]
        validator = Draft202012Validator(
            {"$ref": f"urn:discord#{pointer}"}, registry=self._registry
        )
        return [
            f"{method} {path}: {error.json_path}: {error.message[:300]}"
            for error in validator.iter_errors(body)
        ]

    @cached_property
    def _registry(self) -> Registry[Any]:
        resource = Resource.from_contents(self._document, default_specification=DRAFT202012)
        registry: Registry[Any] = Registry().with_resource("urn:discord", resource)
        return registry

    def _pointer(self, method: str, path: str) -> str | None:
        template = max(
            (
                candidate
                for candidate, operations in self._document["paths"].items()
                if method.lower() in operations and _fits(candidate, path)
            ),
            key=lambda candidate: -candidate.count("{"),
            default=None,
        )
        if template is None:
            raise LookupError(f"Discord has no {method} {path}")
        operation = self._document["paths"][template][method.lower()]
        if "application/json" not in operation.get("requestBody", {}).get("content", {}):
            return None
        escaped = template.replace("~", "~0").replace("/", "~1")
        return f"/paths/{escaped}/{method.lower()}/requestBody/content/application~1json/schema"


def _fits(template: str, path: str) -> bool:
    parts, segments = template.strip("/").split("/"), path.strip("/").split("/")
    return len(parts) == len(segments) and all(
        part.startswith("{") or part == segment
        for part, segment in zip(parts, segments, strict=True)
    )
