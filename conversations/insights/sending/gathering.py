"""What a report says: asks the reports for it all and makes a sheet of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, gettext_noop

from conversations.insights import dimensions, figuring, marks, measuring
from conversations.insights.asking import Asked
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.intervals import Figure as Found
from conversations.insights.metrics import METRICS
from conversations.insights.pdf.sheet import Figure, Mark, Row, Sheet, Table, Value
from conversations.insights.periods import Compared, Period, Step
from tenants import current, figures, speaking

USUAL = (
    "resolution_quality",
    "repeat_contact",
    "csat",
    "effort_score",
    "time_to_person",
    "missed_escalations",
    "promises_kept",
    "volume",
    "assistant_share",
)
SETTLES = gettext_noop("counts 7 days after the end")
MOST_METRICS, MOST_PARTS, MOST_COLUMNS = 12, 25, 5
DAYS_BY_DAY, DAYS_BY_WEEK = 21, 200  # a course is cut into days or weeks up to so many days


@dataclass(frozen=True)
class Wanted:
    """A report: its title, which episodes of which days, which metrics, compared with what, in parts of what."""

    title: str
    asked: Asked
    metrics: tuple[str, ...] = USUAL
    compare: Compared = Compared.PREVIOUS
    by: str = ""


def sheet(wanted: Wanted) -> Sheet:
    """The whole report, as of now."""
    asked, company = wanted.asked, current.tenant()
    before = asked.before(wanted.compare)
    now = figuring.figures(asked, wanted.metrics)
    then = {} if before is None else figuring.figures(before, wanted.metrics)
    buckets, points = figuring.series(asked, wanted.metrics, step(asked.period))
    return Sheet(
        company=company.name,
        title=wanted.title,
        days=(asked.period.first, asked.period.last),
        compared=None if before is None else (before.period.first, before.period.last),
        measured=_measured(measuring.until()[0], asked.period.zone),
        currency=asked.rates.currency,
        figures=tuple(
            Figure(
                key=key,
                name=METRICS[key].name,
                unit=METRICS[key].unit,
                definition=METRICS[key].definition,
                now=_value(now[key]),
                before=None if before is None else _value(then[key]),
                changed=figuring.changed(METRICS[key], now[key], then.get(key)),
                points=tuple(None if one is None else _value(one) for one in points[key]),
                note=gettext(SETTLES) if METRICS[key].settled and now[key] is None else "",
            )
            for key in wanted.metrics
        ),
        narrowed=tuple(narrowed(asked)),
        buckets=tuple((one.first, one.last) for one in buckets),
        marks=tuple(_marks(asked, buckets)),
        table=_table(wanted) if wanted.by else None,
    )


def step(period: Period) -> Step:
    """Into what the course of so long a time is cut."""
    if period.days <= DAYS_BY_DAY:
        return Step.DAY
    return Step.WEEK if period.days <= DAYS_BY_WEEK else Step.MONTH


def narrowed(asked: Asked) -> list[str]:
    """What the report is narrowed to, in words: "Team: Customer care or Sales"."""
    told = []
    for name, keys in asked.filters.items():
        names = dimensions.names(DIMENSIONS[name], keys)
        either = gettext(" or ").join(names[key] for key in keys)
        told.append(f"{DIMENSIONS[name].name}: {either}")
    return told


def _table(wanted: Wanted) -> Table:
    columns = wanted.metrics[:MOST_COLUMNS]
    parts = figuring.breakdown(wanted.asked, columns, wanted.by)
    rows = [Row(part.name, tuple(_or_none(part.figures[key]) for key in columns)) for part in parts[:MOST_PARTS]]
    left = max(0, len(parts) - MOST_PARTS)
    return Table(speaking.within(DIMENSIONS[wanted.by].name), columns, tuple(rows), left)


def _marks(asked: Asked, buckets: Sequence[Period]) -> list[Mark]:
    """What happened meanwhile; that of one day is one mark."""
    found: dict[date, Mark] = {}
    for one in marks.within(asked.period):
        at = datetime.fromisoformat(one["at"]).astimezone(asked.period.zone)
        place = _place(at, buckets)
        if place is not None:
            said, before = one["title"], found.get(at.date())
            if one["by"]:
                said = gettext("{what}, by {who}").format(what=said, who=one["by"])
            found[at.date()] = Mark(place, at.date(), said) if before is None else _with(before, said)
    return list(found.values())


def _with(mark: Mark, said: str) -> Mark:
    return replace(mark, title=f"{mark.title}; {said}")


def _place(at: datetime, buckets: Sequence[Period]) -> float | None:
    for number, one in enumerate(buckets):
        if one.begins <= at < one.ends:
            return number + (at - one.begins) / (one.ends - one.begins)
    return None


def _value(one: Found | None) -> Value:
    return Value(None) if one is None else Value(one.value, one.low, one.high, one.of)


def _or_none(one: Found | None) -> Value | None:
    return None if one is None else _value(one)


def _measured(until: datetime | None, zone: ZoneInfo) -> str:
    if until is None:
        return gettext("Nothing is measured yet.")
    here = until.astimezone(zone)
    return gettext("Measured until {day}, {time} ({zone})").format(
        day=figures.day(here.date()), time=f"{here:%H:%M}", zone=zone.key
    )
