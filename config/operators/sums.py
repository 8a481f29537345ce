"""What the plans bring in a month, and what waits for an operator; added up from the companies' own rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from billing.arrivals.models import StripeEvent
from billing.models import DisputeState, WriteState
from billing.plans import PLANS
from config.operators import accounts
from config.operators.accounts import Account, Usage
from tenants import ids, migrating
from tenants.models import Tenant

STUCK = timedelta(minutes=10)  # an event that nobody handled for so long
UNKNOWN = timedelta(minutes=1)  # what was asked of Stripe, and not answered for so long
DISPUTES = f"""
SELECT %s, d.id, r.conversation_id, d.reason, d.by_name, d.at, r.how, r.ended_at, r.counted_at, r.billable
FROM {{schema}}.billing_dispute d JOIN {{schema}}.billing_resolution r ON r.id = d.resolution_id
WHERE d.state = '{DisputeState.OPEN}'
"""  # noqa: S608
WRITES = f"""
SELECT %s, id, kind, asked_at, problem FROM {{schema}}.billing_stripewrite
WHERE state = '{WriteState.ASKED}' AND asked_at < %s
"""  # noqa: S608


@dataclass(frozen=True)
class Month:
    """Sums in cents. `seats` is what a month's seats come to, `overdue` what of it is not paid at the moment."""

    seats: int
    overdue: int
    beyond: int
    """Resolutions beyond the bundles, so far in the periods under way."""
    companies: Mapping[str, int]
    """How many there are, by state."""
    by_plan: Mapping[str, int]
    """How many pay, by the plan's name."""

    @property
    def paying(self) -> int:
        """How many companies pay."""
        return sum(self.by_plan.values())


@dataclass(frozen=True)
class OpenDispute:
    """A dispute that waits for an operator; no word of a customer is in it."""

    tenant: Tenant
    id: str
    conversation: str
    reason: str
    by_name: str
    at: datetime
    how: str
    ended_at: datetime
    counted_at: datetime
    is_charged: bool


@dataclass(frozen=True)
class OpenWrite:
    """Something asked of Stripe of which nobody knows whether it was done."""

    tenant: Tenant
    id: str
    kind: str
    asked_at: datetime
    problem: str


def month(all_of_them: Sequence[Account], used: Mapping[str, Usage]) -> Month:
    """The sums; `used` has at least those that buy resolutions."""
    beyond = 0
    for one in all_of_them:
        told = used.get(str(one.tenant.schema_name))
        beyond += 0 if told is None else told.beyond(one) * (one.allowed.plan.overage_cents or 0)
    paying = [one for one in all_of_them if one.month_cents]
    return Month(
        seats=sum(one.month_cents for one in paying),
        overdue=sum(one.month_cents for one in paying if one.overdue_since),
        beyond=beyond,
        companies=dict(Counter(one.state for one in all_of_them)),
        by_plan=dict(Counter(one.allowed.plan.name for one in paying)),
    )


def disputes() -> list[OpenDispute]:
    """All that wait for an operator, the oldest first."""
    companies = _companies()
    found = [
        OpenDispute(companies[row[0]], ids.encode("dsp", row[1]), ids.encode("conv", row[2]), *row[3:])
        for row in accounts.asked(DISPUTES, [(schema, ()) for schema in companies])
    ]
    return sorted(found, key=lambda one: one.at)


def writes() -> list[OpenWrite]:
    """All of which nobody knows whether they were done, the oldest first."""
    companies, since = _companies(), timezone.now() - UNKNOWN
    found = [
        OpenWrite(companies[row[0]], str(row[1]), *row[2:])
        for row in accounts.asked(WRITES, [(schema, (since,)) for schema in companies])
    ]
    return sorted(found, key=lambda one: one.asked_at)


def events() -> QuerySet[StripeEvent]:
    """Stripe's events with a problem, and those that nobody handled for ten minutes; the newest first."""
    stuck = Q(handled_at=None, received_at__lt=timezone.now() - STUCK)
    return StripeEvent.objects.filter(stuck | ~Q(problem="")).order_by("-received_at")


def plans() -> list[dict[str, Any]]:
    """The plans that can be given."""
    return [{"key": one.key, "name": one.name} for one in PLANS.values() if one.is_paid]


def _companies() -> dict[str, Tenant]:
    return {str(one.schema_name): one for one in Tenant.objects.all() if not migrating.is_behind(one.schema_version)}
