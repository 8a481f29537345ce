"""What happens to the business, told to webhooks: appointments, refunds, leads, and what of the plan is used."""

from assistant.models import Action, Appointment
from assistant.skills.contract import Act
from conversations import wire
from conversations.models import Conversation
from conversations.webhooks import payloads, shapes
from conversations.webhooks.events import publish, wanted

REFUND, LEAD = "refund", "lead"  # kinds of acts
APPOINTMENTS = {
    "booking": "appointment.booked",
    "appointment_moved": "appointment.moved",
    "appointment_cancelled": "appointment.cancelled",
}


def appointment(type: str, one: Appointment) -> None:  # noqa: A002  as the standard calls it
    """An appointment was booked, moved or cancelled."""
    if wanted(type):
        data: shapes.AppointmentHappened = {"appointment": payloads.appointment(one)}
        publish(type, data, conversation=one.conversation)


def act_held(conversation: Conversation, act: Act) -> None:
    """A person decides about what the customer asked for."""
    if act.kind == REFUND:
        _refund("refund.requested", conversation, _asked(act, waits=True))


def act_done(conversation: Conversation, act: Act, action: Action) -> None:
    """What was agreed on was done, or given to the company's own system; a person's yes is in the action."""
    match act.kind:
        case "refund":
            told = _asked(act, waits=False)
            if not action.approved_by:
                _refund("refund.requested", conversation, told)
            _refund("refund.approved", conversation, told, agent_id=action.approved_by)
        case "lead" if act.request.get("good"):
            lead_qualified(conversation, action)
        case kind if kind in APPOINTMENTS and "appointment" in action.result:
            changed = Appointment.objects.filter(pk=str(action.result["appointment"])).first()
            if changed is not None:
                appointment(APPOINTMENTS[kind], changed)


def act_declined(conversation: Conversation, act: Act, *, by: str, because: str) -> None:
    """A person did not let it happen."""
    if act.kind == REFUND:
        told = _asked(act, waits=False)
        told["reason"] = because or told["reason"]
        _refund("refund.declined", conversation, told, agent_id=by)


def lead_qualified(conversation: Conversation, action: Action) -> None:
    """A good lead was kept, here or in the company's own system."""
    if wanted("lead.qualified", conversation):
        asked, kept = action.request, action.result.get("lead")
        lead: shapes.WebhookLead = {
            "id": None if kept is None else str(kept),
            "told": dict(asked["told"]),
            "score": int(asked["score"]),
            "reasons": [str(reason) for reason in asked["reasons"]],
        }
        data: shapes.LeadQualified = {"lead": lead, "conversation_id": str(conversation.id)}
        publish("lead.qualified", data, conversation=str(conversation.id), customer=str(conversation.customer_id))


def usage_reached(*, of: str, percent: int, period_start: object) -> None:
    """So much of what the plan includes is used."""
    if wanted("usage.threshold_reached"):
        data: shapes.UsageThresholdReached = {
            "of": of,
            "percent": percent,
            "period_start": wire.stamp(period_start),
        }
        publish("usage.threshold_reached", data)


def _asked(act: Act, *, waits: bool) -> shapes.WebhookRefund:
    return {
        "order": act.subject,
        "amount": payloads.cents(act.amount),
        "currency": act.currency or None,
        "reason": act.because,
        "waits": waits,
    }


def _refund(type: str, conversation: Conversation, told: shapes.WebhookRefund, *, agent_id: str = "") -> None:  # noqa: A002
    if wanted(type, conversation):
        data: shapes.RefundHappened = {
            "refund": told,
            "conversation_id": str(conversation.id),
            "customer_id": str(conversation.customer_id),
            "agent_id": agent_id or None,
        }
        publish(type, data, conversation=str(conversation.id), customer=str(conversation.customer_id))
