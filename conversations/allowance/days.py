"""What was counted and credited day by day, as the company's clocks show the days, and what the period will come to."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.rest.asking import stamp
from billing import bundle, forecast, ledger
from billing.bundle import Bundle
from billing.forecast import LOOKED_BACK, Forecast, Known
from tenants import current
from tenants.errors import ParameterError

MOST = 400  # days at once
A_DAY = timedelta(days=1)


class UsageDay(TypedDict):
    """What was counted and credited on a day."""

    day: str
    counted: int
    credited: int


class BillingPeriod(TypedDict):
    """The period under way."""

    start: str
    end: str


class UsageDays(TypedDict):
    """What was counted and credited day by day, beside what the plan includes."""

    data: list[UsageDay]
    included: int | None
    period: BillingPeriod


def shown(first: date | None, last: date | None) -> UsageDays:
    """Each day from the first to the last; what counts in the period under way, until today, where neither is named.

    ParameterError where there are too many, or none. Three queries.
    """
    now, zone = bundle.now(), _zone()
    since = first or now.period.start.astimezone(zone).date()
    until = last or max(since, timezone.now().astimezone(zone).date())
    if until < since:
        raise ParameterError(gettext("to: must not be before the first day."), param="to")
    if until - since >= timedelta(days=MOST):
        raise ParameterError(gettext("from: choose at most {most} days.").format(most=MOST), param="from")
    own = now.period.start if first is None and last is None else None
    days = ledger.by_day(since, until, zone, of_period=own)
    return {
        "data": [{"day": f"{one.day}", "counted": one.counted, "credited": one.credited} for one in days],
        "included": now.allowed.included,
        "period": {"start": stamp(now.period.start), "end": stamp(now.period.end)},
    }


def expected(now: Bundle) -> Forecast | None:
    """What the period under way will come to; None while it is too early to say, and while the assistant pauses.

    Two queries.
    """
    if now.is_used_up:
        return None
    zone = _zone()
    moment = timezone.now().astimezone(zone)
    yesterday = moment.date() - A_DAY
    days = ledger.by_day(yesterday - A_DAY * (LOOKED_BACK - 1), yesterday, zone)
    counts = [one.counted - one.credited for one in days]
    begun = next((place for place, one in enumerate(days) if one.counted), len(days))
    return forecast.by_end(
        Known(
            days=counts[begun:],
            so_far=now.used.net,
            now=moment,
            ends_at=now.period.end.astimezone(zone),
            included=now.allowed.included,
        )
    )


def _zone() -> ZoneInfo:
    return ZoneInfo(current.tenant().time_zone)
