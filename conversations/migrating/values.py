"""Values of a file that nobody vouches for, each as what it should be, or as nothing."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from assistant.knowledge.importing import texts
from conversations.identity import attributes
from tenants.errors import ParameterError

Entry = Mapping[str, Any]
EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
AS_MILLISECONDS = 100_000_000_000  # seconds that no clock shows before the year 5138
LONGEST_KEY = 60


def line_of(value: object, longest: int) -> str:
    """One line of at most so many letters; "" for what is no text."""
    return " ".join(texts.clean(value).split())[:longest].strip() if isinstance(value, str) else ""


def text_of(value: object) -> str:
    """A text; "" for what is none."""
    return texts.clean(value) if isinstance(value, str) else ""


def key_of(value: object) -> str:
    """An id of theirs, a number or a short text; "" for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return ""
    told = str(value) if not isinstance(value, int) or abs(value) < 10**30 else ""
    return told if 0 < len(told) <= LONGEST_KEY and told.isprintable() and not told.isspace() else ""


def entry_of(value: object) -> Entry:
    """An object; an empty one for what is none."""
    return value if isinstance(value, dict) else {}


def entries_of(value: object, *names: str) -> Iterator[Entry]:
    """The objects of a list, which may lie in an object under one of these names."""
    for name in names:
        if isinstance(value, dict) and name in value:
            value = value[name]
            break
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def email_of(value: object) -> str:
    """An address in lower case; "" for what is none."""
    told = line_of(value, 255).lower()
    try:
        validate_email(told)
    except ValidationError:
        return ""
    return told if len(told) <= 254 else ""


def language_of(value: object) -> str:
    """The first part of a locale such as de-AT; "" for what is none."""
    first = line_of(value, 35).replace("_", "-").partition("-")[0].lower()
    return first if first.isascii() and first.isalpha() and 2 <= len(first) <= 3 else ""


def moment_of(value: object) -> datetime | None:
    """A moment, from seconds or milliseconds since 1970 or from RFC 3339; None for what is none, or cannot be."""
    if isinstance(value, bool):
        return None
    found: datetime | None
    try:
        if isinstance(value, int | float):
            seconds = value / 1000 if abs(value) > AS_MILLISECONDS else value
            found = datetime.fromtimestamp(seconds, tz=UTC)
        elif isinstance(value, str):
            told = value.strip().removesuffix(" UTC")
            found = moment_of(int(told)) if told.isdecimal() and len(told) <= 14 else datetime.fromisoformat(told)
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    if found is None:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found if EARLIEST <= found <= timezone.now() + timedelta(days=1) else None


def attributes_of(value: object) -> dict[str, str | int | float | bool]:
    """What may be kept of attributes: plain values under plain names, as many as there may be."""
    kept: dict[str, str | int | float | bool] = {}
    for name, one in entry_of(value).items():
        named = "_".join(str(name).split())
        plain = line_of(one, attributes.LONGEST_VALUE) if isinstance(one, str) else one
        if plain in (None, "") or len(kept) == attributes.MOST:
            continue
        try:
            kept.update(attributes.checked({named: plain}))
        except ParameterError:
            continue
    return kept
