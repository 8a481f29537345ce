"""The company's plan as everybody's console needs it, and what who pays should know of it."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from agents.models import Agent
from agents.permissions import Right, rights_of
from billing import bundle, notice, standing
from billing.bundle import Bundle
from billing.entitlements import Entitlements
from billing.notice import Facts
from tenants import current

Json = dict[str, Any]


def shown(agent: Agent) -> Json:
    """`plan` for all, `billing_notice` for who sees the billing page. One query; none where nobody is billed."""
    if not standing.is_billed(current.tenant()) or Right.READ_BILLING not in rights_of(agent):
        return {"plan": _plan(standing.allowed()), "billing_notice": None}
    stands = bundle.now()
    found = notice.of(_facts(stands), now=timezone.now())
    told = None if found is None else {"kind": found.kind.value, "words": found.words, "href": found.href}
    return {"plan": _plan(stands.allowed), "billing_notice": told}


def _plan(allowed: Entitlements) -> Json:
    return {
        "key": allowed.plan.key.value,
        "name": allowed.plan.name,
        "features": sorted(allowed.features),
        "history_days": allowed.history_days,
        "lock": None if allowed.lock is None else allowed.lock.value,
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
