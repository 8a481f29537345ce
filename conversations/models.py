"""Customers, their conversations, and the log that is the truth about each."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from agents.models import Agent, Team
from tenants.ids import IdField


class Status(models.TextChoices):
    """Whether a conversation still needs anybody."""

    OPEN = "open", "Open"
    SNOOZED = "snoozed", "Snoozed"
    RESOLVED = "resolved", "Resolved"


class Holder(models.TextChoices):
    """In whose hand the baton is."""

    ASSISTANT = "assistant", "Assistant"
    QUEUE = "queue", "Queue"
    AGENT = "agent", "Agent"


class AuthorKind(models.TextChoices):
    """Who wrote an entry of the log."""

    CUSTOMER = "customer", "Customer"
    ASSISTANT = "assistant", "Assistant"
    AGENT = "agent", "Agent"
    SYSTEM = "system", "System"


class Kind(models.TextChoices):
    """What an entry of the log records."""

    TEXT = "text", "Text"
    CONTROL = "control", "Control changed"
    STATUS = "status", "Status changed"


class Channel(models.TextChoices):
    """By which way the customer writes."""

    WIDGET = "widget", "Widget"
    EMAIL = "email", "E-mail"


class Priority(models.TextChoices):
    """How soon a person should look."""

    NORMAL = "normal", "Normal"
    HIGH = "high", "High"
    URGENT = "urgent", "Urgent"


class Customer(models.Model):
    """Somebody who writes to the tenant; `name` is made up until we know better."""

    id = IdField("cus")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True, db_index=True)
    language = models.CharField(max_length=8, default="en")
    attributes = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name


class Conversation(models.Model):
    """A thread with one customer, with the baton and the newest words kept on its row.

    `seq` counts the entries of the log without a gap; `epoch` rises with every change of control. Both change
    only under the lock of this row. `due_at` is when the next step is taken if nothing happens before; its timer is
    a job that runs at `timer_at`, never later than `due_at`.
    """

    id = IdField("conv")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="conversations")
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.WIDGET)
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    snoozed_until = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, default="en")
    subject = models.CharField(max_length=200, blank=True)
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    holder = models.CharField(max_length=9, choices=Holder, default=Holder.ASSISTANT)
    # Every message writes the row, and with it into each index: these three have none, which only a deletion would use.
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    offered_to = models.ForeignKey(
        Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    epoch = models.PositiveIntegerField(default=1)
    held_since = models.DateTimeField(default=timezone.now)
    held_because = models.CharField(max_length=16, default="started")
    waiting_since = models.DateTimeField(null=True, blank=True)
    priority = models.CharField(max_length=6, choices=Priority, default=Priority.NORMAL)
    trigger = models.CharField(max_length=40, blank=True)

    due_at = models.DateTimeField(null=True, blank=True)
    timer_at = models.DateTimeField(null=True, blank=True)
    unanswered_since = models.DateTimeField(null=True, blank=True)
    steps = models.PositiveSmallIntegerField(default=0)

    seq = models.PositiveIntegerField(default=0)
    last_customer_seq = models.PositiveIntegerField(default=0)
    seen_seq = models.PositiveIntegerField(default=0)
    mailed_seq = models.PositiveIntegerField(default=0)
    last_kind = models.CharField(max_length=9, choices=AuthorKind, blank=True)
    last_author = models.CharField(max_length=120, blank=True)
    last_text = models.CharField(max_length=160, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(holder="agent", agent__isnull=False) | (~Q(holder="agent") & Q(agent__isnull=True)),
                name="conversation_agent_iff_held",
            ),
            models.CheckConstraint(
                condition=Q(holder="queue", waiting_since__isnull=False)
                | (~Q(holder="queue") & Q(waiting_since__isnull=True)),
                name="conversation_waiting_iff_queued",
            ),
            models.CheckConstraint(
                condition=~Q(status="resolved") | Q(holder="assistant"), name="conversation_resolved_is_free"
            ),
            models.CheckConstraint(
                condition=Q(last_customer_seq__lte=F("seq"), seen_seq__lte=F("seq"), mailed_seq__lte=F("seq")),
                name="conversation_marks_within_log",
            ),
            models.CheckConstraint(
                condition=Q(status="snoozed", snoozed_until__isnull=False)
                | (~Q(status="snoozed") & Q(snoozed_until__isnull=True)),
                name="conversation_snoozed_until_iff_snoozed",
            ),
            models.CheckConstraint(
                condition=Q(status="resolved", due_at__isnull=True) | (~Q(status="resolved") & Q(due_at__isnull=False)),
                name="conversation_due_iff_live",
            ),
            models.CheckConstraint(
                condition=~Q(status="snoozed") | Q(holder="agent"), name="conversation_snoozed_by_an_agent"
            ),
        ]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="conversation_recent"),
            models.Index(fields=["customer", "-created_at"], name="conversation_of_customer"),
            models.Index(fields=["waiting_since"], name="conversation_waiting", condition=Q(holder="queue")),
            models.Index(fields=["agent", "-updated_at"], name="conversation_held", condition=Q(holder="agent")),
            models.Index(
                fields=["-updated_at"],
                name="conversation_automated",
                condition=Q(holder="assistant", status="open"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


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

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.seq}"


class Decision(models.Model):
    """What one turn decided and why: the facts as measured, the rule, and what was done."""

    id = IdField("dec")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="decisions")
    asked_seq = models.PositiveIntegerField()
    answer_seq = models.PositiveIntegerField(null=True, blank=True)
    action = models.CharField(max_length=8, choices=[(a, a) for a in ("answer", "unsure", "handover")])
    trigger = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=120, blank=True)
    rule = models.CharField(max_length=80, blank=True)
    rules_version = models.PositiveIntegerField()
    facts = models.JSONField()
    confidence = models.FloatField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action="handover") | Q(answer_seq__isnull=False),
                name="decision_answers_or_hands_over",
            ),
            models.UniqueConstraint(fields=["conversation", "asked_seq"], name="decision_once_per_question"),
        ]

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
    client_id = models.UUIDField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["conversation", "client_id"], name="note_client_id_once")]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.author_id or ''}"


class Attachment(models.Model):
    """A file that somebody uploaded; it belongs to nobody's log until a message names it."""

    id = IdField("att")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, blank=True, related_name="uploads")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, blank=True, related_name="attachments")
    name = models.CharField(max_length=160)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    stored_as = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(customer__isnull=False, agent__isnull=True) | Q(customer__isnull=True, agent__isnull=False),
                name="attachment_of_one_uploader",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at"], name="attachment_unsent", condition=Q(message__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.content_type})"


