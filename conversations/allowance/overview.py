"""All that a company's billing page begins with: the plan, the seats, the period under way, and the bill so far."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents import seats
from agents.models import Agent, Role
from agents.rest.asking import stamp
from billing import bill, bundle, dunning, stripe_client
from billing.bill import Bill
from billing.bundle import Bundle
from billing.entitlements import Lock
from billing.forecast import Forecast
from billing.models import Standing
from billing.plans import Feature, Interval, Plan, PlanKey
from conversations.allowance import days
from conversations.metering.rule import RULE


class PlanRow(TypedDict):
    """A plan. Amounts are whole cents, without tax; null: not sold so, or no limit."""

    key: PlanKey
    name: str
    month_cents: int
    """A seat for a month."""
    year_cents: int
    """A seat for a year."""
    included: int
    """Resolutions by the assistant in a month, of the whole company."""
    overage_cents: int | None
    """One resolution beyond those."""
    features: list[Feature]
    history_days: int | None
    seats_most: int | None


class SeatsUsed(TypedDict):
    """How many people the plan has room for."""

    limit: int | None
    taken: int
    invited: int
    viewers: int
    """Who only look need no seat."""
    left: int | None


class TrialLeft(TypedDict):
    """How long the trial still is."""

    ends_at: str
    days_left: int


class UsageForecast(TypedDict):
    """What the period will come to."""

    by_end: int
    low: int
    high: int
    used_up_on: str | None
    """The day on which the bundle is used up; null where it is not in this period."""


class BillingUsage(TypedDict):
    """What is used in the period under way."""

    counted: int
    credited: int
    net: int
    included: int | None
    """Null: nothing is counted against."""
    cap: int | None
    percent: int | None
    not_charged: int
    forecast: UsageForecast | None
    """Null where it is too early to say, and while the assistant pauses."""
    paused: bool
    """The assistant begins no new conversation until the period ends, or more is allowed."""


class BillLine(TypedDict):
    """A line of the bill so far."""

    words: str
    quantity: int
    unit_cents: int
    cents: int


class BillSoFar(TypedDict):
    """What is asked for next."""

    currency: str
    lines: list[BillLine]
    total_cents: int
    next_at: str | None
    """Null where nothing is paid."""


class OverageLimit(TypedDict):
    """Whether resolutions beyond the bundle are bought."""

    on: bool
    limit_cents: int | None
    """In a period; null: no limit."""
    unit_cents: int | None
    """Null where none can be bought."""


class DunningStep(TypedDict):
    """How far the ladder is, while something is unpaid."""

    since: str
    step: int
    steps: int
    next_try_at: str | None
    locks_at: str
    """When settings become read-only."""
    invoice_page: str | None


class ResolutionRule(TypedDict):
    """What a verified resolution is."""

    words: str
    points: list[str]


class BillingOverview(TypedDict):
    """The company's plan, what of it is used, and the bill so far."""

    billed: bool
    """False where nobody pays: no key of Stripe is set, or it is the company that runs Baton."""
    sandbox: bool
    standing: Standing
    plan: PlanRow
    interval: Interval | None
    seats: SeatsUsed
    trial: TrialLeft | None
    period: days.BillingPeriod
    renews_at: str | None
    ends_at: str | None
    usage: BillingUsage
    bill: BillSoFar
    overage: OverageLimit
    dunning: DunningStep | None
    lock: Lock | None
    """Why settings can only be read, until it is mended."""
    discount: str | None
    card: str | None
    """Its brand and last digits."""
    rule: ResolutionRule


def shown() -> BillingOverview:
    """The overview of the company entered now. Six queries."""
    now = bundle.now()
    found, place, allowed = now.found, now.place, now.allowed
    trial_ends = place.trial_ends_at if now.is_billed and now.standing == Standing.TRIAL else None
    return {
        "billed": now.is_billed,
        "sandbox": stripe_client.is_sandbox(),
        "standing": Standing(now.standing) if now.is_billed else Standing.COMPLIMENTARY,
        "plan": plan(allowed.plan),
        "interval": Interval(found.interval) if found and found.interval else None,
        "seats": _seats(now),
        "trial": None if trial_ends is None else _trial(trial_ends),
        "period": {"start": stamp(now.period.start), "end": stamp(now.period.end)},
        "renews_at": stamp(found.renews_at if found else None),
        "ends_at": stamp(found.ends_at if found else None),
        "usage": _usage(now),
        "bill": _bill(bill.so_far(now)),
        "overage": {
            "on": place.overage,
            "limit_cents": place.overage_limit_cents,
            "unit_cents": allowed.plan.overage_cents if now.is_billed else None,
        },
        "dunning": _dunning(now),
        "lock": allowed.lock,
        "discount": (found.discount or None) if found else None,
        "card": (found.card or None) if found else None,
        "rule": {"words": gettext(RULE.words), "points": [gettext(point) for point in RULE.points]},
    }


def plan(plan: Plan) -> PlanRow:
    """A plan as it goes over the wire."""
    return {
        "key": plan.key,
        "name": plan.name,
        "month_cents": plan.month_cents,
        "year_cents": plan.year_cents,
        "included": plan.included,
        "overage_cents": plan.overage_cents,
        "features": sorted(plan.features),
        "history_days": plan.history_days,
        "seats_most": plan.seats_most,
    }


def _trial(ends_at: datetime) -> TrialLeft:
    return {"ends_at": stamp(ends_at), "days_left": bundle.days_left(ends_at)}


def _seats(now: Bundle) -> SeatsUsed:
    taken = seats.taken()
    return {
        "limit": now.allowed.seats,
        "taken": taken,
        "invited": seats.open_invitations(),
        "viewers": Agent.objects.filter(is_active=True, role=Role.VIEWER).count(),
        "left": now.allowed.seats_left(taken),
    }


def _usage(now: Bundle) -> BillingUsage:
    return {
        "counted": now.used.counted,
        "credited": now.used.credited,
        "net": now.used.net,
        "included": now.allowed.included,
        "cap": now.allowed.cap,
        "percent": now.percent,
        "not_charged": now.past_cap,
        "forecast": _forecast(days.expected(now)),
        "paused": now.is_billed and now.is_used_up,
    }


def _forecast(told: Forecast | None) -> UsageForecast | None:
    if told is None:
        return None
    on = told.used_up_on
    return {"by_end": told.by_end, "low": told.low, "high": told.high, "used_up_on": None if on is None else f"{on}"}


def _bill(told: Bill) -> BillSoFar:
    lines: list[BillLine] = [
        {"words": item.words, "quantity": item.quantity, "unit_cents": item.unit_cents, "cents": item.cents}
        for item in told.items
    ]
    return {
        "currency": told.currency,
        "lines": lines,
        "total_cents": told.total_cents,
        "next_at": stamp(told.next_at),
    }


def _dunning(now: Bundle) -> DunningStep | None:
    """How far the ladder is, while something is unpaid."""
    since = now.place.unpaid_since
    if since is None or now.found is None or not now.is_billed:
        return None
    return {
        "since": stamp(since),
        "step": dunning.step(since, now=timezone.now()),
        "steps": len(dunning.DAYS),
        "next_try_at": stamp(now.found.next_try_at),
        "locks_at": stamp(dunning.locks_at(since)),
        "invoice_page": now.found.owed_page or None,
    }
