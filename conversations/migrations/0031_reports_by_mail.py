"""What reports are sent to whom, each time that one was, and to whom it went."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0004_shifts_and_routing"),
        ("conversations", "0030_control_room"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportDelivery",
            fields=[
                ("id", tenants.ids.IdField("rpd", editable=False, primary_key=True, serialize=False)),
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
            },
        ),
        migrations.CreateModel(
            name="ReportRun",
            fields=[
                ("id", tenants.ids.IdField("rpr", editable=False, primary_key=True, serialize=False)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("planned_for", models.DateTimeField()),
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
            },
        ),
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
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(
                choices=[
                    ("rules_unreadable", "The rules cannot be read"),
                    ("rule_notified", "A rule asked to tell somebody"),
                    ("quality_dropped", "A rule got worse"),
                    ("model_down", "The language model gives no answers"),
                    ("model_budget", "The language model's budget is spent"),
                    ("connector_failed", "The connector did not do something"),
                    ("job_failed", "A piece of work failed for good"),
                    ("task_given", "A task of the desk is yours"),
                    ("task_due", "A task of the desk is due soon"),
                    ("task_overdue", "A task of the desk is overdue"),
                    ("tasks_done", "All departments are done"),
                    ("promise_due", "What was promised is due soon"),
                    ("promise_overdue", "What was promised is overdue"),
                    ("sla_soon", "A promised time is nearly over"),
                    ("sla_breached", "A promised time is over"),
                    ("call_due", "A call that was promised is due soon"),
                    ("call_late", "A promised call was not made in time"),
                    ("reply_not_sent", "A held reply was not sent"),
                    ("low_rating", "A customer was not satisfied"),
                    ("risk_high", "A live conversation of the assistant became risky"),
                    ("report_not_sent", "A report was not sent"),
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="reportdelivery",
            name="agent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reportrun",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportdelivery",
            name="run",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deliveries",
                to="conversations.reportrun",
            ),
        ),
        migrations.AddField(
            model_name="reportschedule",
            name="made_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reportschedule",
            name="recipients",
            field=models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="reportrun",
            name="schedule",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="runs",
                to="conversations.reportschedule",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdelivery",
            constraint=models.UniqueConstraint(fields=("run", "agent"), name="report_once_per_person"),
        ),
        migrations.AddConstraint(
            model_name="reportschedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cadence", "weekly"), ("weekday__gte", 0), ("weekday__lte", 6)),
                    models.Q(models.Q(("cadence", "weekly"), _negated=True), ("weekday__isnull", True)),
                    _connector="OR",
                ),
                name="report_weekly_names_a_weekday",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportschedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cadence", "monthly"), ("day__gte", 1), ("day__lte", 31)),
                    models.Q(models.Q(("cadence", "monthly"), _negated=True), ("day__isnull", True)),
                    _connector="OR",
                ),
                name="report_monthly_names_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportschedule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("next_at__isnull", False), ("paused_at__isnull", True)),
                    models.Q(("next_at__isnull", True), ("paused_at__isnull", False)),
                    _connector="OR",
                ),
                name="report_goes_unless_paused",
            ),
        ),
        migrations.AddIndex(
            model_name="reportrun",
            index=models.Index(fields=["schedule", "-planned_for", "-id"], name="report_runs_of_schedule"),
        ),
        migrations.AddConstraint(
            model_name="reportrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("state", "waiting")),
                    models.Q(models.Q(("state", "waiting"), _negated=True), ("ended_at__isnull", False)),
                    _connector="OR",
                ),
                name="report_run_ended_iff_not_waiting",
            ),
        ),
    ]
