"""Who may call what of quality review, and one of each."""

from typing import Any

from django.utils import timezone

from agents.models import Agent
from conversations.models import (
    Assessment,
    AssessmentAnswer,
    AssessmentOutcome,
    Customer,
    SamplingPlan,
    Scorecard,
    ScorecardVersion,
)
from tests import cast
from tests.isolation.row import Row, Who

QUESTION = {
    "id": "q1",
    "text": "Was it right?",
    "help": "",
    "kind": "yes_no",
    "weight": 1,
    "critical": False,
    "may_not_apply": True,
    "good": "yes",
    "steps": 5,
    "choices": [],
}


def rows() -> list[Row]:
    """Supervisors assess, admins write the cards, agents see what was said of themselves and nothing else."""
    at, card, plan = "/api/v1/assessments", "/api/v1/scorecards", "/api/v1/sampling_plans"
    one, figures = f"{at}/{{assessment}}", "scorecard_id={scorecard}"
    reads, writes = "quality:read", "quality:write"
    sheet: dict[str, Any] = {
        "name": "Another",
        "looks_at": "both",
        "sections": [{"title": "All", "questions": [{"text": "Was it?", "kind": "yes_no"}]}],
    }
    wish = {"name": "Another", "scorecard_id": "{scorecard}", "wanted": "random", "per_week": 5}
    said = {"answers": [{"question": "q1", "value": "yes"}], "done": True}
    coached = {"kind": "coaching", "text": "Well done."}
    return [
        Row("GET", card, Who.SUPERVISOR, "reports:read"),
        Row("POST", card, Who.ADMIN, writes, body=sheet),
        Row("GET", f"{card}/{{scorecard}}", Who.SUPERVISOR, "reports:read"),
        Row("PUT", f"{card}/{{scorecard}}", Who.ADMIN, writes, body={**sheet, "name": "Its own name"}),
        Row("POST", f"{card}/{{scorecard}}/bring_back", Who.ADMIN, writes),
        Row("DELETE", f"{card}/{{spare_scorecard}}", Who.ADMIN, writes),
        Row("GET", plan, Who.SUPERVISOR, reads),
        Row("POST", plan, Who.SUPERVISOR, writes, body=wish),
        Row("POST", f"{plan}/preview", Who.SUPERVISOR, reads, body=wish),
        Row("PATCH", f"{plan}/{{plan}}", Who.SUPERVISOR, writes, body={"per_week": 7}),
        Row("DELETE", f"{plan}/{{plan}}", Who.SUPERVISOR, writes),
        Row("GET", at, Who.SUPERVISOR, reads),
        Row(
            "POST",
            at,
            Who.SUPERVISOR,
            writes,
            body={"conversation_id": "{conversation}", "scorecard_id": "{scorecard}"},
        ),
        Row("GET", f"{at}/mine", Who.AGENT, reads),
        Row("GET", f"{at}/scores", Who.SUPERVISOR, "reports:read"),
        Row("GET", f"{at}/questions?{figures}", Who.SUPERVISOR, "reports:read"),
        Row("GET", f"{at}/agreement?{figures}", Who.SUPERVISOR, "reports:read"),
        Row("GET", f"{at}/differing?{figures}", Who.SUPERVISOR, reads),
        Row("GET", one, Who.AGENT, reads, answers=(200, 404)),  # an agent sees those of their own work alone
        Row("POST", f"{one}/take", Who.SUPERVISOR, writes, answers=(200, 409)),
        Row("PUT", one, Who.SUPERVISOR, writes, body=said, answers=(200, 409)),
        Row("POST", f"{one}/skip", Who.SUPERVISOR, writes, body={"because": "No words"}, answers=(200, 409)),
        Row("DELETE", f"{one}/skip", Who.SUPERVISOR, writes, answers=(200, 409)),
        Row("PUT", f"{one}/reply", Who.AGENT, writes, body={"text": "Thanks."}, answers=(404,)),
        Row("POST", f"{one}/decision", Who.SUPERVISOR, writes, body={"text": "It stays."}, answers=(409,)),
        Row("POST", f"{one}/outcomes", Who.SUPERVISOR, writes, body=coached, answers=(201, 422)),
        Row("DELETE", f"{one}/outcomes/{{outcome}}", Who.SUPERVISOR, writes, answers=(200, 404)),
    ]


def things(told: str, colleague: Agent) -> dict[str, str]:
    """A card, a list, and an assessment of a colleague's work that somebody is done with; all words are `told`."""
    card, spare = (Scorecard.objects.create(name=f"{name} {told}", looks_at="both") for name in ("Card", "Spare"))
    sections = [{"id": "s1", "title": told, "questions": [QUESTION]}]
    version, _ = (ScorecardVersion.objects.create(scorecard=one, number=1, sections=sections) for one in (card, spare))
    plan = SamplingPlan.objects.create(name=told, scorecard=card, wanted="random", per_week=3)
    now = timezone.now()
    done = Assessment.objects.create(
        conversation=cast.says(Customer.objects.create(name=told), told),
        scorecard=card,
        version=version,
        agent=colleague,
        happened_at=now,
        done_at=now,
        score=100,
        comment=told,
    )
    AssessmentAnswer.objects.create(assessment=done, question="q1", value="yes", worth=1, note=told)
    outcome = AssessmentOutcome.objects.create(assessment=done, kind="coaching", text=told)
    return {
        "scorecard": str(card.id),
        "spare_scorecard": str(spare.id),
        "plan": str(plan.id),
        "assessment": str(done.id),
        "outcome": str(outcome.id),
    }
