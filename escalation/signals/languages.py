"""In which languages each signal is noticed: those of its books of phrases, English by the network too."""

from __future__ import annotations

from functools import cache

from escalation.signals.names import NAMES
from escalation.signals.phrases import BOOKS


@cache
def languages_of(name: str) -> tuple[str, ...] | None:
    """The languages of a signal, English first; None for a measure that does not go by words."""
    if name not in NAMES:
        return None
    found = {path.name.split(".")[1] for path in BOOKS.glob(f"{name}.*.txt")}
    return ("en", *sorted(found - {"en"}))
