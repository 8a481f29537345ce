"""The one writer of outgoing events: what happened, in the transaction in which it happened.

Whether anybody wants to hear of it is known before anything is made of it: the row of a conversation is read together
with the types that the company's webhooks hear of, so that a message asks nothing for them.
"""

from collections.abc import Collection, Mapping

from django.db import transaction

from conversations.models import Conversation, WebhookEndpoint, WebhookEvent
from conversations.webhooks.catalogue import EVERYTHING
from tenants import current, jobs

FAN_OUT = "webhook_event"  # the kind of the job that finds out who is to hear of an event
ENDPOINTS = WebhookEndpoint._meta.db_table
# One that Baton switched off itself hears nothing now, and can have sent later what it missed.
HEARD = f"""
ARRAY(SELECT DISTINCT unnest(types) FROM {{schema}}{ENDPOINTS} WHERE state = 'enabled' OR disabled_because <> 'person')
"""  # noqa: S608
ASK = f"SELECT {HEARD.format(schema='')}"
ANY_HEARS = f"""
EXISTS (SELECT FROM {{schema}}{ENDPOINTS}
        WHERE (state = 'enabled' OR disabled_because <> 'person')
              AND types && ARRAY['{EVERYTHING}', '{{type}}']::varchar[])
"""


def wanted(type: str, conversation: Conversation | None = None) -> bool:  # noqa: A002  as the standard calls it
    """Whether any webhook of the company hears of it. One query, or none where the conversation's row says so."""
    types = None if conversation is None else conversation.webhook_types
    if types is None:
        types = heard()
        if conversation is not None:
            conversation.webhook_types = types
    return is_among(type, types)


def is_among(type: str, types: Collection[str]) -> bool:  # noqa: A002
    """Whether who hears of these types hears of this one."""
    return EVERYTHING in types or type in types


def heard() -> list[str]:
    """The types that the company's webhooks hear of. One query."""
    with current.connection.cursor() as cursor:
        cursor.execute(ASK)
        found: list[str] = cursor.fetchone()[0]
    return found


@transaction.atomic
def publish(
    type: str,  # noqa: A002
    data: Mapping[str, object],
    *,
    conversation: str = "",
    customer: str = "",
) -> WebhookEvent:
    """Keep that it happened, in the transaction under way; who is to hear of it does so after the commit.

    The event goes with the conversation and the customer named here by their ids.
    """
    event = WebhookEvent(type=type, data=dict(data), conversation=conversation, customer=customer)
    event.save(force_insert=True)
    jobs.write(FAN_OUT, {"event_id": str(event.id)})
    return event
