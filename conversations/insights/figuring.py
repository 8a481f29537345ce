"""The figures of the reports: one question to the database for each clock that the metrics run on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import TruncDay, TruncMonth, TruncWeek

from conversations.insights import dimensions, intervals
from conversations.insights.asking import Asked, moment
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.intervals import Figure
from conversations.insights.metric import Better, Clock, Metric
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Period, Step
from conversations.models import Episode

Figures = dict[str, Figure | None]
NOTHING: Mapping[str, Any] = defaultdict(int)  # what is added up of no episodes
TRUNCATED = {Step.DAY: TruncDay, Step.WEEK: TruncWeek, Step.MONTH: TruncMonth}


@dataclass(frozen=True)
class Part:
    """A row of a breakdown."""

    key: str
    name: str
    figures: Figures


def figures(asked: Asked, keys: Sequence[str]) -> Figures:
    """Each metric by its key; None where nothing counts. One query for each clock: at most three."""
    found: Figures = {}
    for clock, metrics in _clocks(keys):
        row = asked.episodes(clock).aggregate(**_sums(asked, metrics))
        found |= _figures(asked, metrics, row)
    return {key: found[key] for key in keys}


def breakdown(asked: Asked, keys: Sequence[str], by: str) -> list[Part]:
    """The metrics of each part of a dimension, that with most episodes first; a query more for names of people."""
    dimension = DIMENSIONS[by]
    sizes: dict[str, int] = defaultdict(int)
    found: dict[str, Figures] = defaultdict(dict)
    for clock, metrics in _clocks(keys):
        grouped = _grouped(asked, asked.episodes(clock), metrics, asked.telling(by, clock))
        for value, row in grouped.items():
            key = dimensions.key(dimension, value)
            sizes[key] += row["size"]
            found[key] |= _figures(asked, metrics, row)
    nothing = _figures(asked, [METRICS[key] for key in keys], NOTHING)
    names = dimensions.names(dimension, sizes)
    parts = [Part(key, names[key], {**nothing, **found[key]}) for key in sizes]
    if dimension.numbers:
        return sorted(parts, key=lambda one: (one.key != dimensions.NONE, int(one.key) if one.key.isdigit() else 0))
    return sorted(parts, key=lambda one: (-sizes[one.key], one.name))


def series(asked: Asked, keys: Sequence[str], step: Step) -> tuple[list[Period], dict[str, list[Figure | None]]]:
    """The metrics in each day, week or month of the period; None where nothing counts, or it has not begun yet."""
    cut = asked.period.cut(step)
    found: dict[date, Figures] = defaultdict(dict)
    for clock, metrics in _clocks(keys):
        if clock == Clock.OPEN:
            for day, size in _open(asked, cut, step).items():
                found[day] |= {one.key: intervals.counted(size, of=size) for one in metrics}
            continue
        grouped = _grouped(asked, asked.episodes(clock), metrics, _trunc(asked, clock, step))
        for day in cut:
            found[day] |= _figures(asked, metrics, grouped.get(day, NOTHING))
    begun = {day: part for day, part in cut.items() if part.begins <= asked.now}
    points = {key: [found[day].get(key) if day in begun else None for day in cut] for key in keys}
    return list(cut.values()), points


def changed(metric: Metric, now: Figure | None, before: Figure | None) -> Literal["better", "worse", "same"] | None:
    """`better` or `worse` where the intervals say so, `same` where they do not; None where nothing can be compared."""
    difference = intervals.change(now, before)
    if difference is None or metric.better is None:
        return None
    if difference == 0:
        return "same"
    return "better" if (difference > 0) == (metric.better == Better.UP) else "worse"


def _clocks(keys: Iterable[str]) -> list[tuple[Clock, list[Metric]]]:
    by: dict[Clock, list[Metric]] = {}
    for key in dict.fromkeys(keys):
        by.setdefault(METRICS[key].clock, []).append(METRICS[key])
    return list(by.items())


def _sums(asked: Asked, metrics: Iterable[Metric]) -> dict[str, Any]:
    return {
        f"of_{metric.key}_{name}": one
        for metric in metrics
        for name, one in asked.measure(metric).sums(asked.settled(metric)).items()
    }


def _figures(asked: Asked, metrics: Iterable[Metric], row: Mapping[str, Any]) -> Figures:
    return {metric.key: asked.measure(metric).figure(_Own(row, f"of_{metric.key}_")) for metric in metrics}


def _grouped(asked: Asked, episodes: QuerySet[Episode], metrics: Iterable[Metric], by: Any) -> dict[Any, Any]:
    rows = episodes.values(part_of=by).annotate(size=Count("id"), **_sums(asked, metrics))
    return {row["part_of"]: row for row in rows}


def _trunc(asked: Asked, clock: Clock, step: Step) -> Any:
    return TRUNCATED[step](moment(clock), tzinfo=asked.period.zone, output_field=DateField())


def _open(asked: Asked, cut: Mapping[date, Period], step: Step) -> dict[date, int]:
    """How many were open at the end of each part: those at the beginning, and what began less what ended."""
    every, begins = asked.filtered(Clock.BEGAN), asked.period.begins
    standing = every.filter(Q(began_at__lt=begins), Q(ended_at__isnull=True) | Q(ended_at__gte=begins)).count()
    moves: dict[date, int] = defaultdict(int)
    for clock, sign in ((Clock.BEGAN, 1), (Clock.ENDED, -1)):
        within = {f"{clock}__gte": begins, f"{clock}__lt": asked.at}
        rows = every.filter(**within).values(day=_trunc(asked, clock, step)).annotate(size=Count("id"))
        for row in rows:
            moves[row["day"]] += sign * row["size"]
    found = {}
    for day in cut:
        standing += moves[day]
        found[day] = standing
    return found


class _Own:
    """The sums of one metric within a row that has those of many."""

    def __init__(self, row: Mapping[str, Any], prefix: str) -> None:
        self.row, self.prefix = row, prefix

    def __getitem__(self, name: str) -> Any:
        return self.row[self.prefix + name]
