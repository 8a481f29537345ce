"""Scheduled reports and their sendings as they go over the wire."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Right, rights_of
from agents.rest.asking import all_of
from conversations import rows, wire
from conversations.insights.sending import letters
from conversations.models import (
    Cadence,
    Compared,
    Covers,
    DeliveryState,
    ReportFormat,
    ReportRun,
    ReportSchedule,
    RunState,
)
from tenants import cursors
from tenants.errors import ParameterError
from tenants.openapi.shapes import Listed

PREFIX = "rpr"


class ReportRecipient(TypedDict):
    """Somebody who gets a scheduled report."""

    id: str
    name: str
    email: str
    may: bool
    """False for one who gets nothing, since they may not read reports."""


_Days = TypedDict("_Days", {"from": str, "to": str})


class ReportSending(_Days):
    """One sending of a scheduled report; `from` and `to` are the days that it covers."""

    id: str
    schedule_id: str
    name: str
    planned_for: str
    asked_by: rows.Colleague | None
    """Who had it sent before its time."""
    state: RunState
    problem: str | None
    sent: int
    """How many of `of` people got it."""
    skipped: int
    """How many may not read reports any more."""
    of: int
    size: int | None
    """Bytes of the file, once it is made."""
    ended_at: str | None


class ReportScheduleRow(TypedDict):
    """A report that goes out by mail at its times."""

    id: str
    name: str
    cadence: Cadence
    weekday: int | None
    """0 is Monday; of a weekly one."""
    day: int | None
    """1 to 31; of a monthly one. A short month has its last day instead."""
    at: str
    """HH:MM on the company's clocks."""
    says: str
    """When it goes, in words, such as "every Monday at 07:00"."""
    covers: Covers
    compare: Compared
    format: ReportFormat
    metrics: list[str]
    by: str
    """The dimension of its table; empty for none."""
    filters: dict[str, list[str]]
    recipients: list[ReportRecipient]
    paused: bool
    next_at: str | None
    last: ReportSending | None
    made_by: rows.Colleague | None
    created_at: str


def schedules() -> Listed[ReportScheduleRow]:
    """All of them, each with its last sending. Three queries."""
    found = list(ReportSchedule.objects.select_related("made_by").prefetch_related("recipients"))
    newest = ReportRun.objects.order_by("schedule_id", "-planned_for", "-id").distinct("schedule_id")
    last = {run.schedule_id: run for run in _runs().filter(pk__in=newest.values("pk"))}
    return all_of([_schedule(one, last.get(str(one.id))) for one in found])


def schedule(one: ReportSchedule) -> ReportScheduleRow:
    """One of them."""
    return _schedule(one, _runs().filter(schedule=one).first())


def runs(*, schedule_id: str, limit: int, cursor: str) -> Listed[ReportSending]:
    """A page of sendings, the newest first."""
    found = _runs()
    if schedule_id:
        try:
            found = found.filter(schedule=schedule_id)
        except ValidationError as error:
            raise ParameterError(
                gettext("schedule_id: there is no such scheduled report."), param="schedule_id"
            ) from error
    page = cursors.newest_first(found, by="planned_for", prefix=PREFIX, limit=limit, cursor=cursor)
    return page.of([run(one) for one in page.rows])


def run(one: Any) -> ReportSending:
    """One sending; `sent` of `of` people got it, `skipped` may not read reports any more."""
    return {
        "id": one.id,
        "schedule_id": one.schedule_id,
        "name": one.schedule.name,
        "from": one.first_day.isoformat(),
        "to": one.last_day.isoformat(),
        "planned_for": wire.stamp(one.planned_for),
        "asked_by": rows.colleague(one.asked_by),
        "state": one.state,
        "problem": one.problem or None,
        "sent": one.sent,
        "skipped": one.skipped,
        "of": one.of,
        "size": one.size or None,
        "ended_at": None if one.ended_at is None else wire.stamp(one.ended_at),
    }


def one_run(run_id: str) -> ReportSending:
    """The sending with this id."""
    return run(_runs().get(pk=run_id))


def _schedule(one: ReportSchedule, last: Any) -> ReportScheduleRow:
    return {
        "id": one.id,
        "name": one.name,
        "cadence": Cadence(one.cadence),
        "weekday": one.weekday,
        "day": one.day,
        "at": f"{one.at:%H:%M}",
        "says": letters.cadence(one),
        "covers": Covers(one.covers),
        "compare": Compared(one.compare),
        "format": ReportFormat(one.format),
        "metrics": one.metrics,
        "by": one.by,
        "filters": one.filters,
        "recipients": _people(one.recipients.all()),
        "paused": one.paused_at is not None,
        "next_at": None if one.next_at is None else wire.stamp(one.next_at),
        "last": None if last is None else run(last),
        "made_by": rows.colleague(one.made_by),
        "created_at": wire.stamp(one.created_at),
    }


def _people(recipients: Iterable[Agent]) -> list[ReportRecipient]:
    """By name; `may` is false for one who gets nothing, since they may not read reports."""
    shown: list[ReportRecipient] = [
        {"id": one.id, "name": one.name, "email": one.email, "may": Right.READ_REPORTS in rights_of(one)}
        for one in recipients
    ]
    return sorted(shown, key=lambda one: one["name"].casefold())


def _runs() -> Any:
    sent, skipped = (Q(deliveries__state=state) for state in (DeliveryState.SENT, DeliveryState.SKIPPED))
    return ReportRun.objects.select_related("schedule", "asked_by").annotate(
        of=Count("deliveries"),
        sent=Count("deliveries", filter=sent),
        skipped=Count("deliveries", filter=skipped),
    )
