"""Scorecards, measured episodes and assessments for the tests of quality review."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from agents.models import Agent
from conversations.assessments import beginning, scorecards
from conversations.assessments.scorecards import By
from conversations.models import Assessment, Conversation, Episode, SamplingPlan, Scorecard
from tenants.trail import audit
from tests.quality import past

Json = dict[str, Any]
BY = By(None, audit.by_system())


def question(text: str, kind: str = "yes_no", **more: Any) -> Json:
    """A question of a form."""
    plain = {"id": "", "help": "", "weight": 1, "critical": False, "may_not_apply": True, "good": "yes", "steps": 5}
    return {**plain, "text": text, "kind": kind, "choices": [], **more}


def section(*asked: Json, title: str = "All") -> Json:
    """A section of a form."""
    return {"id": "", "title": title, "questions": list(asked)}


SECTIONS = [
    section(
        question("Was it right?", id="right", weight=3),
        question("Did it say what nobody may say?", id="leak", critical=True, good="no"),
        title="What was said",
    ),
    section(question("How kind was it?", "scale", id="kind"), title="How it was said"),
]


def card(name: str = "Care", looks_at: str = "both", sections: list[Json] | None = None) -> Scorecard:
    """A scorecard that is in use."""
    said = {"name": name, "describes": "", "looks_at": looks_at, "sections": sections or SECTIONS}
    return scorecards.access_scorecard(str(scorecards.create(said, by=BY).id))


def episode(agent: Agent | None = None, *, ended: datetime | None = None, **more: Any) -> Episode:
    """A measured episode of a conversation of its own; an agent had it, or the assistant alone."""
    at = ended or past.ago(2)
    talk = past.talk(at - timedelta(hours=1))
    facts: Json = {"part": "both" if agent else "assistant", "channel": "widget", "language": "en", "topic": "Returns"}
    return Episode.objects.create(
        **{
            **facts,
            "conversation": talk,
            "number": 1,
            "agent": agent,
            "began_at": at - timedelta(hours=1),
            "ended_at": at,
            "ended_by": "agent",
            "row_at": at,
            "rules_version": 1,
            **more,
        }
    )


def plan(scorecard: Scorecard, wanted: str = "random", *, per_week: int = 10, **more: Any) -> SamplingPlan:
    """A list that is switched on."""
    return SamplingPlan.objects.create(name="List", scorecard=scorecard, wanted=wanted, per_week=per_week, **more)


def waiting(scorecard: Scorecard, agent: Agent | None = None, **more: Any) -> Assessment:
    """An assessment that waits in the queue."""
    return beginning.begin(beginning.about_episode(episode(agent, **more)), scorecard)


def answers(right: str = "yes", leak: str = "no", kind: str = "4") -> list[Json]:
    """What somebody fills in."""
    told = {"right": right, "leak": leak, "kind": kind}
    return [{"question": name, "value": value} for name, value in told.items()]


def conversation_of(one: Assessment | Episode) -> Conversation:
    """What it is about."""
    return Conversation.objects.get(pk=one.conversation_id)


def now() -> datetime:
    """This moment."""
    return timezone.now()


def second(first: Assessment) -> Assessment:
    """The blind second one of the same."""
    beginning.second_all([first])
    return Assessment.objects.get(second_of=first)
