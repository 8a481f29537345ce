"""Figures, courses and breakdowns as REST tells them."""

from collections.abc import Sequence
from typing import Literal

from django.utils.translation import gettext
from typing_extensions import TypedDict

from conversations import wire
from conversations.insights import figuring, marks, measuring
from conversations.insights.asking import Asked
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.intervals import Figure
from conversations.insights.metric import Better, Group, Metric, Unit
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Compared, Period, Step


class ReportMetric(TypedDict):
    """A metric in words."""

    key: str
    name: str
    group: Group
    unit: Unit
    better: Better | None
    """Which way is good; null where neither is."""
    sentence: str
    """What it says, in one plain sentence."""
    definition: str
    """How it is worked out."""
    counted_by: str
    """When an episode falls into a period, in sentences."""


class ReportDimension(TypedDict):
    """Something by which reports are filtered and broken down."""

    key: str
    name: str


class ReportDefinitions(TypedDict):
    """All metrics, and by what they can be told apart."""

    data: list[ReportMetric]
    dimensions: list[ReportDimension]


class ReportPoint(TypedDict):
    """A value with its 95% interval, and of how many cases. Null where nothing counts, never 0."""

    value: float | None
    low: float | None
    """Null where no interval can be told, or where it was simply counted."""
    high: float | None
    of: int


_Days = TypedDict("_Days", {"from": str, "to": str})


class ReportPeriod(_Days):
    """Its first and its last day, in the company's zone: YYYY-MM-DD."""


class ReportFigure(ReportPoint):
    """A metric of a period."""

    key: str
    before: ReportPoint | None
    """What it was in the period that it is compared with."""
    changed: Literal["better", "worse", "same"] | None
    """Said only where the intervals say so."""


class Freshness(TypedDict):
    """How far conversations are measured."""

    measured_until: str | None
    waiting: int
    """Conversations that changed and are not measured again yet."""


class ReportFigures(Freshness):
    """Metrics of a period, beside those of the one that it is compared with."""

    period: ReportPeriod
    compared: ReportPeriod | None
    currency: str
    """Of what is money; an ISO code."""
    data: list[ReportFigure]


class ReportCourse(TypedDict):
    """The course of one metric: a point for each of the buckets."""

    key: str
    points: list[ReportPoint | None]


class ReportSeries(TypedDict):
    """The course of metrics, and what happened meanwhile."""

    buckets: list[ReportPeriod]
    data: list[ReportCourse]
    marks: list[marks.ChartMark]


class ReportPart(TypedDict):
    """A part of a dimension, with the figures of each metric by its key."""

    key: str
    name: str
    figures: dict[str, ReportPoint]


class ReportBreakdown(TypedDict):
    """The metrics of each part of a dimension."""

    data: list[ReportPart]


NOTHING: ReportPoint = {"value": None, "low": None, "high": None, "of": 0}


def definitions() -> ReportDefinitions:
    """All metrics, and by what they can be told apart."""
    return {
        "data": [_definition(one) for one in METRICS.values()],
        "dimensions": [{"key": one.key, "name": one.name} for one in DIMENSIONS.values()],
    }


def figures(asked: Asked, keys: Sequence[str], compare: Compared) -> ReportFigures:
    """The metrics of the period, beside those of the one that it is compared with."""
    before = asked.before(compare)
    now, then = figuring.figures(asked, keys), {} if before is None else figuring.figures(before, keys)
    return {
        "period": period(asked.period),
        "compared": None if before is None else period(before.period),
        **freshness(),
        "currency": asked.rates.currency,
        "data": [
            {
                "key": key,
                **(figure(now[key]) or NOTHING),
                "before": figure(then.get(key)),
                "changed": figuring.changed(METRICS[key], now[key], then.get(key)),
            }
            for key in keys
        ],
    }


def series(asked: Asked, keys: Sequence[str], step: Step) -> ReportSeries:
    """The course of the metrics, and what happened meanwhile."""
    buckets, points = figuring.series(asked, keys, step)
    return {
        "buckets": [period(one) for one in buckets],
        "data": [{"key": key, "points": [figure(one) for one in points[key]]} for key in keys],
        "marks": marks.within(asked.period),
    }


def breakdown(asked: Asked, keys: Sequence[str], by: str) -> ReportBreakdown:
    """The metrics of each part."""
    parts = figuring.breakdown(asked, keys, by)
    return {
        "data": [
            {"key": one.key, "name": one.name, "figures": {key: figure(one.figures[key]) or NOTHING for key in keys}}
            for one in parts
        ]
    }


def freshness() -> Freshness:
    """How far the episodes are measured. Two queries."""
    until, waiting = measuring.until()
    return {"measured_until": None if until is None else wire.stamp(until), "waiting": waiting}


def period(one: Period) -> ReportPeriod:
    """Its first and last day."""
    return {"from": one.first.isoformat(), "to": one.last.isoformat()}


def figure(one: Figure | None) -> ReportPoint | None:
    """A figure, or null."""
    return None if one is None else {"value": one.value, "low": one.low, "high": one.high, "of": one.of}


def _definition(one: Metric) -> ReportMetric:
    return {
        "key": one.key,
        "name": gettext(one.name),
        "group": one.group,
        "unit": one.unit,
        "better": one.better,
        "sentence": gettext(one.sentence),
        "definition": gettext(one.definition),
        "counted_by": one.counted_by,
    }
