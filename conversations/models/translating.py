"""What was written, in another language: by the company's language model, or by the agent who wrote it there first."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from conversations.models.conversation import Conversation
from conversations.models.log import Message
from tenants.ids import IdField


class TranslationState(models.TextChoices):
    """How far a translation is."""

    WAITING = "waiting", "Being made"
    MADE = "made", "Made by a machine"
    WRITTEN = "written", "Written by the agent"
    SAME = "same", "Is in that language already"
    FAILED = "failed", "Could not be made"


HAS_TEXT = ("made", "written")


class Translation(models.Model):
    """A message in one other language, for everybody at the desk who reads that; the message itself never changes."""

    id = IdField("trl")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="translations", db_index=False
    )
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="translations", db_index=False)
    language = models.CharField(max_length=8, help_text="Into which")
    state = models.CharField(max_length=7, choices=TranslationState, default=TranslationState.WAITING)
    source = models.CharField(max_length=8, blank=True, help_text="Of the message; empty while unknown")
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=12, blank=True, help_text="Why it could not be made")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["message", "language"], name="translation_once"),
            models.CheckConstraint(
                condition=(Q(state__in=HAS_TEXT) & ~Q(text="")) | (~Q(state__in=HAS_TEXT) & Q(text="")),
                name="translation_text_iff_there",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(problem="")) | (~Q(state="failed") & Q(problem="")),
                name="translation_problem_iff_failed",
            ),
        ]
        indexes = [models.Index(fields=["conversation", "language"], name="translation_of_conversation")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.language}"
