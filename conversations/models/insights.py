"""What reports count: each conversation cut into episodes, measured, and how far the measuring is."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from agents.models import Agent, Team
from conversations.models.conversation import Channel, Conversation
from tenants.ids import IdField


class Part(models.TextChoices):
    """Who spoke to the customer."""

    ASSISTANT = "assistant", gettext_noop("The assistant alone")
    AGENT = "agent", gettext_noop("People alone")
    BOTH = "both", gettext_noop("The assistant and people")
    NOBODY = "nobody", gettext_noop("Nobody")


class EndedBy(models.TextChoices):
    """Who ended an episode."""

    AGENT = "agent", "A person of the desk"
    SILENCE = "silence", "Nobody wrote any more"
    MERGED = "merged", "It goes on in another conversation"
    REMOVED = "removed", "It was deleted while it was open"


class RatedHolder(models.TextChoices):
    """Whom a customer's rating is about."""

    ASSISTANT = "assistant", "The assistant"
    AGENT = "agent", "A person"


class Episode(models.Model):
    """One stretch of a conversation, from the customer's first words until it is resolved; holds nobody's words.

    Written by `conversations.insights.measuring` alone. Outlives its conversation, then without it and its customer.
    All durations are in seconds; those of people and of the assistant are never added up. `person_wait` runs from the
    moment when the baton left the assistant until a person's first words; `person_first_reply` from the customer's
    first words until a person's first words. What nobody knows is null, never 0. docs/metrics.md defines each.
    """

    id = IdField("eps")
    # Without a constraint, whose check would wait for each message that is being written. Whoever removes a
    # conversation holds the row of `Measuring`, as whoever measures does.
    conversation = models.ForeignKey(
        Conversation, on_delete=models.SET_NULL, null=True, related_name="episodes", db_index=False, db_constraint=False
    )
    number = models.PositiveSmallIntegerField(help_text="Within its conversation, from 1")
    customer_key = models.UUIDField(null=True, help_text="Of the customer's record, the kept one of several")
    channel = models.CharField(max_length=6, choices=Channel)
    language = models.CharField(max_length=8)
    topic = models.CharField(max_length=80, blank=True, help_text="The last that was decided in it")
    trigger = models.CharField(max_length=40, blank=True, help_text="Of its first handover")
    rules_version = models.PositiveIntegerField(default=0, help_text="Of its last decision; 0 without any")
    knowledge_number = models.PositiveBigIntegerField(default=0, help_text="Of its last decision")
    engine = models.CharField(max_length=14, blank=True, help_text="Of its last decision")
    team = models.ForeignKey(
        Team, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False, help_text="That had it last"
    )
    agent = models.ForeignKey(
        Agent, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False, help_text="Who had it last"
    )
    part = models.CharField(max_length=9, choices=Part, default=Part.NOBODY)
    ended_by = models.CharField(max_length=9, choices=EndedBy, blank=True)

    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reopened_at = models.DateTimeField(null=True, help_text="When the conversation was opened again")
    repeat_at = models.DateTimeField(null=True, help_text="When they came again on the topic, in another conversation")

    customer_turns = models.PositiveIntegerField(default=0, help_text="Messages in a row are one turn")
    customer_messages = models.PositiveIntegerField(default=0)
    assistant_messages = models.PositiveIntegerField(default=0)
    agent_messages = models.PositiveIntegerField(default=0)
    assistant_answers = models.PositiveIntegerField(default=0, help_text="Turns that the assistant answered")
    reasks = models.PositiveIntegerField(default=0, help_text="Questions for what the customer had told already")
    repeats = models.PositiveIntegerField(default=0, help_text="What the customer said again after a handover")
    transfers = models.PositiveIntegerField(default=0)
    handovers = models.PositiveIntegerField(default=0)

    first_reply = models.PositiveIntegerField(null=True, help_text="By anybody")
    assistant_first_reply = models.PositiveIntegerField(null=True)
    person_first_reply = models.PositiveIntegerField(null=True)
    person_wait = models.PositiveIntegerField(null=True)
    assistant_seconds = models.PositiveIntegerField(default=0)
    queue_seconds = models.PositiveIntegerField(default=0)
    agent_seconds = models.PositiveIntegerField(default=0)
    handle_seconds = models.PositiveIntegerField(default=0, help_text="Working time of people")

    mood_start = models.FloatField(null=True, help_text="-1..1")
    mood_end = models.FloatField(null=True, help_text="-1..1")
    churn = models.FloatField(null=True, help_text="0..1: the highest risk of leaving that a turn measured")
    saved = models.BooleanField(null=True, help_text="At risk, and ended well; null: not at risk, or nobody knows yet")
    needed_person = models.BooleanField(null=True, help_text="As people judged")
    missed = models.BooleanField(null=True, help_text="A person was needed and did not come, as a review says")
    needless = models.BooleanField(null=True, help_text="A handover was not needed, as a label says")
    late = models.BooleanField(null=True, help_text="A handover came too late, as a label says")
    review_weight = models.FloatField(null=True, help_text="How many conversations its review stands for")

    surveyed = models.BooleanField(default=False)
    satisfaction = models.PositiveSmallIntegerField(null=True, help_text="1..5")
    effort = models.PositiveSmallIntegerField(null=True, help_text="1..5, 5 is very easy")
    rated_holder = models.CharField(max_length=9, choices=RatedHolder, blank=True)
    promises = models.PositiveIntegerField(default=0)
    promises_kept = models.PositiveIntegerField(default=0)
    promises_broken = models.PositiveIntegerField(default=0)
    sla_met = models.PositiveIntegerField(default=0)
    sla_missed = models.PositiveIntegerField(default=0)
    model_tokens = models.PositiveBigIntegerField(default=0)

    measured_at = models.DateTimeField(default=timezone.now)
    row_at = models.DateTimeField(help_text="When the conversation had changed last as it was measured")

    class Meta:
        ordering = ["began_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="episode_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="episode_from_1"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="") | Q(ended_at__gte=F("began_at")) & ~Q(ended_by=""),
                name="episode_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True) | Q(repeat_at__isnull=True), name="episode_reopened_or_repeated"
            ),
        ]
        indexes = [
            models.Index(fields=["began_at"], name="episode_began"),
            models.Index(fields=["ended_at"], name="episode_ended"),
            models.Index(
                fields=["customer_key", "topic", "began_at"],
                name="episode_of_customer",
                condition=Q(customer_key__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id or 'gone'} {self.number}"


class ToMeasure(models.Model):
    """A conversation of which something changed that its row does not show; the row goes once that is measured.

    Many rows of one conversation may stand here: an upsert would let transactions wait for each other.
    """

    conversation_key = models.UUIDField()

    def __str__(self) -> str:
        return str(self.conversation_key)


class Measuring(models.Model):
    """How far the measuring is; one row, or none before the first go.

    Everything that changed before `watermark` is measured, apart from `ToMeasure`. While all conversations are measured
    anew, `method` is the one before, `toward` the new one, `done` counts how many are, and `after` is the last of them.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    watermark = models.DateTimeField(null=True)
    method = models.PositiveSmallIntegerField(default=0, help_text="By which all conversations are measured")
    toward = models.PositiveSmallIntegerField(default=0)
    after = models.UUIDField(null=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0, help_text="Conversations, when measuring all of them began")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="measuring_one_row")]

    def __str__(self) -> str:
        return f"{self.watermark}"
