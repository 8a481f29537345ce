"""What skills did before, from the record of actions."""

from datetime import datetime

from django.db.models import Q

from assistant.models import Action, ActionState, Order

STANDS = (ActionState.PENDING, ActionState.DONE)


class Recorded:
    """The past of the tenant entered now."""

    def count(self, kind: str, *, email: str, since: datetime) -> int:
        """How many acts of this kind stand, done or waiting, for the address, about it, or about orders under it."""
        orders = Order.objects.filter(email__iexact=email).values("number")
        theirs = Q(email__iexact=email) | Q(subject=email.lower()) | Q(subject__in=orders)
        return Action.objects.filter(theirs, kind=kind, state__in=STANDS, created_at__gte=since).count()
