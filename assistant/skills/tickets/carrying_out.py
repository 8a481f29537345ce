"""Puts words on a ticket, and opens one, in Baton's own records."""

from typing import Any

from django.utils import timezone

from assistant.models import Ticket, TicketState
from assistant.skills.contract import Act, OvertakenError

Json = dict[str, Any]
BY_CUSTOMER = "customer"
MOST_ENTRIES = 500


def add(act: Act) -> Json:
    """Put the customer's words on the ticket; a solved one is open again. Raises OvertakenError."""
    number, email = act.request["number"], act.request["email"]
    ticket = Ticket.objects.select_for_update().filter(number=number, email__iexact=email).first()
    if ticket is None or ticket.state == TicketState.CLOSED or len(ticket.entries) >= MOST_ENTRIES:
        raise OvertakenError(f"Ticket {number} takes no more words.")
    now = timezone.now()
    ticket.entries = [*ticket.entries, _entry(act.request["text"], at=now.isoformat())]
    ticket.state, ticket.updated_at = TicketState.OPEN, now
    ticket.save(update_fields=["entries", "state", "updated_at"])
    return {"ticket": str(ticket.id), "entries": len(ticket.entries)}


def open_one(act: Act) -> Json:
    """Open the ticket; its number is unique, so that the database refuses a second one."""
    asked = act.request
    made = Ticket.objects.create(
        number=asked["number"],
        email=asked["email"],
        customer_name=asked["name"][:120],
        subject=asked["subject"],
        entries=[_entry(asked["text"], at=timezone.now().isoformat())],
        conversation=asked["conversation"],
    )
    return {"ticket": str(made.id)}


def _entry(text: str, *, at: str) -> Json:
    return {"at": at, "by": BY_CUSTOMER, "text": text}
