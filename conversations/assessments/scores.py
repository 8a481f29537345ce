"""Scores by agent, team, topic, version, week or question: means with intervals, and how many failed outright.

What random lists drew stands for all that they drew from: each counts with its weight, the inverse of its probability
(Hájek's mean, with the variance of its linear approximation: Särndal, Swensson and Wretman, "Model Assisted Survey
Sampling", 1992, 5.5). Everything else counts once, and says something of what was looked at alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import variance
from typing import Literal

from typing_extensions import TypedDict

from conversations.assessments import filtering, scorecards
from conversations.assessments.filtering import Asked
from conversations.insights import intervals
from conversations.insights.intervals import Moments, Scale
from conversations.models import Assessment, AssessmentAnswer, Wanted
from conversations.quality import estimating
from conversations.quality.estimating import Estimate, EstimatedShare

OF_100 = Scale(0.0, 100.0, 5.0)
ScoredBy = Literal[
    "agent", "team", "topic", "channel", "scorecard", "rules_version", "knowledge_number", "engine", "because"
]  # fmt: skip


class ScoreMean(TypedDict):
    """A mean score of 100 with its 95% interval, and of how many."""

    value: float
    low: float | None
    """Null of fewer than two."""
    high: float | None
    of: int


class ScoreFigures(TypedDict):
    """What assessments say, and how many there are."""

    score: ScoreMean | None
    failed: EstimatedShare | None
    """The share that failed at a critical question."""
    of: int


class ScorePart(ScoreFigures):
    """What the assessments of one agent, team, topic or version say."""

    key: str
    name: str


class ScoreWeek(ScoreFigures):
    """What the assessments of one week say; `begins` is its Monday."""

    begins: str


class AssessmentScores(TypedDict):
    """What assessments say in all, of each part, and week by week."""

    days: int
    by: ScoredBy
    source: filtering.Source
    all: ScoreFigures
    data: list[ScorePart]
    weeks: list[ScoreWeek]


class QuestionScore(ScoreFigures):
    """What a question of a scorecard was worth on average."""

    id: str
    text: str
    section: str
    critical: bool


@dataclass(frozen=True)
class Mean:
    """A mean score of 100 with its 95% interval, none of fewer than two, and of how many."""

    value: float
    low: float | None
    high: float | None
    of: int


@dataclass(frozen=True)
class Counted:
    """One that counts: its worth of 100, its weight, and whether it failed at a critical question."""

    score: float | None
    weight: float
    failed: bool


def mean(rows: Sequence[Counted]) -> Mean | None:
    """The weighted mean of those with a score; None without any."""
    known = [(one.weight, one.score) for one in rows if one.score is not None]
    whole = sum(weight for weight, _ in known)
    value = sum(weight * score for weight, score in known) / whole if known else 0.0
    linear = [weight * (score - value) * len(known) / whole for weight, score in known]
    spread = variance(linear) if len(linear) > 1 else 0.0
    found = intervals.mean(Moments(len(known), value, spread), OF_100)
    return None if found is None else Mean(found.value, found.low, found.high, found.of)


def failed(rows: Sequence[Counted]) -> Estimate | None:
    """The share that failed at a critical question."""
    return estimating.share(sum(one.failed for one in rows), len(rows))


def scores(asked: Asked, by: ScoredBy, now: datetime) -> AssessmentScores:
    """The score of all that is meant, and of each part of it; three queries at most, however much there is."""
    rows = list(filtering.done(asked, now).select_related("agent", "team", "scorecard"))
    weighted = asked.source == filtering.CHANCE
    parts: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for one in rows:
        key = NAMED[by](one)
        if key is not None:
            parts[key].append(_counted(one, weighted))
    weeks: dict[str, list[Counted]] = defaultdict(list)
    for one in rows:
        weeks[filtering.monday(one.happened_at).isoformat()].append(_counted(one, weighted))
    return {
        "days": asked.days,
        "by": by,
        "source": asked.source,
        "all": _figures([_counted(one, weighted) for one in rows]),
        "data": [
            {"key": key, "name": name, **_figures(part)} for (key, name), part in sorted(parts.items(), key=_most)
        ],
        "weeks": [{"begins": week, **_figures(part)} for week, part in sorted(weeks.items())],
    }


def questions(asked: Asked, now: datetime) -> list[QuestionScore]:
    """What each question of a card was worth on average, the poorest first; `asked` names the card."""
    card = scorecards.access_scorecard(asked.scorecard_id)
    rows = {str(one.id): one for one in filtering.done(asked, now)}
    weighted = asked.source == filtering.CHANCE
    parts: dict[str, list[Counted]] = defaultdict(list)
    told = AssessmentAnswer.objects.filter(assessment__in=list(rows), worth__isnull=False)
    for answer in told:
        weight, worth = _counted(rows[str(answer.assessment_id)], weighted).weight, answer.worth or 0.0
        parts[answer.question].append(Counted(100 * worth, weight, failed=worth == 0))
    names = {str(section["id"]): section["title"] for section in card.versions.all()[0].sections}
    found: list[QuestionScore] = [
        {
            "id": one.id,
            "text": one.text,
            "section": names[one.section],
            "critical": one.critical,
            **_figures(parts[one.id]),
        }
        for one in scorecards.asked(card.versions.all()[0])
    ]
    return sorted(found, key=lambda one: one["score"]["value"] if one["score"] else 101.0)


def _figures(rows: Sequence[Counted]) -> ScoreFigures:
    score, share = mean(rows), failed(rows)
    return {
        "score": {"value": score.value, "low": score.low, "high": score.high, "of": score.of} if score else None,
        "failed": estimating.shown(share),
        "of": len(rows),
    }


def _counted(one: Assessment, weighted: bool) -> Counted:  # noqa: FBT001
    chance: float | None = getattr(one, "chance", None)
    return Counted(one.score, 1 / chance if weighted and chance else 1.0, one.failed)


def _most(part: tuple[tuple[str, str], Sequence[Counted]]) -> tuple[int, str]:
    (_, name), rows = part
    return -len(rows), name


def _agent(one: Assessment) -> tuple[str, str] | None:
    return (str(one.agent_id), one.agent.name) if one.agent else None


def _team(one: Assessment) -> tuple[str, str] | None:
    return (str(one.team_id), one.team.name) if one.team else None


NAMED: Mapping[ScoredBy, Callable[[Assessment], tuple[str, str] | None]] = {
    "agent": _agent,
    "team": _team,
    "topic": lambda one: (one.topic, one.topic) if one.topic else None,
    "channel": lambda one: (one.channel, one.channel) if one.channel else None,
    "scorecard": lambda one: (str(one.scorecard_id), one.scorecard.name),
    "rules_version": lambda one: (str(one.rules_version), f"Rules {one.rules_version}") if one.rules_version else None,
    "knowledge_number": lambda one: (
        (str(one.knowledge_number), f"Knowledge {one.knowledge_number}") if one.knowledge_number else None
    ),
    "engine": lambda one: (one.engine, one.engine) if one.engine else None,
    "because": lambda one: (one.because or "chosen", Wanted(one.because).label if one.because else "Somebody chose it"),
}


def names() -> Iterable[ScoredBy]:
    """By what scores can be told."""
    return NAMED
