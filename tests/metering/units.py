"""Units of the ledger, made by hand, and a company that is subscribed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from billing import ledger
from billing.ledger import Unit
from billing.models import How, Resolution, Standing, Subscription
from tenants import ids
from tenants.trail.audit import Actor
from tenants.trail.models import ActorKind

ALICE = Actor(ActorKind.AGENT, id="agt_alice", name="Alice Example")
OPERATOR = Actor(ActorKind.AGENT, id="agt_olga", name="Olga Operator")


def subscribed(**fields: Any) -> Subscription:
    """The company entered now pays for Team, since ten days ago, with the bundle as its cap."""
    now = timezone.now()
    usual = {
        "standing": Standing.ACTIVE,
        "plan": "team",
        "interval": "month",
        "seats": 5,
        "began_at": now - timedelta(days=40),
        "period_start": now - timedelta(days=10),
        "period_end": now + timedelta(days=20),
        "stripe_subscription": "sub_acme",
    }
    return Subscription.objects.update_or_create(pk=1, defaults={**usual, **fields})[0]


def unit(number: int = 1, *, ended_at: datetime | None = None, episode: int = 1) -> Unit:
    """An episode of conversation `number` that counts."""
    return Unit(UUID(int=number), episode, ended_at or timezone.now(), How.SATISFIED, {"asked": [1], "answered": [2]})


def counted(many: int = 1, *, first: int = 1) -> Sequence[Resolution]:
    """So many units, counted now."""
    return ledger.count([unit(number) for number in range(first, first + many)])


def id_of(number: int) -> str:
    """The public id of conversation `number`."""
    return ids.encode("conv", UUID(int=number))


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
