"""Where the company that is entered now stands: its row, or its trial while there is none."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from billing import entitlements
from billing.entitlements import SELF_HOSTED, Entitlements, Place
from billing.models import Standing, Subscription
from billing.plans import FREE, PLANS, TRIAL_DAYS, TRIAL_PLAN, PlanKey
from tenants import current
from tenants.models import Tenant


def is_billed(tenant: Tenant) -> bool:
    """Whether the company subscribes at all: not where no key of Stripe is set, and not the one that runs Baton."""
    return bool(settings.STRIPE_API_KEY) and not tenant.is_platform


def row() -> Subscription | None:
    """The company's row; None before anything happened. One query."""
    return Subscription.objects.filter(pk=1).first()


def held() -> Subscription:
    """The row, locked until the transaction ends; where nothing happened before, it says of the trial what is so."""
    trial = {"plan": TRIAL_PLAN.key, "trial_ends_at": trial_ends_at(current.tenant())}
    Subscription.objects.get_or_create(pk=1, defaults=trial)
    return Subscription.objects.select_for_update().get(pk=1)


def trial_ends_at(tenant: Tenant) -> datetime:
    """When the trial ends that began with the company."""
    return tenant.created_at + timedelta(days=TRIAL_DAYS)


def place(found: Subscription | None) -> Place:
    """What the row of the company entered now says, or the trial that began with it."""
    return place_of(current.tenant(), found)


def place_of(tenant: Tenant, found: Subscription | None) -> Place:
    """The same of any company."""
    if found is None:
        return Place(TRIAL_PLAN, Standing.TRIAL, trial_ends_at=trial_ends_at(tenant))
    plan = PLANS[PlanKey(found.plan)] if found.plan else FREE
    return Place(
        plan=plan,
        standing=Standing(found.standing),
        subscribed=bool(found.stripe_subscription),
        seats=found.seats,
        trial_ends_at=found.trial_ends_at,
        unpaid_since=found.unpaid_since,
        over_seats_since=found.over_seats_since,
        overage=found.overage,
        overage_limit_cents=found.overage_limit_cents,
    )


def allowed() -> Entitlements:
    """What the company entered now may do at this moment. One query; none where nobody is billed."""
    if not is_billed(current.tenant()):
        return SELF_HOSTED
    return entitlements.allowed(place(row()), now=timezone.now())
