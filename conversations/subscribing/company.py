"""The company as one that subscribes: whether it may, whether it does, and as whom Stripe knows it."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from billing import changing, following, standing, stripe_client, writes
from billing.errors import NotPossibleNowError
from billing.models import Standing, Subscription
from billing.stripe_objects import FoundSubscription
from tenants import current
from tenants.trail import audit
from tenants.trail.audit import NOTHING, About, Actor, Changes

NOBODY_IS_BILLED = gettext_noop("Nobody is billed here.")
NOT_SUBSCRIBED = gettext_noop("There is no subscription yet. Choose a plan first.")


def check_billed() -> None:
    """NotPossibleNowError where nobody is billed."""
    if not standing.is_billed(current.tenant()):
        raise NotPossibleNowError(gettext(NOBODY_IS_BILLED))


def subscription() -> Subscription | None:
    """The row of a company that subscribes now, or None."""
    row = standing.row()
    return row if row is not None and row.stripe_subscription else None


def subscribed() -> Subscription:
    """The row of a company that subscribes now. Raises NotPossibleNowError where it does not."""
    check_billed()
    row = subscription()
    if row is None:
        raise NotPossibleNowError(gettext(NOT_SUBSCRIBED))
    return row


def at_stripe(customer: str) -> FoundSubscription:
    """The living subscription as Stripe has it now. Raises NotPossibleNowError where it is over meanwhile."""
    found = stripe_client.subscription_of(customer)
    if found is None or found.status not in following.STANDINGS:
        raise NotPossibleNowError(gettext(NOT_SUBSCRIBED))
    return found


def customer() -> str:
    """Stripe's id of the company. Raises NotPossibleNowError before it has one."""
    check_billed()
    known = following.customer()
    if known is None:
        raise NotPossibleNowError(
            gettext("Stripe does not know this company yet. Choose a plan, or fill in to whom invoices go.")
        )
    return known


def ensured(by: Agent) -> str:
    """Stripe's id of the company; it becomes a customer there when it is none."""
    check_billed()
    return writes.ensure_customer(name=current.tenant().name, email=by.email, by=str(by.id))


def trial_left() -> datetime | None:
    """Until when a company that subscribes now pays nothing; None where its trial is over, or as good as over."""
    place = standing.place(standing.row())
    in_trial = place.standing == Standing.TRIAL
    return changing.trial_kept(place.trial_ends_at if in_trial else None, now=timezone.now())


def check_not_given() -> None:
    """NotPossibleNowError where the operator gave the plan."""
    row = standing.row()
    if row is not None and row.standing == Standing.COMPLIMENTARY:
        raise NotPossibleNowError(
            gettext("Your plan is given to you by who runs Baton. Ask them first, so that nothing is lost.")
        )


def record(action: str, *, actor: Actor, name: str = "", changes: Changes = NOTHING) -> None:
    """Note in the audit log what somebody did about the subscription."""
    audit.record(action, actor=actor, about=About("subscription", name=name), changes=changes)
