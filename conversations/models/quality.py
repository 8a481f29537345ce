"""What people say about handovers, and about conversations that the assistant had alone: was the decision right?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Conversation
from conversations.models.log import Handover
from tenants.ids import IdField


class Verdict(models.TextChoices):
    """What somebody says of a handover."""

    RIGHT = "right", "Right"
    TOO_LATE = "too_late", "Too late"
    NEEDLESS = "needless", "Not needed"


class HandoverLabel(models.Model):
    """One person's word on a handover; the one that did not end counts, the others are its history."""

    id = IdField("lab")
    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="labels", db_index=False)
    verdict = models.CharField(max_length=8, choices=Verdict)
    trigger = models.CharField(max_length=40, blank=True, help_text="Which it should have been; empty: the one it was")
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When another took its place, or it was undone")

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["handover"], name="label_counts_once", condition=Q(ended_at__isnull=True))
        ]
        indexes = [models.Index(fields=["handover"], name="label_of_handover")]

    def __str__(self) -> str:
        return f"{self.handover_id} {self.verdict}"


class ReviewRound(models.Model):
    """One drawing: of which conversations some were drawn for review; each conversation falls into one round only."""

    id = IdField("rvr")
    begins_at = models.DateTimeField(help_text="Conversations that began from here on")
    ends_at = models.DateTimeField(unique=True, help_text="and before this")
    conversations = models.PositiveIntegerField(help_text="That the assistant had alone")
    drawn = models.PositiveIntegerField()
    told = ArrayField(models.CharField(max_length=60), default=list, blank=True, help_text="Drops that were told of")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-ends_at"]
        constraints = [
            models.CheckConstraint(condition=Q(drawn__lte=F("conversations")), name="round_draws_from_what_there_is"),
            models.CheckConstraint(condition=Q(begins_at__lte=F("ends_at")), name="round_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.begins_at:%Y-%m-%d} {self.drawn} of {self.conversations}"


class ReviewVerdict(models.TextChoices):
    """What somebody says of a conversation that no person had a part in."""

    RIGHT = "right", "Right without a person"
    MISSED = "missed", "A person was needed"
    CANNOT_TELL = "cannot_tell", "Cannot tell"


class Review(models.Model):
    """A conversation of the assistant alone that was drawn for review, how likely that was, and what came of it."""

    id = IdField("rev")
    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="review")
    drawn_in = models.ForeignKey(ReviewRound, on_delete=models.PROTECT, related_name="reviews")
    probability = models.FloatField(help_text="With which it was drawn, over 0 and up to 1; its inverse is its weight")
    doubt = models.FloatField(help_text="0..1: how near the assistant was to handing over")
    rules_version = models.PositiveIntegerField(help_text="Under which the last decision was made")
    began_at = models.DateTimeField(help_text="When the conversation did")
    verdict = models.CharField(max_length=11, choices=ReviewVerdict, blank=True)
    trigger = models.CharField(max_length=40, blank=True, help_text="That was missed")
    at_seq = models.PositiveIntegerField(null=True, blank=True, help_text="The message at which a person was needed")
    judged_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(probability__gt=0, probability__lte=1), name="review_probability_is_one"
            ),
            models.CheckConstraint(
                condition=Q(verdict="missed", at_seq__isnull=False) & ~Q(trigger="")
                | ~Q(verdict="missed") & Q(at_seq__isnull=True, trigger=""),
                name="review_missed_names_trigger_and_message",
            ),
            models.CheckConstraint(
                condition=Q(verdict="", judged_at__isnull=True) | ~Q(verdict="") & Q(judged_at__isnull=False),
                name="review_judged_iff_verdict",
            ),
        ]
        indexes = [
            models.Index(fields=["-began_at"], name="review_recent"),
            models.Index(fields=["-began_at"], name="review_open", condition=Q(verdict="")),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.verdict}"
