"""How agents write: canned replies, macros, drafts of replies, replies that are held for a moment."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Conversation
from tenants.ids import IdField

LONGEST_HOLD = 10  # seconds


class CannedReply(models.Model):
    """Words that the desk says often, with {{variables}}; one of a shortcut for each language."""

    id = IdField("can")
    name = models.CharField(max_length=120)
    shortcut = models.CharField(max_length=40, blank=True)
    folder = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=8, blank=True, help_text="Empty for any")
    text = models.TextField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["folder", "name", "language", "id"]
        constraints = [
            models.UniqueConstraint(fields=["folder", "name", "language"], name="canned_reply_name_once"),
            models.UniqueConstraint(
                fields=["shortcut", "language"], name="canned_reply_shortcut_once", condition=~Q(shortcut="")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Macro(models.Model):
    """Acts of the desk under one name, as `conversations.desk_acts` reads them."""

    id = IdField("mac")
    name = models.CharField(max_length=120, unique=True)
    acts = models.JSONField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class MacroRun(models.Model):
    """A macro was carried out in a conversation, and what is needed to take it back."""

    id = IdField("mcr")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, help_text="Of the macro, which may be gone")
    undo = models.JSONField()
    key = models.UUIDField(unique=True, help_text="The client's own, so that a repeat does nothing")
    undone_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name


class ReplyDraft(models.Model):
    """What an agent has written in a conversation and not sent; `revision` rises with each change."""

    id = IdField("rdf")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="reply_drafts")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="reply_drafts")
    mode = models.CharField(max_length=5, choices=[("reply", "Reply"), ("note", "Note")], default="reply")
    reply = models.TextField(blank=True)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-updated_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["conversation", "agent"], name="reply_draft_once")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.agent_id}"


class HeldReply(models.Model):
    """A reply on its way, which its agent may still take back; the agent holds the baton meanwhile."""

    id = IdField("hld")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="held_replies")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="held_replies")
    client_id = models.UUIDField()
    text = models.TextField(blank=True)
    written_text = models.TextField(blank=True, help_text="The agent's own words, where `text` is their translation")
    written_language = models.CharField(max_length=8, blank=True, help_text="Of the agent's own words")
    attachments = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    acts = models.JSONField(default=list, blank=True, help_text="What is done once it is said")
    due_at = models.DateTimeField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "client_id"], name="held_reply_client_id_once"),
            models.UniqueConstraint(fields=["conversation", "agent"], name="held_reply_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.agent_id}"


class WritingSettings(models.Model):
    """How one person writes."""

    agent = models.OneToOneField(Agent, on_delete=models.CASCADE, primary_key=True, related_name="writing_settings")
    undo_seconds = models.PositiveSmallIntegerField(default=5, validators=[MaxValueValidator(LONGEST_HOLD)])

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(undo_seconds__lte=LONGEST_HOLD), name="writing_undo_at_most_10_s")
        ]

    def __str__(self) -> str:
        return str(self.agent_id)
