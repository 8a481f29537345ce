"""Drafts that wait for an agent, and what the tenant learns from its conversations."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from agents.models import Agent
from assistant.models import Article
from conversations.models.conversation import Conversation
from conversations.models.log import Message
from tenants.ids import IdField


class DraftKind(models.TextChoices):
    """Who would say the draft."""

    HELD = "held", "The assistant's answer, held until an agent decides"
    SUGGESTED = "suggested", "A reply for the agent who holds the conversation"


class DraftState(models.TextChoices):
    """What became of a draft."""

    WAITING = "waiting", "Waits"
    APPROVED = "approved", "Sent as it was"
    EDITED = "edited", "Sent with changes"
    REJECTED = "rejected", "Not sent"
    SUPERSEDED = "superseded", "The conversation went on"
    EXPIRED = "expired", "Nobody decided in time"


class Draft(models.Model):
    """What the assistant would say to one message, for an agent to decide about."""

    id = IdField("drf")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=9, choices=DraftKind)
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.WAITING)
    asked_seq = models.PositiveIntegerField()
    epoch = models.PositiveIntegerField(help_text="Under which it was made")
    text = models.TextField()
    sources = models.JSONField(default=list, blank=True)
    confidence = models.FloatField(null=True, blank=True)
    reason = models.CharField(max_length=400, blank=True, help_text="Why it is held, in words")
    skill = models.CharField(max_length=40, blank=True)
    act = models.JSONField(null=True, blank=True, help_text="What is carried out when the draft is approved")
    carries = models.JSONField(default=dict, blank=True, help_text="What goes out beside the words when it is approved")
    due_at = models.DateTimeField(null=True, blank=True, help_text="When a person gets the conversation instead")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_because = models.CharField(max_length=300, blank=True, help_text="Why it was rejected")
    answer_seq = models.PositiveIntegerField(null=True, blank=True, help_text="Of the message that came of it")

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "asked_seq", "kind"],
                name="draft_once_per_question",
                condition=~Q(state="superseded"),  # one that is made anew, as a supervisor wants it, follows another
            ),
            models.UniqueConstraint(
                fields=["conversation"], name="draft_one_waiting", condition=Q(state="waiting", kind="held")
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="draft_decided_iff_not_waiting",
            ),
        ]
        indexes = [models.Index(fields=["due_at"], name="draft_waiting_due", condition=Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.asked_seq} {self.state}"


class GapState(models.TextChoices):
    """What became of a gap."""

    OPEN = "open", "Open"
    PUBLISHED = "published", "An article was published"
    DISMISSED = "dismissed", gettext_noop("Dismissed")


class Gap(models.Model):
    """Questions on one subject that the knowledge did not answer, or answered badly."""

    id = IdField("gap")
    title = models.CharField(max_length=300, help_text="The question that stands for all")
    state = models.CharField(max_length=9, choices=GapState, default=GapState.OPEN)
    questions_count = models.PositiveIntegerField(default=0)
    harm = models.FloatField(default=0, help_text="Sum over its questions of how much each hurt, 0..1 each")
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    dismissed_because = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-harm", "-questions_count", "id"]
        indexes = [models.Index(fields=["state", "-harm"], name="gap_worst")]

    def __str__(self) -> str:
        return self.title


class GapQuestion(models.Model):
    """One question of a gap: where it was asked, and what became of it."""

    id = IdField("gpq")
    gap = models.ForeignKey(Gap, on_delete=models.CASCADE, related_name="questions")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    asked_seq = models.PositiveIntegerField()
    text = models.TextField()
    outcome = models.CharField(max_length=20, help_text="unsure, handover, corrected, asked_again, left")
    harm = models.FloatField(help_text="0..1")
    reply_seq = models.PositiveIntegerField(null=True, blank=True, help_text="Of what an agent replied")
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [models.UniqueConstraint(fields=["conversation", "asked_seq"], name="gap_question_once")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.asked_seq}"


class ProposalState(models.TextChoices):
    """What became of a proposal."""

    OPEN = "open", "Open"
    PUBLISHED = "published", gettext_noop("Published")
    DISMISSED = "dismissed", gettext_noop("Dismissed")


class ProposalCause(models.TextChoices):
    """What a proposal came from."""

    CORRECTION = "correction", "An agent corrected an answer"
    GAP = "gap", "Questions without an answer"


class Proposal(models.Model):
    """A change of the knowledge that somebody should decide about: a new article, or other words for one."""

    id = IdField("prp")
    cause = models.CharField(max_length=10, choices=ProposalCause)
    state = models.CharField(max_length=9, choices=ProposalState, default=ProposalState.OPEN)
    gap = models.ForeignKey(Gap, on_delete=models.CASCADE, null=True, blank=True, related_name="proposals")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, null=True, blank=True, related_name="+", help_text="The answer corrected"
    )
    title = models.CharField(max_length=200)
    body = models.TextField()
    questions = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    language = models.CharField(max_length=8, default="en")
    correction = models.TextField(blank=True, help_text="What the agent says the answer should have been")
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "id"]

    def __str__(self) -> str:
        return self.title
