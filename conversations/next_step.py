"""What a person could do next after a handover: from what a skill ran into, or an article; nothing is made up."""

from typing import Any

from assistant.answering import Answer
from assistant.skills.contract import Why
from conversations.allowance import pausing
from conversations.models import Decision

Json = dict[str, Any]
ARTICLE_FROM = 0.35  # confidence from which an article is worth naming

AFTER_A_SKILL: dict[str, str] = {
    Why.OUTSIDE_POLICY: "Decide whether to make an exception, then tell the customer and hand back.",
    Why.UNPROVEN: "Find out who the customer is before you change or tell anything: they could not prove it.",
    Why.DOWN: "Do it by hand, or try again later: your own system gave the assistant no answer.",
    Why.GAVE_UP: "Ask in your own words for what is missing; what is known stands in the facts.",
}

UNSEEN = "Answer it as you would any question: the assistant did not look for an answer."


def suggest(decision: Decision, reason: str, best: Answer | None) -> Json | None:
    """The next step with why; None where neither a skill nor an article says anything about it."""
    if decision.trigger == pausing.TRIGGER:
        return {"text": UNSEEN, "from": "plan", "because": reason}
    outcome = str(decision.facts.get("skill", {}).get("outcome", ""))
    if decision.skill and outcome in AFTER_A_SKILL:
        return {"text": AFTER_A_SKILL[outcome], "from": "skill", "skill": decision.skill, "because": reason}
    if best is not None and best.sources and best.confidence >= ARTICLE_FROM:
        source = best.sources[0]
        return {
            "text": f"Answer from “{source.title}”, if it fits.",
            "from": "article" if source.article_id else "decision",
            "article_id": source.article_id or None,
            "because": f"The assistant was {round(best.confidence * 100)}% sure that it answers the question.",
        }
    return None
