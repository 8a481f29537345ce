"""Everything an agent sees beside a thread, in a fixed number of queries."""

from dataclasses import asdict
from typing import Any

from django.db.models import Q

from assistant import summarising
from assistant.models import Order
from assistant.records import numbers
from conversations import queries, reach, rows, wire
from conversations.actions.listing import of_conversation as done_in
from conversations.drafting import drafts, listing, showing
from conversations.identity import proofs
from conversations.models import AuthorKind, Conversation, Handover, Kind
from conversations.quality import labelling

Json = dict[str, Any]
MOST = 10


def detail(conversation: Conversation) -> Json:
    """The row, the newest handover card, decisions, notes, what skills did, the orders and past conversations."""
    handover = conversation.handovers.select_related("decision", "accepted_by").order_by("-requested_at", "-id").first()
    return {
        **rows.row(conversation),
        "draft": _draft(conversation),
        "handover": None if handover is None else _handover(handover),
        "decisions": [rows.decision(decision) for decision in conversation.decisions.all()],
        "notes": [rows.note(note) for note in conversation.notes.select_related("author")],
        "actions": done_in(conversation),
        "orders": [order(each) for each in orders(conversation)],
        "identity": _identity(conversation),
        "past": [_past(past) for past in _earlier(conversation)],
    }


def _handover(handover: Handover) -> Json:
    """The card, with what somebody said of the handover."""
    return {**rows.handover(handover), "label": labelling.shown(labelling.of(handover))}


def summary(conversation: Conversation) -> Json:
    """What was said, point by point, and in lines for a note or a brief."""
    points = summarising.summarise(queries.lines(conversation))
    return {"points": [asdict(point) for point in points], "text": summarising.as_text(points)}


def _identity(conversation: Conversation) -> Json:
    """What the customer proved and still counts, and what the page said of them, which proves nothing."""
    proven = proofs.live(conversation.customer)
    return {
        "proven": [{"email": one.email, "how": one.how, "until": wire.stamp(one.expires_at)} for one in proven],
        "external_id": conversation.customer.external_id or None,
        "page_attributes": conversation.customer.page_attributes,
    }


def _draft(conversation: Conversation) -> showing.DraftRow | None:
    """What waits for somebody to decide; only words that nobody answered have any."""
    if conversation.unanswered_since is None:
        return None
    found = listing.with_asked(drafts.waiting()).filter(conversation=conversation).first()
    return None if found is None else showing.row(found)


def orders(conversation: Conversation) -> list[Order]:
    """Orders under the customer's known e-mail address, or under numbers that the customer gave in the thread."""
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER)
    known = numbers.of_tenant()
    named = {number for text in said.values_list("text", flat=True) for number in known.found_in(text)}
    wanted = Q(number__in=named)
    if conversation.customer.email:
        wanted |= Q(email__iexact=conversation.customer.email)
    return list(Order.objects.filter(wanted).prefetch_related("items")[:MOST])


def order(order: Order) -> Json:
    """An order as the desk shows it; needs its items loaded."""
    return {
        "number": order.number,
        "status": order.get_state_display(),
        "placed_at": wire.stamp(order.placed_at),
        "total": str(order.total),
        "currency": order.currency,
        "items": [
            {"name": item.name, "quantity": item.quantity, "price": str(item.price)} for item in order.items.all()
        ],
        "refunded": str(order.refunded) if order.refunded else None,
        "tracking": order.tracking or None,
        "email": order.email,
    }


def _earlier(conversation: Conversation) -> list[Conversation]:
    others = Conversation.objects.filter(customer=conversation.customer).exclude(pk=conversation.pk)
    return list(reach.within(others).order_by("-created_at")[:MOST])


def _past(conversation: Conversation) -> Json:
    return {
        "id": conversation.id,
        "created_at": wire.stamp(conversation.created_at),
        "status": conversation.status,
        "last_text": conversation.last_text,
    }
