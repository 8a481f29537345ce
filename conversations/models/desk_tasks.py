"""What several departments do at once on one customer's thread."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent, Team
from conversations.models.conversation import Conversation
from tenants.ids import IdField


class Telling(models.TextChoices):
    """By whom the customer hears that all is done."""

    HOLDER = "holder", "By the person who holds the conversation"
    TEXT = "text", "By a text written beforehand"


class Teamwork(models.Model):
    """The tasks of a thread that run side by side: over when none of them is open, and told to the customer once."""

    id = IdField("tmw")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="teamwork")
    telling = models.CharField(max_length=6, choices=Telling, default=Telling.HOLDER)
    text = models.TextField(blank=True, help_text="What the customer reads once all is done")
    begun_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_seq = models.PositiveIntegerField(default=0, help_text="How far the log was then")
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["begun_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation"], name="teamwork_one_under_way", condition=Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(told_at__isnull=True) | Q(ended_at__isnull=False), name="teamwork_told_once_ended"
            ),
            models.CheckConstraint(condition=~Q(telling="text") | ~Q(text=""), name="teamwork_text_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} since {self.begun_at:%Y-%m-%d %H:%M}"


class DeskTaskState(models.TextChoices):
    """Where a task of the desk stands."""

    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class DeskTask(models.Model):
    """A department's part of the work on one thread, with an owner and a clock; `alarm_at` is when it rings next."""

    id = IdField("dtk")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="desk_tasks")
    teamwork = models.ForeignKey(Teamwork, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=160)
    details = models.TextField(blank=True)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=7, choices=DeskTaskState, default=DeskTaskState.OPEN)
    due_at = models.DateTimeField()
    alarm_at = models.DateTimeField(null=True, blank=True)
    result = models.TextField(blank=True)
    created_by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    client_id = models.UUIDField()
    created_at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "client_id"], name="desk_task_client_id_once"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True, closed_by__isnull=True)
                | (~Q(state="open") & Q(closed_at__isnull=False, closed_by__isnull=False)),
                name="desk_task_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(alarm_at__isnull=True) | Q(state="open"), name="desk_task_rings_while_open"
            ),
        ]
        indexes = [
            models.Index(fields=["team", "due_at"], name="desk_task_of_team", condition=Q(state="open")),
            models.Index(fields=["owner", "due_at"], name="desk_task_of_owner", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return self.title
