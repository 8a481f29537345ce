"""Figures, courses and breakdowns as REST tells them."""

from collections.abc import Sequence
from typing import Any

from conversations import wire
from conversations.insights import figuring, marks, measuring
from conversations.insights.asking import Asked
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.intervals import Figure
from conversations.insights.metric import Metric
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Compared, Period, Step

Json = dict[str, Any]
NOTHING: Json = {"value": None, "low": None, "high": None, "of": 0}


def definitions() -> Json:
    """All metrics, and by what they can be told apart."""
    return {
        "data": [_definition(one) for one in METRICS.values()],
        "dimensions": [{"key": one.key, "name": one.name} for one in DIMENSIONS.values()],
    }


def figures(asked: Asked, keys: Sequence[str], compare: Compared) -> Json:
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


def series(asked: Asked, keys: Sequence[str], step: Step) -> Json:
    """The course of the metrics, and what happened meanwhile."""
    buckets, points = figuring.series(asked, keys, step)
    return {
        "buckets": [period(one) for one in buckets],
        "data": [{"key": key, "points": [figure(one) for one in points[key]]} for key in keys],
        "marks": marks.within(asked.period),
    }


def breakdown(asked: Asked, keys: Sequence[str], by: str) -> Json:
    """The metrics of each part."""
    parts = figuring.breakdown(asked, keys, by)
    return {
        "data": [
            {"key": one.key, "name": one.name, "figures": {key: figure(one.figures[key]) or NOTHING for key in keys}}
            for one in parts
        ]
    }


def freshness() -> Json:
    """How far the episodes are measured. Two queries."""
    until, waiting = measuring.until()
    return {"measured_until": None if until is None else wire.stamp(until), "waiting": waiting}


def period(one: Period) -> Json:
    """Its first and last day."""
    return {"from": one.first.isoformat(), "to": one.last.isoformat()}


def figure(one: Figure | None) -> Json | None:
    """A figure, or null."""
    return None if one is None else {"value": one.value, "low": one.low, "high": one.high, "of": one.of}


def _definition(one: Metric) -> Json:
    return {
        "key": one.key,
        "name": one.name,
        "group": one.group,
        "unit": one.unit,
        "better": one.better,
        "sentence": one.sentence,
        "definition": one.definition,
        "counted_by": one.counted_by,
    }
