"""What who pays should know of the plan on every page, before it surprises them: one thing, the gravest; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from billing.entitlements import LOCKED_AFTER, Lock
from billing.models import Standing
from billing.plans import FREE

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
            words = "An invoice is not paid, so settings cannot be changed. Conversations go on."
            return Notice(Kind.LOCKED, words, PAGE)
        case Lock.OVER_SEATS:
            words = "More people have a seat than the plan has, so settings cannot be changed. Conversations go on."
            return Notice(Kind.LOCKED, words, PAGE)
        case None:
            return None


def _payment(facts: Facts) -> Notice | None:
    if facts.unpaid_since is None:
        return None
    day = _day(facts.unpaid_since + LOCKED_AFTER, facts)
    words = f"A payment failed. Until it is paid everything goes on; from {day} settings cannot be changed."
    return Notice(Kind.PAYMENT_FAILED, words, PAGE)


def _used_up(facts: Facts) -> Notice | None:
    if not facts.is_used_up:
        return None
    what = "The limit in money is reached" if facts.buys_more else "All resolutions of this period are used"
    words = f"{what}: new conversations go to people, and the assistant finishes those that it has."
    return Notice(Kind.CAP_REACHED, words, USAGE)


def _seats(facts: Facts) -> Notice | None:
    if facts.over_seats_since is None:
        return None
    day = _day(facts.over_seats_since + LOCKED_AFTER, facts)
    words = f"More people have a seat than the plan has. Make them fit by {day}, or settings cannot be changed."
    return Notice(Kind.OVER_SEATS, words, PAGE)


def _ending(facts: Facts, now: datetime) -> Notice | None:
    if facts.ends_at is not None:
        words = f"{facts.plan} ends on {_day(facts.ends_at, facts)}. After that you are on the {FREE.name} plan."
        return Notice(Kind.ENDS, words, PAGE)
    ends = facts.trial_ends_at
    if facts.standing == Standing.TRIAL and ends is not None and not facts.is_subscribed and ends - now <= ENDING:
        words = f"Your trial ends {_when(ends, now, facts)}. Choose a plan to keep what you use."
        return Notice(Kind.TRIAL_ENDING, words, PAGE)
    return None


def _news(facts: Facts) -> Notice | None:
    if facts.percent is not None and facts.percent >= NEAR and not facts.buys_more:
        return Notice(Kind.CAP_NEAR, f"{facts.percent}% of this period's resolutions are used.", USAGE)
    ends = facts.trial_ends_at
    if facts.standing == Standing.TRIAL and ends is not None and not facts.is_subscribed:
        return Notice(Kind.TRIAL, f"You are trying {facts.plan} until {_day(ends, facts)}, without a card.", PAGE)
    return None


def _when(ends: datetime, now: datetime, facts: Facts) -> str:
    days = (ends.astimezone(facts.zone).date() - now.astimezone(facts.zone).date()).days
    at = f"{ends.astimezone(facts.zone):%H:%M}"
    return {0: f"today at {at}", 1: f"tomorrow at {at}"}.get(days, f"on {_day(ends, facts)}")


def _day(moment: datetime, facts: Facts) -> str:
    return f"{moment.astimezone(facts.zone):%-d %B}"
