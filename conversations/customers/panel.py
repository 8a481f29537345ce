"""All that the desk knows of a person, over all records that are theirs, in a fixed number of queries."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from typing_extensions import TypedDict

from assistant.models import Order
from conversations import handoff, reach, rows, wire
from conversations.inbox import detail
from conversations.merging import joining, persons
from conversations.models import (
    Conversation,
    Customer,
    CustomerMerge,
    CustomerNote,
    Decision,
    Erasure,
    Handover,
    Proof,
    Status,
)
from tenants import ids

Json = dict[str, Any]
MOST_CONVERSATIONS, MOST_ORDERS, MOST_HANDOVERS, MOST_NOTES = 50, 20, 20, 100


def shown(customer: Customer) -> Json:
    """The person whose record this is; the same from each of their records. Ten queries at most."""
    records = persons.records(customer)
    kept, keys = records[0], [row.id for row in records]
    merges = CustomerMerge.objects.filter(kept=kept, undone_at=None).select_related("taken", "by")
    return {
        "id": kept.id,
        "name": kept.name,
        "email": kept.email or None,
        "created_at": wire.stamp(min(row.created_at for row in records)),
        "language": kept.language,
        "attributes": kept.attributes,
        "external_id": kept.external_id or None,
        "being_erased": Erasure.objects.filter(customer_id=ids.decode("cus", str(kept.id))).exists(),
        "records": _records(records),
        "merges": joining.shown(list(merges)),
        "notes": [note(one) for one in _notes(keys)],
        "conversations": _history(keys),
        "handovers": [_handover(one) for one in _handovers(keys)],
        "orders": [detail.order(one) for one in _orders(records)],
    }


class CustomerNoteRow(TypedDict):
    """A note about a customer, for the desk only."""

    id: str
    author: rows.Colleague | None
    """Null for one who is no longer here."""
    text: str
    created_at: str


def note(one: CustomerNote) -> CustomerNoteRow:
    """A note about a customer."""
    return {
        "id": one.id,
        "author": rows.colleague(one.author),
        "text": one.text,
        "created_at": wire.stamp(one.created_at),
    }


def _records(records: Sequence[Customer]) -> list[Json]:
    """Each record with what is its own; what one proved counts for that one alone."""
    proven: dict[str, list[str]] = {}
    keys = [row.id for row in records]
    for one in Proof.objects.filter(customer__in=keys, expires_at__gt=timezone.now()):
        proven.setdefault(str(one.customer_id), []).append(one.email)
    return [
        {
            "id": row.id,
            "name": row.name,
            "email": row.email or None,
            "external_id": row.external_id or None,
            "attributes": row.attributes,
            "page_attributes": row.page_attributes,
            "proven": sorted(set(proven.get(str(row.id), []))),
            "created_at": wire.stamp(row.created_at),
        }
        for row in records
    ]


def _notes(keys: Sequence[object]) -> list[CustomerNote]:
    return list(CustomerNote.objects.filter(customer__in=keys).select_related("author")[:MOST_NOTES])


def _history(keys: Sequence[object]) -> list[Json]:
    """All that the plan shows, newest first, each with its topic, how it ended and how the customer sounded last."""
    taken = Handover.objects.filter(conversation=OuterRef("pk"), accepted_at__isnull=False)
    found = Conversation.objects.filter(customer__in=keys).annotate(by_people=Exists(taken))
    talks = list(reach.within(found).order_by("-created_at", "-id")[:MOST_CONVERSATIONS])
    newest = Decision.objects.filter(conversation__in=[talk.id for talk in talks])
    each = newest.order_by("conversation", "-asked_seq").distinct("conversation")
    last = {str(one.conversation_id): one for one in each}
    return [_past(talk, last.get(str(talk.id))) for talk in talks]


def _past(talk: Conversation, last: Decision | None) -> Json:
    heard = handoff.mood([(last.asked_seq, last.facts)])[0]["value"] if last is not None else None
    return {
        "id": talk.id,
        "subject": talk.subject,
        "status": talk.status,
        "channel": talk.channel,
        "created_at": wire.stamp(talk.created_at),
        "last_at": wire.stamp(talk.last_at) if talk.last_at else None,
        "last_text": talk.last_text,
        "topic": (last.topic if last is not None else "") or (talk.tags[0] if talk.tags else "") or None,
        "tags": talk.tags,
        "outcome": _outcome(talk),
        "mood": heard,
        "merged_into": talk.merged_into_id,
        "customer_id": talk.customer_id,
    }


def _outcome(talk: Conversation) -> str:
    """Where it stands, or who settled it."""
    if talk.merged_into_id:
        return "merged"
    if talk.status != Status.RESOLVED:
        return "open"
    return "people" if getattr(talk, "by_people") else "assistant"  # noqa: B009  annotated by _history


def _handovers(keys: Sequence[object]) -> list[Handover]:
    found = Handover.objects.filter(conversation__customer__in=keys)
    loaded = found.select_related("decision", "team", "accepted_by").order_by("-requested_at", "-id")
    return list(loaded[:MOST_HANDOVERS])


def _handover(one: Handover) -> Json:
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "at": wire.stamp(one.requested_at),
        "label": one.decision.label or None,
        "reason": one.reason,
        "team": wire.team(one.team),
        "accepted_by": rows.colleague(one.accepted_by),
    }


def _orders(records: Sequence[Customer]) -> list[Order]:
    """Under any address on their records, proven or not: the desk may look, a customer may not."""
    found = Order.objects.filter(persons.under(persons.addresses(records)))
    return list(found.order_by("-placed_at").prefetch_related("items")[:MOST_ORDERS])
