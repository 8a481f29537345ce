"""What a company says to its reports: what work costs, and what happened on a day."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tenants.ids import IdField


class ReportSettings(models.Model):
    """One row, or none as long as nobody said anything; a price that nobody named is null."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    currency = models.CharField(max_length=3, default="EUR")
    hour_price = models.DecimalField(
        max_digits=9, decimal_places=2, null=True, blank=True, help_text="What an hour of an agent costs"
    )
    token_price = models.DecimalField(
        max_digits=9, decimal_places=2, null=True, blank=True, help_text="What a million tokens cost"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="report_settings_one_row"),
            models.CheckConstraint(
                condition=(Q(hour_price__isnull=True) | Q(hour_price__gte=0))
                & (Q(token_price__isnull=True) | Q(token_price__gte=0)),
                name="report_prices_not_below_0",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hour_price} {self.currency} an hour"


class ReportMark(models.Model):
    """Something that happened on a day and explains a chart, in the desk's own words."""

    id = IdField("mark")
    on = models.DateField()
    title = models.CharField(max_length=120)
    by = models.CharField(max_length=120, help_text="Name of who wrote it")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["on"], name="report_mark_on")]

    def __str__(self) -> str:
        return f"{self.on} {self.title}"
