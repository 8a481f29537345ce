"""What a company promises of its replies, and how each promise ended."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent, Team
from conversations.models.conversation import Conversation, Priority
from tenants.ids import IdField


class SlaKind(models.TextChoices):
    """Which promise a clock is about."""

    FIRST_REPLY = "first_reply", "First reply"
    NEXT_REPLY = "next_reply", "Next reply"
    RESOLUTION = "resolution", "Resolution"


class SlaHours(models.TextChoices):
    """Which time counts."""

    TEAM = "team", "While the team is at work"
    ALWAYS = "always", "Around the clock"


class SlaPolicy(models.Model):
    """How soon people reply and settle, for one team or all, and one priority or all; the most exact one counts."""

    id = IdField("sla")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    priority = models.CharField(max_length=6, choices=Priority, blank=True, help_text="Every one when empty")
    first_reply = models.PositiveIntegerField(null=True, blank=True, help_text="Minutes; no promise when empty")
    next_reply = models.PositiveIntegerField(null=True, blank=True, help_text="Minutes")
    resolution = models.PositiveIntegerField(null=True, blank=True, help_text="Minutes")
    hours = models.CharField(max_length=6, choices=SlaHours, default=SlaHours.TEAM)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["team", "priority"], name="sla_policy_once_for_each", nulls_distinct=False),
            models.CheckConstraint(
                condition=Q(first_reply__gte=1) | Q(next_reply__gte=1) | Q(resolution__gte=1),
                name="sla_policy_promises_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team_id or 'all'} {self.priority or 'all'}"


class SlaBook(models.Model):
    """One row while there are policies: its version changes with each of them, and with the hours that count."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    version = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="sla_book_one_row")]

    def __str__(self) -> str:
        return str(self.version)


class SlaOutcome(models.Model):
    """A clock that ended, or ran out; of replies those that an agent gave, and those that were late."""

    id = IdField("slo")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="sla_outcomes")
    kind = models.CharField(max_length=11, choices=SlaKind)
    policy = models.ForeignKey(SlaPolicy, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    agent = models.ForeignKey(
        Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="Who held it then"
    )
    priority = models.CharField(max_length=6, choices=Priority)
    began_at = models.DateTimeField()
    target = models.PositiveIntegerField(help_text="Seconds of the time that counts")
    used = models.PositiveIntegerField(null=True, blank=True, help_text="The same, once it ended")
    breached_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "kind", "began_at"], name="sla_outcome_once"),
            models.CheckConstraint(
                condition=Q(breached_at__isnull=False) | Q(ended_at__isnull=False), name="sla_outcome_came_about"
            ),
        ]
        indexes = [models.Index(fields=["-began_at"], name="sla_outcome_recent")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.kind}"
