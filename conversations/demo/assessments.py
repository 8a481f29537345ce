"""What the shop's supervisors said of its conversations with a scorecard: drawn week by week, as the live lists do.

What they answer follows from what was measured of each conversation, so that the scores are true to it: who came back,
or was unhappy, was not told all; who was handed over late had to say things twice; how kind it was follows the rating,
or the mood. Second opinions differ now and then by a step, or on what was right.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from django.db.models import F

from agents.models import Agent, Role
from conversations.assessments import drawing, scorecards, scoring
from conversations.assessments.questions import Question
from conversations.assessments.scorecards import By
from conversations.demo.content import FOLDER
from conversations.models import (
    Assessment,
    AssessmentAnswer,
    AssessmentOutcome,
    Dispute,
    Episode,
    OutcomeKind,
    SamplingPlan,
    Scorecard,
)
from tenants.trail import audit

Json = dict[str, Any]
WEEKS = 6
DONE = {0: 0.25, 1: 0.9}  # of what was drawn so many weeks ago; before that all
SECOND_DIFFERS = 0.3
UNHAPPY = 2  # of 5, at most
HOURS = (4, 60)  # from the drawing to the assessment


@cache
def content() -> Json:
    """The scorecard, the lists, and what people say."""
    found: Json = json.loads((FOLDER / "assessments.json").read_text("utf-8"))
    return found


def load(chance: Random, now: datetime) -> None:
    """The scorecard, its lists, and what was assessed so far; nothing when there is a scorecard already."""
    if Scorecard.objects.exists():
        return
    card = scorecards.create(content()["scorecard"], by=By(None, audit.by_system()))
    card.made_at = now - timedelta(weeks=WEEKS)
    card.save(update_fields=["made_at"])
    card.versions.update(made_at=card.made_at)
    for plan in content()["lists"]:
        _draw(SamplingPlan.objects.create(scorecard=card, **plan, made_at=card.made_at), now)
    _assess(card, chance, now)


def _draw(plan: SamplingPlan, now: datetime) -> None:
    """A drawing for each week; the seed is the list's name and the week, so that each load draws alike."""
    for weeks in range(WEEKS, 0, -1):
        since = now - timedelta(weeks=weeks)
        drawing.draw(plan, since, since + drawing.A_WEEK, seed=f"{plan.name} {weeks}")
    plan.draws.update(made_at=F("ends_at"))


def _assess(card: Scorecard, chance: Random, now: datetime) -> None:
    asked = scorecards.asked(card.versions.all()[0])
    measured = {(str(one.conversation_id), one.number): one for one in Episode.objects.exclude(conversation=None)}
    reviewers = list(Agent.objects.filter(role__in=(Role.SUPERVISOR, Role.OWNER)).order_by("email"))
    rows = list(Assessment.objects.filter(second_of=None).order_by("happened_at", "id"))
    seconds = {str(one.second_of_id): one for one in Assessment.objects.filter(second_of__isnull=False)}
    firsts: list[Assessment] = []
    others_too: list[Assessment] = []
    said: list[AssessmentAnswer] = []
    for one in rows:
        weeks_ago = (now - one.made_at) // drawing.A_WEEK
        if chance.random() >= DONE.get(weeks_ago, 1.0):
            continue
        told = values(measured[(str(one.conversation_id), one.episode)])
        others = [who for who in reviewers if who.pk != one.agent_id]
        chance.shuffle(others)
        said += _fill(one, asked, told, by=others[0], at=one.made_at + timedelta(hours=chance.uniform(*HOURS)))
        firsts.append(one)
        second = seconds.get(str(one.id))
        if second is not None and weeks_ago and len(others) > 1:
            differs = _otherwise(told, chance)
            said += _fill(second, asked, differs, by=others[1], at=one.made_at + timedelta(hours=HOURS[1]))
            others_too.append(second)
    _answer(firsts, now)
    names = ("reviewer", "done_at", "score", "failed", "comment", "seen_at", "reply", "replied_at", "dispute")
    Assessment.objects.bulk_update([*firsts, *others_too], names)
    AssessmentAnswer.objects.bulk_create(said)
    _coach(firsts)


def values(episode: Episode) -> dict[str, str]:
    """What somebody who reads the conversation would answer."""
    came_back = episode.reopened_at is not None or episode.repeat_at is not None
    rated = episode.satisfaction
    wrong = came_back or (rated is not None and rated <= UNHAPPY)
    felt = rated if rated is not None else round(3.5 + 1.5 * (episode.mood_end or 0))
    return {
        "understood": "no" if episode.missed else "yes",
        "right": "no" if wrong else "yes",
        "untrue": "yes" if episode.promises_broken else "no",
        "kind": str(min(5, max(1, felt))),
        "solved": "part" if wrong or rated == UNHAPPY + 1 else "full",
        "twice": "yes" if episode.late or episode.repeats or episode.reasks else "no",
    }


def _otherwise(told: Mapping[str, str], chance: Random) -> dict[str, str]:
    """What a second person says: now and then a step less or more, or another word on whether it was right."""
    step = chance.choice((-1, 1)) if chance.random() < SECOND_DIFFERS else 0
    kind = str(min(5, max(1, int(told["kind"]) + step)))
    other = {"yes": "no", "no": "yes"}
    changed = {name: other[told[name]] for name in ("right", "twice") if chance.random() < SECOND_DIFFERS / 2}
    return {**told, "kind": kind, **changed}


def _fill(
    one: Assessment, asked: Sequence[Question], told: Mapping[str, str], *, by: Agent, at: datetime
) -> list[AssessmentAnswer]:
    worths = {question.id: question.worth(told[question.id]) for question in asked}
    found = scoring.score(asked, worths)
    one.reviewer, one.done_at, one.score, one.failed = by, at, found.score, bool(found.failed_at)
    poorest = min((question for question in asked if worths[question.id] == 0), key=lambda q: -q.weight, default=None)
    one.comment = content()["comments"].get(poorest.id, "") if poorest is not None and one.agent_id else ""
    return [
        AssessmentAnswer(assessment=one, question=name, value=told[name], worth=worth) for name, worth in worths.items()
    ]


def _answer(firsts: Sequence[Assessment], now: datetime) -> None:
    """Agents read what is said of them; one thanks, and one does not agree."""
    theirs = [one for one in firsts if one.agent_id]
    for one in theirs:
        if one.done_at and one.done_at < now - timedelta(days=5):
            one.seen_at = one.done_at + timedelta(days=1)
    poorest = sorted((one for one in theirs if one.seen_at), key=lambda one: (one.score or 0, str(one.id)))
    for one, text, dispute in zip(poorest, content()["replies"], (Dispute.OPEN, Dispute.NONE), strict=False):
        one.reply, one.replied_at, one.dispute = text, one.seen_at, dispute


def _coach(firsts: Sequence[Assessment]) -> None:
    poor = [(one, one.done_at) for one in firsts if one.agent_id and one.comment and one.done_at]
    AssessmentOutcome.objects.bulk_create(
        AssessmentOutcome(assessment=one, kind=OutcomeKind.COACHING, text=text, made_by=one.reviewer, made_at=at)
        for (one, at), text in zip(poor[-3:], content()["notes"], strict=False)
    )
