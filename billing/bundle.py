"""How much of the plan is used in the period under way: read by one statement, since each first turn asks it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from billing import entitlements, periods, standing
from billing.entitlements import SELF_HOSTED, Entitlements, Place
from billing.models import Free, Standing, Subscription
from billing.periods import Period
from tenants import current
from tenants.models import Tenant

SUBSCRIBED = frozenset({Standing.ACTIVE, Standing.PAST_DUE, Standing.UNPAID})
FIELDS = [field.attname for field in Subscription._meta.concrete_fields]
# One row for each of the periods that may be the one under way, each with the company's row, or one with neither.
READ = f"""
SELECT {", ".join(f"s.{field.column}" for field in Subscription._meta.concrete_fields)},
       told.period_start, told.counted, told.credited, told.charged, told.taken_back, told.capped
FROM (SELECT 1) AS always
LEFT JOIN billing_subscription s ON s.id = 1
LEFT JOIN LATERAL (
    SELECT period_start, sum(counted) AS counted, sum(credited) AS credited,
           sum(counted) FILTER (WHERE billable) AS charged, sum(credited) FILTER (WHERE billable) AS taken_back,
           sum(counted) FILTER (WHERE free_because = %(cap)s) AS capped
    FROM (
        SELECT period_start, 1 AS counted, 0 AS credited, billable, free_because FROM billing_resolution
        WHERE period_start IN (s.period_start, %(began)s, %(month)s)
        UNION ALL
        SELECT period_start, 0, 1, billable, '' FROM billing_credit
        WHERE period_start IN (s.period_start, %(began)s, %(month)s)
    ) AS units
    GROUP BY period_start
) AS told ON true
"""  # noqa: S608  the names of the model's own columns


@dataclass(frozen=True)
class Units:
    """Resolutions of one period: all, those of them that are told to Stripe, and those that came above the cap."""

    counted: int = 0
    credited: int = 0
    charged: int = 0
    taken_back: int = 0
    capped: int = 0

    @property
    def net(self) -> int:
        """What counts toward the bundle and the cap."""
        return max(0, self.counted - self.credited)

    @property
    def paid(self) -> int:
        """What Stripe holds of it, once all is told."""
        return max(0, self.charged - self.taken_back)


@dataclass(frozen=True)
class Bundle:
    """The period under way at this moment: the company's row, where it stands, what it may do, and what it used."""

    found: Subscription | None
    place: Place
    allowed: Entitlements
    period: Period
    used: Units
    is_billed: bool = True

    @property
    def standing(self) -> Standing:
        """As it is now: a trial that is over is the free plan, whatever the row still says."""
        return entitlements.standing_now(self.place, self.allowed)

    @property
    def is_used_up(self) -> bool:
        """Whether the assistant may begin no conversation any more."""
        return not self.allowed.assistant_may_begin(self.used.net)

    @property
    def beyond(self) -> int:
        """Resolutions that are paid one by one, beyond those that the plan includes."""
        return 0 if self.allowed.included is None else max(0, self.used.paid - self.allowed.included)

    @property
    def past_cap(self) -> int:
        """Resolutions that came when the cap was reached already, and that nobody pays."""
        if self.place.standing in SUBSCRIBED:
            return self.used.capped
        return 0 if self.allowed.cap is None else max(0, self.used.net - self.allowed.cap)

    @property
    def percent(self) -> int | None:
        """Of what is included; over 100 where more is bought. None where there is no bundle."""
        return None if not self.allowed.included else 100 * self.used.net // self.allowed.included

    @property
    def bought_cents(self) -> int:
        """What the resolutions beyond the bundle cost so far."""
        return self.beyond * (self.allowed.plan.overage_cents or 0)

    @property
    def limit_percent(self) -> int | None:
        """Of the limit in money; None where none is set, or nothing is bought."""
        limit = self.place.overage_limit_cents
        buys = self.allowed.cap is not None and self.allowed.included is not None
        if limit is None or not self.place.overage or not buys or self.allowed.cap == self.allowed.included:
            return None
        return 100 if self.is_used_up else 100 * self.bought_cents // limit


def now() -> Bundle:
    """The period under way of the company entered now. One query."""
    tenant, moment = current.tenant(), timezone.now()
    found, by_period = _read(tenant, moment)
    place = standing.place(found)
    billed = standing.is_billed(tenant)
    period = periods.current(found, company_began=tenant.created_at, now=moment)
    return Bundle(
        found=found,
        place=place,
        allowed=entitlements.allowed(place, now=moment) if billed else SELF_HOSTED,
        period=period,
        used=by_period.get(period.start, Units()),
        is_billed=billed,
    )


def is_used_up() -> bool:
    """Whether the assistant may begin no conversation any more. One query; none where nobody is billed."""
    return standing.is_billed(current.tenant()) and now().is_used_up


def days_left(until: datetime) -> int:
    """Days until then, a begun one as a whole one; never negative."""
    return max(0, -(-(until - timezone.now()) // timedelta(days=1)))


def _read(tenant: Tenant, moment: datetime) -> tuple[Subscription | None, dict[datetime, Units]]:
    with current.connection.cursor() as cursor:
        cursor.execute(READ, {"began": tenant.created_at, "month": periods.month(moment).start, "cap": Free.CAP})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    first = rows[0][: len(FIELDS)]
    found = None if first[0] is None else Subscription.from_db("default", FIELDS, first)
    units = [row[len(FIELDS) :] for row in rows]
    return found, {start: Units(*(number or 0 for number in numbers)) for start, *numbers in units if start is not None}
