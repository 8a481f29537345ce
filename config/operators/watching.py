"""The last hour in figures that all processes wrote together, for the operators' pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.operators import figures
from config.operators.doors import operators_only
from tenants import health, jobs
from tenants.models import Minute
from tenants.observing import minutes

HOUR = 60  # minutes
TIMED = {
    "first_word": "First word, from the customer’s message",
    "turn": "The assistant’s turns",
    "model": "Calls of language models",
    "http": "Requests",
}
COUNTED = {
    "job": "Jobs done",
    "job_failed": "Jobs that failed and are tried again",
    "escalation": "Handed to people",
    "model_failed": "Calls of language models that failed",
    "http_failed": "Requests that failed (5xx)",
}
BAD = frozenset({"job_failed", "model_failed", "http_failed"})
TALLEST = 40  # of a bar, in the units of its picture


@dataclass(frozen=True)
class Bar:
    """One minute of a picture: how tall, and what is said of it."""

    x: int
    y: float
    height: float
    says: str


@dataclass(frozen=True)
class Timed:
    """How long things of one kind took in the last hour, in seconds; None where there were none."""

    label: str
    count: int
    median: float | None
    late: float | None
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Counted:
    """How often something happened in the last hour."""

    label: str
    count: int
    is_bad: bool


@operators_only
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How Baton does its work just now."""
    now = timezone.now()
    rows = _rows(now)
    context = {
        "timed": [_timed(label, rows.get(name, {}), now) for name, label in TIMED.items()],
        "counted": [
            Counted(label, sum(counts[0] for counts in rows.get(name, {}).values()), is_bad=name in BAD)
            for name, label in COUNTED.items()
        ],
        "sockets": _newest(rows.get("sockets", {})),
        "late": max((kind.late for kind in figures.kinds()), default=0),
        "dead": jobs.dead_letters().count(),
        "health": health.look(),
    }
    return render(request, "operators/watching.html", context)


def _rows(now: datetime) -> Mapping[str, Mapping[datetime, Sequence[int]]]:
    """What was counted in the last hour, by name and minute. One query."""
    found: dict[str, dict[datetime, Sequence[int]]] = {}
    for row in Minute.objects.filter(at__gt=now - timedelta(minutes=HOUR)):
        found.setdefault(row.name, {})[row.at] = row.counts
    return found


def _timed(label: str, by_minute: Mapping[datetime, Sequence[int]], now: datetime) -> Timed:
    whole = [sum(column) for column in zip(*by_minute.values(), strict=True)]
    late = {at: minutes.quantile(counts, 0.95) or 0.0 for at, counts in by_minute.items()}
    most = max(late.values(), default=0.0) or 1.0
    bars = [_bar(at, seconds, sum(by_minute[at]), most=most, now=now) for at, seconds in sorted(late.items())]
    return Timed(label, sum(whole), minutes.quantile(whole, 0.5), minutes.quantile(whole, 0.95), bars)


def _bar(at: datetime, seconds: float, count: int, *, most: float, now: datetime) -> Bar:
    height = max(1.0, TALLEST * seconds / most)
    place = HOUR - 1 - int((now - at).total_seconds() // 60)
    return Bar(place * 4, TALLEST - height, height, f"{at:%H:%M}: {seconds:.2f} s, {count}")


def _newest(by_minute: Mapping[datetime, Sequence[int]]) -> int:
    """The count of the last minute that is over, since not all have told of the one under way."""
    known = sorted(by_minute)
    return by_minute[known[-2] if len(known) > 1 else known[-1]][0] if known else 0
