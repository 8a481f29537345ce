"""What a webhook carries, by the type of its event; stable, with public ids, and with nothing that is only ours."""

from pydantic import JsonValue
from typing_extensions import TypedDict


class WebhookPerson(TypedDict):
    """A person of the company."""

    id: str
    name: str


class WebhookTeam(TypedDict):
    """A team of the company."""

    id: str
    name: str


class WebhookCustomer(TypedDict):
    """A customer, as far as they are known."""

    id: str
    name: str
    email: str | None
    external_id: str | None
    """The company's own id of this customer, where its server signed one."""
    language: str
    attributes: dict[str, JsonValue]
    created_at: str


class WebhookControl(TypedDict):
    """In whose hand the conversation is."""

    holder: str
    """`assistant`, `queue` or `agent`."""
    agent: WebhookPerson | None
    team: WebhookTeam | None
    reason: str
    """Why it came there, such as `handed_over`, `accepted`, `taken_over`, `transferred` or `resolved`."""
    since: str


class WebhookConversation(TypedDict):
    """A conversation as it stood when the event happened."""

    id: str
    customer_id: str
    status: str
    """`open`, `snoozed` or `resolved`."""
    channel: str
    subject: str
    language: str
    priority: str
    tags: list[str]
    control: WebhookControl
    created_at: str


class WebhookAttachment(TypedDict):
    """A file of a message; its content is not sent."""

    id: str
    name: str
    content_type: str
    size: int


class WebhookAuthor(TypedDict):
    """Who wrote a message."""

    kind: str
    """`customer`, `assistant` or `agent`."""
    id: str | None
    name: str


class WebhookMessage(TypedDict):
    """A message of a conversation."""

    id: str
    conversation_id: str
    seq: int
    """Its place in the log of the conversation, which also counts what are no messages."""
    author: WebhookAuthor
    text: str
    attachments: list[WebhookAttachment]
    created_at: str


class WebhookHandover(TypedDict):
    """Why the assistant passed a conversation on, and what the customer wants."""

    id: str
    trigger: str
    label: str
    rule: str | None
    reason: str
    wants: str
    summary: str


class WebhookSignal(TypedDict):
    """Something that was measured in the customer's words, from 0 to 1."""

    name: str
    value: float
    threshold: float


class WebhookDecision(TypedDict):
    """What the rules and the assistant made of a customer's message."""

    id: str
    action: str
    """`answer`, `unsure`, `held`, `handover` or `off`."""
    trigger: str | None
    label: str | None
    rule: str | None
    rules_version: int
    confidence: float | None
    signals: list[WebhookSignal]
    asked_seq: int
    answer_seq: int | None


class WebhookAppointment(TypedDict):
    """An appointment."""

    id: str
    service: str
    starts_at: str
    ends_at: str
    state: str
    name: str
    email: str
    conversation_id: str | None


class WebhookRefund(TypedDict):
    """A refund that a customer asked for."""

    order: str
    amount: int | None
    """In whole cents of the currency."""
    currency: str | None
    reason: str
    """What the company's policy says to it, or why a person did not let it happen."""
    waits: bool
    """Whether a person decides about it."""


class WebhookLead(TypedDict):
    """Somebody who may become a customer of the company."""

    id: str | None
    """None where the company's own system keeps its leads."""
    told: dict[str, JsonValue]
    score: int
    reasons: list[str]


class WebhookReply(TypedDict):
    """A reply of the assistant that a person sees first."""

    id: str
    text: str
    reason: str
    asked_seq: int
    due_at: str | None


class ConversationHappened(TypedDict):
    """Something became of a conversation."""

    conversation: WebhookConversation


class ConversationCreated(TypedDict):
    """A customer began a conversation."""

    conversation: WebhookConversation
    customer: WebhookCustomer


class ConversationResolved(TypedDict):
    """A conversation is resolved."""

    conversation: WebhookConversation
    by: str
    """`agent`, `silence` or `merged`."""


class ConversationHandedOver(TypedDict):
    """A conversation waits for a person; `handover` is null where a person passed it on."""

    conversation: WebhookConversation
    handover: WebhookHandover | None


class EscalationDecided(TypedDict):
    """The rules looked at what a customer wrote."""

    conversation: WebhookConversation
    decision: WebhookDecision


class MessageCreated(TypedDict):
    """Somebody wrote."""

    conversation: WebhookConversation
    message: WebhookMessage


class CustomerCreated(TypedDict):
    """Somebody is a customer from now on."""

    customer: WebhookCustomer


class CustomerUpdated(TypedDict):
    """What is known of a customer changed."""

    customer: WebhookCustomer
    changed: list[str]
    """The names of the fields that changed."""


class CustomerErased(TypedDict):
    """All that was known of a customer is gone for good; erase your own copies too."""

    customer_id: str


class AppointmentHappened(TypedDict):
    """Something became of an appointment."""

    appointment: WebhookAppointment


class RefundHappened(TypedDict):
    """Something became of a refund that a customer asked for."""

    refund: WebhookRefund
    conversation_id: str
    customer_id: str
    agent_id: str | None
    """Who decided about it; null where the policy did."""


class LeadQualified(TypedDict):
    """The assistant found a good lead."""

    lead: WebhookLead
    conversation_id: str


class AssistantTurnRequested(TypedDict):
    """An AI of the company's own is asked for an answer."""

    turn_id: str
    """Read it from `/assistant/turns/{turn_id}`, and reply there."""
    conversation_id: str
    asked_seq: int
    """The customer's message that waits."""
    expires_at: str
    """Until then; after it Baton answers by itself."""


class ReplyHeld(TypedDict):
    """A reply of the assistant waits for a person's yes."""

    conversation: WebhookConversation
    reply: WebhookReply


class ReplyApproved(TypedDict):
    """A person let a reply of the assistant go."""

    conversation: WebhookConversation
    reply: WebhookReply
    agent: WebhookPerson
    edited: bool
    answer_seq: int


class SlaBreached(TypedDict):
    """A promised time is over."""

    conversation: WebhookConversation
    promise: str
    """`first_reply`, `next_reply` or `resolution`."""
    seconds: int
    """How long was promised."""
    breached_at: str


class CsatReceived(TypedDict):
    """A customer rated a conversation; both from 1 to 5."""

    survey_id: str
    conversation_id: str
    customer_id: str
    channel: str
    satisfaction: int | None
    effort: int | None
    comment: str
    holder: str
    """Whom the rating is about: `assistant` or `agent`."""
    agent: WebhookPerson | None
    team: WebhookTeam | None
    asked_at: str | None
    answered_at: str | None


class UsageThresholdReached(TypedDict):
    """So much of what the plan includes, or of the company's own limit, is used."""

    of: str
    """`bundle` or `limit`."""
    percent: int
    period_start: str


class WebhookTest(TypedDict):
    """Somebody tries the webhook."""

    message: str
