"""What people of the desk have to be told, each of them for themselves."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from conversations.models.conversation import Conversation
from tenants.ids import IdField


class AlertKind(models.TextChoices):
    """What somebody is told of."""

    RULES_UNREADABLE = "rules_unreadable", "The rules cannot be read"
    RULE_NOTIFIED = "rule_notified", "A rule asked to tell somebody"
    QUALITY_DROPPED = "quality_dropped", "A rule got worse"
    MODEL_DOWN = "model_down", "The language model gives no answers"
    MODEL_BUDGET = "model_budget", "The language model's budget is spent"
    CONNECTOR_FAILED = "connector_failed", "The connector did not do something"
    JOB_FAILED = "job_failed", "A piece of work failed for good"
    TASK_GIVEN = "task_given", "A task of the desk is yours"
    TASK_DUE = "task_due", "A task of the desk is due soon"
    TASK_OVERDUE = "task_overdue", "A task of the desk is overdue"
    TASKS_DONE = "tasks_done", "All departments are done"
    PROMISE_DUE = "promise_due", "What was promised is due soon"
    PROMISE_OVERDUE = "promise_overdue", "What was promised is overdue"
    SLA_SOON = "sla_soon", "A promised time is nearly over"
    SLA_BREACHED = "sla_breached", "A promised time is over"
    CALL_DUE = "call_due", "A call that was promised is due soon"
    CALL_LATE = "call_late", "A promised call was not made in time"
    REPLY_NOT_SENT = "reply_not_sent", "A held reply was not sent"
    LOW_RATING = "low_rating", "A customer was not satisfied"
    RISK_HIGH = "risk_high", "A live conversation of the assistant became risky"
    REPORT_NOT_SENT = "report_not_sent", "A report was not sent"
    USAGE_HIGH = "usage_high", "Much of what the plan includes is used"
    USAGE_CAP = "usage_cap", "The assistant begins no new conversation"
    MENTIONED = "mentioned", "A colleague mentions them in a note"
    WEBHOOK_DISABLED = "webhook_disabled", "A webhook was switched off since it failed"


class Alert(models.Model):
    """One person is told of one thing; while they have not seen it, the same again only raises its count."""

    id = IdField("alr")
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=20, choices=AlertKind)
    subject = models.CharField(max_length=160)
    text = models.CharField(max_length=600, blank=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, null=True, blank=True, related_name="alerts"
    )
    link = models.CharField(max_length=200, blank=True, help_text="A path of the console, where it leads")
    count = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(default=timezone.now, editable=False)
    raised_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True, blank=True, help_text="When its last letter left")
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "kind", "subject", "conversation"],
                name="alert_unseen_once",
                condition=Q(seen_at__isnull=True),
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["agent", "-raised_at", "-id"], name="alert_newest")]

    def __str__(self) -> str:
        return self.subject
