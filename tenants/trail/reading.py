"""The audit log as its readers ask for it: filtered, by pages, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from pydantic import JsonValue
from typing_extensions import TypedDict

from tenants import cursors
from tenants.trail.models import ActorKind, AuditEntry

PREFIX = "aud"
A_PAGE_OF_A_FILE = 1000  # entries


class AuditedToken(TypedDict):
    """The token of a program that did it for somebody."""

    id: str
    name: str


class AuditedActor(TypedDict):
    """Who did it."""

    kind: ActorKind
    id: str
    """Empty for one who has none, such as the system."""
    name: str
    via: AuditedToken | None


class AuditedObject(TypedDict):
    """What it was done to."""

    kind: str
    id: str
    name: str


class AuditEntryRow(TypedDict):
    """An entry of the audit log: who did what to which thing."""

    id: str
    at: str
    actor: AuditedActor
    action: str
    """Dotted, past tense, such as `role.changed`."""
    object: AuditedObject
    changes: dict[str, tuple[JsonValue, JsonValue]]
    """Of each field what it was and what it is."""
    address: str | None
    request_id: str


@dataclass(frozen=True)
class Asked:
    """Which entries; what is empty or None does not narrow.

    `actor` and `about` are an id or a part of a name, `about` also a kind; whose token acted for somebody else is an
    actor too. `action` is one, or its beginning before a dot.
    """

    actor: str = ""
    action: str = ""
    about: str = ""
    since: datetime | None = None
    until: datetime | None = None


def page(asked: Asked, *, limit: int, cursor: str) -> tuple[list[AuditEntry], str | None]:
    """At most `limit` entries and the cursor of the next page, or None at the end. ParameterError for a bad cursor."""
    rows = list(_after(_matching(asked), cursor)[: limit + 1])
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1]
    return rows[:limit], cursors.pack(last.at, str(last.id))


def pages(asked: Asked) -> Iterator[list[AuditEntry]]:
    """All matching entries in pages, each with one query."""
    cursor: str | None = ""
    while cursor is not None:
        rows, cursor = page(asked, limit=A_PAGE_OF_A_FILE, cursor=cursor)
        yield rows


def actions() -> list[str]:
    """Every action that was ever written down here."""
    return list(AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct())


def shown(entry: AuditEntry) -> AuditEntryRow:
    """An entry as it goes over the wire."""
    return {
        "id": entry.id,
        "at": entry.at.isoformat().replace("+00:00", "Z"),
        "actor": {
            "kind": ActorKind(entry.actor_kind),
            "id": entry.actor_id,
            "name": entry.actor_name,
            "via": _via(entry),
        },
        "action": entry.action,
        "object": {"kind": entry.object_kind, "id": entry.object_id, "name": entry.object_name},
        "changes": entry.changes,
        "address": entry.address,
        "request_id": entry.request_id,
    }


def _via(entry: AuditEntry) -> AuditedToken | None:
    return {"id": entry.via_id, "name": entry.via_name} if entry.via_id else None


def _matching(asked: Asked) -> QuerySet[AuditEntry]:
    wanted = Q()
    if asked.actor:
        by = Q(actor_id=asked.actor) | Q(actor_name__icontains=asked.actor)
        wanted &= by | Q(via_id=asked.actor) | Q(via_name__icontains=asked.actor)
    if asked.action:
        wanted &= Q(action=asked.action) | Q(action__startswith=f"{asked.action.rstrip('.')}.")
    if asked.about:
        wanted &= Q(object_id=asked.about) | Q(object_kind=asked.about) | Q(object_name__icontains=asked.about)
    if asked.since:
        wanted &= Q(at__gte=asked.since)
    if asked.until:
        wanted &= Q(at__lte=asked.until)
    return AuditEntry.objects.filter(wanted).order_by("-at", "-id")


def _after(rows: QuerySet[AuditEntry], cursor: str) -> QuerySet[AuditEntry]:
    if not cursor:
        return rows
    at, key = cursors.unpack(cursor, prefix=PREFIX)
    return rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=key))
