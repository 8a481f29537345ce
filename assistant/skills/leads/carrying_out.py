"""Keeps a lead, and writes down that people are to be told of a good one."""

from typing import Any

from assistant.models import Lead
from assistant.skills.contract import Act
from tenants import jobs

Json = dict[str, Any]
TOLD = "lead_kept"  # the kind of the job that passes a good lead on


def keep(act: Act) -> Json:
    """Store the lead; a good one goes on to people, by a job in the transaction under way."""
    asked, told = act.request, act.request["told"]
    made = Lead.objects.create(
        name=told.get("name", "")[:120],
        email=told.get("email", ""),
        phone=told.get("phone", "")[:30],
        company=told.get("company", "")[:200],
        told=told,
        words=asked["words"],
        score=asked["score"],
        reasons=asked["reasons"],
        good=asked["good"],
        conversation=asked["conversation"],
    )
    if asked["hands_over"] or asked["notify"]:
        jobs.write(
            TOLD,
            {
                "lead_id": str(made.id),
                "team": asked["team"],
                "notify": asked["notify"],
                "hands_over": int(asked["hands_over"]),
            },
            key=str(made.id),
        )
    return {"lead": str(made.id), "score": made.score, "good": made.good}
