"""The tenant's own service, which Baton asks for records and gives acts to."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class Connector(models.Model):
    """One row: where the tenant's service is, and what goes through it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    on = models.BooleanField(default=False)
    address = models.CharField(max_length=300, blank=True, help_text="Base address, without a slash at its end")
    secret = models.TextField(blank=True, help_text="Sealed")
    old_secret = models.TextField(blank=True, help_text="Sealed; signs too until old_until")
    old_until = models.DateTimeField(null=True, blank=True)
    reads = ArrayField(
        models.CharField(max_length=20), default=list, blank=True, help_text="Which records come from it"
    )
    acts = ArrayField(
        models.CharField(max_length=40), default=list, blank=True, help_text="Kinds of act it carries out"
    )
    seconds = models.PositiveSmallIntegerField(
        default=5, validators=[MinValueValidator(1), MaxValueValidator(10)], help_text="Until an answer is too late"
    )
    keeps_until = models.DateTimeField(null=True, blank=True, help_text="Calls keep their bodies until then")
    updated_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.address


class ConnectorCall(models.Model):
    """One request to the tenant's service: what for and how it went; what it carried only if somebody asked for it."""

    id = IdField("call")
    purpose = models.CharField(max_length=4, help_text="read, act or test")
    method = models.CharField(max_length=6, default="POST")
    path = models.CharField(max_length=120)
    outcome = models.CharField(max_length=20, help_text="under_way, answered, or why it failed")
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    took_ms = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    action = models.CharField(max_length=40, blank=True, help_text="Public id")
    kept = models.JSONField(default=dict, blank=True, help_text="The bodies, while somebody looks for a fault")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"
