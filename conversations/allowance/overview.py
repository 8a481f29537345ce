"""All that a company's billing page begins with: the plan, the seats, the period under way, and the bill so far."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from agents import invitations
from agents.models import Agent, Role
from agents.rest.asking import stamp
from billing import bill, bundle, dunning
from billing.bill import Bill
from billing.bundle import Bundle
from billing.models import Standing
from billing.plans import Plan

Json = dict[str, Any]


def shown() -> Json:
    """The overview of the company entered now. Four queries."""
    now = bundle.now()
    found, place, allowed = now.found, now.place, now.allowed
    trial_ends = place.trial_ends_at if now.is_billed and now.standing == Standing.TRIAL else None
    return {
        "billed": now.is_billed,
        "sandbox": bool(settings.STRIPE_API_BASE),
        "standing": now.standing if now.is_billed else "self_hosted",
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
        "discount": found.discount if found else "",
        "card": found.card if found else "",
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
    active = Q(is_active=True)
    people = Agent.objects.aggregate(
        taken=Count("pk", filter=active & ~Q(role=Role.VIEWER)),
        viewers=Count("pk", filter=active & Q(role=Role.VIEWER)),
    )
    invited = invitations.open_now().exclude(role=Role.VIEWER).count()
    return {
        "limit": now.allowed.seats,
        "taken": people["taken"],
        "invited": invited,
        "viewers": people["viewers"],
        "left": now.allowed.seats_left(people["taken"]),
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
        "forecast": None,
        "paused": now.is_billed and now.is_used_up,
    }


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
        "invoice_page": None,
    }