class SentMail(models.Model):
    """What left by mail: which part of the log, to whom, under which Message-ID."""

    id = IdField("mail")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="sent_mails")
    to = models.EmailField()
    subject = models.CharField(max_length=240)
    from_seq = models.PositiveIntegerField()
    to_seq = models.PositiveIntegerField()
    message_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "from_seq"], name="sent_mail_once_per_part"),
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.from_seq}-{self.to_seq}"


class ReceivedMail(models.Model):
    """A mail that came in, by its Message-ID, so that a second delivery stores nothing."""

    message_id = models.CharField(max_length=255, primary_key=True)
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="received_mails")
    from_address = models.EmailField()
    received_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.message_id


class WidgetSettings(models.Model):
    """One row: what a visitor reads before writing."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    greeting = models.CharField(max_length=300)
    quick_replies = ArrayField(models.CharField(max_length=80), default=list, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="widget_settings_one_row")]

    def __str__(self) -> str:
        return self.greeting


class ExportKind(models.TextChoices):
    """What an export holds."""

    WORKSPACE = "workspace", "Workspace"
    CUSTOMER = "customer", "Customer"


class ExportState(models.TextChoices):
    """Where an export stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    EXPIRED = "expired", "Expired"


class Export(models.Model):
    """A copy of all data of the tenant, or of one customer, made as a job and fetched by a signed link."""

    id = IdField("exp")
    kind = models.CharField(max_length=9, choices=ExportKind)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=ExportState, default=ExportState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes")
    problem = models.CharField(max_length=200, blank=True)
    requested_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ready_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="customer", customer__isnull=False) | Q(kind="workspace", customer__isnull=True),
                name="export_of_customer_names_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Erasure(models.Model):
    """A customer who was erased, or is being erased: the id alone, so that nothing comes back under it, and counts."""

    id = IdField("ers")
    customer_id = models.UUIDField(unique=True, help_text="Of a customer who is no more")
    conversations = models.PositiveIntegerField(default=0)
    messages = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    requested_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-requested_at"]

    def __str__(self) -> str:
        return str(self.id)
