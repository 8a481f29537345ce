"""Decision guides that admins draw for troubleshooting."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class Guide(models.Model):
    """Questions and outcomes that lead a customer to the cause of a trouble, step by step; on only when sound."""

    id = IdField("gde")
    title = models.CharField(max_length=120, unique=True)
    examples = ArrayField(models.CharField(max_length=300), default=list, blank=True, help_text="Ways to ask for it")
    steps = models.JSONField(default=list, help_text="List of {id, kind, says, answers: [{label, also, to}]}")
    on = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title
