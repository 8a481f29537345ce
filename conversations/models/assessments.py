"""Quality review: scorecards, what is drawn to be assessed with them, what was said, and what came of it."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agents.models import Agent, Team
from conversations.models.conversation import Conversation
from conversations.models.learning import Proposal
from conversations.models.log import Handover
from tenants.ids import IdField


class Assessed(models.TextChoices):
    """Whose work a scorecard looks at."""

    ASSISTANT = "assistant", "The assistant"
    AGENTS = "agents", "Agents"
    BOTH = "both", "Both"


class Scorecard(models.Model):
    """A form by which conversations are judged; its questions stand in its versions, the newest counts."""

    id = IdField("scd")
    name = models.CharField(max_length=80)
    describes = models.CharField(max_length=300, blank=True)
    looks_at = models.CharField(max_length=9, choices=Assessed)
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    archived_at = models.DateTimeField(null=True, blank=True, help_text="Nobody begins with it any more")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["name"], name="scorecard_name_once", condition=Q(archived_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.name


class ScorecardVersion(models.Model):
    """The sections and questions of a scorecard as they were published; it never changes."""

    id = IdField("scv")
    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.PositiveIntegerField()
    sections = models.JSONField(help_text="As conversations/assessments/questions.py reads them")
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["scorecard", "number"], name="scorecard_version_once")]

    def __str__(self) -> str:
        return f"{self.scorecard_id} {self.number}"


class Wanted(models.TextChoices):
    """What a list looks for."""

    RANDOM = "random", "Any, by chance"
    LOW_SATISFACTION = "low_satisfaction", "Low satisfaction"
    REOPENED = "reopened", "Opened again"
    REPEAT_CONTACT = "repeat_contact", "The customer came back on the same topic"
    HIGH_RISK = "high_risk", "High risk in the control room"
    DISMISSED_RISK = "dismissed_risk", "A risk that somebody dismissed"
    NEEDLESS_HANDOVER = "needless_handover", "Handed over without need"
    LATE_HANDOVER = "late_handover", "Handed over too late"
    NEW_AGENT = "new_agent", "Agents in their first weeks"


class Stratum(models.TextChoices):
    """By what a list is spread, so that each has its share."""

    NONE = "", "Not spread"
    AGENT = "agent", "Agent"
    TEAM = "team", "Team"
    TOPIC = "topic", "Topic"
    CHANNEL = "channel", "Channel"


class SamplingPlan(models.Model):
    """A saved list: what is looked for, how many a week, and how they are spread."""

    id = IdField("spl")
    name = models.CharField(max_length=80)
    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="plans")
    wanted = models.CharField(max_length=20, choices=Wanted)
    per_week = models.PositiveSmallIntegerField()
    spread_by = models.CharField(max_length=7, choices=Stratum, blank=True)
    second_share = models.FloatField(default=0, help_text="0..1: of these a second person fills in the card, blind")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    topic = models.CharField(max_length=80, blank=True)
    is_active = models.BooleanField(default=True)
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(per_week__gte=1, per_week__lte=500), name="plan_draws_some"),
            models.CheckConstraint(
                condition=Q(second_share__gte=0, second_share__lte=1), name="plan_second_share_is_one"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SamplingDraw(models.Model):
    """One drawing of a plan: from what ended in this week; the same seed draws the same ones again."""

    id = IdField("sdr")
    plan = models.ForeignKey(SamplingPlan, on_delete=models.CASCADE, related_name="draws", db_index=False)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    seed = models.CharField(max_length=32)
    strata = models.JSONField(help_text="[[stratum, how many there were, how many were drawn], ...]")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-ends_at"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "ends_at"], name="plan_drawn_once_a_week"),
            models.CheckConstraint(condition=Q(begins_at__lt=F("ends_at")), name="draw_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.ends_at:%Y-%m-%d}"


class Dispute(models.TextChoices):
    """What became of what the agent said against an assessment."""

    NONE = "", "Nothing said against it"
    OPEN = "open", "Waits for a decision"
    KEPT = "kept", "Stays as it was"
    CHANGED = "changed", "Was put right"


class Assessment(models.Model):
    """What one reviewer says of one episode with a scorecard; a blind second one names the first.

    What it is about stands in its own columns, as it was when it was begun, so that scores need no other table.
    """

    id = IdField("asm")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="assessments")
    episode = models.PositiveIntegerField(default=1, help_text="Its number in the conversation")
    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="assessments")
    version = models.ForeignKey(ScorecardVersion, on_delete=models.PROTECT, related_name="+")
    second_of = models.OneToOneField("self", on_delete=models.CASCADE, null=True, blank=True, related_name="second")

    part = models.CharField(max_length=9, blank=True, help_text="Who spoke: assistant, agent, both")
    agent = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    topic = models.CharField(max_length=80, blank=True)
    channel = models.CharField(max_length=10, blank=True)
    rules_version = models.PositiveIntegerField(default=0)
    knowledge_number = models.PositiveBigIntegerField(default=0)
    engine = models.CharField(max_length=14, blank=True)
    happened_at = models.DateTimeField(help_text="When the episode ended, or was last written in")

    because = models.CharField(max_length=20, choices=Wanted, blank=True, help_text="Empty: somebody chose it")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    reviewer = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    taken_until = models.DateTimeField(null=True, blank=True, help_text="While open: the reviewer is at it")
    done_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    skipped_because = models.CharField(max_length=200, blank=True)
    score = models.FloatField(null=True, blank=True, help_text="0..100; none where nothing applied")
    failed = models.BooleanField(default=False, help_text="At a critical question")
    comment = models.TextField(blank=True, help_text="To the agent, privately")

    seen_at = models.DateTimeField(null=True, blank=True, help_text="By the agent whom it is about")
    reply = models.TextField(blank=True, help_text="What that agent says to it")
    replied_at = models.DateTimeField(null=True, blank=True)
    dispute = models.CharField(max_length=7, choices=Dispute, blank=True)
    decision = models.TextField(blank=True, help_text="What a reviewer said to the dispute")
    decided_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "episode", "scorecard"],
                name="assessment_first_once",
                condition=Q(second_of__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(skipped_at__isnull=True), name="assessment_done_or_skipped"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=False) | Q(score__isnull=True, failed=False, dispute=""),
                name="assessment_scored_iff_done",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=100), name="assessment_score_is_of_100"
            ),
        ]
        indexes = [
            models.Index(
                fields=["made_at"], name="assessment_open", condition=Q(done_at__isnull=True, skipped_at__isnull=True)
            ),
            models.Index(fields=["-done_at", "-id"], name="assessment_done", condition=Q(done_at__isnull=False)),
            models.Index(fields=["agent", "-done_at"], name="assessment_of_agent", condition=Q(done_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.episode}"


class SamplingPick(models.Model):
    """An episode that a drawing chose, with which probability, and the assessment that it led to."""

    id = IdField("spk")
    draw = models.ForeignKey(SamplingDraw, on_delete=models.CASCADE, related_name="picks")
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="picks")
    stratum = models.CharField(max_length=120, blank=True)
    probability = models.FloatField(help_text="With which it was drawn, over 0 and up to 1; its inverse is its weight")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "assessment"], name="pick_once_in_a_draw"),
            models.CheckConstraint(condition=Q(probability__gt=0, probability__lte=1), name="pick_probability_is_one"),
        ]

    def __str__(self) -> str:
        return f"{self.draw_id} {self.assessment_id}"


class AssessmentAnswer(models.Model):
    """The answer to one question, its worth, and the message that shows it."""

    id = IdField("asa")
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="answers", db_index=False)
    question = models.CharField(max_length=20, help_text="Its id, the same in all versions of the scorecard")
    value = models.CharField(max_length=20, help_text="yes, no, a step of the scale, the id of a choice, or na")
    worth = models.FloatField(null=True, blank=True, help_text="0..1; none where it does not apply")
    quote_seq = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "question"], name="answer_once"),
            models.CheckConstraint(
                condition=Q(worth__isnull=True) | Q(worth__gte=0, worth__lte=1), name="answer_worth_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.value}"


class OutcomeKind(models.TextChoices):
    """What came of an assessment."""

    CORRECTION = "correction", "A proposal for the knowledge"
    LABEL = "label", "A label of the handover"
    MISSED = "missed", "A person was needed"
    COACHING = "coaching", "A note to the agent"


class AssessmentOutcome(models.Model):
    """Something that a reviewer set going from an assessment."""

    id = IdField("aso")
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=10, choices=OutcomeKind)
    at_seq = models.PositiveIntegerField(null=True, blank=True, help_text="The message that it is about")
    verdict = models.CharField(max_length=8, blank=True, help_text="Of the handover")
    trigger = models.CharField(max_length=40, blank=True, help_text="For what a person was needed")
    text = models.TextField(blank=True, help_text="What it says: the correction, or the note to the agent")
    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    proposal = models.ForeignKey(Proposal, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="missed") | (Q(at_seq__isnull=False) & ~Q(trigger="")),
                name="outcome_missed_names_trigger_and_message",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.kind}"
