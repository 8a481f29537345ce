"""Messages of a conversation in their order, each once, with times that can be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from conversations import tagging
from conversations.migrating.found import MOST_LINES, Contact, Line, OddError, Talk
from conversations.migrating.values import line_of


@dataclass(frozen=True)
class Told:
    """A message as a file tells it: its id there, its time if that can be, and the fields of a line."""

    key: str
    at: datetime | None
    fields: Mapping[str, Any]


def check_count(parts: Sequence[object]) -> None:
    """OddError where a conversation has more parts than one may have."""
    if len(parts) > MOST_LINES:
        raise OddError(gettext("It has more than {most_lines:,} messages.").format(most_lines=MOST_LINES))


def talk(
    key: str,
    contact: Contact,
    told: Sequence[Told],
    *,
    subject: str = "",
    tags: Iterable[object] = (),
    began: datetime | None = None,
) -> Talk:
    """The conversation. OddError where nothing was said in it, or nobody knows when."""
    if not any(not one.fields["private"] for one in told):
        raise OddError(gettext("Nothing was said in it."))
    first = began or next((one.at for one in told if one.at is not None), None)
    if first is None:
        raise OddError(gettext("Nobody knows when it was."))
    lines: list[Line] = []
    seen: set[str] = set()
    at = first
    for one in told:
        at = one.at or at  # what has no time of its own stands with what came before it
        if one.key not in seen:
            lines.append(Line(**one.fields, at=at))
        seen |= {one.key} - {""}
    lines.sort(key=lambda line: line.at)
    named = [line_of(tag, 40) for tag in tags]
    return Talk(key, contact, tuple(lines), subject, tuple(dict.fromkeys(filter(None, named)))[: tagging.MOST])
