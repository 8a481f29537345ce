"""Fills `{{variables}}` in words, and says which have no value here; pure.

`{{customer.first_name|there}}` has words of its own for when there is no value; they may be none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

VARIABLE = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*(?:\|([^{}\n]{0,80}))?\}\}")
KNOWN: Mapping[str, str] = {
    "customer.first_name": "The customer's first name",
    "customer.name": "The customer's whole name",
    "customer.email": "The customer's e-mail address",
    "order.number": "The number of the order that it is about",
    "order.status": "How far that order is",
    "order.total": "What that order costs",
    "order.tracking": "The tracking number of that order",
    "agent.first_name": "Your first name",
    "agent.name": "Your whole name",
    "team.name": "The team that has the conversation",
    "company.name": "The company's name",
}
Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Filled:
    """The words with what is known in its places; what is not known stays as it was and is named, each once."""

    text: str
    missing: tuple[str, ...]


def fill(text: str, values: Values) -> Filled:
    """Put the values into their places."""
    missing: list[str] = []

    def value(found: re.Match[str]) -> str:
        known = values.get(found[1])
        if known:
            return known
        if found[2] is not None and found[1] in KNOWN:
            return found[2].strip()
        missing.append(found[1])
        return found[0]

    filled = VARIABLE.sub(value, text)
    return Filled(filled, tuple(dict.fromkeys(missing)))


def unknown(text: str) -> tuple[str, ...]:
    """The variables in the words that no conversation has a value for, each once."""
    return tuple(dict.fromkeys(found[1] for found in VARIABLE.finditer(text) if found[1] not in KNOWN))
