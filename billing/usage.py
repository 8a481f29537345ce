"""The ledger of metered turns: one row for each answer of the assistant, in the transaction of its message."""

from billing.models import UsageRecord
from tenants import ids


def record_answer(*, message_id: str, conversation_id: str) -> None:
    """Meter one answered turn; fenced, failed and handed-over turns are never metered."""
    UsageRecord.objects.create(
        message_id=ids.decode("msg", message_id), conversation_id=ids.decode("conv", conversation_id)
    )
