"""Tells Stripe of each unit and each credit that is charged, at most once each.

One event for each row, with the row's id as its identifier: asked again within a day, it counts once. Later Stripe may
have forgotten the identifier, so it is asked first how much it knows of. A credit is told only while the period has a
unit at Stripe that it can be set against, since below 0 Stripe charges 0 and forgets the rest: else it waits, into the
next period if need be. What was counted in a period that is over, and whose invoice is made, is not told any more: it
would be charged for another month than the company saw. `pushed_at` is the moment that Stripe was told of.
"""

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from billing import ledger, periods, standing, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.errors import PaymentServiceError
from billing.models import Credit, Resolution
from billing.periods import Period
from tenants import current, jobs
from tenants.jobs import Lease

KIND = ledger.PUSH
LONGEST_GO = 20.0  # seconds; then whatever else is due has its turn
AGAIN = timedelta(minutes=5)  # after Stripe could not be reached
DRAFT = timedelta(minutes=45)  # for an hour after a period's end Stripe still adds to its invoice
REMEMBERED = timedelta(hours=23)  # Stripe knows an identifier for a day; an hour is for clocks that differ
BEFORE_THE_END = timedelta(minutes=2)  # Stripe adds up whole minutes, so the last ones of a period stay free

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Account:
    """Whom Stripe is told of, and the period of the subscription."""

    customer: str
    period: Period

    def open_periods(self, now: datetime) -> list[Period]:
        """Those whose units are told: this one, and the one before while its invoice is a draft."""
        before = periods.earlier(self.period, self.period.start - timedelta(seconds=1))
        return [before, self.period] if now - self.period.start < DRAFT else [self.period]


def work(_held: Lease) -> None:
    """Tell Stripe what it was not told; asks again later where it cannot be reached, however often."""
    end = time.monotonic() + LONGEST_GO
    try:
        while go():
            if time.monotonic() > end:
                ledger.push_soon()
                return
    except PaymentServiceError:
        logger.warning("Stripe was not told of all resolutions; it is told again. schema=%s", current.schema_name())
        jobs.write(KIND, {}, key=KIND, run_at=timezone.now() + AGAIN)


def go() -> bool:
    """Tell Stripe of one row; False when there was none. No transaction is open meanwhile.

    Raises PaymentServiceError where nobody knows whether Stripe heard it; the same row is the next one again.
    """
    account, now = _account(), timezone.now()
    row = None if account is None else _next(account, now)
    if account is None or row is None:
        return False
    at = _at(row, account, now)
    if now - _counted_at(row) <= REMEMBERED or not _knows_already(row, account):
        value = 1 if isinstance(row, Resolution) else -1
        stripe_client.push_usage(customer=account.customer, value=value, identifier=str(row.pk), at=at)
    row.pushed_at = at
    row.save(update_fields=["pushed_at"])
    return True


def soon() -> None:
    """Let Stripe be told if there is anything that it can be told now. Seven queries at most."""
    account = _account()
    if account is not None and _next(account, timezone.now()) is not None:
        ledger.push_soon()


def told(period: Period) -> int:
    """What Stripe was told of the period: units without credits. Two queries."""
    within = {"pushed_at__gte": period.start, "pushed_at__lt": period.end}
    return Resolution.objects.filter(**within).count() - Credit.objects.filter(**within).count()


def _account() -> Account | None:
    """None where nobody is billed, or no subscription is there that could be charged. Two queries."""
    tenant = current.tenant()
    found = standing.row() if standing.is_billed(tenant) else None
    if found is None or not found.stripe_subscription or found.standing not in ledger.SUBSCRIBED:
        return None
    customer = StripeCustomer.objects.filter(tenant=tenant).first()
    if customer is None or found.period_start is None or found.period_end is None:
        return None
    return Account(customer.stripe_id, Period(found.period_start, found.period_end))


def _next(account: Account, now: datetime) -> Resolution | Credit | None:
    """What was written first of the units and the credits that can be told now; so one row at most is ever in doubt.

    A credit whose unit Stripe never heard of falls.
    """
    starts = [one.start for one in account.open_periods(now)]
    unit = Resolution.objects.filter(billable=True, pushed_at=None, period_start__in=starts).order_by("id").first()
    unset = Credit.objects.filter(billable=True, pushed_at=None, resolution__pushed_at__isnull=False)
    credit = unset.order_by("id").first()
    if credit is None or told(account.period) <= 0:
        return unit
    return credit if unit is None or _written(credit) < _written(unit) else unit


def _written(row: Resolution | Credit) -> str:
    """Sorts by the moment at which the row was written."""
    return str(row.pk).partition("_")[2]


def _counted_at(row: Resolution | Credit) -> datetime:
    return row.counted_at if isinstance(row, Resolution) else row.at


def _at(row: Resolution | Credit, account: Account, now: datetime) -> datetime:
    """When it was used, as Stripe is told: a unit within its period, a credit now, within the one that is open."""
    here = account.period
    if isinstance(row, Resolution) and row.period_start != here.start:
        here = Period(row.period_start, here.start)
    moment = row.counted_at if isinstance(row, Resolution) else now
    return max(here.start, min(moment, here.end - BEFORE_THE_END))


def _knows_already(row: Resolution | Credit, account: Account) -> bool:
    """Whether Stripe knows of the row although its answer was lost: then it knows of more, or less, than is noted."""
    known = stripe_client.used(customer=account.customer, start=account.period.start, end=account.period.end)
    noted = told(account.period)
    return known > noted if isinstance(row, Resolution) else known < noted
