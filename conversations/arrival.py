"""What must be known when a customer's message arrives, in one question to the database."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from conversations.models import Conversation, Customer, Status
from tenants import current, ids

Json = dict[str, Any]
REOPENS_FOR = timedelta(days=7)
RATE_SECONDS = 60
NEWEST = 50  # entries of a conversation that the rate is counted in, also of the others who write there
KNOWN = f"""
SELECT (SELECT conversation_id FROM {{schema}}conversations_message
        WHERE conversation_id IN (SELECT id FROM {{schema}}conversations_conversation WHERE customer_id = %(customer)s)
              AND client_id = %(client_id)s
        LIMIT 1) AS stored_in,
       (SELECT CASE WHEN status <> 'resolved' OR updated_at >= %(reopens_after)s THEN id END
        FROM (SELECT id, status, updated_at FROM {{schema}}conversations_conversation
              WHERE customer_id = %(customer)s AND channel NOT IN ('api', 'import')
              ORDER BY merged_into_id IS NOT NULL, created_at DESC, id DESC LIMIT 1) AS newest) AS current,
       (SELECT count(*)
        FROM {{schema}}conversations_conversation AS mine CROSS JOIN LATERAL (
             SELECT author_kind, created_at FROM {{schema}}conversations_message
             WHERE conversation_id = mine.id ORDER BY seq DESC LIMIT {NEWEST}) AS entry
        WHERE mine.customer_id = %(customer)s AND mine.updated_at > %(since)s
              AND entry.author_kind = 'customer' AND entry.created_at > %(since)s) AS recent
"""  # noqa: S608
ASK = KNOWN.format(schema="")


@dataclass(frozen=True)
class Arrival:
    """Where this client id is stored already, where a new message goes, and how much the customer wrote in a minute.

    What they write in the company's own channel stays in its own conversations, which the widget does not go on with.
    """

    stored_in: str | None
    current: str | None
    recent: int


def look(customer: Customer, client_id: UUID) -> Arrival:
    """Ask; a customer who was never stored has nothing."""
    with current.connection.cursor() as cursor:
        cursor.execute(ASK, values(customer, client_id))
        stored_in, newest, recent = cursor.fetchone()
    return Arrival(_named(stored_in), _named(newest), recent)


def values(customer: Customer, client_id: UUID) -> Json:
    """What the question `KNOWN` is asked with."""
    now = timezone.now()
    return {
        "customer": ids.decode("cus", customer.id),
        "client_id": client_id,
        "reopens_after": now - REOPENS_FOR,
        "since": now - timedelta(seconds=RATE_SECONDS),
    }


def rests_for_good(conversation: Conversation) -> bool:
    """Whether the customer's next message begins a new conversation instead."""
    old = conversation.updated_at < timezone.now() - REOPENS_FOR
    return conversation.status == Status.RESOLVED and old


def _named(conversation_id: UUID | None) -> str | None:
    return None if conversation_id is None else ids.encode("conv", conversation_id)
