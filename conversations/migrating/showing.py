"""Migrations over REST: how far each is, what it found, and what became of that."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import places, wire
from conversations.migrating import running
from conversations.migrating.found import By
from conversations.models import BroughtAction, BroughtKind, Migration, MigrationItem, MigrationSource, MigrationState
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

SAMPLE, LONGEST_SAMPLE = 3, 300


class BroughtCounts(TypedDict):
    """How many customers, or conversations, a file holds, by what becomes of them."""

    new: int
    known: int
    """Those that Baton knows already: customers by their id, conversations that were brought before."""
    merged: int
    """Customers that are joined with one who has the same e-mail address."""
    problem: int
    """Those that are left out; the items say why."""
    stored: int
    """Those that are there now because of this migration."""


class MigrationRow(TypedDict):
    """A file from elsewhere, as a job: read, looked through, stored, and taken back if need be."""

    id: str
    source: MigrationSource
    name: str
    """Of the file."""
    state: MigrationState
    total: int
    """Of what is read, then of what is stored, then of what is taken back."""
    done: int
    customers: BroughtCounts
    conversations: BroughtCounts
    messages: int
    """In its new conversations."""
    notes: int
    problem: str
    """Why it ended early; empty where it did not."""
    can_be_undone: bool
    requested_by: str
    created_at: str
    finished_at: str | None


class MigrationLine(TypedDict):
    """Words of a conversation that waits for a review."""

    by: By
    name: str
    text: str
    """Shortened."""
    at: str
    private: bool


class MigrationItemRow(TypedDict):
    """A customer or a conversation that a file holds."""

    number: int
    place: int
    """Of the file's entries, from 1."""
    kind: BroughtKind
    key: str
    """What it is called there, with where it comes from; empty for a problem."""
    action: BroughtAction
    name: str
    """Of the customer, or what the conversation is about."""
    email: str | None
    messages: int
    notes: int
    sample: list[MigrationLine]
    """Its first words, while it waits for a review."""
    problem: str
    applied: bool
    customer_id: str | None
    conversation_id: str | None


def access(migration_id: str) -> Migration:
    """The migration with this id; NotFoundError when there is none."""
    try:
        found = Migration.objects.defer("text").filter(pk=migration_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such migration here."), param="migration_id")
    return found


def newest(*, limit: int, cursor: str) -> Listed[MigrationRow]:
    """A page of migrations, the newest first. Two queries."""
    found = Migration.objects.defer("text")
    listed = cursors.newest_first(found, by="created_at", prefix="mig", limit=limit, cursor=cursor)
    counts = _counts(listed.rows)
    return listed.of([_shown(row, counts[str(row.id)]) for row in listed.rows])


def shown(row: Migration) -> MigrationRow:
    """The migration as its page shows it. One query."""
    return _shown(row, _counts([row])[str(row.id)])


def page(row: Migration, *, kind: str, action: str, limit: int, cursor: str) -> Listed[MigrationItemRow]:
    """A page of what it holds, in the order of the file; `cursor` is the number of the last one seen. One query."""
    found = row.items.filter(number__gt=places.read(cursor))
    found = found.filter(kind=kind) if kind else found
    rows = list((found.filter(action=action) if action else found)[: limit + 1])
    more = len(rows) > limit
    return {
        "data": [_item(one) for one in rows[:limit]],
        "has_more": more,
        "next_cursor": str(rows[limit - 1].number) if more else None,
    }


def _shown(row: Migration, counts: Mapping[str, Mapping[str, Any]]) -> MigrationRow:
    stored = any(one["stored"] for one in counts.values())
    new = counts[f"{BroughtKind.CONVERSATION}.{BroughtAction.NEW}"]
    return {
        "id": str(row.id),
        "source": MigrationSource(row.source),
        "name": row.name,
        "state": MigrationState(row.state),
        "total": row.total,
        "done": min(row.done, row.total),
        "customers": _of_kind(BroughtKind.CUSTOMER, counts),
        "conversations": _of_kind(BroughtKind.CONVERSATION, counts),
        "messages": new["messages"],
        "notes": new["notes"],
        "problem": row.problem,
        "can_be_undone": row.state in running.STORED and stored and running.can_be_undone(row),
        "requested_by": row.requested_name,
        "created_at": wire.stamp(row.created_at),
        "finished_at": wire.stamp(row.finished_at) if row.finished_at else None,
    }


def _of_kind(kind: BroughtKind, counts: Mapping[str, Mapping[str, Any]]) -> BroughtCounts:
    of = {action: counts[f"{kind}.{action}"] for action in BroughtAction}
    return {
        "new": of[BroughtAction.NEW]["items"],
        "known": of[BroughtAction.KNOWN]["items"],
        "merged": of[BroughtAction.MERGED]["items"],
        "problem": of[BroughtAction.PROBLEM]["items"],
        "stored": sum(one["stored"] for one in of.values()),
    }


def _counts(rows: Sequence[Migration]) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """Items, lines, and how many are stored, of each kind and action, by id of the migration."""
    nothing = {"items": 0, "stored": 0, "messages": 0, "notes": 0}
    found: dict[str, dict[str, dict[str, int]]] = {str(row.id): defaultdict(lambda: nothing) for row in rows}
    there = Q(applied_at__isnull=False) & (Q(kind=BroughtKind.CUSTOMER) | Q(action=BroughtAction.NEW))
    grouped = MigrationItem.objects.filter(migration__in=rows).order_by().values("migration", "kind", "action")
    told = {"items": Count("pk"), "stored": Count("pk", filter=there)}
    for one in grouped.annotate(**told, said=Sum("messages"), noted=Sum("notes")):
        counts = {"items": one["items"], "stored": one["stored"], "messages": one["said"], "notes": one["noted"]}
        found[str(one["migration"])][f"{one['kind']}.{one['action']}"] = counts
    return found


def _item(row: MigrationItem) -> MigrationItemRow:
    return {
        "number": row.number,
        "place": row.place,
        "kind": BroughtKind(row.kind),
        "key": row.key,
        "action": BroughtAction(row.action),
        "name": row.name,
        "email": row.email or None,
        "messages": row.messages,
        "notes": row.notes,
        "sample": [_line(line) for line in row.content.get("lines", [])[:SAMPLE]],
        "problem": row.problem,
        "applied": row.applied_at is not None,
        "customer_id": row.customer_id,
        "conversation_id": row.conversation_id,
    }


def _line(kept: Mapping[str, Any]) -> MigrationLine:
    return {
        "by": kept["by"],
        "name": kept["name"],
        "text": kept["text"][:LONGEST_SAMPLE],
        "at": kept["at"],
        "private": kept["private"],
    }
