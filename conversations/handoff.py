"""The handover: why, to whom, and the card that spares the customer from saying it all again."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from django.db import transaction

from agents import people, skills
from assistant.answering import Answer
from assistant.card import Card
from assistant.models import Intent
from conversations import after_hours, called, control, figures, next_step, offers
from conversations.commitments import standing
from conversations.models import Conversation, Decision, Handover
from conversations.webhooks import telling
from escalation.rules import HandOver

Json = dict[str, Any]
WORTH_SUGGESTING = 0.2  # confidence below which an answer would only distract the agent


def request(
    conversation: Conversation,
    outcome: HandOver,
    *,
    decision: Decision,
    card: Card,
    suggestion: Answer | None,
) -> Handover:
    """Pass the baton from the assistant to the queue of a team, with its card; the conversation is held by `writing`.

    Where the rule names no team that there is, the topic's gets it, else the whole desk: nobody is left without a
    person.
    """
    team = people.team_named(outcome.team) or people.team_named(_team_of(decision.topic))
    decided = conversation.decisions.order_by("asked_seq").values_list("asked_seq", "facts")
    shown = card_json(card, suggestion, mood=mood(decided))
    shown["next_step"] = next_step.suggest(decision, outcome.reason, suggestion)
    shown["decided"] = decided_before(conversation)
    conversation.skill = skills.named(outcome.skill)
    called.as_told(conversation.customer, next((fact.value.strip() for fact in card.facts if fact.name == "name"), ""))
    control.to_queue(conversation, team=team, priority=outcome.priority, trigger=outcome.trigger, card=shown)
    offer = offers.route(conversation, cause="handed_over")
    handover = Handover.objects.create(
        conversation=conversation,
        decision=decision,
        team=team,
        reason=outcome.reason,
        fired=list(outcome.signals),
        card=shown,
        routing={
            "agent_id": None if offer.agent_id is None else str(offer.agent_id),
            "why": offer.why,
            "skill": outcome.skill,
        },
    )
    after_hours.say_when(conversation, team)
    telling.handover_requested(conversation, handover, decision)
    transaction.on_commit(partial(figures.escalated, outcome.trigger))
    return handover


def _team_of(topic: str) -> str | None:
    """The team that the conversation's topic goes to, where a rule names none that there is."""
    return Intent.objects.filter(name=topic).values_list("team", flat=True).first() if topic else None


def card_json(card: Card, suggestion: Answer | None, *, mood: list[Json]) -> Json:
    """The card as it is stored and shown; what was decided before, and what to do next, is not known to it."""
    return {
        "decided": [],
        "next_step": None,
        "wants": card.wants,
        "summary": card.summary,
        "facts": [asdict(fact) for fact in card.facts],
        "tried": [{"text": text, "seq": seq} for text, seq in card.tried],
        "promised": [{"text": text, "seq": seq} for text, seq in card.promised],
        "passed_on": list(card.passed_on),
        "mood": mood,
        "suggestion": None
        if suggestion is None or not suggestion.sources or suggestion.confidence < WORTH_SUGGESTING
        else {"text": suggestion.text, "source": asdict(suggestion.sources[0])},
    }


def decided_before(conversation: Conversation) -> list[Json]:
    """What people decided when they had it before; nothing is asked of a conversation that no person ever had."""
    if conversation.epoch == standing.FIRST_EPOCH:
        return []
    return [
        {"text": one.text, "by": one.decided_by.name, "at": one.decided_at.isoformat(), "seq": one.seq or None}
        for one in standing.facts(conversation)
    ]


def mood(decided: Iterable[tuple[int, Json]]) -> list[Json]:
    """How the customer sounded at each decision, given as (asked_seq, stored facts).

    0 is calm, -1 is as angry or distressed as it gets.
    """
    return [{"seq": seq, "value": -_strain(facts)} for seq, facts in decided]


def _strain(facts: Json) -> float:
    heard = facts.get("signals", {})
    return max((float(heard[name]["value"]) for name in ("anger", "distress") if name in heard), default=0.0)
