"""How the tenant wants its assistant to be."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class Tone(models.TextChoices):
    """How the assistant's own words sound; articles are quoted as they are."""

    WARM = "warm", "Warm"
    NEUTRAL = "neutral", "Neutral"
    FORMAL = "formal", "Formal"


class Mode(models.TextChoices):
    """How far the assistant acts by itself."""

    AUTOPILOT = "autopilot", "Answers by itself"
    SUPERVISED = "supervised", "Each answer waits for an agent"
    COPILOT = "copilot", "Drafts for agents only"
    OFF = "off", "Off"


class Engine(models.TextChoices):
    """What makes the answers."""

    EMBEDDED = "embedded", "Baton's own, from your articles"
    LANGUAGE_MODEL = "language_model", "A language model, from your articles"
    OUTSIDE = "outside", "An AI of your own, over the API"


class AssistantSettings(models.Model):
    """One row: how the tenant wants its assistant to be."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    tone = models.CharField(max_length=8, choices=Tone, default=Tone.WARM)
    tone_chosen_at = models.DateTimeField(null=True, blank=True)
    tried_questions = models.PositiveIntegerField(default=0, help_text="Asked by the team to test the knowledge")

    mode = models.CharField(max_length=10, choices=Mode, default=Mode.AUTOPILOT)
    draft_minutes = models.PositiveSmallIntegerField(
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Until a held draft goes to a person",
    )
    threshold = models.FloatField(
        null=True, blank=True, help_text="Confidence to answer from; empty: drawn from the knowledge"
    )

    order_numbers = models.CharField(
        max_length=200, blank=True, help_text="Examples such as LC-104233; empty: learnt from the orders"
    )

    engine = models.CharField(max_length=14, choices=Engine, default=Engine.EMBEDDED)
    model_address = models.CharField(max_length=300, blank=True, help_text="Base address of an OpenAI-compatible API")
    model_name = models.CharField(max_length=120, blank=True)
    model_key = models.TextField(blank=True, help_text="Sealed")
    tokens_per_day = models.PositiveIntegerField(default=1_000_000)
    tokens_per_conversation = models.PositiveIntegerField(default=60_000)
    tokens_per_visitor = models.PositiveIntegerField(default=120_000, help_text="Within a day")
    outside_seconds = models.PositiveSmallIntegerField(
        default=20,
        validators=[MinValueValidator(5), MaxValueValidator(45)],
        help_text="Until Baton answers instead of an AI of the company's own",
    )
    translates = models.BooleanField(default=False, help_text="Between customer and agent, by the language model")
    engine_alerted_at = models.DateTimeField(null=True, blank=True, help_text="When people were last told of trouble")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="assistant_settings_one_row"),
            models.CheckConstraint(
                condition=models.Q(threshold__isnull=True) | models.Q(threshold__gte=0, threshold__lte=1),
                name="assistant_settings_threshold_share",
            ),
        ]

    def __str__(self) -> str:
        return self.tone


class ModelCall(models.Model):
    """One request to the tenant's language model: what it cost and how it ended; no words of anybody."""

    id = IdField("mdl")
    conversation = models.CharField(max_length=40, blank=True, help_text="Public id")
    customer = models.CharField(max_length=40, blank=True, help_text="Public id")
    purpose = models.CharField(max_length=20, default="answer")
    model = models.CharField(max_length=120)
    outcome = models.CharField(max_length=40, help_text="answered, or the kind of failure")
    prompt_tokens = models.PositiveIntegerField(default=0)
    completion_tokens = models.PositiveIntegerField(default=0)
    first_byte_ms = models.PositiveIntegerField(null=True, blank=True)
    whole_ms = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["created_at"], name="model_call_day"),
            models.Index(fields=["conversation", "created_at"], name="model_call_of_conversation"),
            models.Index(fields=["customer", "created_at"], name="model_call_of_customer"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.outcome}"
