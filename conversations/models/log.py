"""The log, and what was decided on the way: decisions, handovers, notes."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent, Team
from conversations.models.conversation import AuthorKind, Conversation
from tenants.ids import IdField

# What the search looks for: words as they are, of any language; conversations/searching/hits.py asks for the same.
WORDS = SearchVector("text", config="simple")


class Kind(models.TextChoices):
    """What an entry of the log records."""

    TEXT = "text", "Text"
    CONTROL = "control", "Control changed"
    STATUS = "status", "Status changed"


class Message(models.Model):
    """An entry of a conversation's log, append-only, numbered by `seq`; written by `conversations.log` alone."""

    id = IdField("msg")
    # Found by the index of message_seq_once; an index by agent would be written with every reply, for deletions alone.
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="messages", db_index=False)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=7, choices=Kind, default=Kind.TEXT)
    author_kind = models.CharField(max_length=9, choices=AuthorKind)
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    text = models.TextField(blank=True)
    sources = models.JSONField(default=list, blank=True)
    data = models.JSONField(default=dict, blank=True)
    client_id = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "seq"], name="message_seq_once"),
            models.UniqueConstraint(
                fields=["conversation", "client_id"],
                name="message_client_id_once",
                condition=Q(client_id__isnull=False),
            ),
            models.CheckConstraint(condition=Q(seq__gte=1), name="message_seq_from_1"),
        ]
        indexes = [GinIndex(WORDS, name="message_words", condition=Q(kind="text"))]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.seq}"


class Decision(models.Model):
    """What one turn decided and why: the facts as measured, the rule, and what was done."""

    id = IdField("dec")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="decisions")
    asked_seq = models.PositiveIntegerField()
    answer_seq = models.PositiveIntegerField(null=True, blank=True)
    action = models.CharField(max_length=8, choices=[(a, a) for a in ("answer", "unsure", "handover", "held", "off")])
    trigger = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=120, blank=True)
    rule = models.CharField(max_length=80, blank=True)
    rules_version = models.PositiveIntegerField()
    facts = models.JSONField()
    considered = models.JSONField(null=True, blank=True, help_text="The rules that held, and those that nearly did")
    model_versions = models.JSONField(default=dict, blank=True, help_text="Of what measured and answered, by name")
    confidence = models.FloatField(null=True, blank=True)
    topic = models.CharField(max_length=80, blank=True, help_text="Name of the intent")
    mode = models.CharField(max_length=10, blank=True)
    engine = models.CharField(max_length=14, blank=True)
    knowledge_number = models.PositiveBigIntegerField(default=0)
    articles = ArrayField(models.CharField(max_length=40), default=list, blank=True, help_text="Public ids, quoted")
    skill = models.CharField(max_length=40, blank=True, help_text="That answered or handed over")
    task = models.JSONField(null=True, blank=True, help_text="The task that is under way after this turn")
    guided = models.JSONField(null=True, blank=True, help_text="Which supervisor's guidance it followed")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__in=["handover", "held", "off"]) | Q(answer_seq__isnull=False),
                name="decision_answers_or_hands_over",
            ),
            models.UniqueConstraint(fields=["conversation", "asked_seq"], name="decision_once_per_question"),
        ]
        indexes = [models.Index(fields=["created_at"], name="decision_recent")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.asked_seq} {self.action}"


class Handover(models.Model):
    """The baton left the assistant: why, and the card that travels with it."""

    id = IdField("hnd")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="handovers")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="handover")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField()
    fired = ArrayField(models.CharField(max_length=40), default=list)
    card = models.JSONField()
    routing = models.JSONField(default=dict)
    requested_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    repeats = models.JSONField(null=True, blank=True, help_text="What the customer had to say again; none: not looked")

    class Meta:
        ordering = ["requested_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="handover_accepted_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.requested_at:%Y-%m-%d %H:%M}"


class Note(models.Model):
    """Private words for the desk about a conversation; no customer ever sees one. Without author it is Baton's own."""

    id = IdField("note")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    data = models.JSONField(default=dict, blank=True, help_text="Whom it mentions, by id and name")
    client_id = models.UUIDField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["conversation", "client_id"], name="note_client_id_once")]
        indexes = [GinIndex(WORDS, name="note_words")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.author_id or ''}"


class Mention(models.Model):
    """A note names a colleague, who is to see it."""

    id = IdField("mtn")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="mentions", db_index=False)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="mentions", db_index=False)
    seen_at = models.DateTimeField(null=True, blank=True, help_text="When they first opened the conversation since")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["note", "agent"], name="mention_once_in_a_note")]
        indexes = [models.Index(fields=["agent", "-created_at", "-id"], name="mention_newest")]

    def __str__(self) -> str:
        return f"{self.note_id} {self.agent_id}"
