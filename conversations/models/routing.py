"""To whom conversations were offered, and why."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Conversation
from tenants.ids import IdField


class OfferEnd(models.TextChoices):
    """What became of an offer."""

    OPEN = "open", "Open"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    EXPIRED = "expired", "Let pass"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NOBODY = "nobody", "Nobody could take it"


class RoutingChoice(models.Model):
    """One look for somebody who takes a conversation: who was chosen, why, and why each other was passed over."""

    id = IdField("rtc")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="routing_choices")
    epoch = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)
    cause = models.CharField(max_length=16, help_text="Why somebody was looked for then")
    agent = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    why = models.CharField(max_length=300)
    need = models.JSONField(default=dict, help_text="What was asked for: team, language, skill and level by name")
    widened = ArrayField(models.CharField(max_length=10), default=list, help_text="What was asked for no more")
    candidates = models.JSONField(default=list, help_text="Each who was looked at, with why they were passed over")
    until = models.DateTimeField(null=True, blank=True, help_text="When the offer ends by itself")
    end = models.CharField(max_length=9, choices=OfferEnd, default=OfferEnd.OPEN)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.agent_id or 'nobody'}: {self.why}"
