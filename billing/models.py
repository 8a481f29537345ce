"""The ledger of what is metered."""

from django.db import models
from django.utils import timezone


class UsageRecord(models.Model):
    """One turn that the assistant answered; written in the transaction of its message, once."""

    message_id = models.UUIDField(unique=True)
    conversation_id = models.UUIDField(db_index=True)
    recorded_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"turn {self.message_id}"
