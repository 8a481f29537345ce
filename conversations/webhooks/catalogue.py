"""All types of events that a webhook can hear of, with what each carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conversations.webhooks import shapes

EVERYTHING = "*"  # stands for all types, also those to come
TEST = "webhook.test"  # sent when somebody tries a webhook, and to nobody else


@dataclass(frozen=True)
class EventType:
    """A type: under which heading it stands, when it happens, and the shape of its data."""

    group: str
    says: str
    data: Any


TYPES: Mapping[str, EventType] = {
    "conversation.created": EventType("Conversations", "A customer begins a conversation.", shapes.ConversationCreated),
    "conversation.resolved": EventType("Conversations", "A conversation is resolved.", shapes.ConversationResolved),
    "conversation.reopened": EventType(
        "Conversations", "A resolved conversation is open again.", shapes.ConversationHappened
    ),
    "message.created": EventType(
        "Conversations", "A customer, an agent or the assistant writes. Notes are none.", shapes.MessageCreated
    ),
    "conversation.handover_requested": EventType(
        "Passing the baton", "A conversation begins to wait for a person.", shapes.ConversationHandedOver
    ),
    "conversation.handover_accepted": EventType(
        "Passing the baton", "An agent takes a conversation that waited.", shapes.ConversationHappened
    ),
    "conversation.taken_over": EventType(
        "Passing the baton",
        "An agent takes a conversation from the assistant or a colleague.",
        shapes.ConversationHappened,
    ),
    "conversation.handed_back": EventType(
        "Passing the baton", "The assistant has a conversation again.", shapes.ConversationHappened
    ),
    "conversation.escalation_decided": EventType(
        "Passing the baton", "The rules decided about a message, whatever they decided.", shapes.EscalationDecided
    ),
    "sla.breached": EventType("Passing the baton", "A promised time is over.", shapes.SlaBreached),
    "customer.created": EventType("Customers", "Somebody is a customer from now on.", shapes.CustomerCreated),
    "customer.updated": EventType("Customers", "What is known of a customer changed.", shapes.CustomerUpdated),
    "customer.erased": EventType("Customers", "A customer was erased for good.", shapes.CustomerErased),
    "csat.received": EventType("Customers", "A customer rated a conversation.", shapes.CsatReceived),
    "lead.qualified": EventType("Customers", "The assistant found a good lead.", shapes.LeadQualified),
    "assistant.turn_requested": EventType(
        "Assistant", "An AI of your own is asked for an answer.", shapes.AssistantTurnRequested
    ),
    "ai.reply_held": EventType("Assistant", "A reply waits for a person's yes.", shapes.ReplyHeld),
    "ai.reply_approved": EventType("Assistant", "A person let a held reply go.", shapes.ReplyApproved),
    "appointment.booked": EventType("Business", "An appointment is booked.", shapes.AppointmentHappened),
    "appointment.moved": EventType("Business", "An appointment has another time.", shapes.AppointmentHappened),
    "appointment.cancelled": EventType("Business", "An appointment is cancelled.", shapes.AppointmentHappened),
    "refund.requested": EventType("Business", "A customer asks for a refund.", shapes.RefundHappened),
    "refund.approved": EventType("Business", "A refund is let go, by policy or a person.", shapes.RefundHappened),
    "refund.declined": EventType("Business", "A person declines a refund.", shapes.RefundHappened),
    "usage.threshold_reached": EventType(
        "Business", "50, 80 or 100 % of the plan's bundle or of the limit is used.", shapes.UsageThresholdReached
    ),
}
