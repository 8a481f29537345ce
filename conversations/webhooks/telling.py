"""What happens in conversations, told to webhooks: one function for each thing, called where it happens.

Each asks first whether any webhook wants to hear of it; who has none pays for that question alone.
"""

from collections.abc import Mapping, Sequence

from agents.models import Agent
from conversations import wire
from conversations.models import (
    Conversation,
    Customer,
    Decision,
    Draft,
    EndedBy,
    Handover,
    Holder,
    Kind,
    Message,
    OutsideTurn,
    SlaKind,
    SlaOutcome,
    Survey,
)
from conversations.webhooks import payloads, shapes
from conversations.webhooks.events import publish, wanted

MESSAGE = "message.created"
PASSED_ON = "conversation.handover_requested"


def conversation_created(conversation: Conversation) -> None:
    """A customer began it."""
    if wanted("conversation.created", conversation):
        data: shapes.ConversationCreated = {
            "conversation": payloads.conversation(conversation),
            "customer": payloads.customer(conversation.customer),
        }
        _publish("conversation.created", data, conversation)


def message_created(conversation: Conversation, entry: Message) -> None:
    """Somebody wrote; entries that are no messages are not told."""
    if entry.kind == Kind.TEXT and wanted(MESSAGE, conversation):
        data: shapes.MessageCreated = {
            "conversation": payloads.conversation(conversation),
            "message": payloads.message(conversation, entry),
        }
        _publish(MESSAGE, data, conversation)


def baton_moved(conversation: Conversation, *, before: Holder) -> None:
    """The baton moved from `before` to where it is now; what the rules passed on is told with its card, by itself."""
    now, because = conversation.holder, conversation.held_because
    if now == Holder.QUEUE and because != "handed_over":
        _baton(PASSED_ON, conversation)
    elif now == Holder.AGENT:
        waited = before == Holder.QUEUE
        _happened("conversation.handover_accepted" if waited else "conversation.taken_over", conversation)
    elif now == Holder.ASSISTANT and because != "resolved":
        _happened("conversation.handed_back", conversation)


def handover_requested(conversation: Conversation, handover: Handover, decision: Decision) -> None:
    """The assistant passed it on."""
    if wanted(PASSED_ON, conversation):
        _baton(PASSED_ON, conversation, payloads.handover(handover, decision))


def passed_on(conversation: Conversation) -> None:
    """The assistant passed it on without a card."""
    _baton(PASSED_ON, conversation)


def resolved(conversation: Conversation, by: EndedBy) -> None:
    """Nobody needs to act any more; one that is deleted is not told, since it goes with all that tells of it."""
    if by != EndedBy.REMOVED and wanted("conversation.resolved", conversation):
        data: shapes.ConversationResolved = {
            "conversation": payloads.conversation(conversation),
            "by": by.value,
        }
        _publish("conversation.resolved", data, conversation)


def reopened(conversation: Conversation) -> None:
    """It is open again."""
    _happened("conversation.reopened", conversation)


def decided(conversation: Conversation, decision: Decision) -> None:
    """A turn decided."""
    if wanted("conversation.escalation_decided", conversation):
        data: shapes.EscalationDecided = {
            "conversation": payloads.conversation(conversation),
            "decision": payloads.decision(decision),
        }
        _publish("conversation.escalation_decided", data, conversation)


def turn_requested(conversation: Conversation, turn: OutsideTurn) -> None:
    """An AI of the company's own is asked."""
    if wanted("assistant.turn_requested", conversation):
        data: shapes.AssistantTurnRequested = {
            "turn_id": str(turn.id),
            "conversation_id": str(conversation.id),
            "asked_seq": turn.asked_seq,
            "expires_at": wire.stamp(turn.expires_at),
        }
        _publish("assistant.turn_requested", data, conversation)


def reply_held(conversation: Conversation, draft: Draft) -> None:
    """An agent looks at a reply first."""
    if wanted("ai.reply_held", conversation):
        data: shapes.ReplyHeld = {
            "conversation": payloads.conversation(conversation),
            "reply": payloads.reply(draft),
        }
        _publish("ai.reply_held", data, conversation)


def reply_approved(conversation: Conversation, draft: Draft, agent: Agent, *, said: Message) -> None:
    """An agent let a held reply go, in the words that were `said`."""
    if wanted("ai.reply_approved", conversation):
        data: shapes.ReplyApproved = {
            "conversation": payloads.conversation(conversation),
            "reply": payloads.reply(draft, said.text),
            "agent": {"id": str(agent.id), "name": agent.name},
            "edited": said.text != draft.text,
            "answer_seq": said.seq,
        }
        _publish("ai.reply_approved", data, conversation)


def sla_breached(conversation: Conversation, outcome: SlaOutcome) -> None:
    """A promised time is over."""
    if wanted("sla.breached", conversation) and outcome.breached_at is not None:
        data: shapes.SlaBreached = {
            "conversation": payloads.conversation(conversation),
            "promise": SlaKind(outcome.kind).value,
            "seconds": outcome.target,
            "breached_at": wire.stamp(outcome.breached_at),
        }
        _publish("sla.breached", data, conversation)


def csat_received(conversation: Conversation, survey: Survey) -> None:
    """A customer rated it."""
    if wanted("csat.received", conversation):
        _publish("csat.received", payloads.csat(survey), conversation)


def customer_created(customer: Customer) -> None:
    """Somebody is a customer from now on."""
    if wanted("customer.created"):
        data: shapes.CustomerCreated = {"customer": payloads.customer(customer)}
        publish("customer.created", data, customer=str(customer.id))


def customer_updated(customer: Customer, changed: Sequence[str]) -> None:
    """These fields of a customer changed; nothing where there are none."""
    if changed and wanted("customer.updated"):
        data: shapes.CustomerUpdated = {"customer": payloads.customer(customer), "changed": sorted(changed)}
        publish("customer.updated", data, customer=str(customer.id))


def customer_erased(customer_id: str) -> None:
    """A customer was erased for good. The event names an id that leads nowhere, and outlives them."""
    if wanted("customer.erased"):
        data: shapes.CustomerErased = {"customer_id": customer_id}
        publish("customer.erased", data)


def _happened(type: str, conversation: Conversation) -> None:  # noqa: A002
    if wanted(type, conversation):
        data: shapes.ConversationHappened = {"conversation": payloads.conversation(conversation)}
        _publish(type, data, conversation)


def _baton(type: str, conversation: Conversation, handover: shapes.WebhookHandover | None = None) -> None:  # noqa: A002
    if wanted(type, conversation):
        data: shapes.ConversationHandedOver = {
            "conversation": payloads.conversation(conversation),
            "handover": handover,
        }
        _publish(type, data, conversation)


def _publish(type: str, data: Mapping[str, object], conversation: Conversation) -> None:  # noqa: A002
    publish(type, data, conversation=str(conversation.id), customer=str(conversation.customer_id))
