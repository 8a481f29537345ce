"""Who may call what of the ledger of resolutions, and one line of it."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from billing.models import How, Resolution
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
    """A unit of a conversation that is gone."""
    now = timezone.now()
    made = Resolution.objects.create(
        conversation_id=UUID(int=7), episode=1, ended_at=now, how=How.SATISFIED, period_start=now - timedelta(days=1)
    )
    return {"resolution": str(made.id)}
