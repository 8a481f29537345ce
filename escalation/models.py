"""The published books of rules, each version kept for ever, and the draft of the next one."""

from django.db import models
from django.utils import timezone


class RuleBookVersion(models.Model):
    """All rules of a tenant as they stood when published; the highest number is in force."""

    number = models.PositiveIntegerField(unique=True)
    document = models.JSONField()
    note = models.CharField(max_length=300, blank=True, help_text="Why, in the words of whoever published it")
    restored_from = models.PositiveIntegerField(null=True, blank=True, help_text="The version whose rules came back")
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.CharField(max_length=80)

    class Meta:
        ordering = ["-number"]
        constraints = [models.CheckConstraint(condition=models.Q(number__gte=1), name="rule_book_number_from_1")]

    def __str__(self) -> str:
        return f"Rules, version {self.number}"


class RuleDraft(models.Model):
    """One row: the rules as somebody is changing them.

    The revision rises with every change and is never taken again, also when the draft was published or thrown away:
    whoever still sees an older one is told so.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    document = models.JSONField(null=True, blank=True, help_text="As it was typed, whole or not; null: no draft")
    revision = models.PositiveIntegerField(default=0)
    based_on = models.PositiveIntegerField(default=0, help_text="The version in force when the draft was begun")
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.CharField(max_length=80, blank=True)
    changed_by_id = models.CharField(max_length=40, blank=True, help_text="Of the agent or the token")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="rule_draft_one")]

    def __str__(self) -> str:
        return f"Draft of the rules, revision {self.revision}"
