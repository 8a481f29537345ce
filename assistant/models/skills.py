"""How skills are set up, and what they did."""

from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class SkillSettings(models.Model):
    """How the tenant wants one skill; without a row it is on, with its usual policy."""

    name = models.CharField(max_length=40, primary_key=True)
    on = models.BooleanField(default=True)
    waits = models.BooleanField(default=False, db_default=False, help_text="For the first records that it needs")
    policy = models.JSONField(default=dict, blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ActionState(models.TextChoices):
    """What became of an action."""

    PENDING = "pending", "Waits for the connector"
    DONE = "done", "Done"
    DECLINED = "declined", "Declined by an agent"
    FAILED = "failed", "Failed"


class Action(models.Model):
    """Something that a skill did to the tenant's business, once for each key, with a record of why.

    Written in the transaction of the message that tells of it; a pending one is the connector's to carry out.
    """

    id = IdField("act")
    skill = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    subject = models.CharField(max_length=120, help_text="Such as an order's number")
    state = models.CharField(max_length=8, choices=ActionState, default=ActionState.DONE)
    request = models.JSONField(default=dict)
    result = models.JSONField(default=dict, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    because = models.TextField(help_text="The policy's words")
    says = models.TextField(blank=True, help_text="What the customer reads when it is done")
    conversation = models.CharField(max_length=40, blank=True, help_text="Public id")
    customer = models.CharField(max_length=40, blank=True, help_text="Public id")
    email = models.EmailField(blank=True, help_text="That the customer proved")
    proven_how = models.CharField(max_length=10, blank=True)
    asked_seq = models.PositiveIntegerField(default=0)
    approved_by = models.CharField(max_length=40, blank=True, help_text="Public id of the agent")
    problem = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"], name="action_once", condition=models.Q(state__in=["pending", "done"])
            ),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gt=0), name="action_amount_positive"
            ),
        ]
        indexes = [
            models.Index(fields=["conversation", "created_at"], name="action_of_conversation"),
            models.Index(fields=["email", "kind", "created_at"], name="action_of_person"),
            models.Index(fields=["kind", "subject"], name="action_about"),
        ]

    def __str__(self) -> str:
        return self.key
