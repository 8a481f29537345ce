"""The published books of rules, each version kept for ever."""

from django.db import models
from django.utils import timezone


class RuleBookVersion(models.Model):
    """All rules of a tenant as they stood when published; the highest number is in force."""

    number = models.PositiveIntegerField(unique=True)
    document = models.JSONField()
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.CharField(max_length=80)

    class Meta:
        ordering = ["-number"]
        constraints = [models.CheckConstraint(condition=models.Q(number__gte=1), name="rule_book_number_from_1")]

    def __str__(self) -> str:
        return f"Rules, version {self.number}"
