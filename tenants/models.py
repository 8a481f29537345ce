"""Companies, their host names, the jobs of all tenants and the heartbeats of our processes (public schema)."""

import uuid

from django.db import models
from django.utils import timezone
from django_tenants.models import DomainMixin, TenantMixin

DEFAULT_ACCENT = "#4f46e5"


class Tenant(TenantMixin, models.Model):  # type: ignore[misc]
    """A company that subscribed; its data lives in the schema of its name."""

    name = models.CharField(max_length=120)
    accent = models.CharField(max_length=7, default=DEFAULT_ACCENT)
    suspended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    auto_create_schema = False

    def __str__(self) -> str:
        return self.name


class Domain(DomainMixin, models.Model):  # type: ignore[misc]
    """A host name that leads to a tenant."""

    def __str__(self) -> str:
        return str(self.domain)


class JobState(models.TextChoices):
    """Where a job stands."""

    READY = "ready", "Ready"
    LEASED = "leased", "Leased"
    DEAD = "dead", "Dead letter"


class Job(models.Model):
    """Work that was written in the transaction of its cause; holds ids only, never a customer's words.

    Of the jobs that wait under the same `key` there is one at most: writing it again moves it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    schema_name = models.CharField(max_length=63)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=80, blank=True)
    ids = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=JobState, default=JobState.READY)
    run_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="leased", lease_token__isnull=False, lease_until__isnull=False)
                | (~models.Q(state="leased") & models.Q(lease_token__isnull=True, lease_until__isnull=True)),
                name="job_leased_has_token",
            ),
            models.UniqueConstraint(
                fields=["schema_name", "kind", "key"],
                name="job_waits_once_per_key",
                condition=models.Q(state="ready") & ~models.Q(key=""),
            ),
        ]
        indexes = [
            models.Index(fields=["run_at"], name="job_ready", condition=models.Q(state="ready")),
            models.Index(fields=["lease_until"], name="job_leased", condition=models.Q(state="leased")),
            models.Index(fields=["created_at"], name="job_dead", condition=models.Q(state="dead")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.schema_name}"


class Heartbeat(models.Model):
    """The last sign of life of a kind of process, written by that process."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
