"""The one writer of scheduled reports: made, changed, paused, taken out, and sent before their time."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from agents.models import Agent
from agents.permissions import Right, roles_with
from conversations.insights.sending import times
from conversations.insights.sending.times import Plan
from conversations.models import Cadence, Covers, ReportDelivery, ReportRun, ReportSchedule, RunState
from tenants import jobs, workspace
from tenants.errors import BatonError, NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

DUE, MAKE = "report_due", "report_run"
MOST = 50
KEPT_RUNS = 60
FIELDS = (
    "name", "cadence", "weekday", "day", "at", "covers", "compare", "format", "metrics", "by", "filters",
)  # fmt: skip
Json = dict[str, Any]


class TooManyError(BatonError):
    """There are as many scheduled reports as a company may have."""

    status = 409
    code = "too_many"


class UnderWayError(BatonError):
    """The report is on its way already."""

    status = 409
    code = "under_way"


def access_schedule(schedule_id: str) -> ReportSchedule:
    """The scheduled report with this id; NotFoundError when there is none."""
    try:
        found = ReportSchedule.objects.select_related("made_by").filter(pk=schedule_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such scheduled report here."), param="schedule_id")
    return found


@transaction.atomic
def create(wanted: Mapping[str, Any], *, by: Agent | None, actor: Actor) -> ReportSchedule:
    """A new one, which goes at its next time. ParameterError for a recipient who may not read reports."""
    if ReportSchedule.objects.count() >= MOST:
        raise TooManyError(gettext("There are {most} scheduled reports already. Take one out first.").format(most=MOST))
    people = _people(wanted["recipient_ids"])
    made = ReportSchedule(**{name: wanted[name] for name in FIELDS}, made_by=by)
    made.next_at = next_of(made, timezone.now())
    made.save()
    made.recipients.set(people)
    _write_job(made)
    audit.record("reports.schedule_made", actor=actor, about=_about(made), changes=audit.changed({}, _told(made)))
    return made


@transaction.atomic
def change(schedule: ReportSchedule, wanted: Mapping[str, Any], *, actor: Actor) -> ReportSchedule:
    """Other values for what `wanted` names; `paused` ends or begins its rest. Its next time follows."""
    kept = ReportSchedule.objects.select_for_update().get(pk=schedule.pk)
    before, now = _told(kept), timezone.now()
    for name in FIELDS:
        if name in wanted:
            setattr(kept, name, wanted[name])
    if "paused" in wanted:
        kept.paused_at = (kept.paused_at or now) if wanted["paused"] else None
    kept.next_at = None if kept.paused_at else next_of(kept, now)
    kept.save()
    if "recipient_ids" in wanted:
        kept.recipients.set(_people(wanted["recipient_ids"], known=_ids(kept)))
    _write_job(kept)
    if changes := audit.changed(before, _told(kept)):
        audit.record("reports.schedule_changed", actor=actor, about=_about(kept), changes=changes)
    return kept


@transaction.atomic
def remove(schedule: ReportSchedule, *, actor: Actor) -> None:
    """Take it out, with the list of its sendings."""
    audit.record("reports.schedule_removed", actor=actor, about=_about(schedule))
    schedule.delete()


@transaction.atomic
def send_now(schedule: ReportSchedule, *, by: Agent | None, actor: Actor) -> ReportRun:
    """Send it as if its time had come; its next time stays. UnderWayError while one is on its way."""
    kept = ReportSchedule.objects.select_for_update().get(pk=schedule.pk)
    if kept.runs.filter(state=RunState.WAITING).exists():
        raise UnderWayError(gettext("This report is on its way already. Wait a moment."))
    audit.record("reports.sent_now", actor=actor, about=_about(kept))
    return begin(kept, planned_for=timezone.now(), asked_by=by)


def begin(schedule: ReportSchedule, *, planned_for: datetime, asked_by: Agent | None = None) -> ReportRun:
    """One sending, with the job that makes it, in the transaction under way."""
    days = times.covered(Covers(schedule.covers), planned_for, zone())
    run = ReportRun.objects.create(
        schedule=schedule, first_day=days.first, last_day=days.last, planned_for=planned_for, asked_by=asked_by
    )
    ReportDelivery.objects.bulk_create(ReportDelivery(run=run, agent=agent) for agent in schedule.recipients.all())
    old = list(schedule.runs.values_list("pk", flat=True)[KEPT_RUNS:])
    ReportRun.objects.filter(pk__in=old).delete()
    jobs.write(MAKE, {"run_id": str(run.id)}, key=str(run.id))
    return run


@transaction.atomic
def move_on(schedule_id: str) -> ReportRun | None:
    """Begin a sending that is due and set the next time; None where it is not due (any more).

    After an outage one goes for all that were missed.
    """
    now = timezone.now()
    kept = ReportSchedule.objects.select_for_update().filter(pk=schedule_id, next_at__lte=now).first()
    if kept is None or kept.next_at is None:
        return None
    run = begin(kept, planned_for=kept.next_at)
    kept.next_at = next_of(kept, now)
    kept.save(update_fields=["next_at"])
    _write_job(kept)
    return run


@transaction.atomic
def renew() -> None:
    """The company's clocks show another time: every next time follows."""
    now = timezone.now()
    for kept in ReportSchedule.objects.select_for_update().filter(paused_at=None):
        kept.next_at = next_of(kept, now)
        kept.save(update_fields=["next_at"])
        _write_job(kept)


def next_of(schedule: ReportSchedule, after: datetime) -> datetime:
    """When it goes next."""
    plan = Plan(Cadence(schedule.cadence), schedule.at, schedule.weekday or 0, schedule.day or 1)
    return times.next_after(plan, after, zone())


def zone() -> ZoneInfo:
    """The company's, as it stands now."""
    return ZoneInfo(workspace.fresh().time_zone)


def _write_job(schedule: ReportSchedule) -> None:
    if schedule.next_at is not None:
        schedule_id = str(schedule.id)
        jobs.write(DUE, {"schedule_id": schedule_id}, key=schedule_id, run_at=schedule.next_at)


def _people(agent_ids: Sequence[str], known: Sequence[str] = ()) -> list[Agent]:
    """The people with these ids; ParameterError for one who may not read reports, unless they are `known` already."""
    try:
        found = {str(one.id): one for one in Agent.objects.filter(pk__in=agent_ids)}
    except ValidationError as error:
        raise ParameterError(gettext("recipient_ids: name people who work here."), param="recipient_ids") from error
    able = roles_with(Right.READ_REPORTS)
    for agent_id in agent_ids:
        one = found.get(agent_id)
        if one is None:
            raise ParameterError(gettext("recipient_ids: name people who work here."), param="recipient_ids")
        if agent_id not in known and not (one.is_active and one.role in able):
            raise ParameterError(
                gettext("recipient_ids: {name} may not read reports.").format(name=one.name), param="recipient_ids"
            )
    return list(found.values())


def _ids(schedule: ReportSchedule) -> list[str]:
    return [str(one) for one in schedule.recipients.values_list("id", flat=True)]


def _told(schedule: ReportSchedule) -> Json:
    """As the audit log tells it."""
    told = {name: getattr(schedule, name) for name in FIELDS}
    told["at"] = schedule.at.isoformat("minutes") if isinstance(schedule.at, time) else schedule.at
    return {**told, "paused": schedule.paused_at is not None, "recipients": sorted(_ids(schedule))}


def _about(schedule: ReportSchedule) -> About:
    return About("report_schedule", str(schedule.id), schedule.name)
