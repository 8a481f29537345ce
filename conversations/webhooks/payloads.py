"""What happened, as the shapes of webhooks tell it; nothing here asks the database."""

from decimal import Decimal
from typing import Any

from agents.models import Agent, Team
from assistant.models import Appointment
from conversations import wire
from conversations.models import Conversation, Customer, Decision, Draft, Handover, Message, Survey
from conversations.webhooks import shapes

Json = dict[str, Any]


def person(agent: Agent | None) -> shapes.WebhookPerson | None:
    """A person by their whole name: the company's programs are its own."""
    return None if agent is None else {"id": str(agent.id), "name": agent.name}


def team(one: Team | None) -> shapes.WebhookTeam | None:
    """A team."""
    return None if one is None else {"id": str(one.id), "name": one.name}


def customer(one: Customer) -> shapes.WebhookCustomer:
    """A customer; what the page around the widget says of them is unproven, and is not told."""
    return {
        "id": str(one.id),
        "name": one.name,
        "email": one.email or None,
        "external_id": one.external_id or None,
        "language": one.language,
        "attributes": one.attributes,
        "created_at": wire.stamp(one.created_at),
    }


def conversation(one: Conversation) -> shapes.WebhookConversation:
    """A conversation as it stands now; needs agent and team loaded."""
    return {
        "id": str(one.id),
        "customer_id": str(one.customer_id),
        "status": one.status,
        "channel": one.channel,
        "subject": one.subject,
        "language": one.language,
        "priority": one.priority,
        "tags": list(one.tags),
        "control": {
            "holder": one.holder,
            "agent": person(one.agent),
            "team": team(one.team),
            "reason": one.held_because,
            "since": wire.stamp(one.held_since),
        },
        "created_at": wire.stamp(one.created_at),
    }


def message(talk: Conversation, entry: Message) -> shapes.WebhookMessage:
    """A message; a file's link is made when it is asked for by REST, since it does not live long."""
    author = wire.author(talk, entry)
    return {
        "id": str(entry.id),
        "conversation_id": str(talk.id),
        "seq": entry.seq,
        "author": {"kind": author["kind"], "id": author["id"], "name": author["name"]},
        "text": entry.text,
        "attachments": [_attachment(file) for file in entry.data.get("attachments", ())],
        "created_at": wire.stamp(entry.created_at),
    }


def handover(one: Handover, decision: Decision) -> shapes.WebhookHandover:
    """Why the assistant passed it on."""
    return {
        "id": str(one.id),
        "trigger": decision.trigger,
        "label": decision.label,
        "rule": decision.rule or None,
        "reason": one.reason,
        "wants": str(one.card.get("wants", "")),
        "summary": str(one.card.get("summary", "")),
    }


def decision(one: Decision) -> shapes.WebhookDecision:
    """What was decided, with the signals that were measured."""
    signals = one.facts.get("signals", {})
    return {
        "id": str(one.id),
        "action": one.action,
        "trigger": one.trigger or None,
        "label": one.label or None,
        "rule": one.rule or None,
        "rules_version": one.rules_version,
        "confidence": one.confidence,
        "signals": [
            {"name": name, "value": float(heard["value"]), "threshold": float(heard["threshold"])}
            for name, heard in sorted(signals.items())
        ],
        "asked_seq": one.asked_seq,
        "answer_seq": one.answer_seq,
    }


def reply(one: Draft, text: str = "") -> shapes.WebhookReply:
    """A reply that waits, or waited, for a yes; with `text` in these words."""
    return {
        "id": str(one.id),
        "text": text or one.text,
        "reason": one.reason,
        "asked_seq": one.asked_seq,
        "due_at": None if one.due_at is None else wire.stamp(one.due_at),
    }


def appointment(one: Appointment) -> shapes.WebhookAppointment:
    """An appointment."""
    return {
        "id": str(one.id),
        "service": one.service,
        "starts_at": wire.stamp(one.starts_at),
        "ends_at": wire.stamp(one.ends_at),
        "state": one.state,
        "name": one.customer_name,
        "email": one.email,
        "conversation_id": one.conversation or None,
    }


def cents(amount: Decimal | None) -> int | None:
    """An amount in whole cents."""
    return None if amount is None else int((amount * 100).to_integral_value())


def csat(survey: Survey) -> shapes.CsatReceived:
    """A rating; needs conversation, agent and team loaded."""
    return {
        "survey_id": str(survey.id),
        "conversation_id": str(survey.conversation_id),
        "customer_id": str(survey.conversation.customer_id),
        "channel": survey.channel,
        "satisfaction": survey.satisfaction,
        "effort": survey.effort,
        "comment": survey.comment,
        "holder": survey.holder,
        "agent": person(survey.agent),
        "team": team(survey.team),
        "asked_at": _at(survey.asked_at),
        "answered_at": _at(survey.answered_at),
    }


def _attachment(file: Json) -> shapes.WebhookAttachment:
    return {
        "id": str(file["id"]),
        "name": str(file["name"]),
        "content_type": str(file["content_type"]),
        "size": int(file["size"]),
    }


def _at(moment: Any) -> str | None:
    return None if moment is None else wire.stamp(moment)
