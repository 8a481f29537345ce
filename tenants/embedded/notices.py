"""What the channel layer sends through PostgreSQL: one NOTIFY channel, and a table for what is too big."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CHANNEL = "baton"
MOST_BYTES = 5000  # PostgreSQL takes less than 8000 in one NOTIFY
KEPT_SECONDS = 60

NOTIFY = f"SELECT pg_notify('{CHANNEL}', %s)"
AND_NOTIFY = f", pg_notify('{CHANNEL}', %s)"
MOST_TOGETHER = 20  # notices of one statement, which has to be prepared for each number of them
NOTIFY_BIG = f"""
WITH old AS (DELETE FROM public.channel_payload WHERE at < now() - interval '{KEPT_SECONDS} seconds'),
     new AS (INSERT INTO public.channel_payload (body) VALUES (%s) RETURNING id)
SELECT pg_notify('{CHANNEL}', %s || new.id) FROM new
"""  # noqa: S608
LOAD = "SELECT body FROM public.channel_payload WHERE id = %s"


class Target(StrEnum):
    """Who a notice is for."""

    GROUP = "g"
    CHANNEL = "c"


@dataclass(frozen=True)
class Notice:
    """A received notice: its target, and the message or the id under which the message waits in the table."""

    target: Target
    name: str
    body: str | None
    body_id: int | None
    origin: str  # which event loop sent it and delivered it to its own channels already; "" when none did


def statements(messages: Sequence[tuple[str, Mapping[str, Any]]], *, origin: str) -> list[tuple[str, list[Any]]]:
    """The statements that send each message to its group in other processes, with those that fit together."""
    single = [statement(Target.GROUP, group, message, origin=origin) for group, message in messages]
    small = [payload for query, (payload, *_) in single if query == NOTIFY]
    together = [small[first : first + MOST_TOGETHER] for first in range(0, len(small), MOST_TOGETHER)]
    big = [one for one in single if one[0] != NOTIFY]
    return [*((NOTIFY + AND_NOTIFY * (len(part) - 1), part) for part in together), *big]


def statement(target: Target, name: str, message: Mapping[str, Any], *, origin: str = "") -> tuple[str, list[Any]]:
    """The SQL and its parameters that send `message`; TypeError when it is not JSON."""
    body = json.dumps(message, separators=(",", ":"))
    if len(body) <= MOST_BYTES:
        return NOTIFY, [f"{target}m{name} {origin}\n{body}"]
    return NOTIFY_BIG, [body, f"{target}i{name} {origin}\n"]


def read(payload: str) -> Notice:
    """The notice in a NOTIFY payload of ours."""
    head, _, rest = payload.partition("\n")
    in_table = head[1] == "i"
    name, _, origin = head[2:].partition(" ")
    return Notice(
        target=Target(head[0]),
        name=name,
        origin=origin,
        body=None if in_table else rest,
        body_id=int(rest) if in_table else None,
    )
