"""The conversations behind each number of the reports: exactly those that it counts."""

from dataclasses import dataclass

from django.db.models import QuerySet
from typing_extensions import TypedDict

from conversations import rows, wire
from conversations.insights import reasons
from conversations.insights.asking import Asked, moment
from conversations.insights.metric import Metric
from conversations.insights.metrics import METRICS
from conversations.models import Episode, Part
from tenants import cursors
from tenants.openapi.shapes import Listed


class ReportEpisode(TypedDict):
    """One episode behind a number: a conversation until it was resolved, and again once it was opened."""

    id: str
    conversation_id: str | None
    """Null when the conversation was deleted."""
    number: int
    """Which episode of its conversation it is."""
    customer: wire.Named | None
    topic: str
    channel: str
    began_at: str
    ended_at: str | None
    part: Part
    """Who answered."""
    agent: rows.Colleague | None
    value: float | None
    """What the episode adds to the figure; for a share 0 or 1."""
    why: str
    """Why it counts, in words."""


@dataclass(frozen=True)
class Wanted:
    """Of which metric, and which part: all that are counted, the hits, or those that are none."""

    metric: str
    which: str = "counted"


def found(asked: Asked, wanted: Wanted) -> QuerySet[Episode]:
    """What stands behind the number, in no order, with `value` of each."""
    metric = METRICS[wanted.metric]
    measure = asked.measure(metric)
    counted = asked.episodes(metric.clock).filter(measure.counted, asked.settled(metric))
    counted = counted.annotate(value=measure.value)
    match wanted.which:
        case "hit":
            return counted.filter(measure.hit)
        case "missed_hit":
            return counted.exclude(measure.hit) if measure.hit else counted.none()
        case _:
            return counted


def page(asked: Asked, wanted: Wanted, *, limit: int, cursor: str) -> Listed[ReportEpisode]:
    """A page of them, the newest first; of a conversation that was deleted what is left. One query."""
    metric = METRICS[wanted.metric]
    by = moment(metric.clock)
    listed = cursors.newest_first(
        found(asked, wanted).select_related("conversation__customer", "agent").order_by(f"-{by}", "-id"),
        by=by,
        prefix="eps",
        limit=limit,
        cursor=cursor,
    )
    return listed.of([_shown(one, metric, asked) for one in listed.rows])


def _shown(one: Episode, metric: Metric, asked: Asked) -> ReportEpisode:
    talk = one.conversation
    value: float | None = getattr(one, "value", None)
    return {
        "id": one.id,
        "conversation_id": one.conversation_id,
        "number": one.number,
        "customer": None if talk is None else {"id": talk.customer.id, "name": talk.customer.name},
        "topic": one.topic,
        "channel": one.channel,
        "began_at": wire.stamp(one.began_at),
        "ended_at": None if one.ended_at is None else wire.stamp(one.ended_at),
        "part": Part(one.part),
        "agent": rows.colleague(one.agent),
        "value": value,
        "why": reasons.why(metric, one, value=value, asked=asked),
    }
