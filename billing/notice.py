"""What who pays should know of the plan on every page, before it surprises them: one thing, the gravest; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from billing.entitlements import LOCKED_AFTER, Lock
from billing.models import Standing
from billing.plans import FREE
from tenants import figures

ENDING = timedelta(days=3)
NEAR = 80  # percent of what the plan includes
PAGE = "/console/billing"
USAGE = "/console/billing/usage"


class Kind(StrEnum):
    """Which notice; the console lets people put away those that are only news."""

    TRIAL = "trial"
    TRIAL_ENDING = "trial_ending"
    CAP_NEAR = "cap_near"
    CAP_REACHED = "cap_reached"
    PAYMENT_FAILED = "payment_failed"
    LOCKED = "locked"
    OVER_SEATS = "over_seats"
    ENDS = "ends"


@dataclass(frozen=True)
class Facts:
    """How a company stands. `percent` is None where the plan has no bundle; `zone` is the company's."""

    standing: Standing
    plan: str
    zone: ZoneInfo
    lock: Lock | None = None
    trial_ends_at: datetime | None = None
    ends_at: datetime | None = None
    unpaid_since: datetime | None = None
    over_seats_since: datetime | None = None
    is_subscribed: bool = False
    is_used_up: bool = False
    percent: int | None = None
    buys_more: bool = False


@dataclass(frozen=True)
class Notice:
    """What to say, and the page on which something can be done about it."""

    kind: Kind
    words: str
    href: str


def of(facts: Facts, *, now: datetime) -> Notice | None:
    """The gravest thing to say now; None where all is well."""
    return _locked(facts) or _payment(facts) or _used_up(facts) or _seats(facts) or _ending(facts, now) or _news(facts)


def _locked(facts: Facts) -> Notice | None:
    match facts.lock:
        case Lock.UNPAID:
            words = gettext("An invoice is not paid, so settings cannot be changed. Conversations go on.")
            return Notice(Kind.LOCKED, words, PAGE)
        case Lock.OVER_SEATS:
            words = gettext(
                "More people have a seat than the plan has, so settings cannot be changed. Conversations go on."
            )
            return Notice(Kind.LOCKED, words, PAGE)
        case None:
            return None


def _payment(facts: Facts) -> Notice | None:
    if facts.unpaid_since is None:
        return None
    day = _day(facts.unpaid_since + LOCKED_AFTER, facts)
    words = gettext(
        "A payment failed. Until it is paid everything goes on; from {day} settings cannot be changed."
    ).format(day=day)
    return Notice(Kind.PAYMENT_FAILED, words, PAGE)


def _used_up(facts: Facts) -> Notice | None:
    if not facts.is_used_up:
        return None
    what = (
        gettext("The limit in money is reached")
        if facts.buys_more
        else gettext("All resolutions of this period are used")
    )
    words = gettext("{what}: new conversations go to people, and the assistant finishes those that it has.").format(
        what=what
    )
    return Notice(Kind.CAP_REACHED, words, USAGE)


def _seats(facts: Facts) -> Notice | None:
    if facts.over_seats_since is None:
        return None
    day = _day(facts.over_seats_since + LOCKED_AFTER, facts)
    words = gettext(
        "More people have a seat than the plan has. Make them fit by {day}, or settings cannot be changed."
    ).format(day=day)
    return Notice(Kind.OVER_SEATS, words, PAGE)


def _ending(facts: Facts, now: datetime) -> Notice | None:
    if facts.ends_at is not None:
        words = gettext("{plan} ends on {day}. After that you are on the {next} plan.").format(
            plan=facts.plan, day=_day(facts.ends_at, facts), next=FREE.name
        )
        return Notice(Kind.ENDS, words, PAGE)
    ends = facts.trial_ends_at
    if facts.standing == Standing.TRIAL and ends is not None and not facts.is_subscribed and ends - now <= ENDING:
        words = gettext("Your trial ends {when}. Choose a plan to keep what you use.").format(
            when=_when(ends, now, facts)
        )
        return Notice(Kind.TRIAL_ENDING, words, PAGE)
    return None


def _news(facts: Facts) -> Notice | None:
    if facts.percent is not None and facts.percent >= NEAR and not facts.buys_more:
        return Notice(
            Kind.CAP_NEAR,
            gettext("{percent}% of this period's resolutions are used.").format(percent=facts.percent),
            USAGE,
        )
    ends = facts.trial_ends_at
    if facts.standing == Standing.TRIAL and ends is not None and not facts.is_subscribed:
        return Notice(
            Kind.TRIAL,
            gettext("You are trying {plan} until {day}, without a card.").format(
                plan=facts.plan, day=_day(ends, facts)
            ),
            PAGE,
        )
    return None


def _when(ends: datetime, now: datetime, facts: Facts) -> str:
    days = (ends.astimezone(facts.zone).date() - now.astimezone(facts.zone).date()).days
    at = f"{ends.astimezone(facts.zone):%H:%M}"
    return {0: gettext("today at {at}").format(at=at), 1: gettext("tomorrow at {at}").format(at=at)}.get(
        days, gettext("on {day}").format(day=_day(ends, facts))
    )


def _day(moment: datetime, facts: Facts) -> str:
    return figures.day_of_year(moment.astimezone(facts.zone))
