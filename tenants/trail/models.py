"""What was done in a tenant that somebody may have to answer for (tenant's schema)."""

from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class ActorKind(models.TextChoices):
    """Who did it."""

    AGENT = "agent", "Agent"
    TOKEN = "token", "API token"
    OPERATOR = "operator", "Operator"
    SYSTEM = "system", "Baton"


class AuditEntry(models.Model):
    """One privileged action; the application's database role may add rows, and neither change nor remove one."""

    id = IdField("aud")
    at = models.DateTimeField(default=timezone.now, editable=False)
    actor_kind = models.CharField(max_length=8, choices=ActorKind)
    actor_id = models.CharField(max_length=40, blank=True)
    actor_name = models.CharField(max_length=120)
    via_id = models.CharField(max_length=40, blank=True, help_text="The token of a program that did it for the actor")
    via_name = models.CharField(max_length=120, blank=True)
    action = models.CharField(max_length=60, help_text="Dotted, past tense, such as role.changed")
    object_kind = models.CharField(max_length=40, blank=True)
    object_id = models.CharField(max_length=60, blank=True)
    object_name = models.CharField(max_length=200, blank=True)
    changes = models.JSONField(default=dict, blank=True, help_text="{field: [before, after]}, secrets left out")
    address = models.GenericIPAddressField(null=True, blank=True)
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["action", "-at"], name="audit_by_action"),
            models.Index(fields=["actor_id", "-at"], name="audit_by_actor"),
            models.Index(fields=["object_id", "-at"], name="audit_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.action} by {self.actor_name}"
