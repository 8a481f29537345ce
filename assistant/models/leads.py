"""People who may become customers."""

from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class LeadState(models.TextChoices):
    """What became of a lead."""

    NEW = "new", "New"
    CONTACTED = "contacted", "Contacted"
    WON = "won", "Won"
    LOST = "lost", "Lost"


class Lead(models.Model):
    """Somebody who told the assistant what they need, with their score under the policy of that moment."""

    id = IdField("lead")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True, db_index=True)
    phone = models.CharField(max_length=30, blank=True, help_text="E.164")
    company = models.CharField(max_length=200, blank=True)
    told = models.JSONField(default=dict, help_text="What they said, by field, in canonical form")
    words = models.JSONField(default=dict, blank=True, help_text="What they said, by field, as they wrote it")
    score = models.IntegerField(default=0)
    reasons = models.JSONField(default=list, blank=True, help_text="The criteria that held, in words")
    good = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=LeadState, default=LeadState.NEW)
    conversation = models.CharField(max_length=40, blank=True, help_text="Public id")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [models.CheckConstraint(condition=~models.Q(email="", phone=""), name="lead_can_be_reached")]

    def __str__(self) -> str:
        return self.name or self.email or self.phone
