"""Turns in which an AI of the company's own is asked for the answer."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from conversations.models.conversation import Conversation
from tenants.ids import IdField


class OutsideTurnState(models.TextChoices):
    """Where a turn stands that asks an AI outside."""

    WAITING = "waiting", "Waits for the reply"
    ANSWERED = "answered", "The reply was taken"
    OVER = "over", "Over without a reply that was taken"


class OutsideTurn(models.Model):
    """A customer's message that an AI of the company's own is asked to answer, under the epoch of its turn.

    `given` is all that it was given, and what its tools found. What came of its reply, the decision tells.
    """

    id = IdField("atn")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="outside_turns", db_index=False
    )
    asked_seq = models.PositiveIntegerField()
    epoch = models.PositiveIntegerField()
    given = models.JSONField()
    state = models.CharField(max_length=8, choices=OutsideTurnState, default=OutsideTurnState.WAITING)
    why_over = models.CharField(max_length=40, blank=True)
    client_id = models.UUIDField(null=True, blank=True, help_text="Of the reply that was taken")
    token_id = models.CharField(max_length=40, blank=True, help_text="Public id; of the reply that was taken")
    token_name = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation"], name="outside_turn_one_waits", condition=Q(state="waiting")
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True) | (~Q(state="waiting") & Q(ended_at__isnull=False)),
                name="outside_turn_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="outside_turn_newest"),
            models.Index(fields=["conversation", "asked_seq"], name="outside_turn_of_question"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.asked_seq} {self.state}"
