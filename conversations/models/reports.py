"""Reports that are sent by mail: what goes to whom and when, each time that one went, and to whom it did."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agents.models import Agent
from tenants.ids import IdField


class Cadence(models.TextChoices):
    """How often a report goes."""

    DAILY = "daily", "Every day"
    WEEKLY = "weekly", "Every week"
    MONTHLY = "monthly", "Every month"


class Covers(models.TextChoices):
    """Which days a report is about; they end with the day before it goes."""

    DAY = "day", "The day before"
    WEEK = "week", "The 7 days before"
    FOUR_WEEKS = "four_weeks", "The 28 days before"
    QUARTER = "quarter", "The 90 days before"
    MONTH = "month", "The calendar month before"


class ReportFormat(models.TextChoices):
    """What is attached to the mail."""

    PDF = "pdf", "PDF"
    CSV = "csv", "CSV"


class Compared(models.TextChoices):
    """With which period the figures are compared."""

    PREVIOUS = "previous", "The period before"
    YEAR = "year", "The same days a year earlier"
    NONE = "none", "With none"


class ReportSchedule(models.Model):
    """What is sent to whom, and when."""

    id = IdField("rps")
    name = models.CharField(max_length=80)
    cadence = models.CharField(max_length=7, choices=Cadence)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True, help_text="0 is Monday; of a weekly one")
    day = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 31; of a monthly one")
    at = models.TimeField(help_text="On the company's clocks")
    covers = models.CharField(max_length=10, choices=Covers, default=Covers.WEEK)
    compare = models.CharField(max_length=8, choices=Compared, default=Compared.PREVIOUS)
    format = models.CharField(max_length=3, choices=ReportFormat, default=ReportFormat.PDF)
    metrics = ArrayField(models.CharField(max_length=40))
    by = models.CharField(max_length=20, blank=True, help_text="The dimension of its tables; empty: without any")
    filters = models.JSONField(default=dict, blank=True)
    recipients = models.ManyToManyField(Agent, related_name="+")
    paused_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cadence="weekly", weekday__gte=0, weekday__lte=6)
                | ~Q(cadence="weekly") & Q(weekday__isnull=True),
                name="report_weekly_names_a_weekday",
            ),
            models.CheckConstraint(
                condition=Q(cadence="monthly", day__gte=1, day__lte=31) | ~Q(cadence="monthly") & Q(day__isnull=True),
                name="report_monthly_names_a_day",
            ),
            models.CheckConstraint(
                condition=Q(paused_at__isnull=True, next_at__isnull=False)
                | Q(paused_at__isnull=False, next_at__isnull=True),
                name="report_goes_unless_paused",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RunState(models.TextChoices):
    """What became of one sending."""

    WAITING = "waiting", "On its way"
    SENT = "sent", "Sent"
    FAILED = "failed", "Failed"


class ReportRun(models.Model):
    """One sending of a report."""

    id = IdField("rpr")
    schedule = models.ForeignKey(ReportSchedule, on_delete=models.CASCADE, related_name="runs", db_index=False)
    first_day = models.DateField()
    last_day = models.DateField()
    planned_for = models.DateTimeField()
    asked_by = models.ForeignKey(Agent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=7, choices=RunState, default=RunState.WAITING)
    problem = models.CharField(max_length=200, blank=True)
    size = models.PositiveIntegerField(default=0, help_text="Bytes of what was attached")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-planned_for", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True) | ~Q(state="waiting") & Q(ended_at__isnull=False),
                name="report_run_ended_iff_not_waiting",
            )
        ]
        indexes = [models.Index(fields=["schedule", "-planned_for", "-id"], name="report_runs_of_schedule")]

    def __str__(self) -> str:
        return f"{self.schedule_id} {self.planned_for:%Y-%m-%d} {self.state}"


class DeliveryState(models.TextChoices):
    """Whether one person got a report."""

    WAITING = "waiting", "Not yet"
    SENT = "sent", "Sent"
    SKIPPED = "skipped", "May not read reports any more"
    FAILED = "failed", "The mail was not taken"


class ReportDelivery(models.Model):
    """One report for one person: the mail goes once, however often the job is tried."""

    id = IdField("rpd")
    run = models.ForeignKey(ReportRun, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    agent = models.ForeignKey(Agent, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=7, choices=DeliveryState, default=DeliveryState.WAITING)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["run", "agent"], name="report_once_per_person")]

    def __str__(self) -> str:
        return f"{self.run_id} {self.agent_id} {self.state}"
