"""All that the desk knows of a person, over all records that are theirs, in a fixed number of queries."""

from collections.abc import Sequence
from typing import Literal

from django.db.models import Exists, OuterRef
from django.utils import timezone
from typing_extensions import TypedDict

from assistant.models import Order
from conversations import handoff, reach, rows, wire
from conversations.inbox import detail
from conversations.merging import joining, persons
from conversations.merging.joining import Attribute
from conversations.models import (
    Channel,
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
from conversations.widget import before_chat
from tenants import ids

Outcome = Literal["open", "assistant", "people", "merged"]
MOST_CONVERSATIONS, MOST_ORDERS, MOST_HANDOVERS, MOST_NOTES = 50, 20, 20, 100


class CustomerRecord(TypedDict):
    """A record of a person, with what is its own."""

    id: str
    name: str
    email: str | None
    external_id: str | None
    """The id that the company's own server gave."""
    attributes: dict[str, Attribute]
    page_attributes: dict[str, Attribute]
    """What the page said, unproven."""
    form_answers: list[before_chat.FormAnswer]
    """What they filled in before a chat, unproven."""
    proven: list[str]
    """Addresses that it proved and that still count; they count for this record alone."""
    created_at: str


class CustomerNoteRow(TypedDict):
    """A note about a customer, for the desk only."""

    id: str
    author: rows.Colleague | None
    """Null where a program wrote it, and for one who is no longer here."""
    text: str
    created_at: str


class CustomerConversation(TypedDict):
    """A conversation of the person, and what came of it."""

    id: str
    subject: str
    status: Status
    channel: Channel
    created_at: str
    last_at: str | None
    last_text: str
    topic: str | None
    tags: list[str]
    outcome: Outcome
    mood: float | None
    """0 is calm, -1 as angry or distressed as it gets; null where nothing was measured."""
    merged_into: str | None
    """The conversation in which it goes on."""
    customer_id: str


class CustomerHandover(TypedDict):
    """That a person of the company was needed."""

    id: str
    conversation_id: str
    at: str
    label: str | None
    reason: str
    team: wire.Named | None
    accepted_by: rows.Colleague | None


class Person(TypedDict):
    """All that the desk knows of a person, over all records that are theirs."""

    id: str
    name: str
    email: str | None
    created_at: str
    language: str
    attributes: dict[str, Attribute]
    external_id: str | None
    being_erased: bool
    records: list[CustomerRecord]
    """The one that the desk looks under first."""
    merges: list[joining.CustomerMergeRow]
    notes: list[CustomerNoteRow]
    conversations: list[CustomerConversation]
    handovers: list[CustomerHandover]
    orders: list[detail.OrderBrief]


def shown(customer: Customer) -> Person:
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


def note(one: CustomerNote) -> CustomerNoteRow:
    """A note about a customer."""
    return {
        "id": one.id,
        "author": rows.colleague(one.author),
        "text": one.text,
        "created_at": wire.stamp(one.created_at),
    }


def _records(records: Sequence[Customer]) -> list[CustomerRecord]:
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
            "form_answers": before_chat.answers(row),
            "proven": sorted(set(proven.get(str(row.id), []))),
            "created_at": wire.stamp(row.created_at),
        }
        for row in records
    ]


def _notes(keys: Sequence[object]) -> list[CustomerNote]:
    return list(CustomerNote.objects.filter(customer__in=keys).select_related("author")[:MOST_NOTES])


def _history(keys: Sequence[object]) -> list[CustomerConversation]:
    """All that the plan shows, newest first, each with its topic, how it ended and how the customer sounded last."""
    taken = Handover.objects.filter(conversation=OuterRef("pk"), accepted_at__isnull=False)
    found = Conversation.objects.filter(customer__in=keys).annotate(by_people=Exists(taken))
    talks = list(reach.within(found).order_by("-created_at", "-id")[:MOST_CONVERSATIONS])
    newest = Decision.objects.filter(conversation__in=[talk.id for talk in talks])
    each = newest.order_by("conversation", "-asked_seq").distinct("conversation")
    last = {str(one.conversation_id): one for one in each}
    return [_past(talk, last.get(str(talk.id))) for talk in talks]


def _past(talk: Conversation, last: Decision | None) -> CustomerConversation:
    heard = handoff.mood([(last.asked_seq, last.facts)])[0]["value"] if last is not None else None
    return {
        "id": talk.id,
        "subject": talk.subject,
        "status": Status(talk.status),
        "channel": Channel(talk.channel),
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


def _outcome(talk: Conversation) -> Outcome:
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


def _handover(one: Handover) -> CustomerHandover:
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
