"""What the tenant decides about the widget and about its data."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Customer
from tenants.ids import IdField


class WidgetSettings(models.Model):
    """One row: what a visitor reads before writing."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    greeting = models.CharField(max_length=300)
    quick_replies = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    first_words = models.JSONField(
        default=dict,
        db_default={},
        blank=True,
        help_text="By language, what its readers find instead: {greeting, quick_replies}",
    )
    greetings = models.JSONField(
        default=list, db_default=[], blank=True, help_text="On the company's pages, the first that fits wins"
    )
    form = models.JSONField(default=dict, db_default={}, blank=True, help_text="What is asked before a chat")

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
