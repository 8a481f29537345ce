"""The mail that a report comes with: the period, a few figures in words, and why one gets it."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from conversations.insights import amounts
from conversations.insights.pdf.sheet import Figure, Sheet
from conversations.models import Cadence, ReportRun, ReportSchedule
from tenants import current, origins
from tenants.post import Letter, Link

TOLD = 4  # figures in the mail itself
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHANGED = {
    "better": gettext_noop("clearly better"),
    "worse": gettext_noop("clearly worse"),
    "same": gettext_noop("no clear change"),
}


def letter(run: ReportRun, sheet: Sheet, to: Agent) -> Letter:
    """The letter to one person."""
    schedule, days = run.schedule, amounts.days(*sheet.days)
    kind = gettext("a PDF") if schedule.format == "pdf" else gettext("a table (CSV)")
    return Letter(
        subject=f"{sheet.company}: {schedule.name}, {days}",
        opening=(
            gettext("Hello {name},").format(name=to.first_name),
            gettext("here is “{name}” for {days}, as {kind}.").format(name=schedule.name, days=days, kind=kind),
            *_figures(sheet),
        ),
        button=_button(run),
        closing=(
            sheet.measured,
            gettext(
                "You get this {cadence}, because you are on its list. Change that under Reports, Scheduled."
            ).format(cadence=cadence(schedule)),
        ),
    )


def cadence(schedule: ReportSchedule) -> str:
    """When it goes, in words: "every Monday at 07:00"."""
    at = gettext("at {at}").format(at=format(schedule.at, "%H:%M"))
    match schedule.cadence:
        case Cadence.WEEKLY:
            return gettext("every {weekday} {at}").format(weekday=gettext(WEEKDAYS[schedule.weekday or 0]), at=at)
        case Cadence.MONTHLY:
            return gettext("on day {day} of every month {at}").format(day=schedule.day, at=at)
        case _:
            return gettext("every day {at}").format(at=at)


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
    said = gettext(CHANGED[one.changed]) if one.changed in CHANGED else ""
    before = amounts.amount(one.unit, one.before.value, currency=currency)
    return (
        gettext("; {before} before, {said}").format(before=before, said=said)
        if said
        else gettext("; {before} before").format(before=before)
    )


def _button(run: ReportRun) -> Link | None:
    if not settings.ORIGIN:
        return None
    origin = origins.of_tenant(current.tenant(), seen_from=settings.ORIGIN)
    return Link(
        gettext("Look at it in the console"), f"{origin}/console/reports?from={run.first_day}&to={run.last_day}"
    )
