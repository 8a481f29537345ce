"""Replays of other rules over past conversations: what was tried, and what it would have changed."""

from django.db import models
from django.utils import timezone

from conversations.models.conversation import Conversation
from tenants.ids import IdField


class ReplayState(models.TextChoices):
    """Where a replay stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"


class RuleReplay(models.Model):
    """A book of rules held against the published one over the decisions of a time, from their stored facts."""

    id = IdField("rpl")
    state = models.CharField(max_length=9, choices=ReplayState, default=ReplayState.WAITING)
    document = models.JSONField(help_text="The rules that are tried")
    against = models.JSONField(null=True, help_text="The rules as they were published when it began")
    against_version = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    until = models.DateTimeField()
    handling_minutes = models.FloatField(null=True, blank=True, help_text="Instead of the measured ones")
    hourly_cost = models.FloatField(null=True, blank=True)
    agents = models.PositiveIntegerField(null=True, blank=True, help_text="At work, instead of those measured")
    total = models.PositiveIntegerField(default=0, help_text="Decisions")
    done = models.PositiveIntegerField(default=0)
    last_conversation = models.UUIDField(null=True, blank=True, help_text="Up to which it has come")
    tally = models.JSONField(default=dict, blank=True, help_text="What was counted up to there")
    arrivals = models.BinaryField(default=bytes, blank=True, help_text="When people get conversations, both ways")
    result = models.JSONField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    requested_by = models.CharField(max_length=40, blank=True, help_text="Public id of the agent or the token")
    requested_name = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.id} {self.state}"


class ReplayedConversation(models.Model):
    """A conversation that a person gets, or whose answer is held, with either book; seq name the customer's message."""

    id = IdField("rpc")
    replay = models.ForeignKey(RuleReplay, on_delete=models.CASCADE, related_name="conversations", db_index=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    change = models.CharField(max_length=14)
    at = models.DateTimeField(help_text="Of the message at which the books part, or at which a person gets it")
    before_seq = models.PositiveIntegerField(null=True, blank=True)
    after_seq = models.PositiveIntegerField(null=True, blank=True)
    before_rule = models.CharField(max_length=80, blank=True)
    after_rule = models.CharField(max_length=80, blank=True)
    before_ending = models.SmallIntegerField(null=True, blank=True, help_text="Its place in the order of asking")
    after_ending = models.SmallIntegerField(null=True, blank=True)
    before_hour = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Of the company's week")
    after_hour = models.PositiveSmallIntegerField(null=True, blank=True)
    hangs_seq = models.PositiveIntegerField(null=True, blank=True, help_text="Where it hangs on something unmeasured")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["replay", "conversation"], name="replayed_conversation_once")]
        indexes = [models.Index(fields=["replay", "change", "-at", "-id"], name="replayed_by_change")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.change}"
