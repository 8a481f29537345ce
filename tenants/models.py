"""Companies, how they sign up, their host names, all jobs, the heartbeats of our processes (public schema)."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django_tenants.models import DomainMixin, TenantMixin

from tenants.ids import IdField

DEFAULT_ACCENT = "#4f46c8"


def _english() -> list[str]:
    return ["en"]


class Tenant(TenantMixin, models.Model):  # type: ignore[misc]
    """A company that subscribed; its data lives in the schema of its name."""

    name = models.CharField(max_length=120)
    accent = models.CharField(max_length=7, default=DEFAULT_ACCENT)
    logo = models.CharField(max_length=80, blank=True, help_text="Name of the file in the tenant's folder")
    assistant_name = models.CharField(
        max_length=40, blank=True, db_default="", default="", help_text="Beside the label that it is an AI"
    )
    privacy_url = models.CharField(
        max_length=500,
        blank=True,
        db_default="",
        default="",
        help_text="The company's page on what becomes of people's words",
    )
    time_zone = models.CharField(max_length=60, default="UTC")
    languages = ArrayField(models.CharField(max_length=8), default=_english)
    allowed_sites = ArrayField(
        models.CharField(max_length=255), default=list, blank=True, help_text="Origins that may embed; any when empty"
    )
    retention_days = models.PositiveIntegerField(
        null=True, blank=True, help_text="Conversations are kept for ever when empty"
    )
    requires_totp = models.BooleanField(default=False, help_text="Owners and admins need a second factor")
    widget_seen_at = models.DateTimeField(null=True, blank=True)
    widget_seen_on = models.CharField(max_length=255, blank=True)
    guide_place = models.CharField(max_length=20, blank=True)
    guide_left_at = models.DateTimeField(null=True, blank=True, help_text="When the first-run guide was put away")
    is_platform = models.BooleanField(default=False, help_text="The company that runs Baton")
    schema_version = models.CharField(max_length=64, blank=True, help_text="Digest of the migrations in its schema")
    suspended_at = models.DateTimeField(null=True, blank=True)
    suspended_for = models.CharField(max_length=200, blank=True, help_text="Why, in words that its owner may read")
    closing_at = models.DateTimeField(null=True, blank=True, help_text="When it was closed; it goes after the grace")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    auto_create_schema = False

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_platform"], name="tenant_one_platform", condition=models.Q(is_platform=True)
            )
        ]

    def __str__(self) -> str:
        return self.name


class Domain(DomainMixin, models.Model):  # type: ignore[misc]
    """A host name that leads to a tenant."""

    def __str__(self) -> str:
        return str(self.domain)


class DomainClaim(models.Model):
    """A host name that a tenant says is its own; it leads there once a record in the DNS proves it."""

    id = IdField("dom")
    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="claims")
    domain = models.CharField(max_length=253)
    proof = models.CharField(max_length=64)
    proven_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "domain"], name="domain_claimed_once"),
            models.UniqueConstraint(
                fields=["domain"], name="domain_proven_once", condition=models.Q(proven_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.domain


class PooledSchema(models.Model):
    """A migrated, empty schema that waits for the next company."""

    schema_name = models.CharField(max_length=63, primary_key=True)
    schema_version = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.schema_name


class SignUp(models.Model):
    """A company that asked for a workspace and must prove its e-mail address; the token is stored as a digest."""

    id = IdField("sup")
    digest = models.CharField(max_length=64, unique=True)
    company = models.CharField(max_length=120)
    person = models.CharField(max_length=80)
    email = models.EmailField()
    password = models.CharField(max_length=128, help_text="Hashed")
    time_zone = models.CharField(max_length=60, default="UTC")
    plan = models.CharField(max_length=8, blank=True, default="", help_text="Chosen")
    interval = models.CharField(max_length=5, blank=True, default="")
    address = models.GenericIPAddressField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True, blank=True)
    tenant = models.ForeignKey(Tenant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["email", "created_at"], name="sign_up_by_email"),
            models.Index(fields=["address", "created_at"], name="sign_up_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.company} by {self.email}"


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
    request_id = models.CharField(max_length=24, blank=True, db_default="", help_text="Of the request that led to it")

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


class Minute(models.Model):
    """What all processes together counted in one minute under one name, such as turns by how long they took."""

    at = models.DateTimeField()
    name = models.CharField(max_length=40)
    counts = ArrayField(models.IntegerField())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["at", "name"], name="minute_once")]

    def __str__(self) -> str:
        return f"{self.name} at {self.at:%H:%M}"


class MigrationRun(models.Model):
    """One migration of the tenants' schemas: how far it came, and what went wrong where."""

    version = models.CharField(max_length=64, help_text="Of the code")
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    seen_at = models.DateTimeField(default=timezone.now, help_text="The last sign of life")
    ended_at = models.DateTimeField(null=True, blank=True)
    canary = models.CharField(max_length=63, blank=True, help_text="The schema that went first")
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=dict, help_text="{schema: what went wrong}")

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.done} of {self.total} to {self.version}"

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it runs."""
        return None if self.ended_at is None else round((self.ended_at - self.started_at).total_seconds(), 1)
