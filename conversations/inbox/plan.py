"""The company's plan as everybody's console needs it, and what who pays should know of it."""

from zoneinfo import ZoneInfo

from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Right, rights_of
from billing import bundle, notice, standing
from billing.bundle import Bundle
from billing.entitlements import Entitlements, Lock
from billing.notice import Facts
from billing.plans import Feature, PlanKey
from tenants import current


class MyPlan(TypedDict):
    """What the company's plan says here and now."""

    key: PlanKey
    name: str
    features: list[Feature]
    history_days: int | None
    """How far back resolved conversations are shown; null: all of them."""
    lock: Lock | None
    """Why settings can be read and not changed."""


class MyBillingNotice(TypedDict):
    """What owners and admins should know about the plan before it surprises them."""

    kind: notice.Kind
    words: str
    href: str


class MyStanding(TypedDict):
    """The plan for all, and the notice for who sees the billing page."""

    plan: MyPlan
    billing_notice: MyBillingNotice | None


def shown(agent: Agent) -> MyStanding:
    """`plan` for all, `billing_notice` for who sees the billing page. One query; none where nobody is billed."""
    if not standing.is_billed(current.tenant()) or Right.READ_BILLING not in rights_of(agent):
        return {"plan": _plan(standing.allowed()), "billing_notice": None}
    stands = bundle.now()
    found = notice.of(_facts(stands), now=timezone.now())
    told: MyBillingNotice | None = None
    if found is not None:
        told = {"kind": found.kind, "words": found.words, "href": found.href}
    return {"plan": _plan(stands.allowed), "billing_notice": told}


def _plan(allowed: Entitlements) -> MyPlan:
    return {
        "key": allowed.plan.key,
        "name": allowed.plan.name,
        "features": sorted(allowed.features),
        "history_days": allowed.history_days,
        "lock": allowed.lock,
    }


def _facts(stands: Bundle) -> Facts:
    place, allowed = stands.place, stands.allowed
    return Facts(
        standing=stands.standing,
        plan=allowed.plan.name,
        zone=ZoneInfo(current.tenant().time_zone),
        lock=allowed.lock,
        trial_ends_at=place.trial_ends_at,
        ends_at=stands.found.ends_at if stands.found is not None else None,
        unpaid_since=place.unpaid_since,
        over_seats_since=place.over_seats_since,
        is_subscribed=place.subscribed,
        is_used_up=stands.is_used_up,
        percent=stands.percent,
        buys_more=allowed.cap != allowed.included,
    )
