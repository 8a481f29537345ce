"""Customers and their conversations: who holds the baton, and how far the log is."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Replace
from django.utils import timezone
from django.utils.translation import gettext_noop

from agents.models import Agent, Skill, Team
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


class Channel(models.TextChoices):
    """By which way the customer writes."""

    WIDGET = "widget", gettext_noop("Widget")
    EMAIL = "email", gettext_noop("E-mail")
    API = "api", gettext_noop("Own channel")
    IMPORT = "import", gettext_noop("Brought from elsewhere")


class Priority(models.TextChoices):
    """How soon a person should look."""

    NORMAL = "normal", "Normal"
    HIGH = "high", "High"
    URGENT = "urgent", "Urgent"


class WaitsBy(models.TextChoices):
    """What a customer who waits for a person wants meanwhile, or instead of the chat."""

    MAIL = "mail", "Wants the answer by e-mail"
    CALL = "call", "Wants to be called"
    ASSISTANT = "assistant", "Asks the assistant meanwhile"


class AuthorKind(models.TextChoices):
    """Who wrote an entry of the log."""

    CUSTOMER = "customer", "Customer"
    ASSISTANT = "assistant", "Assistant"
    AGENT = "agent", "Agent"
    SYSTEM = "system", "System"


# What the search looks for of a customer: the name, the address, and its parts.
NAMED = SearchVector(
    Concat(
        F("name"),
        Value(" "),
        F("email"),
        Value(" "),
        Replace(F("email"), Value("@"), Value(" ")),
        output_field=models.TextField(),
    ),
    config="simple",
)


class Customer(models.Model):
    """Somebody who writes to the tenant; `name` is made up until we know better."""

    MADE_UP = "Visitor "  # how made-up names begin

    id = IdField("cus")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True, db_index=True)
    language = models.CharField(max_length=8, default="en")
    attributes = models.JSONField(default=dict, blank=True)
    page_attributes = models.JSONField(
        default=dict, blank=True, help_text="As the page around the widget says, unproven"
    )
    form_answers = models.JSONField(
        default=dict, db_default={}, blank=True, help_text="As they filled in the form before a chat, unproven"
    )
    external_id = models.CharField(max_length=128, blank=True, help_text="The company's own id, signed by its server")
    generation = models.PositiveIntegerField(default=0, help_text="Visitor tokens of an older one are over")
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="merged",
        db_index=False,
        help_text="The record of the same person under which the desk looks; gives no right to anything",
    )
    last_agent = models.ForeignKey(
        Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"], name="customer_external_id_once", condition=~Q(external_id="")
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="customer_not_merged_into_itself"
            ),
        ]
        indexes = [
            models.Index(fields=["merged_into"], name="customer_merged", condition=Q(merged_into__isnull=False)),
            GinIndex(NAMED, name="customer_words"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def own_name(self) -> str:
        """The name as far as it is known; "" for one that is made up."""
        return "" if self.name.startswith(self.MADE_UP) else self.name


class Conversation(models.Model):
    """A thread with one customer, with the baton and the newest words kept on its row.

    `seq` counts the entries of the log without a gap; `epoch` rises with every change of control. Both change
    only under the lock of this row. `due_at` is when the next step is taken if nothing happens before; its timer is
    a job that runs at `timer_at`, never later than `due_at`.
    """

    sla_version: UUID | None = None  # of the policies in force; `conversation_row` reads it along with the row
    webhook_types: list[str] | None = None  # of events that webhooks hear of, read along too; None: not known

    id = IdField("conv")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="conversations")
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.WIDGET)
    channel_ref = models.CharField(
        max_length=128, blank=True, help_text="What its own channel, or where it came from, calls it"
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    snoozed_until = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, default="en")
    subject = models.CharField(max_length=200, blank=True)
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    tags_refused = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, help_text="A person took them off: not by themselves"
    )

    holder = models.CharField(max_length=9, choices=Holder, default=Holder.ASSISTANT)
    # Every message writes the row, and with it into each index: these three have none, which only a deletion would use.
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    offered_to = models.ForeignKey(
        Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    offered_until = models.DateTimeField(null=True, blank=True, help_text="Then somebody else is asked")
    look_again_at = models.DateTimeField(null=True, blank=True, help_text="When less is asked of who may take it")
    skill = models.ForeignKey(Skill, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    epoch = models.PositiveIntegerField(default=1)
    held_since = models.DateTimeField(default=timezone.now)
    held_because = models.CharField(max_length=16, default="started")
    waiting_since = models.DateTimeField(null=True, blank=True)
    waits_by = models.CharField(max_length=9, choices=WaitsBy, blank=True, help_text="As the customer chose")
    answer_to = models.EmailField(blank=True, help_text="Where the customer wants the desk's answer; proves nothing")
    call_at = models.DateTimeField(null=True, blank=True, help_text="A call is promised: until shortly before it rests")
    priority = models.CharField(max_length=6, choices=Priority, default=Priority.NORMAL)
    trigger = models.CharField(max_length=40, blank=True)

    tasks_open = models.PositiveSmallIntegerField(default=0, help_text="Of the desk, under way in other departments")
    draft_due_at = models.DateTimeField(null=True, blank=True, help_text="While an answer is held for an agent")
    due_at = models.DateTimeField(null=True, blank=True)
    timer_at = models.DateTimeField(null=True, blank=True)
    unanswered_since = models.DateTimeField(null=True, blank=True)
    steps = models.PositiveSmallIntegerField(default=0)

    # The clocks of the company's promises; conversations/sla/clock.py reads and keeps them.
    desk_since = models.DateTimeField(null=True, blank=True, help_text="While people have it: since when")
    first_replied_at = models.DateTimeField(null=True, blank=True, help_text="By a person, since then")
    sla_clock = models.JSONField(null=True, blank=True, help_text="How far the clocks are, where a policy sets any")
    sla_due_at = models.DateTimeField(null=True, blank=True, help_text="Of the running clock that is due next")
    sla_timer_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged", db_index=False
    )

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
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | (Q(status="resolved") & ~Q(merged_into=F("id"))),
                name="conversation_merged_is_resolved",
            ),
            models.CheckConstraint(
                condition=Q(draft_due_at__isnull=True) | Q(holder="assistant", unanswered_since__isnull=False),
                name="conversation_draft_answers_somebody",
            ),
            models.UniqueConstraint(
                fields=["channel_ref"], name="conversation_brought_once", condition=Q(channel="import")
            ),
            models.CheckConstraint(
                condition=~Q(channel="import") | Q(status="resolved"), name="conversation_brought_is_resolved"
            ),
        ]
        indexes = [
            # Every row is in one of the next two, so a message writes into one: the list never mixes what is over.
            models.Index(fields=["-updated_at", "-id"], name="conversation_live", condition=~Q(status="resolved")),
            models.Index(fields=["-updated_at", "-id"], name="conversation_over", condition=Q(status="resolved")),
            models.Index(fields=["customer", "-created_at"], name="conversation_of_customer"),
            models.Index(fields=["waiting_since"], name="conversation_waiting", condition=Q(holder="queue")),
            models.Index(fields=["agent", "-updated_at"], name="conversation_held", condition=Q(holder="agent")),
            models.Index(fields=["merged_into"], name="conversation_merged", condition=Q(merged_into__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.id)
