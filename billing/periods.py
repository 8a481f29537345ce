"""The period in which usage counts: Stripe's where there is a subscription, else the trial, else a calendar month."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from billing.models import Standing, Subscription
from billing.plans import TRIAL_DAYS


@dataclass(frozen=True)
class Period:
    """From `start` until just before `end`."""

    start: datetime
    end: datetime


def current(found: Subscription | None, *, company_began: datetime, now: datetime) -> Period:
    """The period that usage counts in at this moment.

    A subscription's period stands until Stripe says that the next began, whatever the clock here says. Who subscribes
    during the trial has one trial all the same, from the company's beginning to its end.
    """
    if found is not None and found.stripe_subscription and found.period_start and found.period_end:
        in_trial = found.standing == Standing.TRIAL
        return Period(company_began if in_trial else found.period_start, found.period_end)
    trial = Period(company_began, company_began + timedelta(days=TRIAL_DAYS))
    if found is not None and found.trial_ends_at is not None:
        trial = Period(company_began, found.trial_ends_at)
    in_trial = found is None or found.standing == Standing.TRIAL
    return trial if in_trial and trial.start <= now < trial.end else month(now)


def month(now: datetime) -> Period:
    """The calendar month in UTC."""
    start = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return Period(start, (start + timedelta(days=32)).replace(day=1))


def earlier(open_now: Period, moment: datetime) -> Period:
    """The period that holds an earlier moment, going back in whole months from the one that is open."""
    months, found = 0, open_now
    while found.start > moment:
        months += 1
        found = Period(_months_before(open_now.start, months), found.start)
    return found


def _months_before(start: datetime, months: int) -> datetime:
    """The same day so many months before; the last of a month that is too short."""
    year, month_before = divmod(start.year * 12 + start.month - 1 - months, 12)
    day = min(start.day, monthrange(year, month_before + 1)[1])
    return start.replace(year=year, month=month_before + 1, day=day)
