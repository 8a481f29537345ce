"""What work costs, and what happened on a day, for the reports."""

import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [("conversations", "0031_reports_by_mail")]

    operations = [
        migrations.CreateModel(
            name="ReportMark",
            fields=[
                ("id", tenants.ids.IdField("mark", editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("title", models.CharField(max_length=120)),
                ("by", models.CharField(help_text="Name of who wrote it", max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["on", "id"],
                "indexes": [models.Index(fields=["on"], name="report_mark_on")],
            },
        ),
        migrations.CreateModel(
            name="ReportSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("currency", models.CharField(default="EUR", max_length=3)),
                (
                    "hour_price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="What an hour of an agent costs",
                        max_digits=9,
                        null=True,
                    ),
                ),
                (
                    "token_price",
                    models.DecimalField(
                        blank=True, decimal_places=2, help_text="What a million tokens cost", max_digits=9, null=True
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="report_settings_one_row"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hour_price__isnull", True), ("hour_price__gte", 0), _connector="OR"),
                            models.Q(("token_price__isnull", True), ("token_price__gte", 0), _connector="OR"),
                        ),
                        name="report_prices_not_below_0",
                    ),
                ],
            },
        ),
    ]
