"""The one writer of what Stripe says of a company's subscription: it is never told, it is looked up.

Whoever follows draws a ticket first, which is committed, and asks Stripe after that; what was found is applied unless
something found with a later ticket was applied before. So the highest ticket wins, its question was asked after every
event that is known by then, and the row equals what Stripe has, in whatever order events come and workers answer.
"""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from billing import standing, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.models import Standing, Subscription
from billing.plans import FREE, TRIAL_PLAN
from billing.stripe_objects import FoundSubscription
from tenants import current
from tenants.trail import audit
from tenants.trail.audit import About

STANDINGS: Mapping[str, Standing] = {
    "trialing": Standing.TRIAL,
    "active": Standing.ACTIVE,
    "past_due": Standing.PAST_DUE,
    "unpaid": Standing.UNPAID,
}
"""Of Stripe's words those for a subscription that lives; one that never began, or waits, is none."""
GIVEN = frozenset({"plan", "standing", "interval", "seats"})
"""What the operator says of a plan that is given."""
Fields = dict[str, Any]

logger = logging.getLogger(__name__)


def customer() -> str | None:
    """Stripe's id of the company entered now; None before it wanted to subscribe."""
    return StripeCustomer.objects.filter(tenant=current.tenant()).values_list("stripe_id", flat=True).first()


def follow() -> Subscription | None:
    """Make the row of the company entered now what Stripe has; None where Stripe does not know the company.

    Raises PaymentServiceError. Not inside a transaction: the ticket has to be there for others before the question.
    """
    whom = customer()
    if whom is None:
        return None
    ticket = draw()
    return apply(stripe_client.subscription_of(whom), ticket=ticket)


def draw() -> int:
    """A ticket that is higher than any before."""
    with transaction.atomic():
        row = standing.held()
        row.ticket += 1
        row.save(update_fields=["ticket"])
    return row.ticket


@transaction.atomic
def apply(found: FoundSubscription | None, *, ticket: int) -> Subscription:
    """Write what was found with the ticket, unless what a later one found is there already; the row as it is then."""
    row = standing.held()
    before = _shown(row)
    if not take_over(row, found, ticket=ticket, trial_ends_at=standing.trial_ends_at(current.tenant())):
        return row
    row.applied_at = timezone.now()
    row.save()
    changes = audit.changed(before, _shown(row))
    if changes:
        about = About("subscription", row.stripe_subscription, row.plan)
        audit.record("subscription.changed", actor=audit.by_system("Stripe"), about=about, changes=changes)
    return row


def take_over(row: Subscription, found: FoundSubscription | None, *, ticket: int, trial_ends_at: datetime) -> bool:
    """Let the row say what was found with the ticket; False where a later ticket's answer stands there. Nothing is
    stored.
    """
    if ticket <= row.applied_ticket:
        return False
    for name, value in fields(found, row=row, trial_ends_at=trial_ends_at).items():
        setattr(row, name, value)
    row.applied_ticket = ticket
    return True


def fields(found: FoundSubscription | None, *, row: Subscription, trial_ends_at: datetime) -> Fields:
    """What the row is to say; `trial_ends_at` is the end of the company's own trial. Pure.

    A plan that the operator gave stays until the operator takes it back, whatever is at Stripe beside it.
    """
    if found is None or found.status not in STANDINGS:
        wanted = _without(found, trial_ends_at=trial_ends_at)
    else:
        wanted = _living(found, row=row, trial_ends_at=trial_ends_at)
    if row.standing == Standing.COMPLIMENTARY:
        return {name: value for name, value in wanted.items() if name not in GIVEN}
    return wanted


def _living(found: FoundSubscription, *, row: Subscription, trial_ends_at: datetime) -> Fields:
    if found.plan is None:
        logger.warning("The prices of %s are none of Baton's; the company keeps its plan.", found.id)
    owed = found.owed
    return {
        "standing": STANDINGS[found.status],
        "plan": str(found.plan or row.plan),
        "interval": str(found.interval or row.interval),
        "seats": found.seats,
        "trial_ends_at": found.trial_end or trial_ends_at,
        "began_at": min(row.began_at or found.began_at, found.began_at),
        "period_start": found.period_start,
        "period_end": found.period_end,
        "renews_at": found.renews_at,
        "ends_at": found.ends_at,
        "unpaid_since": None if owed is None else owed.final_at or owed.made_at,
        "next_try_at": None if owed is None else owed.next_try_at,
        "owed_page": "" if owed is None else owed.page,
        "discount": found.discount[:200],
        "card": found.card[:60],
        "stripe_subscription": found.id,
        "stripe_seat_item": found.seat_item,
        "stripe_usage_item": found.usage_item,
        "stripe_invoice": "" if found.invoice is None else found.invoice.id,
    }


def _without(found: FoundSubscription | None, *, trial_ends_at: datetime) -> Fields:
    """No subscription, or one that is over: the company's own trial goes on to its end, after it the plan is free.

    What it had switched on is off again, so that whoever comes back pays for nothing unasked.
    """
    is_trial = found is None or (found.ended_at or found.began_at) < trial_ends_at
    return {
        "standing": Standing.TRIAL if is_trial else Standing.FREE,
        "plan": str(TRIAL_PLAN.key if is_trial else FREE.key),
        "interval": "",
        "seats": None,
        "trial_ends_at": trial_ends_at,
        "period_start": None,
        "period_end": None,
        "renews_at": None,
        "ends_at": None,
        "overage": False,
        "overage_limit_cents": None,
        "unpaid_since": None,
        "next_try_at": None,
        "owed_page": "",
        "discount": "",
        "card": "",
        "stripe_subscription": "",
        "stripe_seat_item": "",
        "stripe_usage_item": "",
        "stripe_invoice": "" if found is None or found.invoice is None else found.invoice.id,
    }


def _shown(row: Subscription) -> Fields:
    """The row as the audit log shows it."""
    return {
        "plan": str(row.plan),
        "standing": str(row.standing),
        "interval": str(row.interval),
        "seats": row.seats,
        "ends_at": row.ends_at,
        "unpaid_since": row.unpaid_since,
    }
