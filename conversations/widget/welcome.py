"""What the widget learns when its socket opens."""

from typing import Any

from conversations import modes, queries, queue, receive, wire, words
from conversations.models import Conversation, Customer, WidgetSettings
from conversations.widget import visitors
from tenants import branding, current

Json = dict[str, Any]
GREETING = "Hello! How can we help?"


def company(language: str) -> Json:
    """The tenant as a visitor sees it, with the notice that this is an AI, which stands as long as one may answer."""
    tenant = current.tenant()
    settings = WidgetSettings.objects.first() or WidgetSettings(greeting=GREETING)
    return {
        "name": tenant.name,
        "accent": tenant.accent,
        "logo_url": branding.logo_path(tenant),
        "greeting": settings.greeting,
        "quick_replies": settings.quick_replies,
        "ai_notice": words.say(words.AI_NOTICE, language, company=tenant.name) if modes.speaks() else None,
    }


def arrive(token: str | None, language: str) -> tuple[Customer, str | None]:
    """Who came, and the id of the conversation that they are in; a newcomer when the token is not good here."""
    customer = visitors.known(token)
    if customer is None:
        return visitors.newcomer(language=language), None
    return customer, conversation_id(customer)


def conversation_id(customer: Customer) -> str | None:
    """The id of the conversation that the visitor is in."""
    conversation = receive.current_conversation(customer)
    return None if conversation is None else str(conversation.id)


def welcome(customer: Customer, *, known: str | None, last_seq: int) -> Json:
    """The token, the company, and the visitor's conversation with its log after `last_seq`.

    All of its log when the client speaks of another conversation, `known`.
    """
    conversation = receive.current_conversation(customer)
    shown: list[Json] = []
    more = False
    if conversation is not None:
        shown, more = queries.events_after(conversation, last_seq if known in {None, str(conversation.id)} else 0)
    return {
        "op": "welcome",
        "token": visitors.token(customer),
        "customer_id": customer.id,
        "company": company(customer.language),
        "conversation": None if conversation is None else summary(conversation),
        "events": shown,
        "has_more": more,
    }


def summary(conversation: Conversation) -> Json:
    """Where the visitor's conversation stands."""
    return {
        "id": conversation.id,
        "status": conversation.status,
        "control": wire.control(conversation),
        "seq": conversation.seq,
        "queue_position": queue.position(conversation),
    }
