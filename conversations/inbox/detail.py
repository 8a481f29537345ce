"""Everything an agent sees beside a thread, in a fixed number of queries."""

import re
from typing import Any

from django.db.models import Q

from assistant.models import Order
from conversations import rows, wire
from conversations.drafting import drafts, listing
from conversations.models import AuthorKind, Conversation, Kind

Json = dict[str, Any]
ORDER_NUMBER = re.compile(r"\b[A-Za-z]{2,4}-?\d{4,8}\b")
MOST = 10


def detail(conversation: Conversation) -> Json:
    """The row, the newest handover card, decisions, notes, the customer's orders and past conversations."""
    handover = conversation.handovers.select_related("decision", "accepted_by").order_by("-requested_at", "-id").first()
    return {
        **rows.row(conversation),
        "draft": _draft(conversation),
        "handover": None if handover is None else rows.handover(handover),
        "decisions": [rows.decision(decision) for decision in conversation.decisions.all()],
        "notes": [rows.note(note) for note in conversation.notes.select_related("author")],
        "orders": [_order(order) for order in _orders(conversation)],
        "past": [_past(past) for past in _earlier(conversation)],
    }


def _draft(conversation: Conversation) -> Json | None:
    """What waits for somebody to decide; only words that nobody answered have any."""
    if conversation.unanswered_since is None:
        return None
    found = listing.with_asked(drafts.waiting()).filter(conversation=conversation).first()
    return None if found is None else rows.draft(found)


def _orders(conversation: Conversation) -> list[Order]:
    """Orders under the customer's known e-mail address, or under numbers that the customer gave in the thread."""
    said = conversation.messages.filter(kind=Kind.TEXT, author_kind=AuthorKind.CUSTOMER)
    numbers = {number.upper() for text in said.values_list("text", flat=True) for number in ORDER_NUMBER.findall(text)}
    wanted = Q(number__in=numbers)
    if conversation.customer.email:
        wanted |= Q(email__iexact=conversation.customer.email)
    return list(Order.objects.filter(wanted).prefetch_related("items")[:MOST])


def _order(order: Order) -> Json:
    return {
        "number": order.number,
        "status": order.get_state_display(),
        "placed_at": wire.stamp(order.placed_at),
        "total": str(order.total),
        "currency": order.currency,
        "items": [
            {"name": item.name, "quantity": item.quantity, "price": str(item.price)} for item in order.items.all()
        ],
        "tracking": order.tracking or None,
        "email": order.email,
    }


def _earlier(conversation: Conversation) -> list[Conversation]:
    others = Conversation.objects.filter(customer=conversation.customer).exclude(pk=conversation.pk)
    return list(others.order_by("-created_at")[:MOST])


def _past(conversation: Conversation) -> Json:
    return {
        "id": conversation.id,
        "created_at": wire.stamp(conversation.created_at),
        "status": conversation.status,
        "last_text": conversation.last_text,
    }
