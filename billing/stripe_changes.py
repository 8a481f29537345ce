"""Another plan, another interval or other seats, as Stripe is asked for it: what is paid at once, and what is due."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Self

from stripe.params import InvoiceCreatePreviewParams, SubscriptionUpdateParams

from billing.catalogue import Prices
from billing.plans import PLANS, Interval, Plan
from billing.stripe_objects import Bought

MONTHS = {Interval.MONTH: 1, Interval.YEAR: 12}
TRIALING = "trialing"


@dataclass(frozen=True)
class Change:
    """What a subscription is to become. Its period begins anew with another interval, and goes on otherwise."""

    plan: Plan
    interval: Interval
    seats: int
    is_other_interval: bool
    is_paid_now: bool
    """What is more is invoiced at once; what is less is credited on the next invoice; nothing in a trial."""

    @classmethod
    def of(cls, found: Bought, plan: Plan, interval: Interval, seats: int) -> Self:
        """From what there is to what is wanted."""
        is_trial = found.status == TRIALING
        is_other = not is_trial and found.interval != interval
        is_more = _a_month(plan, interval, seats) > (
            0
            if found.plan is None or found.interval is None
            else _a_month(PLANS[found.plan], found.interval, found.seats)
        )
        return cls(plan, interval, seats, is_other, is_paid_now=not is_trial and (is_other or is_more))

    @property
    def behaviour(self) -> Literal["always_invoice", "create_prorations"]:
        """Stripe's word for when a change is paid."""
        return "always_invoice" if self.is_paid_now else "create_prorations"

    @property
    def cents(self) -> int:
        """The seats for one interval."""
        return self.seats * self.plan.seat_cents(self.interval)


def _a_month(plan: Plan, interval: Interval, seats: int) -> float:
    return seats * plan.seat_cents(interval) / MONTHS[interval]


def asked_before(found: Bought, change: Change, prices: Prices, *, at: datetime | None) -> InvoiceCreatePreviewParams:
    """The question for the invoice that the change makes: the one at once, else the next one."""
    asked: InvoiceCreatePreviewParams = {
        "subscription": found.id,
        "subscription_details": {"items": [], "proration_behavior": change.behaviour},
    }
    details = asked["subscription_details"]
    details["items"] = [{"price": prices.seat, "quantity": change.seats}, {"price": prices.usage}]
    for item, there in zip(details["items"], (found.seat_item, found.usage_item), strict=True):
        if there:
            item["id"] = there
    if at is not None and found.status != TRIALING:
        details["proration_date"] = int(at.timestamp())
    if change.is_other_interval:
        details["billing_cycle_anchor"] = {"type": "now"}
    return asked


def asked_after(found: Bought, change: Change, prices: Prices) -> InvoiceCreatePreviewParams:
    """The question for the next invoice once the change is made and what it costs at once is paid."""
    asked = asked_before(found, change, prices, at=None)
    asked["subscription_details"]["proration_behavior"] = "none"
    return asked


def wanted(found: Bought, change: Change, prices: Prices, *, at: datetime | None) -> SubscriptionUpdateParams:
    """The change itself; one that is declined leaves everything as it was."""
    asked: SubscriptionUpdateParams = {
        "items": [{"price": prices.seat, "quantity": change.seats}, {"price": prices.usage}],
        "proration_behavior": change.behaviour,
        "payment_behavior": "error_if_incomplete",
    }
    for item, there in zip(asked["items"], (found.seat_item, found.usage_item), strict=True):
        if there:
            item["id"] = there
    if at is not None and found.status != TRIALING:
        asked["proration_date"] = int(at.timestamp())
    if change.is_other_interval:
        asked["billing_cycle_anchor"] = {"type": "now"}
    return asked
