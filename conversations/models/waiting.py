"""What waiting customers were told and what came of it: ranges of the wait, and calls that were promised."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agents.models import Agent, Team
from conversations.models.conversation import Conversation
from tenants.ids import IdField


class Ended(models.TextChoices):
    """How a stretch of waiting ended."""

    TAKEN = "taken", "A person took it"
    LEFT = "left", "The customer left the queue"
    CLOSED = "closed", "It was resolved"
    MOVED = "moved", "It went to another queue, or back to the assistant"
    RESTED = "rested", "The customer wants to be called instead"


class WaitPromise(models.Model):
    """What a waiting customer was told at one place in the queue, with what it was worked out from, and what happened.

    Without `low` and `high` no range was told, since too little was known or nobody was at work. `waited` counts the
    seconds at which the team was at work, from then to the end of the wait.
    """

    id = IdField("wpr")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="wait_promises")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    epoch = models.PositiveIntegerField()
    first = models.BooleanField(default=True, help_text="Of this wait; the later ones were told further ahead")
    told_at = models.DateTimeField(default=timezone.now)
    place = models.PositiveIntegerField()
    at_work = models.PositiveSmallIntegerField(help_text="Agents who could be offered something")
    seats = models.PositiveSmallIntegerField(help_text="Conversations that they can hold together")
    free = models.PositiveSmallIntegerField(help_text="How many of the seats were free")
    hour = models.PositiveSmallIntegerField(help_text="Of the team's week, 0 is Monday at midnight")
    low = models.PositiveIntegerField(null=True, blank=True, help_text="Seconds")
    high = models.PositiveIntegerField(null=True, blank=True, help_text="Seconds")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=6, choices=Ended, blank=True)
    waited = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["told_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "epoch", "place"], name="wait_promise_once"),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True) | Q(low__lte=F("high")), name="wait_promise_range"
            ),
            models.CheckConstraint(
                condition=Q(ended="", ended_at__isnull=True) | (~Q(ended="") & Q(ended_at__isnull=False)),
                name="wait_promise_ended",
            ),
            models.CheckConstraint(condition=Q(place__gte=1, hour__lt=168), name="wait_promise_place"),
        ]
        indexes = [
            models.Index(fields=["team", "-told_at"], name="wait_promise_of_team"),
            models.Index(fields=["-told_at", "-id"], name="wait_promise_recent"),
            models.Index(fields=["conversation"], name="wait_promise_open", condition=Q(ended="")),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.place}: {self.low} to {self.high}"


class CallState(models.TextChoices):
    """What became of a call that was promised."""

    PROMISED = "promised", "Promised"
    DONE = "done", "Made"
    FAILED = "failed", "Nobody was reached"
    CANCELLED = "cancelled", "The customer does not want it any more"


class Callback(models.Model):
    """A call that a waiting customer was promised, within a window in which the team is at work."""

    id = IdField("cbk")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="callbacks")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    phone = models.CharField(max_length=20, help_text="As E.164 writes it")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=CallState, default=CallState.PROMISED)
    tries = models.PositiveSmallIntegerField(default=0)
    kept = models.BooleanField(null=True, blank=True, help_text="Whether somebody called within the window")
    promised_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    overdue_at = models.DateTimeField(null=True, blank=True, help_text="When the supervisors were told")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["begins_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation"], name="callback_open_once", condition=Q(state="promised")),
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="callback_window"),
            models.CheckConstraint(
                condition=Q(state="promised", ended_at__isnull=True)
                | (~Q(state="promised") & Q(ended_at__isnull=False)),
                name="callback_ended",
            ),
        ]
        indexes = [models.Index(fields=["state", "begins_at", "id"], name="callback_next")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.begins_at:%Y-%m-%d %H:%M}"
