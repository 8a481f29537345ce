"""Customers who turned out to be one person, and what colleagues note about a customer."""

from django.db import models
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Customer
from tenants.ids import IdField


class CustomerMerge(models.Model):
    """Somebody said that two records are one person; each keeps what is its own, so that it can be taken back."""

    id = IdField("mrg")
    kept = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="merges")
    taken = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="merged_by")
    moved = models.JSONField(default=list, help_text="Ids of all records that joined: the one taken, and what it had")
    reasons = models.JSONField(default=list, help_text="What spoke for it")
    by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.taken_id} into {self.kept_id}"


class NotDoubles(models.Model):
    """Somebody said that two records are two people: they are suggested no more."""

    first = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_doubles_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="not_doubles_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} is not {self.second_id}"


class CustomerNote(models.Model):
    """What a colleague wants others to know about a customer; for the desk alone."""

    id = IdField("cnt")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.author_id or ''}"
