"""What the company's own programs are told: where to, of what, and how each telling went."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from tenants.ids import IdField


class EndpointState(models.TextChoices):
    """Whether anything is sent to an endpoint."""

    ENABLED = "enabled", "Enabled"
    DISABLED = "disabled", "Switched off"


class DisabledBecause(models.TextChoices):
    """Why nothing is sent to an endpoint."""

    PERSON = "person", "Somebody switched it off"
    GONE = "gone", "It answered 410, which asks not to be called any more"
    FAILING = "failing", "It failed for days without a break"


class WebhookEndpoint(models.Model):
    """An address of the company's own that is told of events; the secret signs what is sent there.

    `failures` counts the tries that failed since the last one that did not.
    """

    id = IdField("whk")
    url = models.CharField(max_length=500)
    description = models.CharField(max_length=200, blank=True)
    types = ArrayField(models.CharField(max_length=40), help_text="Of the events that it hears of; * is all")
    secret = models.CharField(max_length=300, help_text="Sealed")
    previous_secret = models.CharField(max_length=300, blank=True, help_text="Sealed; signs too until it is over")
    previous_until = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=EndpointState, default=EndpointState.ENABLED)
    disabled_because = models.CharField(max_length=7, choices=DisabledBecause, blank=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    is_slow = models.BooleanField(default=False, help_text="It failed, or took long, the last time")
    rests_until = models.DateTimeField(null=True, blank=True, help_text="Nothing is sent before, since it fails")
    created_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="enabled", disabled_because="", disabled_at__isnull=True)
                | (Q(state="disabled", disabled_at__isnull=False) & ~Q(disabled_because="")),
                name="webhook_disabled_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(failures=0, failing_since__isnull=True) | Q(failures__gt=0, failing_since__isnull=False),
                name="webhook_failing_since",
            ),
        ]

    def __str__(self) -> str:
        return self.url


class WebhookEvent(models.Model):
    """Something that happened, as it is told; written in the transaction of what happened.

    It goes with the conversation and the customer that it names, and after a while in any case.
    """

    id = IdField("evt")
    type = models.CharField(max_length=40)
    data = models.JSONField()
    conversation = models.CharField(max_length=40, blank=True, help_text="Public id")
    customer = models.CharField(max_length=40, blank=True, help_text="Public id")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["created_at"], name="webhook_event_old"),
            models.Index(fields=["conversation"], name="webhook_event_of_talk", condition=~Q(conversation="")),
            models.Index(fields=["customer"], name="webhook_event_of_customer", condition=~Q(customer="")),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.id}"


class DeliveryCause(models.TextChoices):
    """Why an event is delivered to an endpoint."""

    EVENT = "event", "It happened"
    REPLAY = "replay", "Somebody wants it sent again"
    TEST = "test", "Somebody tries the endpoint"


class WebhookDeliveryState(models.TextChoices):
    """Where a delivery stands."""

    PENDING = "pending", "Not tried yet"
    FAILED = "failed", "Tried, and tried again"
    DELIVERED = "delivered", "Delivered"
    DEAD = "dead", "Given up"


class WebhookDelivery(models.Model):
    """One event on its way to one endpoint, with what came of each try.

    `log` has the tries: [{at, status, problem, took_ms, reply}]; `next_at` is when the next one is due.
    """

    id = IdField("del")
    endpoint = models.ForeignKey(WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    event = models.ForeignKey(WebhookEvent, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    cause = models.CharField(max_length=6, choices=DeliveryCause, default=DeliveryCause.EVENT)
    replay_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=9, choices=WebhookDeliveryState, default=WebhookDeliveryState.PENDING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True, default=timezone.now)
    last_at = models.DateTimeField(null=True, blank=True)
    last_status = models.PositiveSmallIntegerField(null=True, blank=True)
    last_problem = models.CharField(max_length=300, blank=True)
    took_ms = models.PositiveIntegerField(null=True, blank=True, help_text="The last try")
    log = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "endpoint"], name="webhook_delivery_once", condition=Q(cause="event")
            ),
            models.CheckConstraint(
                condition=Q(state__in=["pending", "failed"], next_at__isnull=False)
                | Q(state__in=["delivered", "dead"], next_at__isnull=True),
                name="webhook_delivery_is_due",
            ),
        ]
        indexes = [
            models.Index(fields=["endpoint", "-created_at", "-id"], name="webhook_delivery_newest"),
            models.Index(
                fields=["endpoint", "next_at"],
                name="webhook_delivery_due",
                condition=Q(state__in=["pending", "failed"]),
            ),
            models.Index(fields=["event"], name="webhook_delivery_of_event"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"
