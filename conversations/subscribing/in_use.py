"""What the company uses of its plan, as far as a change may take it away."""

from datetime import timedelta

from django.utils import timezone

from agents import seats
from agents.models import Agent, Role, SignOn
from billing import bundle
from billing.changing import InUse, Wanted
from conversations.models import Conversation, SlaPolicy, Status


def found(wanted: Wanted) -> InUse:
    """What there is now. Seven queries at most."""
    holders = Agent.objects.filter(is_active=True).exclude(role=Role.VIEWER).order_by("name", "pk")
    return InUse(
        people=tuple(holders.values_list("name", flat=True)),
        invited=seats.open_invitations(),
        resolutions=bundle.now().used.net,
        older=0 if wanted.plan.history_days is None else _older(wanted.plan.history_days),
        promises=SlaPolicy.objects.count(),
        signs_on=SignOn.objects.exists(),
    )


def _older(days: int) -> int:
    before = timezone.now() - timedelta(days=days)
    return Conversation.objects.filter(status=Status.RESOLVED, updated_at__lt=before).count()
