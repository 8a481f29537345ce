"""The ledger of verified resolutions: one unit for each, credited at most once; the one writer of both tables.

What counts is decided elsewhere (`conversations.metering`); here is in which period it counts, and whether it is
charged. Both are settled when the unit is written and never change. Who writes holds a lock of the company, so that two
units are never charged for the last one that the cap has room for.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from billing import entitlements, periods, standing
from billing.models import Credit, CreditReason, Free, How, Resolution, Standing, Subscription
from billing.periods import Period
from tenants import current, ids, jobs

PUSH = "push_usage"  # the kind of the job that tells Stripe
LATE = timedelta(days=1)  # what is learned of so long after its period ended is not charged any more
SUBSCRIBED = frozenset({Standing.ACTIVE, Standing.PAST_DUE, Standing.UNPAID})
NET = """
    SELECT (SELECT count(*) FROM billing_resolution WHERE period_start = %(start)s)
         - (SELECT count(*) FROM billing_credit WHERE period_start = %(start)s)
"""


@dataclass(frozen=True)
class Unit:
    """An episode that counts; `evidence` holds numbers of messages and what was measured, nobody's words."""

    conversation: UUID
    episode: int
    ended_at: datetime
    how: How
    evidence: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> tuple[UUID, int]:
        """By which it is one unit."""
        return self.conversation, self.episode


@dataclass(frozen=True)
class Totals:
    """Of one period: units and credits, what is charged after credits, and units that are not charged."""

    counted: int
    credited: int
    charged: int
    free: int


@dataclass(frozen=True)
class Day:
    """What was counted and credited on one day."""

    day: date
    counted: int
    credited: int


def count(units: Sequence[Unit], *, now: datetime | None = None) -> list[Resolution]:
    """Write one row for each that has none yet, the earliest end first; gives the new rows. No query without any."""
    return _count(units, now or timezone.now()) if units else []


@transaction.atomic
def credit(
    resolution: Resolution,
    reason: CreditReason,
    *,
    evidence: Mapping[str, Any] | None = None,
    now: datetime | None = None,
) -> Credit | None:
    """Take the unit back, in the period that it is now; None when that was done before, for whatever reason."""
    lock()
    if Credit.objects.filter(resolution=resolution).exists():
        return None
    at = now or timezone.now()
    made = Credit.objects.create(
        resolution=resolution,
        reason=reason,
        evidence=dict(evidence or {}),
        at=at,
        period_start=period(standing.row(), now=at).start,
        billable=resolution.billable,
    )
    if made.billable:
        push_soon()
    return made


def lock() -> None:
    """Wait for whoever writes the ledger now, and hold off others until the end of the transaction."""
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [current.lock_key("ledger")])


def push_soon() -> None:
    """Let Stripe be told what it was not told yet."""
    jobs.write(PUSH, {}, key=PUSH)


def period(found: Subscription | None, *, now: datetime) -> Period:
    """The period that usage counts in at this moment, of the company entered now."""
    return periods.current(found, company_began=current.tenant().created_at, now=now)


def net(period_start: datetime) -> int:
    """Units without credits of the period that begins then; below 0 where more was credited. One query."""
    with current.connection.cursor() as cursor:
        cursor.execute(NET, {"start": period_start})
        return int(cursor.fetchone()[0])


def totals(period_start: datetime) -> Totals:
    """The sums of the period that begins then. Two queries."""
    paid = Count("pk", filter=Q(billable=True))
    units = Resolution.objects.filter(period_start=period_start).aggregate(all=Count("pk"), paid=paid)
    given = Credit.objects.filter(period_start=period_start).aggregate(all=Count("pk"), paid=paid)
    return Totals(
        counted=units["all"],
        credited=given["all"],
        charged=units["paid"] - given["paid"],
        free=units["all"] - units["paid"],
    )


def by_day(since: date, until: date, zone: ZoneInfo, *, of_period: datetime | None = None) -> list[Day]:
    """Each day from `since` to `until`, both included, also those on which nothing was. Two queries.

    A period begins at a time of day: where the one that begins then is named, its first day has only what counts in it.
    """
    only = Q() if of_period is None else Q(period_start=of_period)
    begins = datetime.combine(since, datetime.min.time(), zone)
    ends = datetime.combine(until + timedelta(days=1), datetime.min.time(), zone)
    counted = _daily(Resolution.objects.filter(only, counted_at__gte=begins, counted_at__lt=ends), "counted_at", zone)
    credited = _daily(Credit.objects.filter(only, at__gte=begins, at__lt=ends), "at", zone)
    days = [since + timedelta(days=number) for number in range((until - since).days + 1)]
    return [Day(day, counted[day], credited[day]) for day in days]


def find(resolution_id: str) -> Resolution | None:
    """The unit by its public id; None for none."""
    try:
        key = ids.decode("res", resolution_id)
    except ValueError:
        return None
    return Resolution.objects.filter(pk=key).first()


@transaction.atomic
def _count(units: Sequence[Unit], now: datetime) -> list[Resolution]:
    lock()
    known = set(
        Resolution.objects.filter(conversation_id__in={unit.conversation for unit in units}).values_list(
            "conversation_id", "episode"
        )
    )
    new = {unit.place: unit for unit in units if unit.place not in known}
    if not new:
        return []
    book = _Book.opened(now)
    in_order = sorted(new.values(), key=lambda unit: (unit.ended_at, unit.place))
    made = Resolution.objects.bulk_create([book.enter(unit) for unit in in_order])
    if any(one.billable for one in made):
        push_soon()
    return made


def _daily(rows: QuerySet[Any], moment: str, zone: ZoneInfo) -> Counter[date]:
    told = TruncDate(moment, tzinfo=zone, output_field=DateField())
    return Counter(dict(rows.order_by().annotate(day=told).values_list("day").annotate(many=Count("pk"))))


@dataclass
class _Book:
    """The period that is open, and how many more units in it are charged; None without a limit."""

    open: Period
    now: datetime
    free: Free | None
    room: int | None

    @classmethod
    def opened(cls, now: datetime) -> "_Book":
        found = standing.row()
        here = period(found, now=now)
        place = standing.place(found)
        allowed = entitlements.allowed(place, now=now)
        free = _free(place, is_paid=allowed.plan.is_paid)
        room = None if free or allowed.cap is None else allowed.cap - totals(here.start).charged
        return cls(here, now, free, room)

    def enter(self, unit: Unit) -> Resolution:
        """The row of the unit; in a period that ended long since it counts there, and is not charged."""
        late = unit.ended_at < self.open.start and self.now - unit.ended_at > LATE
        free = Free.LATE if late and self.free is None else self.free
        if free is None and self.room is not None:
            free = Free.CAP if self.room <= 0 else None
            self.room -= free is None
        return Resolution(
            conversation_id=unit.conversation,
            episode=unit.episode,
            ended_at=unit.ended_at,
            counted_at=unit.ended_at if late else self.now,
            how=unit.how,
            evidence=dict(unit.evidence),
            period_start=(periods.earlier(self.open, unit.ended_at) if late else self.open).start,
            billable=free is None,
            free_because=free or "",
        )


def _free(place: entitlements.Place, *, is_paid: bool) -> Free | None:
    """Why units of a company that stands so are not charged at all; None where they are."""
    if not standing.is_billed(current.tenant()):
        return Free.NOBODY
    if place.standing == Standing.COMPLIMENTARY:
        return Free.GIVEN
    if place.standing == Standing.TRIAL and is_paid:
        return Free.TRIAL
    return None if is_paid and place.standing in SUBSCRIBED else Free.PLAN
