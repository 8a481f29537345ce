"""All that a company's billing page begins with: the plan, the seats, the period under way, and the bill so far."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils import timezone

from agents import seats
from agents.models import Agent, Role
from agents.rest.asking import stamp
from billing import bill, bundle, dunning, stripe_client
from billing.bill import Bill
from billing.bundle import Bundle
from billing.forecast import Forecast
from billing.models import Standing
from billing.plans import Plan
from conversations.allowance import days
from conversations.metering.rule import RULE

Json = dict[str, Any]


def shown() -> Json:
    """The overview of the company entered now. Six queries."""
    now = bundle.now()
    found, place, allowed = now.found, now.place, now.allowed
    trial_ends = place.trial_ends_at if now.is_billed and now.standing == Standing.TRIAL else None
    return {
        "billed": now.is_billed,
        "sandbox": stripe_client.is_sandbox(),
        "standing": now.standing if now.is_billed else Standing.COMPLIMENTARY,
        "plan": plan(allowed.plan),
        "interval": (found.interval or None) if found else None,
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
        "rule": {"words": RULE.words, "points": list(RULE.points)},
    }


def plan(plan: Plan) -> Json:
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


def _trial(ends_at: datetime) -> Json:
    return {"ends_at": stamp(ends_at), "days_left": bundle.days_left(ends_at)}


def _seats(now: Bundle) -> Json:
    taken = seats.taken()
    return {
        "limit": now.allowed.seats,
        "taken": taken,
        "invited": seats.open_invitations(),
        "viewers": Agent.objects.filter(is_active=True, role=Role.VIEWER).count(),
        "left": now.allowed.seats_left(taken),
    }


def _usage(now: Bundle) -> Json:
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


def _forecast(told: Forecast | None) -> Json | None:
    if told is None:
        return None
    on = told.used_up_on
    return {"by_end": told.by_end, "low": told.low, "high": told.high, "used_up_on": None if on is None else f"{on}"}


def _bill(told: Bill) -> Json:
    lines = [{**asdict(item), "cents": item.cents} for item in told.items]
    return {
        "currency": told.currency,
        "lines": lines,
        "total_cents": told.total_cents,
        "next_at": stamp(told.next_at),
    }


def _dunning(now: Bundle) -> Json | None:
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
