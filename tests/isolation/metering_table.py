"""Who may call what of the ledger of resolutions, and one line of it."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from billing.models import Dispute, DisputeState, How, Resolution
from tests.isolation.row import Row, Who


def rows() -> list[Row]:
    """Admins read it and dispute its lines; programs take it without anybody's words."""
    usage = "/api/v1/billing/usage"
    dispute = f"{usage}/lines/{{resolution}}/dispute"
    return [
        Row("GET", f"{usage}/lines", Who.ADMIN),
        Row("GET", f"{usage}/lines/{{resolution}}", Who.ADMIN),
        Row("POST", dispute, Who.ADMIN, body={"reason": "They asked for a person."}, answers=(201, 409)),
        Row("GET", f"{usage}/not_counted", Who.ADMIN),
        Row("GET", f"{usage}/export.csv", Who.ADMIN, "billing:read"),
    ]


def things() -> dict[str, str]:
    """Two units of conversations that are gone; an operator decided about one of them."""
    now = timezone.now()
    made, other = (
        Resolution.objects.create(
            conversation_id=UUID(int=number),
            episode=1,
            ended_at=now,
            how=How.SATISFIED,
            period_start=now - timedelta(days=1),
        )
        for number in (7, 8)
    )
    decided = Dispute.objects.create(resolution=other, reason="They wrote again.", state=DisputeState.DECLINED)
    return {"resolution": str(made.id), "dispute": str(decided.id)}
