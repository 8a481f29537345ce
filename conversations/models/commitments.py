"""What people decided for a customer, and what was promised to them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import AuthorKind, Conversation
from tenants.ids import IdField


class DecidedFact(models.Model):
    """What a person decided in a conversation; the assistant says it with its source, and does nothing because of it.

    `about` is what the customer had asked for then, `seq` the message that it was said in, 0 where in none.
    """

    id = IdField("fct")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="decided_facts")
    text = models.CharField(max_length=500)
    about = models.CharField(max_length=300, blank=True)
    seq = models.PositiveIntegerField(default=0)
    decided_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["decided_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "text"], name="decided_fact_once", condition=Q(withdrawn_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="decided_fact_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class PromiseState(models.TextChoices):
    """What became of a promise."""

    OPEN = "open", "Open"
    KEPT = "kept", "Kept"
    RELEASED = "released", "Not needed any more"
    NONE = "none", "Was no promise"


class Promise(models.Model):
    """Something that the customer was told would happen; `alarm_at` is when somebody is reminded of it next."""

    id = IdField("prm")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="promises")
    text = models.CharField(max_length=500)
    seq = models.PositiveIntegerField(default=0, help_text="The message that it stands in; 0 for none")
    said_by = models.CharField(max_length=9, choices=AuthorKind)
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=PromiseState, default=PromiseState.OPEN)
    due_at = models.DateTimeField(null=True, blank=True)
    alarm_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq", "text"], name="promise_once"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True, closed_by__isnull=True)
                | (~Q(state="open") & Q(closed_at__isnull=False, closed_by__isnull=False)),
                name="promise_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(alarm_at__isnull=True) | Q(state="open"), name="promise_rings_while_open"
            ),
        ]

    def __str__(self) -> str:
        return self.text
