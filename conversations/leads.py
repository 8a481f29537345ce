"""Passes a good lead on to people: the conversation to a team, and a letter to whom the company names."""

from django.db import transaction

from assistant import card
from assistant.models import Lead
from assistant.skills.leads.policy import FIELDS
from conversations import handoff, labels, log, queries
from conversations.models import Conversation, Holder, Status
from escalation.rules import HandOver
from tenants import current, jobs, post
from tenants.jobs import Lease
from tenants.post import Letter

TRIGGER = "lead_qualified"
LETTER = "lead_letter"


def pass_on(held: Lease) -> None:
    """Hand the conversation over where the policy says so and the assistant still holds it; write for the letter."""
    lead = Lead.objects.filter(pk=str(held.ids["lead_id"])).first()
    if lead is None:
        return
    with transaction.atomic():
        if held.ids["hands_over"]:
            _hand_over(lead, str(held.ids["team"]))
        if held.ids["notify"]:
            jobs.write(LETTER, {"lead_id": str(lead.id), "to": str(held.ids["notify"])}, key=str(lead.id))


def send(held: Lease) -> None:
    """Tell of the lead by mail."""
    lead = Lead.objects.filter(pk=str(held.ids["lead_id"])).first()
    if lead is None:
        return
    company = current.tenant()
    page = f"/console/inbox/all/{lead.conversation}"
    letter = Letter(
        subject=f"A good lead for {company.name}: {lead}",
        opening=(
            f"{lead} told the assistant of {company.name} what they need. It scored {lead.score} points.",
            *_told(lead),
        ),
        button=post.button("Read the conversation", page) if lead.conversation else None,
        closing=tuple(lead.reasons),
    )
    post.write(str(held.ids["to"]), letter)


def _told(lead: Lead) -> list[str]:
    return [f"{label}: {lead.told[field]}" for field, label in FIELDS if field in lead.told]


def _hand_over(lead: Lead, team: str) -> None:
    if not Conversation.objects.filter(pk=lead.conversation).exists():
        return
    with log.writing(lead.conversation) as conversation:
        if conversation.holder != Holder.ASSISTANT or conversation.status == Status.RESOLVED:
            return
        decision = conversation.decisions.filter(handover=None).order_by("-asked_seq").first()
        if decision is None:
            return
        outcome = HandOver(
            trigger=TRIGGER,
            label=labels.TRIGGERS[TRIGGER],
            rule="",
            version=decision.rules_version,
            team=team or None,
            priority="high",
            say="",
            reason=f"A good lead with {lead.score} points: {'; '.join(lead.reasons) or 'no criterion held'}.",
            signals=(),
        )
        decision.trigger, decision.label = outcome.trigger, outcome.label
        decision.save(update_fields=["trigger", "label"])
        drawn = card.draw(queries.lines(conversation), language=conversation.language)
        handoff.request(conversation, outcome, decision=decision, card=drawn, suggestion=None)
