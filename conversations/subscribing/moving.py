"""Another plan, another interval, other seats: told before it is done, and then done."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from billing import changing, standing, stripe_client, writes
from billing.changing import Loss, Wanted
from billing.errors import NotPossibleNowError
from billing.models import Subscription
from billing.plans import CURRENCY, Interval
from billing.stripe_objects import FoundSubscription, Preview
from conversations.arrivals import following as arrivals
from conversations.subscribing import company, in_use, words
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import Actor

LEAVES_BY_CANCELLING = gettext_noop(
    "The free plan comes by itself when the subscription is cancelled: cancel it instead."
)
UNPAID = gettext_noop("An invoice is open. Pay it first, then change the plan.")
LEAVING = gettext_noop("The subscription was cancelled and ends soon. Take that back first, then change the plan.")
SAME = gettext_noop("This is what you have already.")


@dataclass(frozen=True)
class Told:
    """What a change would cost and take away."""

    preview: Preview
    losses: tuple[Loss, ...]


def told(wanted: Wanted) -> Told:
    """What would come of it; nothing changes. Raises NotPossibleNowError on a plan that the operator gave."""
    company.check_billed()
    company.check_not_given()
    return Told(_preview(wanted), changing.losses(standing.allowed(), wanted, in_use.found(wanted)))


def change(wanted: Wanted, *, at: datetime, accepts: Collection[str], by: Agent, actor: Actor) -> Subscription:
    """Have it from now on, prorated as of `at`, the moment of the preview.

    Raises ParameterError for a preview that is too old, BlockedError, LossesError, NotPossibleNowError; and
    PaymentRefusedError where what is more could not be paid: then nothing has changed.
    """
    row = company.subscribed()
    company.check_not_given()
    if wanted.interval is None:
        raise NotPossibleNowError(gettext(LEAVES_BY_CANCELLING))
    found = company.at_stripe(company.customer())
    _check_may_change(found, wanted)
    changing.check(changing.losses(standing.allowed(), wanted, in_use.found(wanted)), accepts=accepts)
    if not changing.is_good(at, now=_asked_of_stripe(found, wanted).at):
        raise ParameterError(gettext("at: this preview is too old. Look again what it would cost."), param="at")
    company.record(
        "subscription.change_requested",
        actor=actor,
        name=words.of(wanted),
        changes=audit.changed(
            {"plan": row.plan, "interval": row.interval, "seats": row.seats},
            {"plan": wanted.plan.key.value, "interval": wanted.interval.value, "seats": wanted.seats_limit},
        ),
    )
    writes.change(found, plan=wanted.plan, interval=wanted.interval, seats=wanted.seats_limit, at=at, by=str(by.id))
    return arrivals.now() or row


def _check_may_change(found: FoundSubscription, wanted: Wanted) -> None:
    if found.owed is not None:
        raise NotPossibleNowError(gettext(UNPAID))
    if found.ends_at is not None:
        raise NotPossibleNowError(gettext(LEAVING))
    if (found.plan, found.interval, found.seats) == (wanted.plan.key, wanted.interval, wanted.seats_limit):
        raise NotPossibleNowError(gettext(SAME))


def _preview(wanted: Wanted) -> Preview:
    """From Stripe for a company that subscribes; for others from the prices alone."""
    now, row = timezone.now(), company.subscription()
    if row is None:
        return changing.first(wanted, now=now, trial_end=company.trial_left())
    if wanted.interval is None:
        return Preview(now, (), 0, 0, row.ends_at or row.renews_at or now, CURRENCY)
    return _asked_of_stripe(company.at_stripe(company.customer()), wanted)


def _asked_of_stripe(found: FoundSubscription, wanted: Wanted) -> Preview:
    interval = wanted.interval or Interval.MONTH
    return stripe_client.preview(found, plan=wanted.plan, interval=interval, seats=wanted.seats_limit)
