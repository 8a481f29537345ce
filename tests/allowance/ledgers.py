"""Subscriptions and ledgers as they may stand, written past everything that writes them in the product."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from billing import bundle
from billing.models import Credit, CreditReason, Free, How, Resolution, Standing, Subscription
from billing.plans import Interval, PlanKey
from tenants import current, hosts
from tenants.models import Tenant


def began(company: Tenant, ago: timedelta) -> None:
    """The company was signed up so long ago."""
    company.created_at = timezone.now() - ago
    with current.outside():
        company.save(update_fields=["created_at"])
    hosts.forget()


def subscribed(plan: PlanKey = PlanKey.TEAM, **fields: Any) -> Subscription:
    """Subscribed to five seats by the month, ten days into the period, unless `fields` say otherwise.

    Where there is a row already, only what is said changes.
    """
    now = timezone.now()
    told: dict[str, Any] = {
        "standing": Standing.ACTIVE,
        "plan": plan,
        "interval": Interval.MONTH,
        "seats": 5,
        "period_start": now - timedelta(days=10),
        "period_end": now + timedelta(days=20),
        "renews_at": now + timedelta(days=20),
        "stripe_subscription": "sub_1",
        **fields,
    }
    changed = {"plan": plan, **fields}
    return Subscription.objects.update_or_create(pk=1, defaults=changed, create_defaults=told)[0]


def resolved(
    many: int, *, billable: bool = True, because: Free = Free.CAP, at: datetime | None = None
) -> list[Resolution]:
    """So many resolutions in the period under way; those that are not charged came above the cap, or `because`."""
    when, start = at or timezone.now(), bundle.now().period.start
    return Resolution.objects.bulk_create(
        Resolution(
            conversation_id=uuid4(),
            episode=1,
            ended_at=when,
            counted_at=when,
            how=How.SATISFIED,
            period_start=start,
            billable=billable,
            free_because="" if billable else because,
        )
        for _ in range(many)
    )


def credited(one: Resolution) -> None:
    """The resolution is taken back in the period under way."""
    start = bundle.now().period.start
    Credit.objects.create(resolution=one, reason=CreditReason.REOPENED, period_start=start, billable=one.billable)
