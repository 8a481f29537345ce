"""What supervisors do over the assistant in a live conversation, and how grave that conversation stands."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Conversation
from tenants.ids import IdField


class Tier(models.TextChoices):
    """How grave a conversation stands, in three steps."""

    LOW = "low", "Low"
    RAISED = "raised", "Raised"
    HIGH = "high", "High"


class ActKind(models.TextChoices):
    """What a supervisor did over the assistant."""

    GUIDANCE = "guidance", "Guided the assistant"
    HOLD = "hold", "Asked to see the next reply first"
    DISMISSAL = "dismissal", "Put a risk aside"


class GuidanceKind(models.TextChoices):
    """What an instruction asks of the assistant."""

    SAY = "say", "Say this"
    ARTICLE = "article", "Use this article"
    ASK_FOR = "ask_for", "Ask for something"
    PASS_ON = "pass_on", "Pass on to a team"
    WORDS = "words", "In other words"


class ActState(models.TextChoices):
    """What became of it."""

    WAITING = "waiting", "Stands"
    DRAFTED = "drafted", "In a draft that waits"
    FOLLOWED = "followed", "Followed"
    FAILED = "failed", "Could not be followed"
    TAKEN_BACK = "taken_back", "Taken back"
    ENDED = "ended", "The conversation went on without it"


class DismissReason(models.TextChoices):
    """Why somebody puts a risk aside."""

    HANDLED = "handled", "It is being handled"
    HARMLESS = "harmless", "There is no risk"
    KNOWN = "known", "Known, and watched elsewhere"
    OTHER = "other", "Something else"


STANDING = (ActState.WAITING, ActState.DRAFTED, ActState.FAILED)


class OversightAct(models.Model):
    """One guidance, hold or dismissal, kept with what came of it; `risk` is that of the conversation at that moment."""

    id = IdField("ova")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="oversight_acts")
    kind = models.CharField(max_length=9, choices=ActKind)
    by = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(default=timezone.now)
    risk = models.PositiveSmallIntegerField(default=0)
    after_seq = models.PositiveIntegerField(default=0, help_text="How far the log was then")
    guidance_kind = models.CharField(max_length=7, choices=GuidanceKind, blank=True)
    text = models.TextField(blank=True, help_text="The instruction, for the assistant and the desk alone")
    about = models.CharField(max_length=40, blank=True, help_text="The id of the article or team that it names")
    reason = models.CharField(max_length=8, choices=DismissReason, blank=True)
    because = models.CharField(max_length=300, blank=True, help_text="Why it was put aside, or could not be followed")
    state = models.CharField(max_length=10, choices=ActState, default=ActState.WAITING)
    answer_seq = models.PositiveIntegerField(null=True, blank=True, help_text="What was said by it")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, state__in=STANDING) | Q(ended_at__isnull=False),
                name="oversight_act_ends_once",
            ),
            models.UniqueConstraint(
                fields=["conversation", "kind"], condition=Q(ended_at__isnull=True), name="oversight_act_one_of_a_kind"
            ),
        ]
        indexes = [models.Index(fields=["kind", "-at"], name="oversight_act_newest")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.kind} {self.state}"


class Oversight(models.Model):
    """How a conversation stands for supervisors; written with each decision of a turn, never with a message.

    What supervisors did, and what of it still stands, is in `OversightAct`. The row stays when the conversation is
    over, so that quality can look at what was risky: `highest` is the worst that it was.
    """

    id = IdField("ovr")
    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="oversight")
    risk = models.PositiveSmallIntegerField(default=0, help_text="From 0 to 100")
    highest = models.PositiveSmallIntegerField(default=0)
    tier = models.CharField(max_length=6, choices=Tier, default=Tier.LOW)
    reasons = models.JSONField(default=list, blank=True)
    topic = models.CharField(max_length=80, blank=True)
    asked_seq = models.PositiveIntegerField(default=0, help_text="The customer's message that was measured last")
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(risk__lte=100, highest__gte=F("risk")), name="oversight_risk_in_bounds")
        ]
        indexes = [models.Index(fields=["-highest", "-updated_at"], name="oversight_gravest")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.risk}"


class ControlRoomSettings(models.Model):
    """From which risk on a conversation is raised or high, and what forces approval; one row, or none as it came."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    raised_from = models.PositiveSmallIntegerField(default=30)
    high_from = models.PositiveSmallIntegerField(default=60)
    approve_from = models.CharField(max_length=6, choices=Tier, blank=True, help_text="Blank: no tier forces approval")
    approve_topics = models.JSONField(default=dict, blank=True, help_text="By topic: raised, high or never")
    alerts = models.BooleanField(default=True, help_text="Supervisors are told of a conversation that becomes high")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="control_room_settings_one_row"),
            models.CheckConstraint(
                condition=Q(raised_from__gte=1, high_from__gt=F("raised_from"), high_from__lte=100),
                name="control_room_tiers_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.raised_from}/{self.high_from}"
