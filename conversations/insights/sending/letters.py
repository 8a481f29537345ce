"""The mail that a report comes with: the period, a few figures in words, and why one gets it."""

from collections.abc import Iterator

from django.conf import settings

from agents.models import Agent
from conversations.insights import amounts
from conversations.insights.pdf.sheet import Figure, Sheet
from conversations.models import Cadence, ReportRun, ReportSchedule
from tenants import current, origins
from tenants.post import Letter, Link

TOLD = 4  # figures in the mail itself
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHANGED = {"better": "clearly better", "worse": "clearly worse", "same": "no clear change"}


def letter(run: ReportRun, sheet: Sheet, to: Agent) -> Letter:
    """The letter to one person."""
    schedule, days = run.schedule, amounts.days(*sheet.days)
    kind = "a PDF" if schedule.format == "pdf" else "a table (CSV)"
    return Letter(
        subject=f"{sheet.company}: {schedule.name}, {days}",
        opening=(
            f"Hello {to.first_name},",
            f"here is “{schedule.name}” for {days}, as {kind}.",
            *_figures(sheet),
        ),
        button=_button(run),
        closing=(
            sheet.measured,
            f"You get this {cadence(schedule)}, because you are on its list. Change that under Reports, Scheduled.",
        ),
    )


def cadence(schedule: ReportSchedule) -> str:
    """When it goes, in words: "every Monday at 07:00"."""
    at = f"at {schedule.at:%H:%M}"
    match schedule.cadence:
        case Cadence.WEEKLY:
            return f"every {WEEKDAYS[schedule.weekday or 0]} {at}"
        case Cadence.MONTHLY:
            return f"on day {schedule.day} of every month {at}"
        case _:
            return f"every day {at}"


def _figures(sheet: Sheet) -> Iterator[str]:
    for one in sheet.figures[:TOLD]:
        value = amounts.amount(one.unit, one.now.value, currency=sheet.currency)
        interval = amounts.between(one.unit, one.now.low, one.now.high, currency=sheet.currency)
        beside = interval or one.note
        told = f"{one.name}: {value} ({beside})" if beside else f"{one.name}: {value}"
        yield f"{told}{_before(one, sheet.currency)}."


def _before(one: Figure, currency: str) -> str:
    if one.before is None or one.before.value is None:
        return ""
    said = CHANGED.get(one.changed or "")
    before = amounts.amount(one.unit, one.before.value, currency=currency)
    return f"; {before} before, {said}" if said else f"; {before} before"


def _button(run: ReportRun) -> Link | None:
    if not settings.ORIGIN:
        return None
    origin = origins.of_tenant(current.tenant(), seen_from=settings.ORIGIN)
    return Link("Look at it in the console", f"{origin}/console/reports?from={run.first_day}&to={run.last_day}")
