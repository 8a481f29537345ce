"""A scheduled report from its time to its mails: gathered and encoded outside of any transaction, sent once to each."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from agents import spoken
from agents.models import Agent
from agents.permissions import Right, rights_of
from conversations.alerts import raising
from conversations.insights import pricing
from conversations.insights.asking import Asked
from conversations.insights.pdf import pages
from conversations.insights.pdf.sheet import Sheet
from conversations.insights.periods import Compared, Period
from conversations.insights.sending import gathering, letters, schedules, tables
from conversations.insights.sending.gathering import Wanted
from conversations.models import (
    AlertKind,
    DeliveryState,
    ReportDelivery,
    ReportFormat,
    ReportRun,
    ReportSchedule,
    RunState,
)
from tenants import current, jobs, post, speaking
from tenants.jobs import Lease
from tenants.post import Attached, MailNotTakenError

LINK = "/console/reports/scheduled"
NOBODY = "Nobody on its list may read reports any more."
NO_SERVER = "No mail server is set, so that no mail can leave. Whoever runs Baton sets EMAIL_URL."


def due(held: Lease) -> None:
    """The time has come, unless it was moved meanwhile."""
    schedules.move_on(str(held.ids["schedule_id"]))


def make(held: Lease) -> None:
    """Make the report and mail it to all who have not got it; MailNotTakenError while there are tries left.

    Who may not read reports at this moment gets none.
    """
    run = _waiting(str(held.ids["run_id"]))
    if run is None:
        return
    people = _able(run)
    if not people:
        end(run, problem="" if _sent(run) else NOBODY)
        return
    if not settings.MAIL_LEAVES:
        end(run, problem=NO_SERVER)
        return
    problem = _mail(run, people)
    if problem is None:
        end(run, problem="")
    elif held.attempt >= jobs.MOST_ATTEMPTS:
        end(run, problem=str(problem))
    else:
        raise problem


def of(schedule: ReportSchedule, run: ReportRun) -> Wanted:
    """What the schedule asks for, of the days of one sending."""
    filters = {name: tuple(keys) for name, keys in schedule.filters.items()}
    period = Period(run.first_day, run.last_day, schedules.zone())
    return Wanted(
        title=schedule.name,
        asked=Asked(period, timezone.now(), filters, pricing.rates()),
        metrics=tuple(schedule.metrics),
        compare=Compared(schedule.compare),
        by=schedule.by,
    )


def attached(schedule: ReportSchedule, sheet: Sheet) -> Attached:
    """The report as a file."""
    name = f"{current.schema_name()}-report-{sheet.days[0]}-to-{sheet.days[1]}"
    if schedule.format == ReportFormat.PDF:
        return Attached(f"{name}.pdf", pages.write(sheet), "application/pdf")
    return Attached(f"{name}.csv", tables.of_figures(sheet).encode(), "text/csv")


def end(run: ReportRun, *, problem: str) -> None:
    """It is over; a problem is told to whoever set the report up, or to all who may read reports."""
    state = RunState.FAILED if problem else RunState.SENT
    with transaction.atomic():
        open_ones = ReportRun.objects.filter(pk=run.pk, state=RunState.WAITING)
        if not open_ones.update(state=state, problem=problem[:200], ended_at=timezone.now()) or not problem:
            return
        run.deliveries.filter(state=DeliveryState.WAITING).update(state=DeliveryState.FAILED)
        maker = run.schedule.made_by
        may = maker is not None and Right.READ_REPORTS in rights_of(maker)
        raising.raise_to(
            [str(maker.id)] if maker is not None and may else Right.READ_REPORTS,
            kind=AlertKind.REPORT_NOT_SENT,
            subject=f"Not sent: {run.schedule.name}",
            text=problem,
            link=LINK,
        )


def _waiting(run_id: str) -> ReportRun | None:
    found = ReportRun.objects.select_related("schedule__made_by").filter(pk=run_id, state=RunState.WAITING)
    return found.first()


def _able(run: ReportRun) -> list[ReportDelivery]:
    """Those who have not got it and may; the others are left out from now on."""
    waiting = list(run.deliveries.filter(state=DeliveryState.WAITING).select_related("agent"))
    able = [one for one in waiting if _may(one.agent)]
    others = [one.pk for one in waiting if one not in able]
    run.deliveries.filter(pk__in=others).update(state=DeliveryState.SKIPPED)
    return able


def _may(agent: Agent) -> bool:
    return Right.READ_REPORTS in rights_of(agent)


def _sent(run: ReportRun) -> bool:
    return run.deliveries.filter(state=DeliveryState.SENT).exists()


def _mail(run: ReportRun, people: list[ReportDelivery]) -> MailNotTakenError | None:
    """Mail it to each in their language; gives what kept the last one from going who did not get it."""
    problem: MailNotTakenError | None = None
    for language in speaking.SPOKEN:
        with speaking.in_language(language):
            theirs = [one for one in people if spoken.by(one.agent) == language]
            problem = (_mail_in_one_language(run, theirs) if theirs else None) or problem
    return problem


def _mail_in_one_language(run: ReportRun, people: list[ReportDelivery]) -> MailNotTakenError | None:
    problem: MailNotTakenError | None = None
    sheet = gathering.sheet(of(run.schedule, run))
    file = attached(run.schedule, sheet)
    ReportRun.objects.filter(pk=run.pk).update(size=len(file.content))
    for one in people:
        try:
            post.write(one.agent.email, letters.letter(run, sheet, one.agent), attached=(file,))
        except MailNotTakenError as error:
            problem = error
            continue
        run.deliveries.filter(pk=one.pk).update(state=DeliveryState.SENT, sent_at=timezone.now())
    return problem
