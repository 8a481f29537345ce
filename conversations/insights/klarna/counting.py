"""Counts what the check weighs: for each topic what the assistant had alone and what people had, in two queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Avg, Case, CharField, Count, F, FloatField, OuterRef, Q, Subquery, Value, Variance, When
from django.db.models.functions import Cast

from conversations.insights.asking import Asked
from conversations.insights.klarna import weighing
from conversations.insights.klarna.weighing import CSAT, MOOD, QUALITY, REPEAT, Sample, Side, Topic
from conversations.insights.metric import OVER, Clock
from conversations.insights.metrics import METRICS
from conversations.models import Decision, Draft, DraftState, Part

ALONE, PEOPLE = "alone", "people"
IS_ALONE = Q(part=Part.ASSISTANT, handovers=0)
BY_PEOPLE = Q(part__in=(Part.AGENT, Part.BOTH))
SHARES = (REPEAT, QUALITY, CSAT)
DECIDED = (DraftState.APPROVED, DraftState.EDITED, DraftState.REJECTED)


@dataclass(frozen=True)
class Supervised:
    """What people did with drafts of the assistant on a topic: of so many, so many were sent as they were."""

    as_it_was: int
    of: int


@dataclass(frozen=True)
class Counted:
    """All that the check needs."""

    topics: tuple[Topic, ...]
    handling: Mapping[str, Sample]  # people's time for one conversation, by topic
    handling_of_all: Sample
    supervised: Mapping[str, Supervised] = field(default_factory=dict)


def count(asked: Asked) -> Counted:
    """Count the episodes that ended in the period; each must be a week old, as the caller sees to."""
    rows = _rows(asked)
    sides = {(row["topic"], row["side"]): _side(row) for row in rows}
    names = sorted({topic for topic, _side_of in sides if topic})
    handling = {row["topic"]: _handling(row) for row in rows if row["side"] == PEOPLE}
    topics = (_topic(name, sides) for name in names)
    return Counted(tuple(topics), handling, pooled(handling.values()), _supervised(asked))


def pooled(samples: Iterable[Sample]) -> Sample:
    """Several samples as one; the variance within and between them."""
    known = [one for one in samples if one.count]
    total = sum(one.count for one in known)
    if not total:
        return Sample(0, 0.0, 0.0, share=all(one.share for one in known))
    mean = sum(one.count * one.mean for one in known) / total
    squares = sum((one.count - 1) * one.variance + one.count * (one.mean - mean) ** 2 for one in known)
    share = all(one.share for one in known)
    return Sample(total, mean, mean * (1 - mean) if share else squares / max(1, total - 1), share)


def _rows(asked: Asked) -> list[dict[str, Any]]:
    side = Case(When(IS_ALONE, then=Value(ALONE)), default=Value(PEOPLE), output_field=CharField())
    sums: dict[str, Any] = {"count": Count("id")}
    for measure in SHARES:
        found = METRICS[measure.key].measure
        sums |= {f"{measure.key}_{name}": one for name, one in found.sums(Q()).items()}
    change = Cast(F("mood_end") - F("mood_start"), FloatField())
    worked = Cast(F("handle_seconds"), FloatField())
    handled = Q(handle_seconds__gt=0)
    sums |= {
        "moods": Count("id", filter=Q(mood_start__isnull=False, mood_end__isnull=False)),
        "mood": Avg(change),
        "mood_variance": Variance(change, sample=True),
        "handled": Count("id", filter=handled),
        "handle": Avg(worked, filter=handled),
        "handle_variance": Variance(worked, sample=True, filter=handled),
    }
    episodes = asked.episodes(Clock.ENDED).filter(OVER).filter(IS_ALONE | BY_PEOPLE)
    return list(episodes.values("topic", side=side).annotate(**sums))


def _side(row: Mapping[str, Any]) -> Side:
    samples = {one.key: _share(row[f"{one.key}_hits"], row[f"{one.key}_of"]) for one in SHARES}
    samples[MOOD.key] = Sample(row["moods"], row["mood"] or 0.0, row["mood_variance"] or 0.0, share=False)
    return Side(row["count"], samples)


def _share(hits: int, of: int) -> Sample:
    rate = hits / of if of else 0.0
    return Sample(of, rate, rate * (1 - rate))


def _handling(row: Mapping[str, Any]) -> Sample:
    return Sample(row["handled"], row["handle"] or 0.0, row["handle_variance"] or 0.0, share=False)


def _topic(name: str, sides: Mapping[tuple[str, str], Side]) -> Topic:
    nothing = Side(0, {})
    others = [side for (topic, _), side in sides.items() if topic != name]
    together = Side(
        sum(side.count for side in others),
        {one.key: pooled(side.samples[one.key] for side in others) for one in weighing.MEASURES},
    )
    return Topic(name, sides.get((name, ALONE), nothing), sides.get((name, PEOPLE), nothing), together)


def _supervised(asked: Asked) -> dict[str, Supervised]:
    decision = Decision.objects.filter(conversation=OuterRef("conversation"), asked_seq=OuterRef("asked_seq"))
    drafts = Draft.objects.filter(
        decided_at__gte=asked.period.begins, decided_at__lt=asked.period.ends, state__in=DECIDED
    )
    rows = (
        drafts.order_by()
        .values(topic=Subquery(decision.values("topic")[:1]))
        .annotate(of=Count("id"), as_it_was=Count("id", filter=Q(state=DraftState.APPROVED)))
    )
    return {row["topic"]: Supervised(row["as_it_was"], row["of"]) for row in rows if row["topic"]}
