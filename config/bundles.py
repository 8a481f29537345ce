"""Which files the front end's build made for a page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True)
class Bundle:
    """The addresses of a page's script and styles, and of what it may fetch later, by the file that it was made of."""

    script: str
    styles: tuple[str, ...]
    later: Mapping[str, str]


class NotBuiltError(RuntimeError):
    """The front end was not built."""


def bundle(name: str) -> Bundle:
    """The entry of `console` or `widget`, from its build's manifest; NotBuiltError when there is none."""
    path = settings.FRONTEND_DIST / name / "manifest.json"
    try:
        manifest: dict[str, dict[str, Any]] = json.loads(path.read_text())
    except FileNotFoundError as error:
        raise NotBuiltError("The front end is not built yet; run `make setup`.") from error
    entry = next(part for part in manifest.values() if part.get("isEntry"))
    styles = _styles(manifest, entry, set())
    base = f"/static/{name}/"
    later = {source: base + part["file"] for source, part in manifest.items() if part.get("isDynamicEntry")}
    return Bundle(script=base + entry["file"], styles=tuple(base + style for style in styles), later=later)


def _styles(manifest: dict[str, dict[str, Any]], part: dict[str, Any], seen: set[str]) -> list[str]:
    found: list[str] = []
    for key in part.get("imports", []):
        if key not in seen:
            seen.add(key)
            found += _styles(manifest, manifest[key], seen)
    return [*found, *(style for style in part.get("css", []) if style not in found)]
