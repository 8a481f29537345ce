import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0001_first"),
        ("conversations", "0011_replays"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportSchedule",
            fields=[
                ("id", tenants.ids.IdField("rps", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                (
                    "cadence",
                    models.CharField(
                        choices=[("daily", "Every day"), ("weekly", "Every week"), ("monthly", "Every month")],
                        max_length=7,
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(blank=True, help_text="0 is Monday; of a weekly one", null=True),
                ),
                ("day", models.PositiveSmallIntegerField(blank=True, help_text="1 to 31; of a monthly one", null=True)),
                ("at", models.TimeField(help_text="On the company's clocks")),
                (
                    "covers",
                    models.CharField(
                        choices=[
                            ("day", "The day before"),
                            ("week", "The 7 days before"),
                            ("four_weeks", "The 28 days before"),
                            ("quarter", "The 90 days before"),
                            ("month", "The calendar month before"),
                        ],
                        default="week",
                        max_length=10,
                    ),
                ),
                (
                    "compare",
                    models.CharField(
                        choices=[
                            ("previous", "The period before"),
                            ("year", "The same days a year earlier"),
                            ("none", "With none"),
                        ],
                        default="previous",
                        max_length=8,
                    ),
                ),
                ("format", models.CharField(choices=[("pdf", "PDF"), ("csv", "CSV")], default="pdf", max_length=3)),
                (
                    "metrics",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                (
                    "by",
                    models.CharField(
                        blank=True, help_text="The dimension of its tables; empty: without any", max_length=20
                    ),
                ),
                ("filters", models.JSONField(blank=True, default=dict)),
                ("paused_at", models.DateTimeField(blank=True, null=True)),
                ("next_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("recipients", models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cadence", "weekly"), ("weekday__gte", 0), ("weekday__lte", 6)),
                            models.Q(models.Q(("cadence", "weekly"), _negated=True), ("weekday__isnull", True)),
                            _connector="OR",
                        ),
                        name="report_weekly_names_a_weekday",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cadence", "monthly"), ("day__gte", 1), ("day__lte", 31)),
                            models.Q(models.Q(("cadence", "monthly"), _negated=True), ("day__isnull", True)),
                            _connector="OR",
                        ),
                        name="report_monthly_names_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_at__isnull", False), ("paused_at__isnull", True)),
                            models.Q(("next_at__isnull", True), ("paused_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_goes_unless_paused",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportRun",
            fields=[
                ("id", tenants.ids.IdField("rpr", editable=False, primary_key=True, serialize=False)),
                (
                    "schedule",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="runs",
                        to="conversations.reportschedule",
                    ),
                ),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("planned_for", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "On its way"), ("sent", "Sent"), ("failed", "Failed")],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("problem", models.CharField(blank=True, max_length=200)),
                ("size", models.PositiveIntegerField(default=0, help_text="Bytes of what was attached")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-planned_for", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state", "waiting")),
                            models.Q(models.Q(("state", "waiting"), _negated=True), ("ended_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_run_ended_iff_not_waiting",
                    )
                ],
                "indexes": [models.Index(fields=["schedule", "-planned_for", "-id"], name="report_runs_of_schedule")],
            },
        ),
        migrations.CreateModel(
            name="ReportDelivery",
            fields=[
                ("id", tenants.ids.IdField("rpd", editable=False, primary_key=True, serialize=False)),
                (
                    "run",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="conversations.reportrun",
                    ),
                ),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Not yet"),
                            ("sent", "Sent"),
                            ("skipped", "May not read reports any more"),
                            ("failed", "The mail was not taken"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("run", "agent"), name="report_once_per_person")],
            },
        ),
        migrations.CreateModel(
            name="RoutingChoice",
            fields=[
                ("id", tenants.ids.IdField("rtc", editable=False, primary_key=True, serialize=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="routing_choices",
                        to="conversations.conversation",
                    ),
                ),
                ("epoch", models.PositiveIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("cause", models.CharField(help_text="Why somebody was looked for then", max_length=16)),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("why", models.CharField(max_length=300)),
                (
                    "need",
                    models.JSONField(
                        default=dict, help_text="What was asked for: team, language, skill and level by name"
                    ),
                ),
                (
                    "widened",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10),
                        default=list,
                        help_text="What was asked for no more",
                        size=None,
                    ),
                ),
                (
                    "candidates",
                    models.JSONField(default=list, help_text="Each who was looked at, with why they were passed over"),
                ),
                ("until", models.DateTimeField(blank=True, help_text="When the offer ends by itself", null=True)),
                (
                    "end",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("expired", "Let pass"),
                            ("withdrawn", "Withdrawn"),
                            ("nobody", "Nobody could take it"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
    ]
